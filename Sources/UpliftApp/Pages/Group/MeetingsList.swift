import Foundation
import Gtk
import UpliftCore

/// A group's meetings, each with its agenda and who came; one opens at a click.
@MainActor final class MeetingsList {
  private let session: Session
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 6)
  private let empty = PageParts.dim(tr("No meeting yet."))
  private var rows: [MeetingRow] = []
  private var group: GroupContents?

  init(_ session: Session) {
    self.session = session
    box.append(empty)
    box.append(list)
    let add = PageParts.adding(tr("Add meeting")) { [weak self] in self?.add() }
    add.isSensitive = !session.isReadOnly
    box.append(add)
  }

  func show(_ group: GroupContents) {
    self.group = group
    empty.isVisible = group.meetings.isEmpty
    let old = rows
    rows = group.meetings.map { meeting in
      old.first { $0.id == meeting.id } ?? MeetingRow(meeting.id, session)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    rows.forEach { $0.show(group) }
  }

  func add() {
    guard let group, !session.isReadOnly else { return }
    let added = group.addingMeeting(tr("New meeting"), day: CalendarDay(Date()))
    if session.perform(added.edit) { open(added.record.id, focuses: true) }
  }

  func open(_ id: UUID, focuses: Bool) {
    guard let row = rows.first(where: { $0.id == id }) else { return }
    row.open()
    if focuses { row.takeFocus() }
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
