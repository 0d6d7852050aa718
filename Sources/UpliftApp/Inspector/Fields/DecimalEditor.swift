import Foundation
import Gtk
import UpliftCore

/// A number with decimals, typed with a point or a comma. Empty is no number, where that is
/// allowed; what is no number, or one that does not fit, is refused in a sentence under the field, and
/// stays there to be mended.
@MainActor final class DecimalEditor: Editor {
  let line: LineEditor
  var widget: Widget { frame }
  private let frame = Box(.vertical, spacing: 4)
  private let refusal = Label("", classes: ["field-error"])
  private let isNarrow: Bool
  private let misfit: (Double) -> String?
  private var text = ""

  /// - Parameters:
  ///   - isNarrow: there is no room for a sentence under it, which is said when one asks.
  ///   - misfit: why a number is not taken; nil: it fits.
  init(
    isOptional: Bool = false, isNarrow: Bool = false,
    misfit: @escaping (Double) -> String? = { _ in nil },
    save: @escaping (Double?, _ typing: UUID) -> Void
  ) {
    self.isNarrow = isNarrow
    self.misfit = misfit
    line = LineEditor(
      takes: { MetricWords.value($0) != nil || isOptional && $0.allSatisfy(\.isWhitespace) }
    ) { text, typing in
      if let value = MetricWords.value(text) {
        if misfit(value) == nil { save(value, typing) }
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

  private var isRefused: Bool { sentence != nil }

  /// Why what stands there is not taken.
  private var sentence: String? {
    let text = line.entry.text
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    guard let value = MetricWords.value(text) else { return tr("A number, such as 3.5.") }
    return misfit(value)
  }

  private var said = ""

  private func judge() {
    let words = sentence ?? ""
    guard words != said else { return }
    said = words
    refusal.text = words
    line.entry.setClass("error", !words.isEmpty)
    line.entry.setAccessibleDescription(words)
    if isNarrow {
      line.entry.tooltip = words
    } else {
      refusal.isVisible = !words.isEmpty
    }
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
