import Foundation

/// Several things that move together and keep their order and shape: when one of them can go no
/// further, none of them moves.
extension JourneyContents {
  /// By one place, as `moving` a single one. Records of the first one's sort move: cards, steps,
  /// stages, or lanes and lines.
  ///
  /// - Parameter references: in the order of the picture.
  public func moving(_ references: [EntityReference], _ direction: Direction) -> Edit? {
    guard let first = references.first else { return nil }
    guard references.count > 1 else { return moving(first, direction) }
    let sort = references.filter { Self.sort($0.kind) == Self.sort(first.kind) }
    if first.kind == .card { return movingCards(sort.map(\.id), direction) }
    // Whoever goes first makes room for the next.
    let ordered = direction == .down || direction == .forward ? sort.reversed() : sort
    var contents = self
    var result: Edit?
    for reference in ordered {
      guard let edit = contents.movingAlone(reference, direction) else { return nil }
      contents = contents.after(edit)
      result = result?.followed(by: edit) ?? edit
    }
    return result.map { keepingCovers($0) }
  }

  private static func sort(_ kind: EntityKind) -> EntityKind {
    kind == .blueprintLine ? .lane : kind
  }

  private func movingCards(_ ids: [UUID], _ direction: Direction) -> Edit? {
    let moved = inPictureOrder(ids)
    guard let first = moved.first else { return nil }
    let cell = Cell(laneID: first.laneID, stepID: first.stepID)
    let isOneCell = moved.allSatisfy { $0.laneID == cell.laneID && $0.stepID == cell.stepID }
    if isOneCell, direction == .up || direction == .down,
      let edit = movingWithin(cell, moved, direction)
    {
      return edit
    }
    let own = Set(moved.map(\.laneID))
    let cardLaneIDs = Set(cardLanes.map(\.id))
    let open = shownLanes.map(\.id).filter { cardLaneIDs.contains($0) || own.contains($0) }
    var landing = CardLanding(cell: cell, before: nil, stepShift: 0, laneShift: 0, lanes: open)
    switch direction {
    case .forward: landing.stepShift = 1
    case .backward: landing.stepShift = -1
    case .down: landing.laneShift = 1
    case .up: landing.laneShift = -1
    }
    guard let target = self.cell(of: first.id, in: landing) else { return nil }
    landing.cell = target
    if isOneCell, direction == .down { landing.before = cards(at: target).first?.id }
    return movingCards(ids, to: landing)?.edit
  }

  /// Nil when the cards stand at that end of their cell.
  private func movingWithin(_ cell: Cell, _ moved: [Card], _ direction: Direction) -> Edit? {
    let ids = Set(moved.map(\.id))
    let there = cards(at: cell)
    let before: UUID?
    if direction == .up {
      guard let first = there.firstIndex(where: { ids.contains($0.id) }), first > 0 else {
        return nil
      }
      before = there[first - 1].id
    } else {
      guard let last = there.lastIndex(where: { ids.contains($0.id) }), last < there.count - 1
      else { return nil }
      before = there.dropFirst(last + 2).first?.id
    }
    let landing = CardLanding(cell: cell, before: before, stepShift: 0, laneShift: 0, lanes: [])
    return movingCards(moved.map(\.id), to: landing)?.edit
  }
}
