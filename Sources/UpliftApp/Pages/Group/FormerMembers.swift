import Gtk
import UpliftCore

/// Who was in the group and has left, below its members; they stay in the minutes.
@MainActor final class FormerMembers {
  private let session: Session
  private let box = Box(.vertical, spacing: 2)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 2)
  private var shown: [Member] = []
  private var group: GroupContents?

  init(_ session: Session) {
    self.session = session
    let heading = Label(tr("Former members"), classes: ["field-label"])
    heading.alignment = 0
    heading.tooltip = tr(
      "Whose term is over: they stay in the minutes of past meetings, and are not counted any more."
    )
    box.append(heading)
    box.append(list)
    box.isVisible = false
  }

  func show(_ group: GroupContents) {
    self.group = group
    let members = group.formerMembers
    box.isVisible = !members.isEmpty
    guard members != shown else { return }
    shown = members
    list.removeAll()
    members.forEach { list.append(row($0)) }
  }

  private func row(_ member: Member) -> Widget {
    let name = member.name.isEmpty ? tr("No name yet") : member.name
    let details = [
      member.function,
      member.termEnd.map { tr("until {day}", ["day": DayFormat.local.text($0)]) } ?? "",
    ].filter { !$0.isEmpty }
    let label = Label(([name] + details).joined(separator: " · "), classes: ["dim"])
    label.alignment = 0
    label.wraps = true
    let back = Button(label: tr("Bring back"))
    back.addClass("small-text-button")
    back.setAccessibleLabel(tr("Bring {name} back into the group", ["name": name]))
    let id = member.id
    back.onClicked { [weak self] in self?.session.perform(self?.group?.resuming(termOf: id)) }
    let remove = PageParts.small(
      "user-trash-symbolic", tr("Delete {name}, also from past meetings", ["name": name])
    ) { [weak self] in
      self?.session.perform(Edit.deleting([EntityReference(.member, id)]))
    }
    for button in [back, remove] { button.isSensitive = !session.isReadOnly }
    return Box(.horizontal, spacing: 8, [label, back, remove])
  }
}
