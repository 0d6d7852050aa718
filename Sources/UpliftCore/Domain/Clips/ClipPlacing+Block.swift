import Foundation

/// Blocks of cells.
extension ClipPlacing {
  /// False when there is no step or lane to begin at.
  mutating func placeBlock(at place: PastePlace) throws(BlockRefusal) -> Bool {
    let stepID = place.stepID ?? place.stageID.flatMap { target.steps(of: $0).first?.id }
    let first =
      stepID.flatMap { id in columns.firstIndex { $0.id == id } }
      ?? (place.laneID == nil ? nil : columns.startIndex)
    guard let first else { return false }
    let shown = target.shownLanes
    let firstLane =
      place.laneID == nil
      ? shown.firstIndex(where: \.laneKind.holdsCards)
      : shown.firstIndex { $0.id == place.laneID }
    let isKept = firstLane.map { keepsShape(on: shown[$0...]) } ?? false
    // What belongs to steps can stand at any of them; a card needs a lane that holds cards.
    let hasCards = !clip.cards.isEmpty
    guard !hasCards || firstLane != nil || isOfSeveralLanes else { return false }
    for (offset, step) in source.steps.enumerated() {
      steps[step.id] =
        first + offset < columns.count ? columns[first + offset] : addStepAtEnd(like: step)
    }
    if hasCards, isOfSeveralLanes, !isKept {
      matchLanes(among: target.openLanes)
    } else if hasCards, let firstLane {
      try placeRows(on: shown[firstLane...])
    }
    placeCards()
    placeEmotions()
    placeDepartments()
    showWhatBelongsToSteps()
    added = newCards.map(\.reference)
    return true
  }

  var usedLanes: Set<UUID> { Set(source.cards.values.map(\.laneID)) }

  private var isOfSeveralLanes: Bool { usedLanes.count > 1 }

  /// Within its map a block goes where somebody puts it. In another one, cards of several lanes
  /// would be something else there, if these are not of the same kinds.
  private func keepsShape(on shown: ArraySlice<Lane>) -> Bool {
    if source.map.id == target.map.id { return true }
    let used = usedLanes
    return source.lanes.enumerated().allSatisfy { offset, lane in
      !used.contains(lane.id)
        || offset < shown.count && shown[shown.startIndex + offset].laneKind == lane.laneKind
    }
  }

  private mutating func placeRows(on shown: ArraySlice<Lane>) throws(BlockRefusal) {
    let used = usedLanes
    let last = source.lanes.lastIndex { used.contains($0.id) } ?? -1
    for (offset, lane) in source.lanes.enumerated() where offset <= last {
      guard offset < shown.count else {
        guard lane.laneKind.holdsCards else { continue }
        lanes[lane.id] = addLaneAtEnd(like: lane)
        laneCount += 1
        continue
      }
      let own = shown[shown.startIndex + offset]
      if own.laneKind.holdsCards {
        lanes[lane.id] = own
      } else if used.contains(lane.id) {
        try land(lane, on: own)
      }
    }
  }

  /// Cards on a lane that holds none.
  private mutating func land(_ lane: Lane, on own: Lane) throws(BlockRefusal) {
    let title = JourneyWords.title(of: own)
    for step in source.steps {
      guard let newStep = steps[step.id] else { continue }
      let texts = source.cards(at: Cell(laneID: lane.id, stepID: step.id)).map(\.text)
      if own.laneKind == .departments {
        landedDepartments[step.id] = try texts.map { text throws(BlockRefusal) in
          let known = target.departments.first { $0.name.isSame(as: text) }
          guard let known else { throw .noDepartment(text, lane: title) }
          return known.id
        }
      } else if let text = texts.first {
        guard texts.count == 1 else { throw .severalEmotions(lane: title) }
        guard let value = JourneyWords.emotion(in: text) else {
          throw .noEmotion(text, lane: title)
        }
        landed[step.id] = (value, target.persona(feltIn: own.id, at: newStep.id))
      }
    }
  }

  /// Nothing comes into a map that cannot be seen there.
  private mutating func showWhatBelongsToSteps() {
    let kinds: [(Lane.Kind, Bool)] = [
      (.emotion, !source.emotions.isEmpty), (.departments, !clip.stepDepartments.isEmpty),
    ]
    for (kind, isNeeded) in kinds
    where isNeeded && !target.lanes.contains(where: { $0.laneKind == kind }) {
      let lane =
        source.lanes.first { $0.laneKind == kind }
        ?? Lane(mapID: target.map.id, rank: .middle, kind: kind)
      _ = addLaneAtEnd(like: lane)
      laneCount += 1
    }
  }
}
