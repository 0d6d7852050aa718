import Foundation

extension JourneyContents {
  /// Cards become ones of another kind: each goes to the first lane of the kind, at its own step
  /// and below what is there, or to a new lane at the end when the map has none. Nil when all of
  /// them are so already.
  public func converting(_ cardIDs: [UUID], to kind: Lane.Kind) -> Placement? {
    let lanesOfKind = Set(lanes.filter { $0.laneKind == kind }.map(\.id))
    let changing = inPictureOrder(cardIDs).filter {
      !lanesOfKind.contains($0.laneID) || $0.cardKind != nil
    }
    guard !changing.isEmpty else { return nil }
    var changes: [Change] = []
    let open = cardLanes + shownLanes
    var laneID = open.first { $0.laneKind == kind }?.id
    var last: [UUID: Rank] = [:]
    for card in changing {
      var new = card
      new.cardKind = nil
      if !lanesOfKind.contains(card.laneID) {
        if laneID == nil {
          let lane = addingLane(kind)
          changes += lane.edit.changes
          laneID = lane.record.id
        }
        guard let laneID else { continue }
        let there = cards(at: Cell(laneID: laneID, stepID: card.stepID))
        let rank = Rank.between(last[card.stepID] ?? there.last?.rank, nil)
        last[card.stepID] = rank
        new.laneID = laneID
        new.rank = rank
      }
      changes.append(.update(from: card, to: new))
    }
    return Placement(
      edit: Edit(.setKind, changes), references: changing.map(\.reference))
  }
}
