import Foundation

/// From where something was dropped to the edit. Nil: nothing would change.
extension JourneyContents {
  /// - Parameter copies: what is dragged stays, and copies of it land. An edge and an emotion have
  ///   no copies.
  public func dropping(
    _ drag: JourneyDrag, on target: JourneyDropTarget, copies: Bool = false
  ) -> Placement? {
    keepingCovers(landing(drag, on: target, copies))
  }

  private func landing(
    _ drag: JourneyDrag, on target: JourneyDropTarget, _ copies: Bool
  ) -> Placement? {
    switch (drag, target) {
    case (.cards(let ids, _), .cards(let landing)):
      return copies ? copyingCards(ids, to: landing) : movingCards(ids, to: landing)
    case (.steps(let ids), .steps(let stageID, let before)):
      return copies
        ? copyingSteps(ids, to: stageID, before: before)
        : movingSteps(ids, to: stageID, before: before)
    case (.stages(let ids), .stages(let before)):
      return copies ? copyingStages(ids, before: before) : movingStages(ids, before: before)
    case (.rows(let references), .rows(let before)):
      return copies ? copyingLanes(references, before: before) : movingRows(references, before)
    case (.emotion(let stepID, let personaID), .emotion(let value)):
      return settingEmotion(at: stepID, to: value, for: personaID)
        .map { Placement(edit: $0, references: []) }
    case (.edge(_, let id), .extent(let stepID, let span)):
      return settingExtent(of: id, from: stepID, span: span)
        .map { Placement(edit: $0, references: drag.references) }
    default: return nil
    }
  }

  // MARK: Cards

