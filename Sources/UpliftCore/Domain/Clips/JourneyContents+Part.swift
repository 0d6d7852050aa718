import Foundation

extension JourneyContents {
  /// The map with nothing on it but a part, for a picture or a document of that. A card that
  /// reaches into the part from outside begins at the part's first step; of cells, all stands
  /// there that the smallest block of steps and lanes around them holds.
  public func only(_ part: MapPart) -> JourneyContents {
    switch part {
    case .whole: return self
    case .stages(let ids):
      return only(
        steps: Set(steps.filter { ids.contains($0.stageID) }.map(\.id)), stages: ids, lanes: nil)
    case .steps(let ids): return only(steps: ids, stages: nil, lanes: nil)
    case .lanes(let ids, let lineIDs): return only(steps: nil, stages: nil, lanes: ids, lineIDs)
    case .cells(let selection):
      let (columns, rows) = block(around: selection)
      return only(
        steps: Set(columns.map { steps[$0].id }), stages: nil,
        lanes: Set(rows.map { lanes[$0].id }))
    }
  }

  /// Indices of the steps and lanes of the smallest block that holds all of a selection, cards
  /// with all the steps that they cover.
  private func block(around selection: CellSelection) -> (steps: [Int], lanes: [Int]) {
    let places = Dictionary(
      steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var columns = Set<Int>()
    var rows = Set(selection.cells.map(\.laneID))
    for cell in selection.cells { if let place = places[cell.stepID] { columns.insert(place) } }
    for id in selection.cards {
      guard let card = cards[id], let covered = steps(coveredBy: card, places) else { continue }
      rows.insert(card.laneID)
      columns.formUnion(covered)
    }
    for (stepID, list) in emotions
    where list.contains(where: { selection.emotions.contains($0.id) }) {
      if let place = places[stepID] { columns.insert(place) }
      if let lane = lanes.first(where: { $0.laneKind == .emotion }) { rows.insert(lane.id) }
    }
    let laneIndices = lanes.indices.filter { rows.contains(lanes[$0].id) }
    return (Self.stretch(columns.sorted()), Self.stretch(laneIndices))
  }

  private static func stretch(_ indices: [Int]) -> [Int] {
    guard let first = indices.first, let last = indices.last else { return [] }
    return Array(first...last)
  }

  /// Indices of the steps that a card stands at; nil when its step is unknown.
  func steps(coveredBy card: Card, _ places: [UUID: Int]) -> ClosedRange<Int>? {
    guard let first = places[card.stepID] else { return nil }
    return first...(first + max(1, min(card.span, steps.count - first)) - 1)
  }

  /// Nil: all of them.
  private func only(
    steps stepIDs: Set<UUID>?, stages stageIDs: Set<UUID>?, lanes laneIDs: Set<UUID>?,
    _ lineIDs: Set<UUID> = []
  ) -> JourneyContents {
    var result = self
    // What was worked out from another map is kept by hand, and nothing is to be read again.
    result.futureMaps = []
    var deletions: [EntityReference] = []
    var moved: [any Entity] = []
    if let stepIDs {
      result.futureEmotions = futureEmotions.filter { stepIDs.contains($0.key) }
      let places = Dictionary(
        steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      for card in cards.values {
        guard let covered = steps(coveredBy: card, places) else { continue }
        let shown = covered.filter { stepIDs.contains(steps[$0].id) }
        guard let first = shown.first, shown.count != covered.count else { continue }
        var card = card
        card.stepID = steps[first].id
        card.span = shown.count
        moved.append(card)
      }
      deletions += steps.filter { !stepIDs.contains($0.id) }.map(\.reference)
      let kept = stageIDs ?? Set(steps.filter { stepIDs.contains($0.id) }.map(\.stageID))
      deletions += stages.filter { !kept.contains($0.id) }.map(\.reference)
    }
    if let laneIDs {
      deletions += lanes.filter { !laneIDs.contains($0.id) }.map(\.reference)
      let ranks = lanes.filter { laneIDs.contains($0.id) }.map(\.rank)
      let isOutside = { (line: BlueprintLine) in
        !lineIDs.contains(line.id)
          && !(ranks.contains { $0 < line.rank } && ranks.contains { $0 > line.rank })
      }
      deletions += lines.filter(isOutside).map(\.reference)
    }
    _ = result.apply(WorkspaceChange(upserts: moved, deletions: deletions))
    return result
  }
}
