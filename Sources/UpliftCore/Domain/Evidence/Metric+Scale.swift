import Foundation

/// What values of a metric, and answers behind them, can be.
extension Metric {
  /// The ends of what its readings and targets can be, in its unit; nil: any number.
  public var scale: ClosedRange<Double>? {
    measure.scale
      ?? lowest.flatMap { lowest in
        highest.flatMap { lowest < $0 ? lowest...$0 : nil }
      }
  }

  /// Whether a reading or a target can be so.
  public func allows(_ value: Double) -> Bool { scale?.contains(value) ?? true }

  /// Why a value is refused, with its limits; nil: it fits.
  public func refusal(of value: Double) -> String? {
    guard !allows(value), let scale else { return nil }
    return tr(
      "{metric} goes from {lower} to {upper}; {value} is no such value.",
      [
        "metric": MetricWords.title(of: self), "lower": MetricWords.number(scale.lowerBound),
        "upper": MetricWords.number(scale.upperBound), "value": MetricWords.number(value),
      ])
  }

  /// "numbers from −100 to 100, as Would recommend has them"; nil: any number fits.
  func allowedWords(_ numbers: NumberFormat) -> String? {
    scale.map { scale in
      tr(
        "numbers from {lower} to {upper}, the scale of {metric}",
        [
          "lower": numbers.text(scale.lowerBound, decimals: 4),
          "upper": numbers.text(scale.upperBound, decimals: 4),
          "metric": MetricWords.title(of: self),
        ])
    }
  }
}

extension Metric.Measure {
  /// Of values; nil: each such metric has its own.
  public var scale: ClosedRange<Double>? {
    switch self {
    case .nps: -100...100
    case .csat: 0...100
    case .ces: CustomerEffortScore.Version.second.scale
    case .olderCES: CustomerEffortScore.Version.older.scale
    case .own: nil
    }
  }
}

extension Reading {
  /// Added, and without a value yet: nobody answered, and nothing is counted of it.
  public var isPending: Bool { sampleSize == 0 && value == 0 && counts.isBlank }

  /// Whether a value is what the counts of answers come to, but for rounding. Counts that come to
  /// nothing say nothing against it.
  func agrees(_ value: Double, with metric: Metric) -> Bool {
    guard let counted = countedValue(of: metric) else { return true }
    return abs(counted - value) <= MetricEstimate.rounding
  }

  /// What the counts of answers come to, in the metric's unit; nil without them.
  func countedValue(of metric: Metric) -> Double? {
    guard !counts.isBlank else { return nil }
    let estimate = MetricEstimate(self, of: metric)
    return estimate.counts == nil ? nil : estimate.value
  }
}
