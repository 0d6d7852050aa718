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
  /// What is on the disk of it, as long as nobody has shown what it was made into.
  private var written: String?
  /// Something of what was typed since `textBefore` has been taken.
  private var isBegun = false
  /// Something else was made of it, which is shown when the typing rests.
  private var isAdapted = false
  private var textBefore = ""
  private var isShowing = false
  private let save: (String, _ typing: UUID) -> Void
  private lazy var typing = Typing { [weak self] in self?.keep($0) }
  private let isWhole: (String) -> Bool
  private let takes: (String) -> Bool

  /// Somebody is in the middle of it: what does not fit may be the beginning of what does.
  var isTyping: Bool { typing.isPending }
  /// Under which what is being typed is one step of undo.
  var stretch: UUID { typing.stretch }

  /// - Parameters:
  ///   - isWhole: false: more is to come, and it is not saved before the typing rests.
  ///   - takes: false: the text does not fit, and what had been there before it was typed stays;
  ///     `save` is asked all the same, and says so.
  init(
    _ placeholder: String = "", isWhole: @escaping (String) -> Bool = { _ in true },
    takes: @escaping (String) -> Bool = { _ in true },
    save: @escaping (String, _ typing: UUID) -> Void
  ) {
    self.isWhole = isWhole
    self.takes = takes
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
      guard let self else { return }
      typing.end()
      if takes(entry.text) { startsFrom(entry.text) }
      onEnter?()
    }
    let focus = FocusController()
    focus.onEnter { [weak self] in
      guard let self else { return }
      startsFrom(takes(entry.text) ? entry.text : stored)
    }
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

  /// What Escape brings back, and what stays when what is typed does not fit.
  private func startsFrom(_ text: String) {
    textBefore = text
    isBegun = false
  }

  private func keep(_ stretch: UUID) {
    let text = entry.text
    guard text != stored || written.map({ $0 != text }) == true,
      text != held.taken || stored != held.whole || written.map({ $0 != text }) == true, !isAdapted
    else { return }
    let fits = takes(text)
    // Nothing is left of the beginning of what does not fit: a 1 of "1.234 or so".
    if !fits, isBegun {
      isBegun = false
      hand(textBefore, stretch)
    }
    guard !isTyping || isWhole(text) else { return }
    if fits { isBegun = true }
    hand(text, stretch, isTaken: fits)
  }

  private func hand(_ text: String, _ stretch: UUID, isTaken: Bool = true) {
    saved = text
    if isTaken { written = text }
    save(text, stretch)
  }

  /// The value as it is now; what somebody is typing stays.
  func show(_ text: String) {
    defer {
      stored = text
      written = nil
    }
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
    written = nil
    isAdapted = false
    startsFrom(text)
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
