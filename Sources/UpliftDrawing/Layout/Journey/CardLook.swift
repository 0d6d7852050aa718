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

  init(channels: [Channel] = [], figures: MetricFigures? = nil) {
    self.channels = channels
    self.figures = figures
  }

  init(of card: Card, in contents: JourneyContents) {
    if !contents.extras.cardChannels.entries.isEmpty { channels = contents.channels(of: card.id) }
    if card.metricID != nil { figures = contents.figures(of: card) }
  }
}
