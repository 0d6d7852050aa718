import Foundation

/// Edits that move what is on a map. Nil: it cannot go further that way.
extension JourneyContents {
  /// Moves a card, step, stage, lane or blueprint line by one place.
  ///
  /// A card goes to the step before or after, up or down among the cards of its cell, and past the
  /// last one into the next lane that can hold it. A step at the edge of its stage goes into the
  /// neighbouring one. Lanes and lines pass each other.
  public func moving(_ reference: EntityReference, _ direction: Direction) -> Edit? {
    movingAlone(reference, direction).map { keepingCovers($0) }
  }

  /// Whatever becomes of the cards that covered a step.
  func movingAlone(_ reference: EntityReference, _ direction: Direction) -> Edit? {
    switch reference.kind {
    case .card: cards[reference.id].flatMap { movingCard($0, direction) }
    case .step: steps.first { $0.id == reference.id }.flatMap { movingStep($0, direction) }
    case .stage: movingStage(reference.id, direction)
    case .lane, .blueprintLine: movingRow(reference, direction)
    default: nil
    }
  }

  private func movingCard(_ card: Card, _ direction: Direction) -> Edit? {
    let cell = Cell(laneID: card.laneID, stepID: card.stepID)
    let siblings = cards(at: cell)
    guard let index = siblings.firstIndex(where: { $0.id == card.id }) else { return nil }
    switch direction {
    case .backward, .forward:
      guard let stepIndex = steps.firstIndex(where: { $0.id == card.stepID }) else { return nil }
      let target = stepIndex + (direction == .forward ? 1 : -1)
      guard steps.indices.contains(target) else { return nil }
      return movingCard(card, to: Cell(laneID: card.laneID, stepID: steps[target].id))
    case .up, .down:
      let target = index + (direction == .down ? 1 : -1)
      if siblings.indices.contains(target) {
        return Edit.update(.move, card) { $0.rank = siblings.rank(at: target, without: card.id) }
      }
      let open = shownLanes.filter {
        $0.laneKind.holdsCards && !$0.isCollapsed || $0.id == card.laneID
      }
      guard let laneIndex = open.firstIndex(where: { $0.id == card.laneID }) else { return nil }
      let lane = laneIndex + (direction == .down ? 1 : -1)
      guard open.indices.contains(lane) else { return nil }
      return movingCard(
        card, to: Cell(laneID: open[lane].id, stepID: card.stepID), first: direction == .down)
    }
  }

  /// To the end of a cell, or to its beginning.
  public func movingCard(_ card: Card, to cell: Cell, first: Bool = false) -> Edit {
    let others = cards(at: cell).filter { $0.id != card.id }
    return Edit.update(.move, card) { moved in
      moved.laneID = cell.laneID
      moved.stepID = cell.stepID
      moved.rank =
        first ? .between(nil, others.first?.rank) : .between(others.last?.rank, nil)
      if let index = steps.firstIndex(where: { $0.id == cell.stepID }) {
        moved.span = min(moved.span, steps.count - index)
      }
    }
  }

  private func movingStep(_ step: Step, _ direction: Direction) -> Edit? {
    guard direction == .backward || direction == .forward,
      let stageIndex = stages.firstIndex(where: { $0.id == step.stageID })
    else { return nil }
    let siblings = steps(of: step.stageID)
    guard let index = siblings.firstIndex(where: { $0.id == step.id }) else { return nil }
    let target = index + (direction == .forward ? 1 : -1)
    if siblings.indices.contains(target) {
      return Edit.update(.move, step) { $0.rank = siblings.rank(at: target, without: step.id) }
    }
    let stage = stageIndex + (direction == .forward ? 1 : -1)
    guard stages.indices.contains(stage) else { return nil }
    let others = steps(of: stages[stage].id)
    return Edit.update(.move, step) { moved in
      moved.stageID = stages[stage].id
      moved.rank =
        direction == .forward
        ? .between(nil, others.first?.rank) : .between(others.last?.rank, nil)
    }
  }

  private func movingStage(_ id: UUID, _ direction: Direction) -> Edit? {
    guard direction == .backward || direction == .forward,
      let index = stages.firstIndex(where: { $0.id == id })
    else { return nil }
    let target = index + (direction == .forward ? 1 : -1)
    guard stages.indices.contains(target) else { return nil }
    return Edit.update(.move, stages[index]) { $0.rank = stages.rank(at: target, without: id) }
  }

  private func movingRow(_ reference: EntityReference, _ direction: Direction) -> Edit? {
    guard direction == .up || direction == .down else { return nil }
    let lane = lanes.first { $0.reference == reference }
    let line = lines.first { $0.reference == reference }
    guard let rank = lane?.rank ?? line?.rank else { return nil }
    let others = rowRanks.filter { $0 != rank }
    // What nobody sees is no place to go to.
    let seen = shownLanes.map(\.rank) + lines.map(\.rank)
    let new: Rank
    if direction == .up {
      guard let neighbour = seen.filter({ $0 < rank }).max() else { return nil }
      new = .between(others.last { $0 < neighbour }, neighbour)
    } else {
      guard let neighbour = seen.filter({ $0 > rank }).min() else { return nil }
      new = .between(neighbour, others.first { $0 > neighbour })
    }
    if let lane { return Edit.update(.move, lane) { $0.rank = new } }
    return line.map { Edit.update(.move, $0) { $0.rank = new } }
  }
}
