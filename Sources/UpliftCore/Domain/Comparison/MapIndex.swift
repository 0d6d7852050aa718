import Foundation

/// Where everything on a map stands, for looking up quickly.
struct MapIndex {
  let journey: JourneyContents
  let stages: [UUID: Int]
  let steps: [UUID: Int]
  let lanes: [UUID: Int]
  /// From 1, within its stage.
  let stepPositions: [UUID: Int]
  /// From 1, within its cell.
  let cardPositions: [UUID: Int]
  /// Lanes and blueprint lines, in their common order.
  let rows: [UUID]
  let cards: [Card]
  /// Whether the point of view is a persona with emotions of its own here.
  let viewerHasEmotions: Bool

  init(_ journey: JourneyContents) {
    self.journey = journey
    func places(_ ids: [UUID]) -> [UUID: Int] {
      Dictionary(
        ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    stages = places(journey.stages.map(\.id))
    steps = places(journey.steps.map(\.id))
    lanes = places(journey.lanes.map(\.id))
    var stepPositions: [UUID: Int] = [:]
    var counts: [UUID: Int] = [:]
    for step in journey.steps {
      counts[step.stageID, default: 0] += 1
      stepPositions[step.id] = counts[step.stageID]
    }
    self.stepPositions = stepPositions
    var cardPositions: [UUID: Int] = [:]
    for ids in journey.cells.values {
      for (index, id) in ids.enumerated() { cardPositions[id] = index + 1 }
    }
    self.cardPositions = cardPositions
    let rows = journey.lanes.map { ($0.rank, $0.id) } + journey.lines.map { ($0.rank, $0.id) }
    self.rows = rows.sorted { ($0.0, $0.1.uuidString) < ($1.0, $1.1.uuidString) }.map(\.1)
    cards = journey.cardsInOrder
    let viewer = journey.map.personaID
    viewerHasEmotions =
      viewer != nil
      && journey.emotions.values.contains { $0.contains { $0.personaID == viewer } }
  }

  func stage(_ id: UUID) -> Stage? { stages[id].map { journey.stages[$0] } }
  func step(_ id: UUID) -> Step? { steps[id].map { journey.steps[$0] } }
  func lane(_ id: UUID) -> Lane? { lanes[id].map { journey.lanes[$0] } }

  // MARK: Places

  func place(of stage: Stage) -> Difference.Place {
    Difference.Place(position: (stages[stage.id] ?? 0) + 1)
  }

  func place(of step: Step) -> Difference.Place {
    Difference.Place(
      stage: stage(step.stageID)?.title, position: stepPositions[step.id] ?? 1)
  }

  func placeOfRow(_ id: UUID) -> Difference.Place {
    Difference.Place(position: (rows.firstIndex(of: id) ?? 0) + 1)
  }

  func place(of card: Card) -> Difference.Place {
    let step = step(card.stepID)
    return Difference.Place(
      stage: step.flatMap { stage($0.stageID)?.title }, step: step?.title,
      lane: lane(card.laneID).map(JourneyWords.title(of:)), position: cardPositions[card.id] ?? 1)
  }

  // MARK: Parts, for matching

  func basis() -> [(UUID, UUID)] {
    var result: [(UUID, UUID)] = []
    func add(_ id: UUID, _ basis: UUID?) { if let basis { result.append((id, basis)) } }
    for stage in journey.stages { add(stage.id, stage.basisID) }
    for step in journey.steps { add(step.id, step.basisID) }
    for lane in journey.lanes { add(lane.id, lane.basisID) }
    for card in cards { add(card.id, card.basisID) }
    return result
  }
}
