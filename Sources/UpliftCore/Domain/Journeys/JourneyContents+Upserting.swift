import Foundation

/// Takes in records that are new or changed.
extension JourneyContents {
  mutating func upsert(_ record: any Entity) {
    switch record {
    case let card as Card: upsert(card)
    case let emotion as Emotion: upsert(emotion)
    case let new as JourneyMap where new.id == map.id:
      map = new
      extras.mapTitles[new.id] = new.title
    case let stage as Stage: upsert(stage)
    case let step as Step: upsert(step)
    case let lane as Lane:
      guard lane.mapID == map.id else { return removeLane(lane.id) }
      lanes.upsert(lane)
      cardStates.changed(lane.id)
    case let line as BlueprintLine:
      if line.mapID == map.id { lines.upsert(line) } else { lines.removeAll { $0.id == line.id } }
    case let persona as Persona: personas.upsert(persona)
    case let department as Department: departments.upsert(department)
    case let entry as CardDepartment: upsert(entry)
    case let other as JourneyMap: extras.mapTitles[other.id] = other.title
    default: upsertExtra(record)
    }
  }

  mutating func upsertExtra(_ record: any Entity) {
    switch record {
    case let channel as Channel: extras.channels.upsert(channel)
    case let tag as Tag: extras.tags.upsert(tag)
    case let metric as Metric: extras.metrics.upsert(metric)
    case let entry as CardChannel:
      extras.cardChannels.remove(entry.id)
      if cards[entry.cardID] != nil { extras.cardChannels.upsert(entry) }
    case let entry as CardTag:
      extras.cardTags.remove(entry.id)
      if cards[entry.cardID] != nil { extras.cardTags.upsert(entry) }
    case let entry as StepDepartment:
      extras.stepDepartments.remove(entry.id)
      if steps.contains(where: { $0.id == entry.stepID }) { extras.stepDepartments.upsert(entry) }
      return
    case let entry as LanePersona: return upsert(CurveChoice(entry), of: entry.id)
    case let link as Link:
      upsert(CurveChoice(link), of: link.id)
      let card = link.backedCardID.flatMap { cards[$0] }
      guard extras.backings[link.id] != card?.id else { return }
      let old = extras.backings[link.id].flatMap { cards[$0] }
      extras.backings[link.id] = card?.id
      for card in [old, card] { if let card { cardStates.changed(card.laneID) } }
      return
    case let picture as StoredPicture: extras.pictures[picture.id] = picture
    case let reading as Reading: extras.upsert(reading)
    default: return
    }
    cardsLookDifferent()
  }

  private mutating func upsert(_ choice: CurveChoice?, of id: UUID) {
    let isHere = choice.map { choice in lanes.contains { $0.id == choice.laneID } } ?? false
    extras.curveChoices[id] = isHere ? choice : nil
  }

  /// What cards show beside their own fields has changed.
  mutating func cardsLookDifferent() {
    for lane in lanes { cardStates.changed(lane.id) }
  }

  mutating func upsert(_ stage: Stage) {
    guard stage.mapID == map.id else { return removeStage(stage.id) }
    stages.upsert(stage)
    orderSteps()
  }

  mutating func upsert(_ step: Step) {
    guard stages.contains(where: { $0.id == step.stageID }) else { return removeStep(step.id) }
    steps.removeAll { $0.id == step.id }
    steps.append(step)
    orderSteps()
  }

  mutating func upsert(_ entry: CardDepartment) {
    if let old = cardDepartments[entry.id], old.cardID != entry.cardID { remove(old) }
    if cards[entry.cardID] != nil { insert(entry) }
  }

  mutating func upsert(_ card: Card) {
    guard lanes.contains(where: { $0.id == card.laneID }) else { return removeCard(card.id) }
    cardStates.changed(card.laneID)
    if let old = cards[card.id] {
      if old.laneID == card.laneID, old.stepID == card.stepID, old.rank == card.rank {
        cards[card.id] = card
        return
      }
      removeFromCell(old)
    }
    cards[card.id] = card
    let cell = Cell(laneID: card.laneID, stepID: card.stepID)
    let last = cells[cell]?.last.flatMap { cards[$0] }
    // Thousands may be added to one cell, one after the other.
    guard let last, card.precedes(last) else {
      cells[cell, default: []].append(card.id)
      return
    }
    var ids = cells[cell] ?? []
    let place = ids.firstIndex { id in
      guard let other = cards[id] else { return false }
      return card.precedes(other)
    }
    ids.insert(card.id, at: place ?? ids.endIndex)
    cells[cell] = ids
  }

  mutating func upsert(_ emotion: Emotion) {
    for (step, list) in emotions
    where step != emotion.stepID && list.contains(where: { $0.id == emotion.id }) {
      let rest = list.filter { $0.id != emotion.id }
      emotions[step] = rest.isEmpty ? nil : rest
    }
    guard steps.contains(where: { $0.id == emotion.stepID }) else { return }
    emotions[emotion.stepID, default: []].upsert(emotion)
  }

  mutating func insert(_ entry: CardDepartment) {
    cardDepartments[entry.id] = entry
    departmentsOfCards[entry.cardID, default: []].insert(entry.id)
  }
}
