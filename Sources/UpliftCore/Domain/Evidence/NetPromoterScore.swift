import Foundation

/// Net Promoter Score: per cent who answer 9–10 to "How likely is it that you would recommend us?"
/// less per cent who answer 0–6, −100…100. (Reichheld, F. F.: The one number you need to grow.
/// Harvard Business Review 81 (2003), 46–54.)
public struct NetPromoterScore: Equatable, Sendable {
  /// Who answered 9 or 10.
  public let promoters: Int
  /// Who answered 7 or 8.
  public let passives: Int
  /// Who answered 0 to 6.
  public let detractors: Int

  public init(promoters: Int, passives: Int, detractors: Int) {
    self.promoters = max(0, promoters)
    self.passives = max(0, passives)
    self.detractors = max(0, detractors)
  }

  /// Nil when there is an answer outside 0…10. One between two classes, which no such survey has,
  /// belongs to the lower one.
  public init?(_ counts: AnswerCounts) {
    guard counts.areWithin(0...10) else { return nil }
    let promoters = counts.count(in: 9...10)
    let detractors = counts.count(in: 0...Double(7).nextDown)
    self.init(
      promoters: promoters, passives: counts.n - promoters - detractors, detractors: detractors)
  }

  /// Who answered.
  public var n: Int { promoters + passives + detractors }

  /// −100…100; nil when nobody answered.
  public var score: Double? {
    n == 0 ? nil : 100 * Double(promoters - detractors) / Double(n)
  }

  /// s² = p + d − (p − d)² of one answer that counts 1, 0 or −1, where p and d are the shares of
  /// promoters and detractors; 0…1. Nil when nobody answered.
  public var variance: Double? {
    guard n > 0 else { return nil }
    let (p, d) = (Double(promoters) / Double(n), Double(detractors) / Double(n))
    return max(0, p + d - (p - d) * (p - d))
  }

  /// Points to either side: 100 × 1.96 × √(s² ÷ n). Nil below two answers, and when all of them fall
  /// into one class: then the formula would claim to know for sure. (Rocks, B.: Interval estimation
  /// for the "Net Promoter Score". The American Statistician 70 (2016), 365–372: Wald's interval.)
  public var marginOfError: Double? {
    guard let variance, variance > 0, n > 1 else { return nil }
    return 100 * Normal.quantile975 * (variance / Double(n)).squareRoot()
  }

  /// 95 % interval, within −100…100.
  public var interval: ClosedRange<Double>? {
    guard let score, let marginOfError else { return nil }
    return max(-100, score - marginOfError)...min(100, score + marginOfError)
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "NPS: per cent who answer 9–10 less per cent who answer 0–6. 95 % interval: ± 1.96 × √((p + d − (p − d)²) ÷ n) × 100, p and d being the shares of both."
    )
  }
}
