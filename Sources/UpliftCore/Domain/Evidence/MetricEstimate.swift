import Foundation

/// What a reading says: its value, and how far chance may have moved it.
public struct MetricEstimate: Equatable, Sendable, Identifiable {
  /// What the interval was worked out from.
  public enum Basis: Equatable, Sendable {
    /// From how many gave each answer.
    case counts
    /// From value and n of a share, which say all about it.
    case share
    /// From value and n, for the answers that spread most: the true interval is as wide at most.
    case widest
    /// It could not be worked out.
    case none
  }

  /// What it was worked out from; `reading.counts` are the answers.
  public let reading: Reading
  public let counts: AnswerCounts?
  /// In the metric's unit: from the counts where they are there, else as it was entered. Of the
  /// older CES as it is on its scale, where less is easier.
  public let value: Double
  /// 95 %, in the metric's unit.
  public let interval: ClosedRange<Double>?
  public let basis: Basis
  /// Who answered; nil: nobody knows.
  public let n: Int?
  /// How value and interval are worked out.
  public let rule: String
  /// What else is to be known: why there is no interval, or that counts and value disagree.
  public let notes: [String]

  public var id: UUID { reading.id }

  /// Of the older CES: the other way round (6 − value), so that more is easier; else nil.
  public let reversedValue: Double?
  /// Of the older CES: the interval of `reversedValue`.
  public let reversedInterval: ClosedRange<Double>?

  /// Of either CES: who found it easy, as far as the answers are there: 5–7 of 7, and 1–2 of the
  /// older one's 5.
  public var easy: Proportion? {
    guard let counts, let version else { return nil }
    return CustomerEffortScore(counts, version)?.easy
  }

