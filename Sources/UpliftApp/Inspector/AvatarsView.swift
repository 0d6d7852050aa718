import Gtk
import UpliftCore

/// The members of a group by their photos, or by their initials.
@MainActor final class AvatarsView {
  private let flow = FlowBox(rowSpacing: 6, columnSpacing: 6)
  var widget: Widget { flow }
  private let session: Session
  private var shown: [Member] = []
  /// They are drawn as long as they are kept.
  private var photos: [PictureView] = []
  /// Logical pixels.
  private static let side = 28

  init(_ session: Session) {
    self.session = session
    flow.setChildrenPerLine(minimum: 4, maximum: 12)
    flow.setAccessibleLabel(tr("Members"))
  }

  func show(_ members: [Member]) {
    guard members != shown else { return }
    shown = members
    flow.removeAll()
    photos = []
    for member in members {
      let details = [member.name, member.function, member.level].filter { !$0.isEmpty }
      let spoken = details.joined(separator: ", ")
      let avatar = photo(of: member, spoken) ?? initials(of: member, spoken)
      avatar.tooltip = details.joined(separator: " · ")
      avatar.horizontalAlignment = .start
      flow.appendControl(avatar)
    }
  }

  private func photo(of member: Member, _ spoken: String) -> Widget? {
    guard let id = member.pictureID,
      let picture = session.read({ try session.workspace.picture(id) })
    else { return nil }
    let view = PictureView(side: Self.side, isRound: true)
    view.show(picture, label: spoken)
    photos.append(view)
    return view
  }

  private func initials(of member: Member, _ spoken: String) -> Widget {
    let label = Label(member.initials.isEmpty ? "–" : member.initials, classes: ["avatar"])
    label.setAccessibleLabel(spoken)
    return label
  }
}
