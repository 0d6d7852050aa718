import Foundation

/// Customer Effort Score: how easy customers find it, as a mean on a scale whose upper end is
/// easiest.
///
/// CES 2.0 asks on 1–7 whether the company made it easy (Dixon, M., Toman, N., DeLisi, R.: The
/// Effortless Experience, 2013). The older one asks on 1–5 how much effort it took, 1 being least
/// (Dixon, Freeman, Toman: Stop trying to delight your customers. Harvard Business Review 88 (2010),
/// 116–122); it is reversed here, 1 becoming 5, so that more is better in both.
public struct CustomerEffortScore: Equatable, Sendable {
  public enum Version: Sendable {
    /// 1–7, 7 is easiest.
    case second
    /// 1–5, 1 is easiest.
    case older

    public var scale: ClosedRange<Double> { self == .second ? 1...7 : 1...5 }
    /// The answers that say it was easy, after reversing: 5–7, and 4–5 of the older one.
    public var easy: ClosedRange<Double> { self == .second ? 5...7 : 4...5 }
  }

  public let version: Version
  /// More is easier, of the older one, too.
  public let counts: AnswerCounts

  /// Nil when there is an answer outside the scale.
  ///
  /// - Parameter counts: as they were given; those of the older one are reversed.
  public init?(_ counts: AnswerCounts, _ version: Version = .second) {
    guard counts.areWithin(version.scale) else { return nil }
    self.version = version
    self.counts = version == .older ? counts.reversed(on: version.scale) : counts
  }

  /// A mean of the older score, so that more is easier: 6 − mean.
  public static func reversed(older mean: Double) -> Double { 6 - mean }

  public var n: Int { counts.n }

  /// On the scale; nil when nobody answered.
  public var mean: Double? { counts.mean }

  /// 95 % interval of the mean, within the scale.
  public var interval: ClosedRange<Double>? {
    MeanInterval(counts)?.interval(within: version.scale)
  }

  /// Who found it easy.
  public var easy: Proportion { Proportion(counts.count(in: version.easy), of: n) }

  /// In words, for the screen.
  public var rule: String { Self.rule(version) }

  public static func rule(_ version: Version) -> String {
    switch version {
    case .second:
      tr(
        "CES 2.0: mean on 1–7, 7 is easiest. Beside it, per cent who answer 5–7. 95 % interval: ± t × s ÷ √n."
      )
    case .older:
      tr(
        "The older CES: mean on 1–5, 1 is easiest; reversed (6 − mean), more is easier. Beside it, per cent who answer 1–2. 95 % interval: ± t × s ÷ √n."
      )
    }
  }
}

/// The 95 % interval of a mean by Student's t: mean ± t × s ÷ √n with n − 1 degrees of freedom.
/// (Student: The probable error of a mean. Biometrika 6 (1908), 1–25.)
public struct MeanInterval: Equatable, Sendable {
  public let mean: Double
  public let standardDeviation: Double
  public let n: Int

  /// Nil below two values, and when all are the same: then it would claim to know for sure.
  public init?(mean: Double, standardDeviation: Double, n: Int) {
    guard n > 1, standardDeviation > 0, mean.isFinite, standardDeviation.isFinite else {
      return nil
    }
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.n = n
  }

  public init?(_ counts: AnswerCounts) {
    guard let mean = counts.mean, let deviation = counts.standardDeviation else { return nil }
    self.init(mean: mean, standardDeviation: deviation, n: counts.n)
  }

  /// To either side of the mean.
  public var marginOfError: Double {
    (StudentT.quantile975(degrees: n - 1) ?? .infinity) * standardDeviation
      / Double(n).squareRoot()
  }

  /// - Parameter scale: what lies outside of it is cut off.
  public func interval(within scale: ClosedRange<Double>? = nil) -> ClosedRange<Double> {
    let whole = mean - marginOfError...mean + marginOfError
    guard let scale else { return whole }
    return whole.clamped(to: scale)
  }
}
