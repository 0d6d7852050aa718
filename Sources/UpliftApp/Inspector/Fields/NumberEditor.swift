import Foundation
import Gtk

/// A whole number; ↑ and ↓ count. Empty is no number, where that is allowed.
@MainActor final class NumberEditor: Editor {
  let line: LineEditor
  var widget: Widget { line.entry }

  /// - Parameter isOptional: empty saves nil; else what is empty or no number is left alone, and
  ///   gives way to the old value when the focus leaves.
  init(
    _ range: ClosedRange<Int>, isOptional: Bool = false,
    save: @escaping (Int?, _ typing: UUID) -> Void
  ) {
    func number(_ text: String) -> Int? {
      let digits = text.compactMap(\.wholeNumberValue)
      let isNumber = text.allSatisfy { $0.wholeNumberValue != nil || $0.isWhitespace }
      guard isNumber, !digits.isEmpty, digits.count < 10 else { return nil }
      return min(max(digits.reduce(0) { $0 * 10 + $1 }, range.lowerBound), range.upperBound)
    }
    line = LineEditor { text, typing in
      if let value = number(text) {
        save(value, typing)
      } else if isOptional, text.allSatisfy(\.isWhitespace) {
        save(nil, typing)
      }
    }
    let entry = line.entry
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
      line.begin(text)
    }
    entry.addController(focus)
  }

  private var text = ""

  func show(_ value: Int?) {
    text = value.map(String.init) ?? ""
    line.show(text)
  }

  func begin(_ value: Int?) {
    text = value.map(String.init) ?? ""
    line.begin(text)
  }

  func setEditable(_ isEditable: Bool) { line.setEditable(isEditable) }
  func commitTyping() { line.commitTyping() }
}
