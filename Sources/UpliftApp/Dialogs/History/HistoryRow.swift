import Foundation
import Gtk
import UpliftCore

/// A step of the history in a list.
enum HistoryRow {
  static func widget(for step: HistoryStep) -> ListBoxRow {
    let title = Label(step.title)
    title.alignment = 0
    title.expandsHorizontally = true
    title.setEllipsis(.end)
    let time = Label(Self.time(of: step), classes: ["dim", "history-time"])
    let content = Box(.horizontal, spacing: 12, [title])
    let state = Self.title(of: step.state)
    if let state {
      title.addClass("history-undone")
      content.append(Label(state, classes: ["chip"]))
    }
    content.append(time)
    let row = ListBoxRow(content)
    row.addClass("history-row")
    row.isActivatable = false
    row.setAccessibleLabel(
      [step.title, state, time.text].compactMap { $0 }.joined(separator: ", "))
    return row
  }

  private static func title(of state: HistoryStep.State) -> String? {
    switch state {
    case .done: nil
    case .undone: tr("undone")
    case .abandoned: tr("abandoned")
    }
  }

  /// In the language and the time zone of the user: "Nov 21, 2026 at 8:41 PM".
  static func time(of step: HistoryStep) -> String {
    step.at.date.formatted(date: .abbreviated, time: .shortened)
  }
}
