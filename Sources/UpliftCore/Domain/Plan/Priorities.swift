import Foundation

/// Opportunities in the order in which they are worth doing.
public struct Priorities: Equatable, Sendable {
  /// Where an opportunity lies in the impact–effort matrix.
  public enum Quadrant: CaseIterable, Sendable {
    /// Much value, little effort.
    case quickWin
    /// Much value, much effort.
    case majorProject
    /// Little value, little effort.
    case fillIn
    /// Little value, much effort.
    case thankless
  }

  public struct Place: Equatable, Sendable, Identifiable {
    /// From 1; equal scores share a place. Nil without a score.
    public var position: Int?
    public var rice: RICEScore
    public var gutAndData: GutAndData
    /// Nil without value or effort.
    public var quadrant: Quadrant?
    /// Area of the bubble, 0…1: its evidence against that of the one with most.
    public var bubbleArea: Double

    public var id: UUID { rice.opportunity.id }
    public var opportunity: Opportunity { rice.opportunity }
    /// Radius of the bubble, 0…1: areas are compared by the eye.
    public var bubbleRadius: Double { bubbleArea.squareRoot() }
    /// Drawn dashed: gut and data disagree.
    public var isDashed: Bool { gutAndData.disagrees }
  }

  /// Of value: in the middle of 1…5.
  public static let middleValue = 3.0

  /// Highest score first; then those without one, in order.
  public let places: [Place]
  /// Person-months: more than it is much. The median of all; nil without any.
  public let middleEffort: Double?
  public let n: Int

  public init(
    _ opportunities: [Opportunity], gutScores: [GutScore] = [],
    records: OpportunityEvidence.Records = OpportunityEvidence.Records()
  ) {
    let all = GutAndData.all(opportunities, scores: gutScores, in: records)
    let most = all.map(\.evidence.amount).max() ?? 0
    let median = Spread(all.compactMap(\.opportunity.effort)).median
    middleEffort = median
    n = all.count
    var places = all.map { one in
      Place(
        position: nil, rice: RICEScore(one.opportunity), gutAndData: one,
        quadrant: Self.quadrant(one.opportunity, middleEffort: median),
        bubbleArea: most == 0 ? 0 : Double(one.evidence.amount) / Double(most))
    }
    places = places.enumerated().sorted { left, right in
      let (first, second) = (left.element.rice.score ?? -1, right.element.rice.score ?? -1)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    for index in places.indices where places[index].rice.score != nil {
      let isTie = index > 0 && places[index - 1].rice.score == places[index].rice.score
      places[index].position = isTie ? places[index - 1].position : index + 1
    }
    self.places = places
  }

  private static func quadrant(_ one: Opportunity, middleEffort: Double?) -> Quadrant? {
    guard let value = one.value, let effort = one.effort, let middleEffort else { return nil }
    return Quadrant(value: value, effort: effort, middleEffort: middleEffort)
  }

  /// In words, for the screen.
  public static var rule: String {
    [
      RICEScore.rule,
      tr(
        "Bubble: area by pieces of evidence (cards, readings, dialogues, votes). Dashed: gut and data differ by 2 or more. Much value is 3 or more, much effort is more than the median."
      ),
    ].joined(separator: " ")
  }
}

extension Priorities.Quadrant {
  /// - Parameters:
  ///   - middleEffort: person-months; more than it is much.
  ///   - middleValue: from it on it is much.
  public init(
    value: Double, effort: Double, middleEffort: Double,
    middleValue: Double = Priorities.middleValue
  ) {
    self =
      switch (value >= middleValue, effort <= middleEffort) {
      case (true, true): .quickWin
      case (true, false): .majorProject
      case (false, true): .fillIn
      case (false, false): .thankless
      }
  }

  /// In the language of the program.
  public var title: String {
    switch self {
    case .quickWin: tr("Quick wins")
    case .majorProject: tr("Big bets")
    case .fillIn: tr("Fill-ins")
    case .thankless: tr("Think twice")
    }
  }
}
