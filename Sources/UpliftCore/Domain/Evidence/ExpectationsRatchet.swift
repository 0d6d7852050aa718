import Foundation

/// What people are given they soon expect: a target that was beaten three periods running asks to
/// be raised.
public struct ExpectationsRatchet: Equatable, Sendable {
  /// Readings in a row that have to beat the target.
  public static let periods = 3

  /// A reading, and the target that was in force on its day.
  public struct Period: Equatable, Sendable {
    public var estimate: MetricEstimate
    public var target: Double?
    /// Better than the target, not just at it.
    public var isBeaten: Bool
  }

  /// All readings, oldest first.
  public let periods: [Period]
  /// How many of the newest in a row, since the present target is in force, beat the target of their
  /// day and the present one.
  public let beatenInARow: Int
  /// The metric's present target.
  public let target: Double?
  /// The weakest of the last three readings, as exact as it is shown and no harder: it was reached
  /// three times. Nil when the target does not ask to be raised.
  public let suggestedTarget: Double?
  /// Oldest first.
  public let history: [TargetChange]

  public init(_ series: MetricSeries) {
    let present = series.metric.target
    let periods = series.estimates.map { estimate in
      let target = series.target(on: estimate.reading.day)
      return Period(
        estimate: estimate, target: target,
        isBeaten: target.map { series.gain(from: $0, to: estimate.value) > 0 } ?? false)
    }
    // What was known when the target was set has been answered by it.
    let setOn = series.targets.last { $0.target == present }?.day
    let streak = periods.reversed().prefix { period in
      period.isBeaten && setOn.map { period.estimate.reading.day > $0 } ?? true
        && (present.map { series.gain(from: $0, to: period.estimate.value) > 0 } ?? false)
    }
    self.periods = periods
    beatenInARow = streak.count
    target = present
    history = series.targets
    let values = streak.prefix(Self.periods).map(\.estimate.value)
    let weakest = series.metric.isHigherBetter ? values.min() : values.max()
    suggestedTarget =
      streak.count < Self.periods
      ? nil : weakest.map { Self.shown($0, series, besides: present) }
  }

  /// Who sets what a button says gets what it says.
  private static func shown(
    _ value: Double, _ series: MetricSeries, besides present: Double?
  ) -> Double {
    let parts = pow(10, Double(MetricWords.decimals(of: series.metric)))
    // What is a whole part but for the arithmetic stays one.
    let slack = 1e-6
    let rounded =
      series.metric.isHigherBetter
      ? (value * parts + slack).rounded(.down) / parts
      : (value * parts - slack).rounded(.up) / parts
    guard let present, series.gain(from: present, to: rounded) <= 0 else { return rounded }
    return value
  }

  public var asksToBeRaised: Bool { suggestedTarget != nil }

  /// Readings.
  public var n: Int { periods.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A target that three readings in a row beat since it was set asks to be raised: to the weakest of the three, as exact as it is shown and no harder."
    )
  }
}
