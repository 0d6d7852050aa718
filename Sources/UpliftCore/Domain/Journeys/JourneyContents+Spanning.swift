import Foundation

/// Cards that cover several steps. Nil: nothing would change.
extension JourneyContents {
  /// - Parameters:
  ///   - stepID: the first step that the card covers.
  ///   - span: steps; brought to 1 to as many as there are from the first on.
  public func settingExtent(of cardID: UUID, from stepID: UUID, span: Int) -> Edit? {
    guard let card = cards[cardID], let index = steps.firstIndex(where: { $0.id == stepID })
    else { return nil }
    return Edit.changing(card, .setSpan) { card in
      card.span = min(max(span, 1), steps.count - index)
      guard card.stepID != stepID else { return }
      card.stepID = stepID
      let others = cards(at: Cell(laneID: card.laneID, stepID: stepID))
      card.rank = .between(others.last?.rank, nil)
    }
  }

  /// Each card covers so many steps more, or fewer below 0; at least one, and not past the end.
  public func growing(_ cardIDs: [UUID], by delta: Int) -> Edit? {
    let places = placesOfSteps
    let changes = cardIDs.compactMap { id -> Change? in
      guard let card = cards[id], let index = places[card.stepID] else { return nil }
      var new = card
      // One that was to reach past the end is as long as it is seen to be.
      let room = steps.count - index
      new.span = min(max(min(card.span, room) + delta, 1), room)
      return new == card ? nil : .update(from: card, to: new)
    }
    return changes.isEmpty ? nil : Edit(.setSpan, changes)
  }
}
