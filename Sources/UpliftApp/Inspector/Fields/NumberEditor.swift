import Foundation
import Gtk
import UpliftCore

/// A whole number; ↑ and ↓ count. Empty is no number, where that is allowed. What is no number is
/// refused in a sentence under the field, and stays there to be mended.
@MainActor final class NumberEditor: Editor {
  let line: LineEditor
  private let frame = Box(.vertical, spacing: 4)
  private let refusal = Label("", classes: ["field-error"])
  private let isNarrow: Bool
  private let isNumber: (String) -> Bool
  var widget: Widget { frame }

  /// - Parameters:
  ///   - isOptional: empty saves nil; else empty gives way to the old value when the focus leaves.
  ///   - isNarrow: there is no room for a sentence under it, which is said when one asks.
  init(
    _ range: ClosedRange<Int>, isOptional: Bool = false, isNarrow: Bool = false,
    save: @escaping (Int?, _ typing: UUID) -> Void
  ) {
    self.isNarrow = isNarrow
    func number(_ text: String) -> Int? {
      let digits = text.compactMap(\.wholeNumberValue)
      let isNumber = text.allSatisfy { $0.wholeNumberValue != nil || $0.isWhitespace }
      guard isNumber, !digits.isEmpty, digits.count < 10 else { return nil }
      return min(max(digits.reduce(0) { $0 * 10 + $1 }, range.lowerBound), range.upperBound)
    }
    isNumber = { number($0) != nil }
    line = LineEditor(takes: { number($0) != nil || isOptional && $0.allSatisfy(\.isWhitespace) }) {
      text, typing in
      if let value = number(text) {
        save(value, typing)
      } else if isOptional, text.allSatisfy(\.isWhitespace) {
        save(nil, typing)
      }
    }
    let entry = line.entry
    refusal.text = tr(
      "A whole number from {least} to {most}.",
      ["least": range.lowerBound.formatted(), "most": range.upperBound.formatted()])
    refusal.wraps = true
    refusal.alignment = 0
    refusal.isVisible = false
    frame.append(entry)
    frame.append(refusal)
    entry.onChanged { [weak self] in self?.judge() }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak entry] key, modifiers in
      guard let entry, entry.isEditable, modifiers.isEmpty, key == .up || key == .down else {
        return false
      }
      let old = number(entry.text) ?? range.lowerBound
      let new = min(max(old + (key == .up ? 1 : -1), range.lowerBound), range.upperBound)
      entry.text = String(new)
      entry.moveCursorToEnd()
      return true
    }
    entry.addController(keys)
    let focus = FocusController()
    focus.onLeave { [weak self] in
      guard let self else { return }
      line.commitTyping()
      if !isRefused { line.begin(text) }
    }
    entry.addController(focus)
  }

  private var text = ""
  private var wasRefused = false

  private var isRefused: Bool {
    let text = line.entry.text
    return !text.allSatisfy(\.isWhitespace) && !isNumber(text)
  }

  private func judge() {
    let isRefused = isRefused
    guard isRefused != wasRefused else { return }
    wasRefused = isRefused
    line.entry.setClass("error", isRefused)
    line.entry.setAccessibleDescription(isRefused ? refusal.text : "")
    if isNarrow {
      line.entry.tooltip = isRefused ? refusal.text : ""
    } else {
      refusal.isVisible = isRefused
    }
  }

  func show(_ value: Int?) {
    text = value.map(String.init) ?? ""
    line.show(text)
  }

  func begin(_ value: Int?) {
    text = value.map(String.init) ?? ""
    line.begin(text)
  }

  func setName(_ name: String) { line.setName(name) }
  func setEditable(_ isEditable: Bool) { line.setEditable(isEditable) }
  func commitTyping() { line.commitTyping() }
}
