import Foundation
import Gtk

/// Several lines of text of the workspace; the field grows with them.
@MainActor final class TextEditor: Editor {
  let view = TextView()
  let frame: Box
  var widget: Widget { frame }

  /// Lies unseen under the text view and gives the field its height: a text view outside a
  /// scrolled window does not know how high it is at a width.
  private let measure = Label(" ", classes: ["text-measure"])
  /// What could stand there, as long as nothing does.
  private let hint: Label?
  private var stored = ""
  private var textBefore = ""
  private var settling: Timeout?
  /// It is there for one text, from `begin` until it closes: while what it stands in opens, the
  /// focus may go and come again, and that begins nothing new.
  var isForOneText = false
  private var isShowing = false
  /// An input method has something that is not text yet.
  private(set) var isComposing = false
  private let save: (String, _ typing: UUID) -> Void
  /// What was typed when it was saved last.
  private var saved: String?
  /// The same, as long as nobody has shown what it was made into.
  private var written: String?
  /// Something else was made of it, which is shown when the typing rests.
  private var isAdapted = false
  private lazy var typing = Typing { [weak self] stretch in
    guard let self else { return }
    let text = view.text
    guard text != stored || written.map({ $0 != text }) == true, !isAdapted else { return }
    saved = text
    written = text
    save(text, stretch)
  }

  /// - Parameters:
  ///   - classes: of the frame, besides that of a field.
  ///   - isTitle: Enter keeps the text, as it does on a canvas; Shift+Enter is a new line.
  ///   - hint: stands there as long as there is no text.
  init(
    classes: [String] = [], isTitle: Bool = false, hint: String = "",
    save: @escaping (String, _ typing: UUID) -> Void
  ) {
    self.save = save
    self.hint = hint.isEmpty ? nil : Label(hint, classes: ["dim"])
    view.acceptsTab = false
    // GTK asks where the cursor stands before it has given the field a width, and would set every
    // character on a line of its own for the answer.
    view.wraps = false
    view.onMap { [weak view] in view?.wraps = true }
    measure.wraps = true
    measure.setWidthInCharacters(minimum: 12)
    measure.alignment = 0
    measure.verticalAlignment = .start
    measure.opacity = 0
    measure.receivesPointer = false
    measure.setAccessibleRole(.presentation)
    let overlay = Overlay(measure)
    let scroller = ScrolledWindow(view)
    scroller.setPolicy(horizontal: .never, vertical: .hidden)
    // It is as high as its text; the wheel is for what stands around it.
    scroller.ignoreWheel()
    overlay.addOverlay(scroller)
    if let hint = self.hint {
      hint.alignment = 0
      hint.verticalAlignment = .start
      hint.setEllipsis(.end)
      hint.receivesPointer = false
      hint.setAccessibleRole(.presentation)
      overlay.addOverlay(hint)
    }
    overlay.expandsHorizontally = true
    frame = Box(.vertical, [overlay])
    frame.addClass("field-box")
    classes.forEach(frame.addClass)
    view.onChanged { [weak self] in
      guard let self else { return }
      adaptHeight()
      guard !isShowing else { return }
      isAdapted = false
      typing.typed()
    }
    typing.onRest = { [weak self] in self?.showAdapted() }
    scroller.verticalAdjustment.onValueChanged { [weak self, weak scroller] in
      guard let self, let place = scroller?.verticalAdjustment, place.value > 0 else { return }
      settling = Timeout.whenIdle { [weak self, weak scroller] in
        if let place = scroller?.verticalAdjustment { self?.settle(place) }
      }
    }
    view.onPreeditChanged { [weak self] in self?.isComposing = !$0.isEmpty }
    let focus = FocusController()
    focus.onEnter { [weak self] in
      guard let self, !isForOneText else { return }
      textBefore = view.text
    }
    focus.onLeave { [weak self] in
      guard let self else { return }
      if isForOneText { typing.commit() } else { typing.end() }
    }
    view.addController(focus)
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      guard let self else { return false }
      if isTitle, key == .enter || key == .keypadEnter, modifiers.isEmpty, !isComposing {
        typing.end()
        return true
      }
      guard key == .escape, view.text != textBefore else { return false }
      view.text = textBefore
      typing.end()
      return true
    }
    view.addController(keys)
  }

  /// The value as it is now; what somebody is typing stays.
  func show(_ text: String) {
    let shown = view.text
    let isEdited = shown != stored
    defer {
      stored = text
      written = nil
    }
    guard shown != text else {
      isAdapted = false
      return
    }
    guard !isEdited || text != stored else { return }
    guard !typing.isPending else {
      isAdapted = shown == saved
      return
    }
    replace(text)
  }

  private func showAdapted() {
    guard isAdapted else { return }
    isAdapted = false
    if view.text != stored { replace(stored) }
  }

  /// Another record's value: what was typed for the last one is saved before.
  func begin(_ text: String) {
    typing.end()
    stored = text
    saved = nil
    written = nil
    isAdapted = false
    textBefore = text
    if view.text != text { replace(text) }
    view.forgetUndo()
  }

  private func adaptHeight() {
    let text = view.text
    // An empty last line is a line, too.
    measure.text = text.isEmpty || text.last?.isNewline == true ? text + " " : text
    hint?.isVisible = text.isEmpty
  }

  /// GTK scrolls to a new line while the field has yet to grow, and goes on when it has.
  private func settle(_ place: Adjustment) {
    guard place.value > 0, Double(view.height) >= place.upper else { return }
    place.value = 0
    view.queueAllocate()
  }

  private func replace(_ text: String) {
    isShowing = true
    view.text = text
    isShowing = false
  }

  /// Names the stretch of typing that goes on.
  var typingID: UUID { typing.stretch }

  /// The text as it was when the focus came; what was saved since is taken back.
  func revert() {
    guard view.text != textBefore else { return typing.end() }
    view.text = textBefore
    typing.end()
  }

  func setName(_ name: String) { view.setAccessibleLabel(name) }
  func setEditable(_ isEditable: Bool) {
    view.isEditable = isEditable
    frame.setClass("read-only", !isEditable)
  }
  func commitTyping() { typing.commit() }
}
