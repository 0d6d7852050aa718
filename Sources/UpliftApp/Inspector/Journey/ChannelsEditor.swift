import Foundation
import Gtk
import UpliftCore

/// The channels of a card.
@MainActor final class ChannelsEditor {
  private let chips: ChipsEditor<Channel>
  var widget: Widget { chips.widget }
  private let session: Session
  private var journey: JourneyContents?
  private var cardID: UUID?
  private var usual: Button?

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    chips = ChipsEditor(
      \.name, name: tr("Channels"), adding: tr("Add a channel"), new: tr("New channel"),
      isEditable: !session.isReadOnly)
    chips.onToggle = { [weak self] channel in
      self?.perform { $0.toggling(channel: channel.id, of: $1) }
    }
    chips.onNew = { [weak self] name in self?.perform { $0.addingChannel(named: name, to: $1) } }
    usual = chips.addCommand(tr("Add the usual channels to the list")) { [weak self] in
      self?.perform { journey, _ in journey.extras.channels.addingStandard }
    }
    _ = chips.addCommand(tr("Edit the list of channels…")) { [weak self] in
      guard let first = self?.journey?.extras.channels.first else {
        // The page of the list is the same for all of its entries, and there when there are none.
        return go(EntityReference(.channel, UUID()))
      }
      go(first.reference)
    }
  }

  private func perform(_ edit: (JourneyContents, UUID) -> Edit?) {
    guard let journey, let cardID else { return }
    session.perform(edit(journey, cardID))
  }

  func show(_ card: Card, _ journey: JourneyContents) {
    cardID = card.id
    self.journey = journey
    usual?.isVisible = journey.extras.channels.isEmpty
    chips.show(journey.channels(of: card.id), of: journey.extras.channels)
  }
}
