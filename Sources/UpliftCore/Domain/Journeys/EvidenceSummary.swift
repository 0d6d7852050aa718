import Foundation

/// How much of a map is known, and from where.
public struct EvidenceSummary: Equatable, Sendable {
  /// Cards of each evidence level; a level without cards is absent.
  public var cards: [EvidenceLevel: Int] = [:]
  public var cardCount: Int
  public var stepCount: Int
  /// At which no observed or reported card stands, nor reaches over them; in order.
  public var stepsWithoutEvidence: [Step]
  /// Observed or reported cards with neither a source nor a link to what backs them, in the order
  /// of lanes and steps.
  public var cardsWithoutSource: [Card]

  /// - Parameter backedCards: cards with a link "backed by".
  public init(_ journey: JourneyContents, backedCards: Set<UUID>) {
    cardCount = journey.cards.count
    stepCount = journey.steps.count
    for card in journey.cards.values { cards[card.evidence, default: 0] += 1 }
    var places: [UUID: Int] = [:]
    for (index, step) in journey.steps.enumerated() { places[step.id] = index }
    var isKnown = [Bool](repeating: false, count: journey.steps.count)
    for card in journey.cards.values where card.evidence != .assumed {
      guard let first = places[card.stepID] else { continue }
      for index in first..<min(first + max(card.span, 1), isKnown.count) { isKnown[index] = true }
    }
    stepsWithoutEvidence = zip(journey.steps, isKnown).filter { !$1 }.map(\.0)
    var unsourced: [Card] = []
    for lane in journey.lanes {
      for step in journey.steps {
        unsourced += journey.cards(at: Cell(laneID: lane.id, stepID: step.id)).filter {
          $0.evidence != .assumed && $0.metricID == nil && !backedCards.contains($0.id)
            && $0.source.allSatisfy(\.isWhitespace)
        }
      }
    }
    cardsWithoutSource = unsourced
  }

  /// 0…1; nil in a map without cards.
  public func share(of level: EvidenceLevel) -> Double? {
    cardCount == 0 ? nil : Double(cards[level] ?? 0) / Double(cardCount)
  }
}
