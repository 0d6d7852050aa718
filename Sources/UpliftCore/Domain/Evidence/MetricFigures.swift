import Foundation

/// A metric at one place, as a card shows it.
public struct MetricFigures: Equatable, Sendable {
  public enum Trend: Sendable {
    case better, worse, same
  }

  public var metric: Metric
  /// Oldest first, without those that have no value yet.
  public private(set) var readings: [Reading]

  /// - Parameter readings: oldest first.
  public init(_ metric: Metric, readings: [Reading]) {
    self.metric = metric
    self.readings = readings.filter { !$0.isPending }
  }

  public var newest: Reading? { readings.last }

  /// Of all readings of a metric, those that can be compared with each other, as wherever something
  /// is worked out of them: of the whole journey and all customers, or else of the place and segment
  /// with the most readings.
  public var ofOneKind: MetricFigures {
    MetricFigures(
      metric,
      readings: MetricSeries.all(of: metric, readings: readings).first?.estimates.map(\.reading)
        ?? [])
  }

  /// The newest reading against the one before; nil when there are not two.
  public var trend: Trend? {
    guard readings.count > 1 else { return nil }
    let change = readings[readings.count - 1].value - readings[readings.count - 2].value
    guard change != 0 else { return .same }
    return (change > 0) == metric.isHigherBetter ? .better : .worse
  }

  /// Whether the newest reading is at the target or beyond; nil without one of both.
  public var reachesTarget: Bool? {
    guard let newest, let target = metric.target else { return nil }
    return metric.isHigherBetter ? newest.value >= target : newest.value <= target
  }
}
