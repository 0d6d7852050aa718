import Foundation

/// What a map's cards say about how much is known.
public struct JourneyFigures: Equatable, Sendable {
  public var steps: Int
  public var cards: Int
  /// Cards whose evidence level is "assumed".
  public var assumedCards: Int
  /// Steps at which no observed or reported card stands, nor reaches over them.
  public var stepsWithoutEvidence: Int
  /// Steps that no department stands behind; nil in a map that says nothing of departments.
  public var stepsWithoutDepartment: Int?

  public init(_ journey: JourneyContents) {
    steps = journey.steps.count
    cards = journey.cards.count
    assumedCards = journey.cards.values.count { $0.evidence == .assumed }
    var places: [UUID: Int] = [:]
    for (index, step) in journey.steps.enumerated() { places[step.id] = index }
    var isBacked = [Bool](repeating: false, count: journey.steps.count)
    for card in journey.cards.values where card.evidence != .assumed {
      guard let first = places[card.stepID] else { continue }
      let covered = min(max(card.span, 1), isBacked.count - first)
      for index in first..<first + covered { isBacked[index] = true }
    }
    stepsWithoutEvidence = isBacked.count { !$0 }
    let behind = journey.extras.stepDepartments
    if !behind.entries.isEmpty || journey.lanes.contains(where: { $0.laneKind == .departments }) {
      stepsWithoutDepartment = journey.steps.count { behind.targets(of: $0.id).isEmpty }
    }
  }

  /// 0…1; nil in a map without cards.
  public var assumedShare: Double? {
    cards == 0 ? nil : Double(assumedCards) / Double(cards)
  }
}
