import Foundation
import Gtk
import UpliftCore

/// A day, typed in the locale's way or as 2026-11-21.
@MainActor final class DayEditor: Editor {
  private let line: CheckedEditor
  var widget: Widget { line.widget }
  var entry: Entry { line.entry }

  init(save: @escaping (CalendarDay?, _ typing: UUID) -> Void) {
    let check = DayCheck()
    line = CheckedEditor(
      DayFormat.local.text(CalendarDay(Date())), refusing: Words.refusedDay,
      isWhole: check.isWhole, check: { check.day($0) != nil }
    ) { text, typing in
      guard let day = check.day(text) else { return }
      save(day, typing)
    }
  }

  func show(_ day: CalendarDay?) { line.show(day.map(DayFormat.local.text) ?? "") }
  func begin(_ day: CalendarDay?) { line.begin(day.map(DayFormat.local.text) ?? "") }
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

  /// The 2nd of a month may yet become the 21st.
  func isWhole(_ text: String) -> Bool {
    guard let day = DayFormat.local.day(text) else { return false }
    return text == day.description || text == DayFormat.local.text(day)
  }
}
