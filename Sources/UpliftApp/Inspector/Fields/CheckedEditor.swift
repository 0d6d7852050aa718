import Foundation
import Gtk
import UpliftCore

/// A line that only takes some texts. What it cannot take is refused in a sentence under the field,
/// and stays there to be mended.
@MainActor final class CheckedEditor: Editor {
  private let frame = Box(.vertical, spacing: 4)
  private let refusal = Label("", classes: ["field-error"])
  private let line: LineEditor
  private let check: (String) -> Bool
  var widget: Widget { frame }
  var entry: Entry { line.entry }

  /// - Parameters:
  ///   - sentence: what is said of a text that it cannot take.
  ///   - isWhole: false: more is to come, and it is not saved before the typing rests.
  ///   - check: whether it takes a text.
  init(
    _ placeholder: String, refusing sentence: String,
    isWhole: @escaping (String) -> Bool = { _ in true }, check: @escaping (String) -> Bool,
    save: @escaping (String, _ typing: UUID) -> Void
  ) {
    self.check = check
    line = LineEditor(placeholder, isWhole: isWhole, takes: check) { text, typing in
      if check(text) { save(text, typing) }
    }
    refusal.text = sentence
    refusal.wraps = true
    refusal.alignment = 0
    refusal.isVisible = false
    frame.append(line.entry)
    frame.append(refusal)
    line.entry.expandsHorizontally = true
    let focus = FocusController()
    focus.onLeave { [weak self] in self?.judge() }
    line.entry.addController(focus)
    line.onEnter = { [weak self] in self?.judge() }
    line.entry.onChanged { [weak self] in
      guard let self, refusal.isVisible else { return }
      judge()
    }
  }

  func show(_ text: String) { line.show(text) }

  func begin(_ text: String) {
    line.begin(text)
    judge()
  }

  private func judge() {
    let isFine = check(line.entry.text)
    refusal.isVisible = !isFine
    line.entry.setClass("error", !isFine)
    if !isFine { line.entry.setAccessibleDescription(refusal.text) }
  }

  func setName(_ name: String) { line.setName(name) }
  func setEditable(_ isEditable: Bool) { line.setEditable(isEditable) }
  func commitTyping() { line.commitTyping() }
}
