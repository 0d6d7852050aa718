import Foundation
import UpliftCore

/// What a card shows beside its own fields.
struct CardLook: Equatable, Sendable {
  /// In the workspace's order.
  var channels: [Channel] = []
  /// Of the metric that it shows.
  var figures: MetricFigures?
  /// Over its text.
  var image: CardImage?
  /// In the workspace's order.
  var tags: [Tag] = []
  /// Linked with what it is known from.
  var isBacked = false

  init(channels: [Channel] = [], figures: MetricFigures? = nil) {
    self.channels = channels
    self.figures = figures
  }

  /// - Parameter backed: ids of the cards that are linked with what they are known from.
  init(of card: Card, in contents: JourneyContents, backed: Set<UUID>) {
    if !contents.extras.cardTags.entries.isEmpty { tags = contents.tags(of: card.id) }
    isBacked = backed.contains(card.id)
    if !contents.extras.cardChannels.entries.isEmpty { channels = contents.channels(of: card.id) }
    if card.metricID != nil { figures = contents.figures(of: card) }
  }
}
