import Foundation
import Gtk
import UpliftCore

/// The tags that one or several cards have in common.
@MainActor final class TagsEditor {
  var widget: Widget { chips.widget }
  private let session: Session
  private let chips: ChipsEditor<Tag>
  private let manage: Button
  private var ids: [UUID] = []
  private var journey: JourneyContents?

  init(_ session: Session) {
    self.session = session
    let chips = ChipsEditor<Tag>(
      \.name, name: tr("Tags"), adding: tr("Add a tag"), new: tr("New tag"),
      isEditable: !session.isReadOnly)
    self.chips = chips
    manage = chips.addCommand(tr("Edit tags…")) { [weak chips] in
      chips?.widget.activateAction("win.tags")
    }
    chips.onToggle = { [weak self] tag in
      guard let self, let journey else { return }
      let isOn = !journey.sharedTags(of: ids).contains { $0.id == tag.id }
      session.perform(
        journey.setting(tag: tag.id, of: ids, to: isOn), saying: tr("Changing…"))
    }
    chips.onNew = { [weak self] name in
      guard let self, let journey else { return }
      session.perform(journey.addingTag(named: name, to: ids), saying: tr("Changing…"))
    }
  }

  func show(_ ids: [UUID], _ journey: JourneyContents) {
    self.ids = ids
    self.journey = journey
    chips.show(journey.sharedTags(of: ids), of: journey.extras.tags)
  }
}
