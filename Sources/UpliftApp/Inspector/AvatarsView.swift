import Gtk
import UpliftCore

/// The members of a group by their initials.
@MainActor final class AvatarsView {
  private let flow = FlowBox(rowSpacing: 6, columnSpacing: 6)
  var widget: Widget { flow }
  private var shown: [Member] = []

  init() {
    flow.setChildrenPerLine(minimum: 4, maximum: 12)
    flow.setAccessibleLabel(tr("Members"))
  }

  func show(_ members: [Member]) {
    guard members != shown else { return }
    shown = members
    flow.removeAll()
    for member in members {
      let label = Label(member.initials.isEmpty ? "–" : member.initials, classes: ["avatar"])
      let details = [member.name, member.function, member.level].filter { !$0.isEmpty }
      label.tooltip = details.joined(separator: " · ")
      label.setAccessibleLabel(details.joined(separator: ", "))
      label.horizontalAlignment = .start
      flow.appendControl(label)
    }
  }
}
