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

/// A look as it is kept for each of thousands of cards, nearly all of which show nothing but their
/// own fields.
struct KeptLook: Sendable {
  private final class Rich: Sendable {
    let look: CardLook

    init(_ look: CardLook) { self.look = look }
  }

  private let rich: Rich?
  private let isBacked: Bool

  init(_ look: CardLook) {
    isBacked = look.isBacked
    var plain = CardLook()
    plain.isBacked = look.isBacked
    rich = look == plain ? nil : Rich(look)
  }

  var look: CardLook {
    if let rich { return rich.look }
    var plain = CardLook()
    plain.isBacked = isBacked
    return plain
  }
}