  /// In the order of the picture: by lane, then by step, then as they stand in their cell.
  func inPictureOrder(_ cardIDs: [UUID]) -> [Card] {
    let lanePlaces = Dictionary(
      rowEntries.enumerated().map { ($1.reference.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let stepPlaces = placesOfSteps
    return Set(cardIDs).compactMap { cards[$0] }.sorted { left, right in
      let before = (lanePlaces[left.laneID] ?? 0, stepPlaces[left.stepID] ?? 0)
      let after = (lanePlaces[right.laneID] ?? 0, stepPlaces[right.stepID] ?? 0)
      return before == after ? left.precedes(right) : before < after
    }
  }

  var placesOfSteps: [UUID: Int] {
    Dictionary(
      steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a card of the landing comes to stand; nil when it would leave the map.
  public func cell(of cardID: UUID, in landing: CardLanding) -> Cell? {
    guard let card = cards[cardID] else { return nil }
    return cell(of: card, in: landing, placesOfSteps)
  }

  private func cell(of card: Card, in landing: CardLanding, _ places: [UUID: Int]) -> Cell? {
    guard let step = places[card.stepID], steps.indices.contains(step + landing.stepShift)
    else { return nil }
    let stepID = steps[step + landing.stepShift].id
    // A card may stand in a lane that no other is put into; there it can go along.
    guard landing.laneShift != 0 else { return Cell(laneID: card.laneID, stepID: stepID) }
    guard let lane = landing.lanes.firstIndex(of: card.laneID),
      landing.lanes.indices.contains(lane + landing.laneShift)
    else { return nil }
    return Cell(laneID: landing.lanes[lane + landing.laneShift], stepID: stepID)
  }

  func movingCards(_ ids: [UUID], to landing: CardLanding) -> Placement? {
    place(inPictureOrder(ids), landing, isNew: false).map { changes in
      Placement(edit: Edit(.move, changes), references: ids.map { EntityReference(.card, $0) })
    }
  }

  private func copyingCards(_ ids: [UUID], to landing: CardLanding) -> Placement? {
    let copies = copies(of: inPictureOrder(ids)) { _ in }
    return place(copies.cards, landing, isNew: true).map { changes in
      Placement(
        edit: Edit(.duplicate, changes + copies.belongings),
        references: copies.cards.map(\.reference))
    }
  }

  /// Changes that bring cards, which are in the order of the picture and where they were, to
  /// where they land. Nil when there are none, or one of them would leave the map.
  private func place(_ moved: [Card], _ landing: CardLanding, isNew: Bool) -> [Change]? {
    let places = placesOfSteps
    var arrivals: [Cell: [Card]] = [:]
    var order: [Cell] = []
    for card in moved {
      guard let cell = cell(of: card, in: landing, places) else { return nil }
      if arrivals[cell] == nil { order.append(cell) }
      arrivals[cell, default: []].append(card)
    }
    let isStill = landing.stepShift == 0 && landing.laneShift == 0
    let leaving = isNew ? [] : Set(moved.map(\.id))
    var changes: [Change] = []
    for cell in order {
      guard let arriving = arrivals[cell] else { continue }
      // Where only the order in the grabbed card's cell changes, the others stay as they are.
      if isStill, !isNew, cell != landing.cell { continue }
      let staying = cards(at: cell).filter { !leaving.contains($0.id) }
      var reordering = Reordering(staying)
      reordering.put(
        arriving.map { ($0.id, $0.rank) }, before: cell == landing.cell ? landing.before : nil)
      let ranks = reordering.ranks
      let room = steps.count - (places[cell.stepID] ?? 0)
      for card in arriving {
        var new = card
        new.laneID = cell.laneID
        new.stepID = cell.stepID
        new.span = min(card.span, room)
        if let rank = ranks[card.id] { new.rank = rank }
        if isNew {
          changes.append(.insert(new))
        } else if new != card {
          changes.append(.update(from: card, to: new))
        }
      }
      for card in staying {
        guard let rank = ranks[card.id] else { continue }
        var new = card
        new.rank = rank
        changes.append(.update(from: card, to: new))
      }
    }
    return changes.isEmpty ? nil : changes
  }

  // MARK: Steps, stages, rows

  /// In their order, to before a step of a stage that is not among them, or to its end.
  func movingSteps(_ ids: [UUID], to stageID: UUID, before: UUID?) -> Placement? {
    let moved = steps.filter { ids.contains($0.id) }
    guard stages.contains(where: { $0.id == stageID }) else { return nil }
    return placing(moved, among: steps(of: stageID), before: before) { $0.stageID = stageID }
  }

  func movingStages(_ ids: [UUID], before: UUID?) -> Placement? {
    placing(stages.filter { ids.contains($0.id) }, among: stages, before: before) { _ in }
  }

  private func placing<Record: Ranked>(
    _ moved: [Record], among siblings: [Record], before: UUID?, _ change: (inout Record) -> Void
  ) -> Placement? {
    var reordering = Reordering(siblings)
    reordering.put(moved.map { ($0.id, $0.rank) }, before: before)
    let ranks = reordering.ranks
    let movedIDs = Set(moved.map(\.id))
    let changes = (moved + siblings.filter { !movedIDs.contains($0.id) }).compactMap {
      record -> Change? in
      var new = record
      if movedIDs.contains(record.id) { change(&new) }
      if let rank = ranks[record.id] { new.rank = rank }
      return new == record ? nil : .update(from: record, to: new)
    }
    guard !changes.isEmpty else { return nil }
    return Placement(edit: Edit(.move, changes), references: moved.map(\.reference))
  }

  func movingRows(_ references: [EntityReference], _ before: EntityReference?) -> Placement? {
    let all = rowEntries
    let moved = all.filter { references.contains($0.reference) }
    var reordering = Reordering(all.map { ($0.reference.id, $0.rank) })
    reordering.put(moved.map { ($0.reference.id, $0.rank) }, before: before?.id)
    let changes = changes(ofRows: reordering.ranks)
    guard !changes.isEmpty else { return nil }
    return Placement(edit: Edit(.move, changes), references: moved.map(\.reference))
  }

  func changes(ofRows ranks: [UUID: Rank]) -> [Change] {
    lanes.compactMap { lane -> Change? in
      guard let rank = ranks[lane.id] else { return nil }
      var new = lane
      new.rank = rank
      return .update(from: lane, to: new)
    }
      + lines.compactMap { line -> Change? in
        guard let rank = ranks[line.id] else { return nil }
        var new = line
        new.rank = rank
        return .update(from: line, to: new)
      }
  }
}
