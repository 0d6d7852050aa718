import Foundation
import Gtk
import UpliftCore

/// Everything about a meeting: when, what is on its agenda, and who came.
@MainActor final class MeetingDetails {
  private let id: UUID
  private let session: Session
  private let box = Box(.vertical, spacing: 6)
  var widget: Widget { box }
  private var group: GroupContents?

  private let title: LineEditor
  private let day: DayEditor
  private let agenda = Box(.vertical, spacing: 4)
  private var rows: [AgendaRow] = []
  private let attendance = FlowBox(rowSpacing: 4, columnSpacing: 4)
  private var chips: [AttendanceChip] = []
  private let everybody: Button
  private var hasBegun = false

  init(_ id: UUID, _ session: Session) {
    self.id = id
    self.session = session
    var change: ((UUID, (inout Meeting) -> Void) -> Void)?
    title = LineEditor { text, typing in change?(typing) { $0.title = text } }
    day = DayEditor { day, typing in change?(typing) { $0.day = day } }
    var fillIn: (() -> Void)?
    everybody = Button(label: tr("Everybody else came"))
    everybody.onClicked { fillIn?() }
    change = { [weak self] typing, change in
      guard let self, let meeting else { return }
      session.perform(Edit.changing(meeting, typing: typing, change))
    }
    fillIn = { [weak self] in session.perform(self?.group?.settingAllPresent(at: id)) }
    build()
  }

  private var meeting: Meeting? { group?.meetings.first { $0.id == id } }

  private func build() {
    box.addClass("meeting-details")
    let isEditable = !session.isReadOnly
    for editor in [title, day] as [any Editor] { editor.setEditable(isEditable) }
    title.setName(tr("Title"))
    title.entry.expandsHorizontally = true
    day.setName(tr("Date"))
    day.entry.setSizeRequest(width: 120)
    let delete = PageParts.small("user-trash-symbolic", tr("Delete this meeting")) { [weak self] in
      guard let self else { return }
      session.perform(Edit.deleting([EntityReference(.meeting, id)]))
    }
    delete.isSensitive = isEditable
    delete.verticalAlignment = .start
    day.widget.expandsHorizontally = false
    box.append(Box(.horizontal, spacing: 8, [title.entry, day.widget, delete]))
    box.append(heading(tr("Agenda")))
    box.append(agenda)
    let add = PageParts.adding(tr("Add agenda item")) { [weak self] in self?.addItem(after: nil) }
    add.isSensitive = isEditable
    box.append(add)
    box.append(heading(tr("Who came")))
    attendance.setChildrenPerLine(minimum: 1, maximum: 20)
    attendance.setAccessibleLabel(tr("Who came"))
    box.append(attendance)
    everybody.addClass("add-button")
    everybody.horizontalAlignment = .start
    box.append(everybody)
  }

  private func heading(_ text: String) -> Label {
    let label = Label(text, classes: ["field-label"])
    label.alignment = 0
    return label
  }

  func show(_ group: GroupContents) {
    self.group = group
    guard let meeting else { return }
    if !hasBegun {
      hasBegun = true
      title.begin(meeting.title)
      day.begin(meeting.day)
    }
    title.show(meeting.title)
    day.show(meeting.day)
    let items = group.agendaItems[id] ?? []
    let old = rows
    rows = items.map { item in
      old.first { $0.id == item.id }
        ?? AgendaRow(
          item, session,
          move: { [weak self] in self?.move(item.id, $0) },
          enter: { [weak self] in self?.enter(item.id) })
    }
    PageParts.arrange(agenda, old.map(\.widget), rows.map(\.widget))
    for (row, item) in zip(rows, items) { row.show(item) }
    showAttendance(group)
  }

  private func showAttendance(_ group: GroupContents) {
    if chips.map(\.id) != group.members.map(\.id) {
      attendance.removeAll()
      chips = group.members.map { member in
        AttendanceChip(member.id, isEditable: !session.isReadOnly) { [weak self] isPresent in
          guard let self else { return }
          session.perform(
            self.group?.settingAttendance(of: member.id, at: id, to: isPresent))
        }
      }
      chips.forEach { attendance.appendControl($0.button) }
    }
    let known = group.attendances[id] ?? []
    for (chip, member) in zip(chips, group.members) {
      chip.show(member, known.first { $0.memberID == member.id }?.isPresent)
    }
    everybody.isVisible = !group.members.isEmpty && known.count < group.members.count
    everybody.isSensitive = !session.isReadOnly
  }

  private func move(_ item: UUID, _ direction: Direction) {
    session.perform(group?.agendaItems[id]?.moving(item, direction))
  }

  /// Enter: the next item, or a new one below the last.
  private func enter(_ item: UUID) {
    guard let index = rows.firstIndex(where: { $0.id == item }) else { return }
    if index + 1 < rows.count { rows[index + 1].takeFocus() } else { addItem(after: item) }
  }

  private func addItem(after item: UUID?) {
    guard let added = group?.addingAgendaItem("", to: id, after: item),
      session.perform(added.edit)
    else { return }
    rows.first { $0.id == added.record.id }?.takeFocus()
  }

  func takeFocus() { title.entry.grabFocus() }

  func commitTyping() {
    title.commitTyping()
    day.commitTyping()
    rows.forEach { $0.commitTyping() }
  }
}
