import Foundation
import Gtk
import UpliftCore

/// What is still owed to a group: what it asked for and is open, and what it has not been told.
@MainActor final class OwedView {
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let open: (UUID) -> Void
  private var shown: [[String]]?

  /// - Parameter open: somebody wants to see a recommendation.
  init(open: @escaping (UUID) -> Void) { self.open = open }

  func show(_ group: GroupContents, on today: CalendarDay) {
    let parts: [(title: String, rule: String, list: [Recommendation])] = [
      (
        ntr("{count} is open", "{count} are open", group.recommendations.open.count),
        tr("Open: neither done nor declined. The oldest comes first."),
        group.recommendations.open
      ),
      (
        ntr(
          "{count} is answered, and the group was not told",
          "{count} are answered, and the group was not told", group.recommendations.untold.count),
        tr("Done or declined, with no day on which the group heard of it."),
        group.recommendations.untold
      ),
    ]
    let lines = parts.map { part in
      [part.title] + part.list.map { $0.id.uuidString + $0.text + detail($0, group, today) }
    }
    guard lines != shown else { return }
    shown = lines
    box.removeAll()
    guard parts.contains(where: { !$0.list.isEmpty }) else {
      box.append(
        PageParts.dim(
          group.recommendations.isEmpty
            ? tr("The group has not asked for anything yet.")
            : tr(
              "Nothing is owed to the group: all that it asked for is answered, and it was told.")))
      return
    }
    for part in parts where !part.list.isEmpty {
      let title = Label(part.title, classes: ["row-title"])
      title.alignment = 0
      title.wraps = true
      box.append(title)
      box.append(PageParts.dim(part.rule))
      for recommendation in part.list {
        let id = recommendation.id
        let button = RowButton.make(
          recommendation.text.replacingNewlines(), detail(recommendation, group, today)
        ) { [weak self] in self?.open(id) }
        button.setClass("late", recommendation.isLate(on: today))
        box.append(button)
      }
    }
  }

  /// "IT · 9 days · due 30.11.2026, late · Why do returns hurt?".
  private func detail(
    _ one: Recommendation, _ group: GroupContents, _ today: CalendarDay
  ) -> String {
    let due = one.due.map(DayFormat.local.text)
    return [
      one.owner.isEmpty ? tr("nobody owns it") : one.owner,
      one.ageText(on: today),
      one.answer.map { GroupWords.name(of: $0) } ?? tr("not answered"),
      due.map {
        one.isLate(on: today) ? tr("due {day}, late", ["day": $0]) : tr("due {day}", ["day": $0])
      } ?? "",
      group.meetings.first { $0.id == one.meetingID }.map(MeetingWords.title) ?? "",
    ].filter { !$0.isEmpty }.map(\.isolated).joined(separator: " · ")
  }
}
