import Foundation
import Gtk

/// One line of text of the workspace.
@MainActor final class LineEditor: Editor {
  let entry = Entry()
  var widget: Widget { entry }
  /// Enter was pressed, and the text is on the disk.
  var onEnter: (() -> Void)?

  private var stored = ""
  /// What the field took of a text: less of one that is longer than any field.
  private var held = (taken: "", whole: "")
  /// What was typed when it was saved last.
  private var saved: String?
  /// Something else was made of it, which is shown when the typing rests.
  private var isAdapted = false
  private var textBefore = ""
  private var isShowing = false
  private let save: (String, _ typing: UUID) -> Void
  private lazy var typing = Typing { [weak self] stretch in
    guard let self, entry.text != stored, entry.text != held.taken || stored != held.whole,
      !isAdapted, !isTyping || isWhole(entry.text)
    else { return }
    saved = entry.text
    save(entry.text, stretch)
  }
  private let isWhole: (String) -> Bool

  /// Somebody is in the middle of it: what does not fit may be the beginning of what does.
  var isTyping: Bool { typing.isPending }

  /// - Parameter isWhole: false: more is to come, and it is not saved before the typing rests.
  init(
    _ placeholder: String = "", isWhole: @escaping (String) -> Bool = { _ in true },
    save: @escaping (String, _ typing: UUID) -> Void
  ) {
    self.isWhole = isWhole
    self.save = save
    entry.addClass("field-box")
    entry.setWidthInCharacters(4)
    if !placeholder.isEmpty { entry.setPlaceholder(placeholder) }
    entry.onChanged { [weak self] in
      guard let self, !isShowing else { return }
      isAdapted = false
      typing.typed()
    }
    typing.onRest = { [weak self] in self?.showAdapted() }
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
      held = (text, text)
      isAdapted = false
      return
    }
    guard text != stored else { return }
    guard !typing.isPending else {
      isAdapted = entry.text == saved
      return
    }
    replace(text)
  }

  private func showAdapted() {
    guard isAdapted else { return }
    isAdapted = false
    if entry.text != stored { replace(stored) }
  }

  /// Another record's value: what was typed for the last one is saved before.
  func begin(_ text: String) {
    typing.end()
    stored = text
    saved = nil
    isAdapted = false
    textBefore = text
    if entry.text != text { replace(text) } else { held = (text, text) }
  }

  private func replace(_ text: String) {
    isShowing = true
    entry.text = text
    held = (entry.text, text)
    if entry.containsFocus { entry.moveCursorToEnd() }
    isShowing = false
  }

  func setEditable(_ isEditable: Bool) {
    entry.isEditable = isEditable
    entry.setClass("read-only", !isEditable)
  }
  func commitTyping() { typing.commit() }
}
