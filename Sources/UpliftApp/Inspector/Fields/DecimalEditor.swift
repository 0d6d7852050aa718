import Foundation
import Gtk
import UpliftCore

/// A number with decimals, typed with a point or a comma. Empty is no number, where that is
/// allowed; what is no number gives way to the old value when the focus leaves.
@MainActor final class DecimalEditor: Editor {
  let line: LineEditor
  var widget: Widget { line.entry }
  private var text = ""

  init(isOptional: Bool = false, save: @escaping (Double?, _ typing: UUID) -> Void) {
    line = LineEditor { text, typing in
      if let value = MetricWords.value(text) {
        save(value, typing)
      } else if isOptional, text.allSatisfy(\.isWhitespace) {
        save(nil, typing)
      }
    }
    let focus = FocusController()
    focus.onLeave { [weak self] in
      guard let self else { return }
      line.commitTyping()
      line.begin(text)
    }
    line.entry.addController(focus)
  }

  func show(_ value: Double?) {
    text = value.map(MetricWords.number) ?? ""
    // "3.10" is no other number than "3.1".
    if MetricWords.value(line.entry.text) != value || line.entry.text.isEmpty { line.show(text) }
  }

  func begin(_ value: Double?) {
    text = value.map(MetricWords.number) ?? ""
    line.begin(text)
  }

  func setName(_ name: String) { line.setName(name) }
  func setEditable(_ isEditable: Bool) { line.setEditable(isEditable) }
  func commitTyping() { line.commitTyping() }
}
