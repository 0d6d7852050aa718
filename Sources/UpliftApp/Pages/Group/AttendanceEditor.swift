import Foundation
import Gtk
import UpliftCore

/// Who came to a meeting.
@MainActor final class AttendanceEditor {
  private let id: UUID
  private let session: Session
  private let box = Box(.vertical, spacing: 4)
  var widget: Widget { box }
  private let flow = FlowBox(rowSpacing: 4, columnSpacing: 4)
  private var chips: [AttendanceChip] = []
  private let everybody = Button(label: tr("Everybody else came"))
  private let count = PageParts.dim()
  private var group: GroupContents?

  init(_ id: UUID, _ session: Session) {
    self.id = id
    self.session = session
    flow.setChildrenPerLine(minimum: 1, maximum: 20)
    flow.setAccessibleLabel(tr("Who came"))
    everybody.addClass("add-button")
    everybody.horizontalAlignment = .start
    everybody.isSensitive = !session.isReadOnly
    everybody.onClicked { [weak self] in
      guard let self else { return }
      session.perform(group?.settingAllPresent(at: id))
    }
    for child in [flow, count, everybody] as [Widget] { box.append(child) }
  }

  func show(_ group: GroupContents) {
    self.group = group
    let members = group.membersAsked(to: id)
    if chips.map(\.id) != members.map(\.id) {
      flow.removeAll()
      chips = members.map { member in
        AttendanceChip(member.id, isEditable: !session.isReadOnly) { [weak self] isPresent in
          guard let self else { return }
          session.perform(
            self.group?.settingAttendance(of: member.id, at: id, to: isPresent))
        }
      }
      chips.forEach { flow.appendControl($0.button) }
    }
    let known = group.attendances[id] ?? []
    for (chip, member) in zip(chips, members) {
      chip.show(member, known.first { $0.memberID == member.id }?.isPresent)
    }
    let came = known.count(where: \.isPresent)
    count.text =
      members.isEmpty
      ? tr("Nobody is in this group yet.")
      : tr(
        "{came} came · {away} stayed away · {open} not asked",
        [
          "came": came, "away": known.count - came,
          "open": max(0, members.count - known.count),
        ])
    everybody.isVisible = !members.isEmpty && known.count < members.count
  }
}
