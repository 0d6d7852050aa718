import Foundation
import Gtk

/// One line of text of the workspace.
@MainActor final class LineEditor: Editor {
  let entry = Entry()
  var widget: Widget { entry }
  /// Enter was pressed, and the text is on the disk.
  var onEnter: (() -> Void)?

  private var stored = ""
  /// What the field took of it: less of a text that is longer than any field.
  private var held = ""
  private var textBefore = ""
  private var isShowing = false
  private let save: (String, _ typing: UUID) -> Void
  private lazy var typing = Typing { [weak self] stretch in
    guard let self, entry.text != stored, entry.text != held else { return }
    save(entry.text, stretch)
  }

  init(_ placeholder: String = "", save: @escaping (String, _ typing: UUID) -> Void) {
    self.save = save
    entry.addClass("field-box")
    entry.setWidthInCharacters(4)
    if !placeholder.isEmpty { entry.setPlaceholder(placeholder) }
    entry.onChanged { [weak self] in
      guard let self, !isShowing else { return }
      typing.typed()
    }
    entry.onActivate { [weak self] in
      self?.typing.end()
      self?.onEnter?()
    }
    let focus = FocusController()
    focus.onEnter { [weak self] in self.map { $0.textBefore = $0.entry.text } }
    focus.onLeave { [weak self] in self?.typing.end() }
    entry.addController(focus)
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, _ in
      guard let self, key == .escape, entry.text != textBefore else { return false }
      entry.text = textBefore
      entry.moveCursorToEnd()
      typing.end()
      return true
    }
    entry.addController(keys)
  }

  /// The value as it is now; what somebody is typing stays.
  func show(_ text: String) {
    defer { stored = text }
    guard entry.text != text else {
      held = text
      return
    }
    let isEdited = entry.text != held
    guard text != stored, !isEdited || !typing.isPending else { return }
    replace(text)
  }

  /// Another record's value: what was typed for the last one is saved before.
  func begin(_ text: String) {
    typing.end()
    stored = text
    textBefore = text
    if entry.text != text { replace(text) } else { held = text }
  }

  private func replace(_ text: String) {
    isShowing = true
    entry.text = text
    held = entry.text
    if entry.containsFocus { entry.moveCursorToEnd() }
    isShowing = false
  }

  func setEditable(_ isEditable: Bool) { entry.isEditable = isEditable }
  func commitTyping() { typing.commit() }
}
