import Foundation

/// The readings of a metric that can be compared with each other: of one segment, at one place.
public struct MetricSeries: Equatable, Sendable, Identifiable {
  public struct ID: Hashable, Sendable {
    public var metricID: UUID
    public var stepID: UUID?
    public var segment: String
  }

  public let metric: Metric
  /// Nil: of the whole journey.
  public let stepID: UUID?
  /// Empty: of all customers.
  public let segment: String
  /// Oldest first. `reading` of each is what it was worked out from.
  public let estimates: [MetricEstimate]
  /// Oldest first.
  public let targets: [TargetChange]

  public var id: ID { ID(metricID: metric.id, stepID: stepID, segment: segment) }

  /// - Parameters:
  ///   - readings: those of other metrics, places and segments are left out.
  ///   - targets: those of other metrics are left out.
  public init(
    _ metric: Metric, readings: [Reading], targets: [TargetChange] = [], stepID: UUID? = nil,
    segment: String = ""
  ) {
    self.metric = metric
    self.stepID = stepID
    self.segment = segment
    estimates = readings.filter {
      $0.metricID == metric.id && $0.stepID == stepID && $0.segment.folded == segment.folded
        && !$0.isPending
    }.byDay().map { MetricEstimate($0, of: metric) }
    self.targets = targets.filter { $0.metricID == metric.id }
      .sorted { $0.day == $1.day ? $0.id.uuidString < $1.id.uuidString : $0.day < $1.day }
  }

  /// All series of a metric: first that of the whole journey and all customers, if there is one,
  /// then those with most readings.
  public static func all(
    of metric: Metric, readings: [Reading], targets: [TargetChange] = []
  ) -> [MetricSeries] {
    struct Key: Hashable {
      var stepID: UUID?
      var segment: String
    }
    let own = readings.filter { $0.metricID == metric.id && !$0.isPending }
    let groups = Dictionary(grouping: own) { Key(stepID: $0.stepID, segment: $0.segment.folded) }
    return groups.map { key, readings in
      let segment = readings.byDay().first?.segment ?? ""
      return MetricSeries(
        metric, readings: readings, targets: targets, stepID: key.stepID,
        segment: segment.trimmingCharacters(in: .whitespacesAndNewlines))
    }.sorted { $0.order < $1.order }
  }

  private var order: (Int, Int, String, String) {
    (
      stepID == nil && segment.isEmpty ? 0 : 1, -estimates.count, segment,
      stepID?.uuidString ?? ""
    )
  }

  /// Readings.
  public var n: Int { estimates.count }

  public var newest: MetricEstimate? { estimates.last }

  /// Positive when `second` is better than `first`, whatever way the metric counts.
  func gain(from first: Double, to second: Double) -> Double {
    metric.isHigherBetter ? second - first : first - second
  }

  // MARK: Trend

  /// The newest reading against the one before.
  public struct Change: Equatable, Sendable {
    public var from: MetricEstimate
    public var to: MetricEstimate
    /// In the metric's unit: newest less the one before.
    public var difference: Double
    public var trend: MetricFigures.Trend
    /// Whether it is more than chance can explain, with 95 % certainty; nil: an interval is
    /// missing.
    public var isBeyondChance: Bool?
  }

  /// Nil when there are not two readings.
  public var change: Change? {
    guard estimates.count > 1 else { return nil }
    return change(from: estimates[estimates.count - 2], to: estimates[estimates.count - 1])
  }

  /// Of two readings that were taken independently of each other: their difference is more than
  /// chance when it is larger than the root of the sum of the squares of both margins of error.
  func change(from: MetricEstimate, to: MetricEstimate) -> Change {
    let difference = to.value - from.value
    let gain = gain(from: from.value, to: to.value)
    return Change(
      from: from, to: to, difference: difference,
      trend: gain > 0 ? .better : gain < 0 ? .worse : .same,
      isBeyondChance: from.marginOfError.flatMap { first in
        to.marginOfError.map { second in
          abs(difference) > (first * first + second * second).squareRoot()
        }
      })
  }

  /// In words, for the screen.
  public static var trendRule: String {
    tr(
      "Trend: the newest reading against the one before. It is more than chance when it is larger than √(a² + b²), a and b being half the widths of both 95 % intervals."
    )
  }

  // MARK: Target

  /// The target that was in force on a day: the last one set on it or before. Where no change of
  /// the target is kept, the metric's target. Nil: none.
  public func target(on day: CalendarDay) -> Double? {
    targets.isEmpty ? metric.target : targets.last { $0.day <= day }?.target
  }

  /// Whether the newest reading is at the metric's target or beyond; nil without one of both.
  public var meetsTarget: Bool? {
    guard let newest, let target = metric.target else { return nil }
    return gain(from: target, to: newest.value) >= 0
  }

  /// Whether the whole interval of the newest reading is at the target or beyond; nil when
  /// something of it is missing.
  public var surelyMeetsTarget: Bool? {
    guard let interval = newest?.interval, let target = metric.target else { return nil }
    return metric.isHigherBetter
      ? interval.lowerBound >= target : interval.upperBound <= target
  }

  /// In words, for the screen.
  public static var targetRule: String {
    tr(
      "Met: the newest reading is at the target or beyond. Surely met: its whole 95 % interval is. Each metric counts once: by the readings of the whole journey and all customers, or else by those of which there are most."
    )
  }
}
