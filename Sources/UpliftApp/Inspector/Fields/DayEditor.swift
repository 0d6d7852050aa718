import Foundation
import Gtk
import UpliftCore

/// A day, typed in the locale's way or as 2026-11-21. What is no day is refused in a sentence
/// under the field, and stays there to be mended.
@MainActor final class DayEditor: Editor {
  private let frame = Box(.vertical, spacing: 4)
  private let refusal = Label("", classes: ["field-error"])
  private let line: LineEditor
  var widget: Widget { frame }
  var entry: Entry { line.entry }
  private let check: (String) -> Bool

  init(save: @escaping (CalendarDay?, _ typing: UUID) -> Void) {
    let check = DayCheck()
    line = LineEditor(DayFormat.local.text(CalendarDay(Date()))) { text, typing in
      guard let day = check.day(text) else { return }
      save(day, typing)
    }
    self.check = { check.day($0) != nil }
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

  func show(_ day: CalendarDay?) {
    line.show(day.map(DayFormat.local.text) ?? "")
  }

  func begin(_ day: CalendarDay?) {
    line.begin(day.map(DayFormat.local.text) ?? "")
    judge()
  }

  private func judge() {
    let isDay = check(line.entry.text)
    refusal.isVisible = !isDay
    line.entry.setClass("error", !isDay)
    guard !isDay else { return }
    refusal.text = Words.refusedDay
    line.entry.setAccessibleDescription(refusal.text)
  }

  func setName(_ name: String) { line.setName(name) }
  func setEditable(_ isEditable: Bool) { line.setEditable(isEditable) }
  func commitTyping() { line.commitTyping() }
}

/// What a text says about a day: none at all is one answer, nonsense is no answer.
private struct DayCheck {
  /// The outer nil: the text is no day.
  func day(_ text: String) -> CalendarDay?? {
    if text.allSatisfy(\.isWhitespace) { return .some(nil) }
    return DayFormat.local.day(text).map { .some($0) }
  }
}
