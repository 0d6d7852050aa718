import Gtk
import UpliftDrawing

extension SceneCanvas {
  public var isEditing: Bool { editing != nil }

  /// What is in the editor now; nil when nothing is edited.
  public var editedText: String? { editing == nil ? nil : editor.widget.text }

  func prepareEditor() {
    editor.widget.setParent(self)
    editor.eye.setParent(self)
    editor.widget.isVisible = false
    editor.widget.onChanged { [weak self] in self?.editorChanged() }
    editor.widget.onCursorMoved { [weak self] in self?.cursorMoved() }
    editor.widget.onPreeditChanged { [weak self] text in
      self?.isComposing = !text.isEmpty
      self?.editor.compose(!text.isEmpty)
      self?.queueAllocate()
    }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      self?.pressedInEditor(key, modifiers) ?? false
    }
    editor.widget.addController(keys)
    let focus = FocusController()
    focus.onLeave { [weak self] in
      guard let self, editing != nil, isMapped else { return }
      // Who only looks at another program goes on with the same words afterwards.
      if window?.isActive ?? false { endEditing() } else { commitEditing() }
    }
    editor.widget.addController(focus)
  }

  /// Edits the current subject in place; false when there is no text to edit.
  ///
  /// - Parameter replacing: begins with an empty text; what was there comes back with Escape.
  @discardableResult
  public func beginEditing(replacing: Bool = false) -> Bool {
    guard tool == nil else { return false }
    if let current, delegate?.canvas(self, opens: current, typing: nil) ?? false { return true }
    guard let current, let text = delegate?.canvas(self, textToEditAt: current) else {
      return false
    }
    return beginEditing(text, replacing: replacing)
  }

  @discardableResult
  public func beginEditing(_ text: EditableText, replacing: Bool = false) -> Bool {
    endEditing()
    guard let item = item(text.subject) else { return false }
    if current != text.subject { select(text.subject) } else { reveal(text.subject) }
    let new = CanvasEditing(
      subject: text.subject, original: text.text, committed: text.isHidden ? "" : text.text,
      style: text.style, isHidden: text.isHidden, isProposed: text.isProposed)
    editor.prepare(for: new, item)
    editor.widget.text = replacing || text.isHidden ? "" : text.text
    editor.veil(text.isHidden)
    editor.widget.forgetUndo()
    editor.widget.moveCursorToEnd()
    editor.widget.setAccessibleLabel(item.label ?? (text.isHidden ? "" : text.text))
    editing = new
    editor.widget.isVisible = true
    editor.widget.grabFocus()
    if text.isProposed, !replacing { editor.widget.selectAll() }
    queueAllocate()
    queueDraw()
    return true
  }

  /// Keeps what was typed and takes the editor away.
  public func endEditing(_ ending: EditEnding = .kept) {
    guard let editing else { return }
    if case .cancelled = ending { saving.cancel() } else { commitEditing() }
    // No callback from here on finds an editor: the focus leaves it now.
    self.editing = nil
    saving.cancel()
    let hadFocus = editor.widget.containsFocus || editor.widget.isFocused
    if hadFocus { grabFocus() }
    editor.widget.isVisible = false
    if editing.isHidden {
      editor.widget.text = ""
      editor.veil(false)
    }
    queueDraw()
    delegate?.canvas(self, endedEditing: editing.subject, ending)
  }

  /// Where the cursor is in the text that is being edited.
  func insertWhileEditing(_ text: String) {
    if editing != nil { editor.widget.insertAtCursor(text) }
  }

  /// For a text that stands for nothing yet: the first letter replaces it.
  public func selectEditedText() {
    if editing != nil { editor.widget.selectAll() }
  }

  private func cursorMoved() {
    guard editing != nil else { return }
    looksForCursor = true
    queueAllocate()
  }

  private func editorChanged() {
    guard editing != nil else { return }
    queueAllocate()
    saving.request { [weak self] in self?.commitEditing() }
  }

  /// What is being edited was changed elsewhere: the editor takes that over, and goes on from there.
  ///
  /// - Returns: false when something was typed that is not kept yet, which would be lost.
  func takeOver(_ text: String) -> Bool {
    guard let editing, text != editing.committed, text != editor.widget.text else { return true }
    guard editor.widget.text == editing.committed, !isComposing else { return false }
    self.editing?.committed = text
    self.editing?.original = text
    editor.widget.text = text
    editor.widget.forgetUndo()
    editor.widget.moveCursorToEnd()
    return true
  }

  /// What was typed so far is kept, now.
  ///
  /// - Returns: false when it could not be.
  @discardableResult
  public func commitEditing() -> Bool {
    saving.cancel()
    guard let editing else { return true }
    let text = editor.widget.text
    guard text != editing.committed else { return true }
    guard delegate?.canvas(self, commit: text, for: editing.subject) ?? false else { return false }
    self.editing?.committed = text
    return true
  }

  /// A text that cannot be kept stays in the editor, where it can still be saved or copied.
  private func endEditingIfKept(_ ending: EditEnding) {
    if commitEditing() { endEditing(ending) }
  }

  func pressedInEditor(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard let editing, !isComposing else { return false }
    switch (key, modifiers) {
    case (.enter, []), (.keypadEnter, []): endEditingIfKept(.keptForNext)
    case (.enter, .control), (.keypadEnter, .control): endEditingIfKept(.keptForAnother)
    case (.tab, []): endEditingIfKept(.keptForNextCell)
    case (.backTab, .shift), (.tab, .shift): endEditingIfKept(.keptForPreviousCell)
    case (.escape, []): endEditing(.cancelled(original: editing.original))
    case (.enter, .shift), (.keypadEnter, .shift):
      // A second line is one more, whatever is proposed for the first.
      if editing.isProposed, editor.widget.text == editing.original {
        editor.widget.moveCursorToEnd()
      }
      editor.widget.insertAtCursor("\n")
    case (.character("a"), .control): return false
    case (.character("v"), .alt) where editing.isHidden: editor.eye.isActive.toggle()
    case _ where delegate?.canvas(self, pressedWhileEditing: key, modifiers) ?? false: break
    default: return pressedView(key, modifiers)
    }
    return true
  }

  /// After a new scene: the editor stays with its item, or goes with it.
  func followEditedItem() {
    guard let editing else { return }
    guard item(editing.subject) == nil else { return queueAllocate() }
    let text = editor.widget.text
    endEditing()
    delegate?.canvas(self, lost: text, of: editing.subject)
  }

  /// Scrolls to where one writes, as far as there is something to scroll.
  private func revealCursor() {
    guard looksForCursor, let editing, let item = item(editing.subject),
      let cursor = editor.widget.cursorFrame
    else { return }
    let frame = editor.frame(of: editing, in: self)
    let scale = editor.scale(in: self)
    let top = frame.y + Double(cursor.y) * scale
    let bottom = top + Double(cursor.height) * scale
    let region = view.region(of: view.pane(of: item))
    let lowest = min(region.maxY, view.size.height - view.bottomMargin)
    guard item.band == .body, lowest - region.minY > bottom - top else {
      looksForCursor = false
      return
    }
    let move = bottom > lowest ? bottom - lowest : top < region.minY ? top - region.minY : 0
    let target = view.bounded(Point(view.scrolled.x, view.scrolled.y + move))
    // A card that has grown gives room once it stands on the map.
    if abs(target.y - view.scrolled.y - move) < 1 { looksForCursor = false }
    if target != view.scrolled { scroll(to: target) }
  }

  func placeEditor() {
    guard let editing else { return }
    let frame = editor.frame(of: editing, in: self)
    let scale = editor.scale(in: self)
    place(
      editor.widget, x: frame.x, y: frame.y, width: Int(frame.width / scale),
      height: Int(frame.height / scale), scale: scale)
    if looksForCursor { cursorLook = .beforeFrame { [weak self] in self?.revealCursor() } }
    guard editing.isHidden else { return }
    let eye = editor.eyeFrame(in: frame, scale: scale, isMirrored: view.scene.isMirrored)
    place(
      editor.eye, x: eye.x, y: eye.y, width: Int(eye.width / scale),
      height: Int(eye.height / scale), scale: scale)
  }
}
