import Foundation

/// Lets go of records that are gone.
extension JourneyContents {
  mutating func remove(_ reference: EntityReference) -> Bool {
    let id = reference.id
    switch reference.kind {
    case .journeyMap where id == map.id: return false
    case .journeyMap where map.basisID == id:
      map.basisID = nil
      removeExtra(reference)
    case .stage: removeStage(id)
    case .step: removeStep(id)
    case .lane: removeLane(id)
    case .blueprintLine: lines.removeAll { $0.id == id }
    case .card: removeCard(id)
    case .emotion:
      for (step, list) in emotions where list.contains(where: { $0.id == id }) {
        let rest = list.filter { $0.id != id }
        emotions[step] = rest.isEmpty ? nil : rest
      }
    case .persona: personas.removeAll { $0.id == id }
    case .department: departments.removeAll { $0.id == id }
    case .cardDepartment:
      if let entry = cardDepartments[id] { remove(entry) }
    default: removeExtra(reference)
    }
    return true
  }

  mutating func remove(_ entry: CardDepartment) {
    cardDepartments[entry.id] = nil
    departmentsOfCards[entry.cardID]?.remove(entry.id)
    if departmentsOfCards[entry.cardID]?.isEmpty == true { departmentsOfCards[entry.cardID] = nil }
  }

  mutating func removeStage(_ id: UUID) {
    guard stages.contains(where: { $0.id == id }) else { return }
    stages.removeAll { $0.id == id }
    for step in steps where step.stageID == id { removeStep(step.id) }
  }

  mutating func removeLane(_ id: UUID) {
    guard lanes.contains(where: { $0.id == id }) else { return }
    lanes.removeAll { $0.id == id }
    extras.curveChoices = extras.curveChoices.filter { $0.value.laneID != id }
    removeCards(Set(cards.values.lazy.filter { $0.laneID == id }.map(\.id)))
  }

  mutating func removeStep(_ id: UUID) {
    guard steps.contains(where: { $0.id == id }) else { return }
    steps.removeAll { $0.id == id }
    emotions[id] = nil
    extras.stepDepartments.removeAll(of: id)
    removeCards(Set(cards.values.lazy.filter { $0.stepID == id }.map(\.id)))
  }

  mutating func removeCard(_ id: UUID) { removeCards([id]) }

  mutating func removeCards(_ ids: Set<UUID>) {
    var left: Set<Cell> = []
    for id in ids {
      guard let card = cards.removeValue(forKey: id) else { continue }
      cardStates.changed(card.laneID)
      left.insert(Cell(laneID: card.laneID, stepID: card.stepID))
      for entry in departmentsOfCards.removeValue(forKey: id) ?? [] {
        cardDepartments[entry] = nil
      }
      extras.cardChannels.removeAll(of: id)
      extras.cardTags.removeAll(of: id)
    }
    for cell in left {
      let rest = (cells[cell] ?? []).filter { !ids.contains($0) }
      cells[cell] = rest.isEmpty ? nil : rest
    }
    if extras.backings.values.contains(where: ids.contains) {
      extras.backings = extras.backings.filter { !ids.contains($0.value) }
    }
  }

  mutating func removeFromCell(_ card: Card) {
    cardStates.changed(card.laneID)
    let cell = Cell(laneID: card.laneID, stepID: card.stepID)
    let rest = (cells[cell] ?? []).filter { $0 != card.id }
    cells[cell] = rest.isEmpty ? nil : rest
  }

  mutating func removeExtra(_ reference: EntityReference) {
    let id = reference.id
    switch reference.kind {
    case .channel: extras.channels.removeAll { $0.id == id }
    case .tag: extras.tags.removeAll { $0.id == id }
    case .metric:
      extras.metrics.removeAll { $0.id == id }
      extras.readings[id] = nil
    case .cardChannel: extras.cardChannels.remove(id)
    case .cardTag: extras.cardTags.remove(id)
    case .lanePersona:
      extras.curveChoices[id] = nil
      return
    case .link:
      extras.curveChoices[id] = nil
      if let card = extras.backings.removeValue(forKey: id).flatMap({ cards[$0] }) {
        cardStates.changed(card.laneID)
      }
      return
    case .stepDepartment: return extras.stepDepartments.remove(id)
    case .picture: extras.pictures[id] = nil
    case .reading: extras.remove(reading: id)
    case .journeyMap:
      extras.mapTitles[id] = nil
      return
    default: return
    }
    cardsLookDifferent()
  }
}
