import Foundation
import Gtk
import UpliftCore

/// A step of the history in a list, or the day over several.
enum HistoryRow {
  /// - Parameters:
  ///   - subject: what the step was about; empty when there is nothing to say.
  ///   - name: of the version; nil when it has none.
  static func widget(
    for step: HistoryStep, about subject: String = "", named name: String? = nil
  ) -> ListBoxRow {
    row(step.title, subject, at: step.at, state: title(of: step.state), named: name)
  }

  /// The workspace before its first step.
  static func beginning(_ at: Instant, named name: String?) -> ListBoxRow {
    row(tr("Made"), "", at: at, state: nil, named: name)
  }

  static func heading(_ day: String) -> ListBoxRow {
    let label = Label(day, classes: ["history-day"])
    label.alignment = 0
    label.setAccessibleRole(.heading)
    let row = ListBoxRow(label)
    row.addClass("history-row")
    row.isSelectable = false
    row.isActivatable = false
    row.isFocusable = false
    return row
  }

  private static func row(
    _ text: String, _ subject: String, at: Instant, state: String?, named name: String?
  ) -> ListBoxRow {
    let title = Label(text)
    title.alignment = 0
    let about = Label(subject, classes: ["dim"])
    about.alignment = 0
    about.expandsHorizontally = true
    about.setEllipsis(.end)
    let time = Label(
      at.date.formatted(date: .omitted, time: .shortened), classes: ["dim", "history-time"])
    let content = Box(.horizontal, spacing: 12, [title, about])
    if let name {
      let label = Label(tr("★ {name}", ["name": name]), classes: ["chip", "history-name"])
      label.setEllipsis(.end)
      label.setWidthInCharacters(maximum: 28)
      content.append(label)
    }
    if let state {
      title.addClass("history-undone")
      content.append(Label(state, classes: ["chip"]))
    }
    content.append(time)
    let row = ListBoxRow(content)
    row.addClass("history-row")
    let subject = subject.isEmpty ? nil : subject
    row.tooltip = [text, subject, name].compactMap { $0 }.joined(separator: "\n")
    row.setAccessibleLabel(
      [text, subject, name, state, Self.time(at)].compactMap { $0 }.joined(separator: ", "))
    return row
  }

  private static func title(of state: HistoryStep.State) -> String? {
    switch state {
    case .done: nil
    case .undone: tr("undone")
    case .abandoned: tr("left behind")
    }
  }

  /// In the language and the time zone of the user: "Nov 21, 2026 at 8:41 PM".
  static func time(_ at: Instant) -> String {
    at.date.formatted(date: .abbreviated, time: .shortened)
  }

  static func time(of step: HistoryStep) -> String { time(step.at) }

  /// "Saturday, November 21, 2026".
  static func day(of at: Instant) -> String {
    at.date.formatted(date: .complete, time: .omitted)
  }
}
