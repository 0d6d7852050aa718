import Foundation
import Gtk
import UpliftCore

/// A number with decimals, typed with a point or a comma. Empty is no number, where that is
/// allowed; what is no number is refused in a sentence under the field, and stays there to be mended.
@MainActor final class DecimalEditor: Editor {
  let line: LineEditor
  var widget: Widget { frame }
  private let frame = Box(.vertical, spacing: 4)
  private let refusal = Label(tr("A number, such as 3.5."), classes: ["field-error"])
  private var text = ""

  init(isOptional: Bool = false, save: @escaping (Double?, _ typing: UUID) -> Void) {
    line = LineEditor { text, typing in
      if let value = MetricWords.value(text) {
        save(value, typing)
      } else if isOptional, text.allSatisfy(\.isWhitespace) {
        save(nil, typing)
      }
    }
    refusal.wraps = true
    refusal.alignment = 0
    refusal.isVisible = false
    frame.append(line.entry)
    frame.append(refusal)
    line.entry.onChanged { [weak self] in self?.judge() }
    let focus = FocusController()
    focus.onLeave { [weak self] in
      guard let self else { return }
      line.commitTyping()
      if !isRefused { line.begin(text) }
    }
    line.entry.addController(focus)
  }

  private var isRefused: Bool {
    let text = line.entry.text
    return !text.allSatisfy(\.isWhitespace) && MetricWords.value(text) == nil
  }

  private func judge() {
    let isRefused = isRefused
    guard isRefused != refusal.isVisible else { return }
    refusal.isVisible = isRefused
    line.entry.setClass("error", isRefused)
    line.entry.setAccessibleDescription(isRefused ? refusal.text : "")
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
