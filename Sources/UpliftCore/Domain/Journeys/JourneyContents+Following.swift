import Foundation

/// The map follows what happens to the workspace.
extension JourneyContents {
  /// Takes in what happened to the workspace. False: this map is gone, or the change does not
  /// say enough, and the map is to be read again.
  public mutating func apply(_ change: WorkspaceChange) -> Bool {
    guard !change.isWholesale, !touchesFuture(change), !hasArrivals(change) else { return false }
    // First what is new: a step that moved out of a deleted stage stays.
    for record in Self.cardsInOrder(change.upserts) { upsert(record) }
    removeCards(Set(change.deletions.lazy.filter { $0.kind == .card }.map(\.id)))
    for reference in change.deletions where reference.kind != .card {
      guard remove(reference) else { return false }
    }
    return knowsAllThatCardsShow(after: change)
  }

  /// The records with the cards among them as they stand below each other: each of thousands then
  /// comes last in its cell, and need not look for its place.
  private static func cardsInOrder(_ records: [any Entity]) -> [any Entity] {
    let cards = records.compactMap { $0 as? Card }
    guard cards.count > 1 else { return records }
    var ordered = cards.inOrder().makeIterator()
    return records.map { record -> any Entity in
      guard record is Card, let card = ordered.next() else { return record }
      return card
    }
  }

  /// Whether `futureEmotions` may be different now.
  func touchesFuture(_ change: WorkspaceChange) -> Bool {
    for case let other as JourneyMap in change.upserts where other.id != map.id {
      if other.basisID == map.id || futureMaps.contains(where: { $0.id == other.id }) {
        return true
      }
    }
    guard let futureMapID = futureMaps.first?.id else { return false }
    if futureMaps.contains(where: { change.deletions.contains($0.reference) }) { return true }
    let ownEmotions = { Set(self.emotions.values.joined().map(\.id)) }
    let isOfFuture = { (record: any Entity) in
      switch record {
      case is Stage, is Step: true
      case let emotion as Emotion: !self.steps.contains { $0.id == emotion.stepID }
      // Another point of view shows another emotion.
      case let map as JourneyMap: map.id == futureMapID
      default: false
      }
    }
    return change.upserts.contains(where: isOfFuture)
      || change.deletions.contains { reference in
        switch reference.kind {
        case .stage, .step: true
        case .emotion: !ownEmotions().contains(reference.id)
        default: false
        }
      }
  }

  /// Whether something came here from another map, with things on it that the change does not
  /// name.
  func hasArrivals(_ change: WorkspaceChange) -> Bool {
    guard !change.updatedIDs.isEmpty else { return false }
    return change.upserts.contains { record in
      guard change.updatedIDs.contains(record.id) else { return false }
      return switch record {
      case let stage as Stage:
        stage.mapID == map.id && !stages.contains { $0.id == stage.id }
      case let step as Step:
        stages.contains { $0.id == step.stageID } && !steps.contains { $0.id == step.id }
      case let lane as Lane: lane.mapID == map.id && !lanes.contains { $0.id == lane.id }
      case let card as Card:
        cards[card.id] == nil && lanes.contains { $0.id == card.laneID }
      default: false
      }
    }
  }

  /// Lets go of pictures and readings that no card shows any more. False: a card shows some that
  /// the change did not bring.
  mutating func knowsAllThatCardsShow(after change: WorkspaceChange) -> Bool {
    let isConcerned =
      !extras.pictures.isEmpty || !extras.readings.isEmpty || !shownMetrics.isEmpty
      || change.upserts.contains { record in
        switch record {
        case let card as Card: card.pictureID != nil || card.metricID != nil
        case is Persona, is JourneyMap: persona?.pictureID != nil
        default: record is StoredPicture || record is Reading
        }
      }
    guard isConcerned else { return true }
    let before = shownMetrics
    var pictures = Set(cards.values.compactMap(\.pictureID))
    if let portrait = persona?.pictureID { pictures.insert(portrait) }
    shownMetrics = Set(cards.values.compactMap(\.metricID))
    extras.keep(pictures: pictures, metrics: shownMetrics)
    return shownMetrics.isSubset(of: before) && pictures.allSatisfy { extras.pictures[$0] != nil }
  }
}
