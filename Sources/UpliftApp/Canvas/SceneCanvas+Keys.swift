import Gtk
import UpliftDrawing

extension SceneCanvas {
  func addKeyController() {
    keys.onPressed { [weak self] key, modifiers in
      guard let self, editing == nil else { return false }
      return pressed(key, modifiers)
    }
    keys.onReleased { [weak self] key, _ in
      guard let self else { return }
      if key == .leftControl || key == .rightControl { setDragCopies(false) }
      guard key == .space, isSpaceHeld else { return }
      isSpaceHeld = false
      setCursor("default")
    }
    addController(keys)
    let focus = FocusController()
    focus.onEnter { [weak self] in self?.focusArrived() }
    focus.onLeave { [weak self] in
      guard let self else { return }
      isSpaceHeld = false
      queueDraw()
    }
    addController(focus)
  }

  /// Whoever comes by keyboard sees where they are.
  private func focusArrived() {
    queueDraw()
    if current == nil, selection.isEmpty, let first = travel.next(after: nil, backwards: false) {
      current = view.scene.items[first].subject
      anchor = current
    }
  }

  func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    if isDragging { return pressedInDrag(key) }
    if key == .escape, cancelResizing() || cancelBand() { return true }
    if pressedView(key, modifiers) || pressedTravel(key, modifiers) { return true }
    if let tool { return tool.pressed(key, modifiers, on: current) }
    if delegate?.canvas(self, pressed: key, modifiers) ?? false { return true }
    switch (key, modifiers) {
    case (.enter, []), (.keypadEnter, []), (.f2, []): return beginEditing()
    case (.menu, []), (.f10, .shift):
      guard let current, let frame = frame(of: current) else { return false }
      delegate?.canvas(self, wantsMenuAt: frame.x + frame.width / 2, frame.y + frame.height)
      return true
    case (.escape, []):
      guard selection.count > 1 else { return false }
      select(current, reveals: false)
      return true
    case (.space, []):
      if !isSpaceHeld { setCursor("grab") }
      isSpaceHeld = true
      return true
    default: break
    }
    guard key.beginsText, modifiers.isSubset(of: .shift) else { return false }
    if let current, delegate?.canvas(self, opens: current, typing: key.character) ?? false {
      return true
    }
    guard beginEditing(replacing: true) else { return false }
    // The key itself goes through the editor's input method.
    keys.forward(to: editor.widget)
    return true
  }

  /// Whoever drags does nothing else.
  private func pressedInDrag(_ key: Key) -> Bool {
    switch key {
    case .escape: cancelDrag()
    case .leftControl, .rightControl: setDragCopies(true)
    default: break
    }
    return true
  }

  // MARK: View

  func pressedView(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard modifiers.contains(.control), modifiers.isSubset(of: [.control, .shift]) else {
      return false
    }
    switch key {
    case .plus, .keypadPlus, .equal: zoomIn()
    case .minus, .keypadMinus: zoomOut()
    case .character("0"), .keypad0: fit()
    case .character("1"): zoomToActualSize()
    case .character("a"): selectAll()
    default: return false
    }
    return true
  }

  // MARK: Travel

  private func pressedTravel(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard modifiers.isSubset(of: [.shift, .control]) else { return false }
    switch key {
    case .up, .keypadUp: return go(.up, modifiers)
    case .down, .keypadDown: return go(.down, modifiers)
    case .left, .keypadLeft: return go(.left, modifiers)
    case .right, .keypadRight: return go(.right, modifiers)
    case .tab where modifiers.isEmpty: return goToNext(backwards: false)
    case .backTab, .tab: return modifiers.contains(.shift) && goToNext(backwards: true)
    case .pageUp, .pageDown:
      let distance = view.size.height * 0.9
      scroll(
        to: Point(
          view.scrolled.x, view.scrolled.y + (key == .pageDown ? distance : -distance)))
      return true
    case .home, .end: return goToEdge(isEnd: key == .end, modifiers)
    default: return false
    }
  }

  private func go(_ direction: SceneTravel.Direction, _ modifiers: Modifiers) -> Bool {
    guard !modifiers.contains(.control) else { return false }
    guard let index = index(of: current) else { return goToNext(backwards: false) }
    guard
      let target = travel.neighbour(
        of: index, frame: view.scene.items[index].frame, direction)
    else { return true }
    return visit(target, extends: modifiers.contains(.shift))
  }

  /// False at the end, so that Tab leaves the canvas.
  @discardableResult
  func goToNext(backwards: Bool) -> Bool {
    guard let target = travel.next(after: index(of: current), backwards: backwards) else {
      return false
    }
    return visit(target, extends: false)
  }

  private func goToEdge(isEnd: Bool, _ modifiers: Modifiers) -> Bool {
    guard !modifiers.contains(.control) else {
      return travel.next(after: nil, backwards: isEnd).map { visit($0, extends: false) } ?? false
    }
    let direction: SceneTravel.Direction = isEnd != view.scene.isMirrored ? .right : .left
    guard var index = index(of: current) else { return false }
    while let next = travel.neighbour(of: index, frame: view.scene.items[index].frame, direction),
      next != index, view.scene.items[next].band == view.scene.items[index].band
    {
      index = next
    }
    return visit(index, extends: modifiers.contains(.shift))
  }

  private func visit(_ index: Int, extends: Bool) -> Bool {
    guard let subject = view.scene.items[index].subject else { return false }
    if extends { extendSelection(to: subject) } else { select(subject) }
    return true
  }
}
