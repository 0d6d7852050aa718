import Foundation

/// What somebody means of a map: all of it, whole stages, steps or lanes, or cells with what
/// stands in them.
public enum MapPart: Hashable, Sendable {
  case whole
  case stages(Set<UUID>)
  case steps(Set<UUID>)
  /// Lanes, and lines of a blueprint between them.
  case lanes(Set<UUID>, lines: Set<UUID> = [])
  case cells(CellSelection)
}

/// Cards and emotions that are meant, by id, and cells, which may be empty: those at the edge
/// belong to the shape of the block.
public struct CellSelection: Hashable, Sendable {
  public var cards: Set<UUID>
  public var emotions: Set<UUID>
  public var cells: Set<Cell>

  public init(cards: Set<UUID> = [], emotions: Set<UUID> = [], cells: Set<Cell> = []) {
    self.cards = cards
    self.emotions = emotions
    self.cells = cells
  }

  /// True when there is nothing in it but empty places.
  public var isBlank: Bool { cards.isEmpty && emotions.isEmpty }
}

extension JourneyContents {
  /// What a selection of records, emotions and cells means. Only stages, only steps and only lanes
  /// are whole ones; whatever else is a block of cells, for which a header stands for all that it
  /// heads. Nil when nothing of this map is meant.
  public func part(
    records: [EntityReference], emotions: Set<UUID> = [], cells: Set<Cell> = []
  ) -> MapPart? {
    func ids(_ kind: EntityKind) -> Set<UUID> {
      Set(records.lazy.filter { $0.kind == kind }.map(\.id))
    }
    let stageIDs = ids(.stage).intersection(stages.map(\.id))
    let laneIDs = ids(.lane).intersection(lanes.map(\.id))
    let lineIDs = ids(.blueprintLine).intersection(lines.map(\.id))
    let ownSteps = ids(.step).intersection(steps.map(\.id))
    let ownCards = ids(.card).filter { cards[$0] != nil }
    guard ownCards.isEmpty, emotions.isEmpty, cells.isEmpty else {
      return block(
        CellSelection(cards: ownCards, emotions: emotions, cells: cells), steps: ownSteps,
        stages: stageIDs, lanes: laneIDs)
    }
    let hasColumns = !stageIDs.isEmpty || !ownSteps.isEmpty
    if hasColumns, !laneIDs.isEmpty {
      return block(CellSelection(), steps: ownSteps, stages: stageIDs, lanes: laneIDs)
    }
    if !laneIDs.isEmpty || !lineIDs.isEmpty { return .lanes(laneIDs, lines: lineIDs) }
    guard hasColumns else { return nil }
    if ownSteps.isEmpty { return .stages(stageIDs) }
    return .steps(ownSteps.union(steps.filter { stageIDs.contains($0.stageID) }.map(\.id)))
  }

  private func block(
    _ selection: CellSelection, steps stepIDs: Set<UUID>, stages stageIDs: Set<UUID>,
    lanes laneIDs: Set<UUID>
  ) -> MapPart {
    var selection = selection
    let columns = steps.filter { stepIDs.contains($0.id) || stageIDs.contains($0.stageID) }
    for step in columns {
      for lane in lanes { selection.cells.insert(Cell(laneID: lane.id, stepID: step.id)) }
      selection.emotions.formUnion((emotions[step.id] ?? []).map(\.id))
    }
    for lane in lanes where laneIDs.contains(lane.id) {
      for step in steps {
        selection.cells.insert(Cell(laneID: lane.id, stepID: step.id))
        guard lane.laneKind == .emotion else { continue }
        selection.emotions.formUnion((emotions[step.id] ?? []).map(\.id))
      }
    }
    if !columns.isEmpty || !laneIDs.isEmpty {
      let all = Set(columns.map(\.id))
      for card in cards.values where all.contains(card.stepID) || laneIDs.contains(card.laneID) {
        selection.cards.insert(card.id)
      }
    }
    return .cells(selection)
  }
}
