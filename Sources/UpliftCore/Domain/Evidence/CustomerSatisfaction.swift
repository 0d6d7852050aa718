import Foundation

/// Customer satisfaction (CSAT): per cent who answer 4 or 5 on a scale of 1–5.
public struct CustomerSatisfaction: Equatable, Sendable {
  public let satisfied: Proportion

  public init(satisfied: Int, of n: Int) { self.satisfied = Proportion(satisfied, of: n) }

  /// Nil when there is an answer outside 1…5.
  public init?(_ counts: AnswerCounts) {
    guard counts.areWithin(1...5) else { return nil }
    satisfied = Proportion(counts.count(in: 4...5), of: counts.n)
  }

  public var n: Int { satisfied.n }

  /// 0…100; nil when nobody answered.
  public var percent: Double? { satisfied.percent }

  /// 95 % interval after Wilson, 0…100.
  public var interval: ClosedRange<Double>? {
    satisfied.interval.map { $0.lowerBound * 100...$0.upperBound * 100 }
  }

  /// In words, for the screen.
  public static var rule: String {
    tr("CSAT: per cent who answer 4 or 5 on 1–5. 95 % interval of a share after Wilson (1927).")
  }
}
