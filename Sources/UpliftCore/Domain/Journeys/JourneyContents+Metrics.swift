import Foundation

extension JourneyContents {
  /// - Parameter metricID: nil: the card shows none.
  public func settingMetric(of cardID: UUID, to metricID: UUID?) -> Edit? {
    cards[cardID].flatMap { Edit.changing($0, .setMetric) { $0.metricID = metricID } }
  }

  /// A new metric of the workspace, shown by a card. Nil when there is no such card.
  public func addingMetric(_ title: String, to cardID: UUID) -> Edit? {
    guard let card = cards[cardID] else { return nil }
    let metric = Metric(rank: extras.metrics.rank(after: nil), title: title)
    var shown = card
    shown.metricID = metric.id
    return Edit(.addMetric, [.insert(metric), .update(from: card, to: shown)])
  }

  /// What the metric of a card says there; nil when it shows none.
  public func figures(of card: Card) -> MetricFigures? {
    metric(of: card).map { MetricFigures($0, readings: readings(of: card)) }
  }
}
