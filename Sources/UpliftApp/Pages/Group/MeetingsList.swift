import Foundation
import Gtk
import UpliftCore

/// A group's meetings, each with its agenda and who came; one opens at a click.
@MainActor final class MeetingsList {
  private let session: Session
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 6)
  private let empty = PageParts.dim(
    tr("No meeting yet. A meeting has an agenda and a board; a series has its dates, too."))
  private var rows: [MeetingRow] = []
  private var group: GroupContents?

  private let ways: GroupWays
  private let series: SeriesForm

  init(_ session: Session, _ ways: GroupWays) {
    self.session = session
    self.ways = ways
    series = SeriesForm(session)
    box.append(empty)
    box.append(list)
    let add = PageParts.adding(tr("Add meeting")) { [weak self] in self?.add() }
    add.isSensitive = !session.isReadOnly
    box.append(Box(.horizontal, spacing: 8, [add, series.button]))
  }

  func show(_ group: GroupContents) {
    self.group = group
    series.show(group)
    empty.isVisible = group.meetings.isEmpty
    let old = rows
    rows = group.meetings.map { meeting in
      old.first { $0.id == meeting.id } ?? MeetingRow(meeting.id, session, ways)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    rows.forEach { $0.show(group) }
  }

  func add() {
    guard let group, !session.isReadOnly else { return }
    let title = tr("New meeting")
    let added = group.addingMeeting(title, day: CalendarDay(Date()))
    let board = group.addingBoard(
      for: added.record.id, title: title)
    guard session.perform(added.edit.followed(by: board.edit)) else { return }
    open(added.record.id, focuses: true)
  }

  func open(_ id: UUID, focuses: Bool) {
    guard let row = rows.first(where: { $0.id == id }) else { return }
    row.open()
    if focuses { row.takeFocus() }
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
