import Foundation

extension JourneyFigures {
  /// Of every map of a workspace, by its id, in one go.
  public static func all(_ contents: WorkspaceContents) -> [UUID: JourneyFigures] {
    let stages = Dictionary(grouping: contents.stages, by: \.mapID)
    let steps = Dictionary(grouping: contents.steps, by: \.stageID)
    let maps = Dictionary(
      contents.lanes.map { ($0.id, $0.mapID) }, uniquingKeysWith: { first, _ in first })
    let cards = Dictionary(grouping: contents.cards) { maps[$0.laneID] }
    let talking = Set(contents.lanes.filter { $0.laneKind == .departments }.map(\.mapID))
    let backed = Set(contents.stepDepartments.map(\.stepID))
    return Dictionary(
      contents.journeyMaps.map { map in
        let own = (stages[map.id] ?? []).inOrder().flatMap { (steps[$0.id] ?? []).inOrder() }
        return (
          map.id,
          JourneyFigures(
            steps: own.map(\.id), cards: cards[map.id] ?? [], backed: backed,
            hasDepartmentLane: talking.contains(map.id))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - steps: in order.
  ///   - backed: steps that a department stands behind.
  private init(
    steps ids: [UUID], cards all: [Card], backed: Set<UUID>, hasDepartmentLane: Bool
  ) {
    steps = ids.count
    let places = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    cards = all.count
    assumedCards = all.count { $0.evidence == .assumed }
    var isKnown = [Bool](repeating: false, count: ids.count)
    for card in all where card.evidence != .assumed {
      guard let first = places[card.stepID] else { continue }
      for index in first..<min(first + max(card.span, 1), ids.count) { isKnown[index] = true }
    }
    stepsWithoutEvidence = isKnown.count { !$0 }
    let behind = ids.count(where: backed.contains)
    if hasDepartmentLane || behind > 0 { stepsWithoutDepartment = ids.count - behind }
  }
}