  /// What stands beside the mean of an effort score: "found it easy: 51 of 240 (21 %)"; nil when
  /// there is nothing.
  public var ease: String? {
    let words = [
      reversedValue.map {
        tr("reversed {value}", ["value": NumberFormat.local.text($0, decimals: 1)])
      }, easy.map { tr("found it easy: {share}", ["share": $0.text]) },
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private let version: CustomerEffortScore.Version?

  /// Half the width of the interval.
  public var marginOfError: Double? { interval.map { ($0.upperBound - $0.lowerBound) / 2 } }

  public init(_ reading: Reading, of metric: Metric) {
    let read = AnswerCounts(reading.counts).flatMap { $0.isEmpty ? nil : $0 }
    var notes: [String] = []
    var found: (value: Double, interval: ClosedRange<Double>?, rule: String)?
    if let read {
      found = Self.fromCounts(read, metric)
      if found == nil {
        notes.append(tr("There are answers outside the scale: the entered value is shown."))
      }
    } else if !reading.counts.isBlank {
      notes.append(tr("The counts of answers cannot be read: the entered value is shown."))
    }
    self.reading = reading
    if let found, let read {
      counts = read
      n = read.n
      value = found.value
      interval = found.interval
      basis = found.interval == nil ? .none : .counts
      rule = found.rule
      if found.interval == nil {
        notes.append(
          read.n < 2
            ? tr("One answer alone says nothing about chance: no interval.")
            : tr("All answers fall together: no interval, as nothing shows how they spread."))
      }
      if abs(found.value - reading.value) > Self.rounding {
        notes.append(
          tr(
            "The counts come to {counted}; {entered} was entered.",
            [
              "counted": MetricWords.number(found.value),
              "entered": MetricWords.number(reading.value),
            ]))
      }
    } else {
      counts = nil
      n = reading.sampleSize
      value = reading.value
      let known = Self.fromValue(reading.value, n: reading.sampleSize ?? 0, metric)
      interval = known.interval
      basis = known.basis
      rule = known.rule
      if known.interval == nil {
        notes.append(
          reading.sampleSize == nil
            ? tr("Nobody knows how many answered: no interval.")
            : tr("Value and n alone do not tell how the answers spread: no interval."))
      }
    }
    self.notes = notes
    let isOlder = metric.measure == .olderCES
    version = isOlder ? .older : metric.measure == .ces ? .second : nil
    reversedValue = isOlder ? CustomerEffortScore.reversed(older: value) : nil
    reversedInterval =
      isOlder
      ? interval.map {
        CustomerEffortScore.reversed(
          older: $0.upperBound)...CustomerEffortScore.reversed(
            older: $0.lowerBound)
      } : nil
  }

  /// An entered value may have been rounded to whole numbers.
  static let rounding = 0.5

  private static func fromCounts(_ counts: AnswerCounts, _ metric: Metric)
    -> (value: Double, interval: ClosedRange<Double>?, rule: String)?
  {
    switch metric.measure {
    case .nps:
      guard let score = NetPromoterScore(counts), let value = score.score else { return nil }
      return (value, score.interval, NetPromoterScore.rule)
    case .csat:
      guard let satisfaction = CustomerSatisfaction(counts), let value = satisfaction.percent
      else { return nil }
      return (value, satisfaction.interval, CustomerSatisfaction.rule)
    case .ces:
      guard let effort = CustomerEffortScore(counts), let value = effort.mean else { return nil }
      return (value, effort.interval, effort.rule)
    case .olderCES:
      guard let effort = CustomerEffortScore(counts, .older), let mean = effort.mean else {
        return nil
      }
      let interval = effort.interval.map { 6 - $0.upperBound...6 - $0.lowerBound }
      return (CustomerEffortScore.reversed(older: mean), interval, effort.rule)
    case .own:
      let scale = metric.scale
      guard scale.map(counts.areWithin) ?? true, let mean = counts.mean else { return nil }
      return (mean, MeanInterval(counts)?.interval(within: scale), meanRule)
    }
  }

  /// What an interval can be when only value and n are known. A share says all about itself. A mean
  /// between two ends spreads most when all answers stand at the ends: its variance is
  /// (mean − lowest) × (highest − mean) at most. (Bhatia, R., Davis, C.: A better bound on the
  /// variance. The American Mathematical Monthly 107 (2000), 353–357.) Of NPS that is
  /// 1 − score², all being promoters or detractors.
  private static func fromValue(_ value: Double, n: Int, _ metric: Metric)
    -> (interval: ClosedRange<Double>?, basis: Basis, rule: String)
  {
    if metric.measure == .csat {
      guard n > 0, (0...100).contains(value) else { return (nil, .none, CustomerSatisfaction.rule) }
      return (percentInterval(value, n), .share, CustomerSatisfaction.rule)
    }
    if metric.isShare {
      let answered = tr("The value as it was entered, a share of n.")
      guard n > 0, (0...100).contains(value) else { return (nil, .none, answered) }
      return (
        percentInterval(value, n), .share,
        [answered, Proportion.intervalRule].joined(separator: " ")
      )
    }
    guard let scale = metric.scale else { return (nil, .none, enteredRule(of: metric)) }
    guard scale.contains(value), n > 1 else {
      return (nil, .none, metric.measure == .own ? enteredRule(of: metric) : rule(of: metric))
    }
    // NPS has three classes only, whose variance is that of the population, as its formula has it.
    let degrees = metric.measure == .nps ? Double(n) : Double(n - 1)
    let most = (value - scale.lowerBound) * (scale.upperBound - value) * Double(n) / degrees
    let factor =
      metric.measure == .nps
      ? Normal.quantile975 : StudentT.quantile975(degrees: n - 1) ?? .infinity
    guard most > 0 else {
      return (nil, .none, metric.measure == .own ? enteredRule(of: metric) : rule(of: metric))
    }
    let reach = factor * (most / Double(n)).squareRoot()
    return (
      (value - reach...value + reach).clamped(to: scale), .widest,
      [
        metric.measure == .own ? ownBoundRule : rule(of: metric),
        tr("Only value and n are known: the interval is the widest that is possible."),
      ].joined(separator: " ")
    )
  }

  private static func percentInterval(_ percent: Double, _ n: Int) -> ClosedRange<Double>? {
    Proportion.interval(of: percent / 100, n: n).map { $0.lowerBound * 100...$0.upperBound * 100 }
  }

  private static var meanRule: String {
    tr("Mean of the answers. 95 % interval: ± t × s ÷ √n (Student, n − 1 degrees of freedom).")
  }

  /// Of a metric of one's own nobody but its source knows how it is worked out: it may be a mean, a
  /// median, a sum.
  private static func enteredRule(of metric: Metric) -> String {
    metric.source.isBlank
      ? tr("The value as it was entered.")
      : tr("The value as it was entered; source: {source}.", ["source": metric.source.singleLine])
  }

  private static var ownBoundRule: String {
    tr("The value as it was entered. 95 % interval of a mean between the ends of the scale.")
  }

  private static func rule(of metric: Metric) -> String {
    switch metric.measure {
    case .nps: NetPromoterScore.rule
    case .csat: CustomerSatisfaction.rule
    case .ces: CustomerEffortScore.rule(.second)
    case .olderCES: CustomerEffortScore.rule(.older)
    case .own: meanRule
    }
  }
}
