import Foundation

/// Edits of pictures on a map. Nil: there is nothing to change.
extension JourneyContents {
  /// Pictures as new cards: the first at `cell`, one each at the steps after it. Past the last
  /// step the rest stand below each other there.
  public func adding(pictures: [StoredPicture], at cell: Cell) -> (edit: Edit, cards: [Card])? {
    guard let lane = lanes.first(where: { $0.id == cell.laneID }), lane.laneKind.holdsCards,
      let first = steps.firstIndex(where: { $0.id == cell.stepID }), !pictures.isEmpty
    else { return nil }
    var last: [Cell: Rank] = [:]
    let made = pictures.enumerated().map { index, picture in
      let step = steps[min(first + index, steps.count - 1)]
      let place = Cell(laneID: lane.id, stepID: step.id)
      let rank = Rank.between(last[place] ?? cards(at: place).last?.rank, nil)
      last[place] = rank
      return Card(
        laneID: lane.id, stepID: step.id, rank: rank, text: "", pictureID: picture.id)
    }
    let changes = pictures.map { Change.insert($0) } + made.map { Change.insert($0) }
    return (Edit(.addPicture, changes), made)
  }

  /// Pictures at a step: in the first lane of images, or in a new one at the end.
  public func adding(pictures: [StoredPicture], atStep stepID: UUID)
    -> (edit: Edit, cards: [Card])?
  {
    if let lane = lanes.first(where: { $0.laneKind == .images }) {
      return adding(pictures: pictures, at: Cell(laneID: lane.id, stepID: stepID))
    }
    let lane = addingLane(.images)
    var withLane = self
    guard withLane.apply(WorkspaceChange(upserts: [lane.record])),
      let added = withLane.adding(
        pictures: pictures, at: Cell(laneID: lane.record.id, stepID: stepID))
    else { return nil }
    return (Edit(.addPicture, lane.edit.changes + added.edit.changes), added.cards)
  }

  /// Gives a card a picture, or another one.
  public func setting(picture: StoredPicture, of cardID: UUID) -> Edit? {
    guard let card = cards[cardID] else { return nil }
    var changed = card
    changed.pictureID = picture.id
    return Edit(.setPicture, [.insert(picture), .update(from: card, to: changed)])
  }

  /// Takes the pictures of these cards away; the cards stay.
  public func removingPictures(of cardIDs: [UUID]) -> Edit? {
    let changes = cardIDs.compactMap { id -> Change? in
      guard let card = cards[id], card.pictureID != nil else { return nil }
      var changed = card
      changed.pictureID = nil
      return .update(from: card, to: changed)
    }
    return changes.isEmpty ? nil : Edit(.setPicture, changes)
  }
}

extension Persona {
  /// Gives the persona a portrait, another one, or none.
  public func setting(portrait: StoredPicture?) -> Edit? {
    guard portrait != nil || pictureID != nil else { return nil }
    var changed = self
    changed.pictureID = portrait?.id
    let insertion = portrait.map { [Change.insert($0)] } ?? []
    return Edit(.setPicture, insertion + [.update(from: self, to: changed)])
  }
}
