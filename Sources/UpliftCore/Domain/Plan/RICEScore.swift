import Foundation

/// RICE = reach × impact × confidence ÷ effort. (McBride, S.: RICE, simple prioritization for
/// product managers. Intercom, 2016.)
public struct RICEScore: Equatable, Sendable {
  public enum Part: CaseIterable, Sendable {
    case reach, impact, confidence, effort
  }

  public let opportunity: Opportunity
  /// Customers a quarter.
  public let reach: Double?
  /// 0.25 (minimal) … 3 (massive).
  public let impact: Double?
  /// 0…1.
  public let confidence: Double?
  /// Person-months.
  public let effort: Double?

  public init(_ opportunity: Opportunity) {
    self.opportunity = opportunity
    reach = opportunity.reach
    impact = opportunity.value.flatMap(Self.impact)
    confidence = opportunity.confidence
    effort = opportunity.effort
  }

  /// Intercom's scale from a value of 1…5: 1 is 0.25 (minimal), 2 is 0.5 (low), 3 is 1 (medium), 4 is
  /// 2 (high), 5 is 3 (massive); linear between them. Nil for a value outside 1…5.
  public static func impact(of value: Double) -> Double? {
    guard (1...5).contains(value) else { return nil }
    let steps = [0.25, 0.5, 1, 2, 3]
    let lower = min(Int(value) - 1, 3)
    return steps[lower] + (steps[lower + 1] - steps[lower]) * (value - Double(lower + 1))
  }

  /// Customers a quarter for each person-month, weighed; nil when a part is missing or the effort is
  /// 0.
  public var score: Double? {
    guard let reach, let impact, let confidence, let effort, effort > 0 else { return nil }
    let score = reach * impact * confidence / effort
    return score.isFinite ? score : nil
  }

  /// What nobody has said yet, or, of the effort, said to be 0.
  public var missing: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .reach: reach == nil
      case .impact: impact == nil
      case .confidence: confidence == nil
      case .effort: (effort ?? 0) <= 0
      }
    }
  }

  /// "400 × 2 × 0.8 ÷ 4 = 160"; nil without a score.
  public var working: String? {
    guard let reach, let impact, let confidence, let effort, let score else { return nil }
    return tr(
      "{reach} × {impact} × {confidence} ÷ {effort} = {score}",
      [
        "reach": MetricWords.number(reach), "impact": MetricWords.number(impact),
        "confidence": MetricWords.number(confidence), "effort": MetricWords.number(effort),
        "score": MetricWords.number(score),
      ])
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "RICE = reach × impact × confidence ÷ effort. Reach: customers a quarter. Impact from value: 1 is 0.25, 2 is 0.5, 3 is 1, 4 is 2, 5 is 3; a value between two of them counts in proportion: 3.5 is 1.5. Confidence: 0 to 1. Effort: person-months."
    )
  }
}

extension RICEScore.Part {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .reach: tr("reach")
    case .impact: tr("value")
    case .confidence: tr("confidence")
    case .effort: tr("effort")
    }
  }
}
