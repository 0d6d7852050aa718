import Foundation

/// Whether what people feel about an opportunity and what is known of it agree.
public struct GutAndData: Equatable, Sendable, Identifiable {
  /// From this difference on, customers are to be asked first.
  public static let difference = 2.0

  public let opportunity: Opportunity
  /// Those who gave a score.
  public let scores: [GutScore]
  public let evidence: OpportunityEvidence

  public init(_ opportunity: Opportunity, scores: [GutScore], evidence: OpportunityEvidence) {
    self.opportunity = opportunity
    self.scores = scores.filter { $0.opportunityID == opportunity.id }.inOrder()
    self.evidence = evidence
  }

  /// Each opportunity, in order.
  public static func all(
    _ opportunities: [Opportunity], scores: [GutScore], in records: OpportunityEvidence.Records
  ) -> [GutAndData] {
    let evidence = OpportunityEvidence.all(of: opportunities, in: records)
    let byOpportunity = Dictionary(grouping: scores, by: \.opportunityID)
    return opportunities.inOrder().map {
      GutAndData(
        $0, scores: byOpportunity[$0.id] ?? [], evidence: evidence[$0.id] ?? OpportunityEvidence())
    }
  }

  public var id: UUID { opportunity.id }

  /// Who gave a score (n).
  public var n: Int { scores.count }

  /// Mean of those who gave one, 1…5; nil: nobody did.
  public var gut: Double? { Spread(scores.map { Double($0.score) }).mean }

  /// 1…5.
  public var data: Double { evidence.score }

  /// Gut less data, −4…4; nil when nobody gave a score.
  public var difference: Double? { gut.map { $0 - data } }

  /// They differ by 2 or more: customers are asked first. A mean of thirds may fall short of 2 by
  /// rounding only.
  public var disagrees: Bool { gut.map { Self.differ($0, data) } ?? false }

  /// Whether two scores are so far apart that customers should be asked.
  public static func differ(_ gut: Double, _ data: Double) -> Bool {
    abs(gut - data) >= difference - 1e-9
  }

  /// In words, for the screen.
  public static var rule: String {
    [
      tr(
        "Gut: mean of those who gave a score, 1–5. Where gut and data differ by 2 or more, customers are asked first."
      ),
      OpportunityEvidence.rule,
    ].joined(separator: " ")
  }
}
