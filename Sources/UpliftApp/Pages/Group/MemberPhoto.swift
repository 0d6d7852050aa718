import Foundation
import Gtk
import UpliftCore

/// A member's photo or initials; a click opens what changes it. A persona's portrait can be taken.
@MainActor final class MemberPhoto {
  let button: MenuButton
  private let session: Session
  private let view = PictureView(side: MemberPhoto.side, isRound: true)
  private let popover = Popover()
  private let portraits = FlowBox(rowSpacing: 4, columnSpacing: 4)
  private let portraitsHeading = PageParts.dim(tr("Or a persona's portrait"))
  /// They are drawn as long as they are kept.
  private var portraitViews: [PictureView] = []
  private var editor: PictureEditor?
  private var member: Member
  private var picture: StoredPicture?

  /// Logical pixels.
  static let side = 26

  init(_ member: Member, _ session: Session) {
    self.member = member
    self.session = session
    button = MenuButton(icon: "avatar-default-symbolic", name: "")
    button.hasFrame = false
    button.addClass("member-photo")
    button.setChild(view)
    button.setPopover(popover)
    button.isSensitive = !session.isReadOnly
    popover.onMap { [weak self] in self?.fill() }
  }

  /// Made when it is opened for the first time: most members are only looked at.
  private func fill() {
    if editor == nil {
      let made = PictureEditor(session, side: 96, isRound: true) { [weak self] picture in
        guard let self else { return }
        session.perform(member.setting(photo: picture))
      }
      // A dialog for files is not to come to lie under it.
      made.onChoose = { [weak self] in self?.popover.popDown() }
      editor = made
      portraits.setChildrenPerLine(minimum: 1, maximum: 5)
      popover.setChild(Box(.vertical, spacing: 8, [made.widget, portraitsHeading, portraits]))
    }
    editor?.show(picture, name: member.name, initials: member.initials)
    portraits.removeAll()
    portraitViews = []
    let personas = session.outline.personas.filter { $0.pictureID != nil }
    portraitsHeading.isVisible = !personas.isEmpty
    for persona in personas {
      let portrait = PictureView(side: 40, isRound: true)
      portrait.show(
        persona.pictureID.flatMap { id in session.read { try session.workspace.picture(id) } },
        initials: persona.initials, label: persona.name)
      portraitViews.append(portrait)
      let choice = Button(child: portrait)
      choice.hasFrame = false
      choice.tooltip = Words.name(persona)
      choice.setAccessibleLabel(tr("Take the portrait of {name}", ["name": Words.name(persona)]))
      choice.onClicked { [weak self] in
        guard let self else { return }
        popover.popDown()
        session.perform(Edit.changing(member, .setPicture) { $0.pictureID = persona.pictureID })
      }
      portraits.appendControl(choice)
    }
  }

  func show(_ member: Member) {
    self.member = member
    if picture?.id != member.pictureID {
      picture = member.pictureID.flatMap { id in
        session.read { try session.workspace.picture(id) }
      }
    }
    let name = member.name.isEmpty ? tr("No name yet") : member.name
    let label = tr("Photo of {name}", ["name": name])
    view.show(picture, initials: member.initials.isEmpty ? "–" : member.initials, label: label)
    button.tooltip = label
    button.setAccessibleLabel(label)
    if popover.isMapped { fill() }
  }
}
