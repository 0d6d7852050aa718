import Foundation

/// Whose curves a lane of emotions shows: everybody's, unless it is linked with somebody.
extension JourneyContents {
  /// Whose curves a lane shows, in the order of `emotionPersonas`. Somebody who was chosen is
  /// among them as long as they feel something on this map.
  public func curves(of laneID: UUID) -> [UUID?] {
    let chosen = chosenCurves(of: laneID)
    return chosen.isEmpty
      ? emotionPersonas : emotionPersonas.filter { $0.map(chosen.contains) ?? false }
  }

  /// Personas that a lane was told to show; none: it shows everybody's curve.
  public func chosenCurves(of laneID: UUID) -> Set<UUID> {
    Set(extras.curveChoices.values.filter { $0.fromID == laneID }.map(\.toID))
  }

  /// How a lane shows a persona's emotion that is set in it: the point of view's, or the first one
  /// that the lane shows.
  public func persona(feltIn laneID: UUID, at stepID: UUID) -> UUID? {
    let chosen = chosenCurves(of: laneID)
    guard !chosen.isEmpty else { return emotion(at: stepID)?.personaID ?? map.personaID }
    if let id = map.personaID, chosen.contains(id) { return id }
    return curves(of: laneID).first ?? personas.first { chosen.contains($0.id) }?.id
  }

  /// The lane shows these personas' curves and no others; none: everybody's. Nil when that is so
  /// already.
  public func choosingCurves(_ personaIDs: Set<UUID>, in laneID: UUID) -> Edit? {
    let old = extras.curveChoices.values.filter { $0.fromID == laneID }
    var changes = old.filter { !personaIDs.contains($0.toID) }.map { Change.delete($0.reference) }
    let there = Set(old.map(\.toID))
    var last = old.map(\.rank).max()
    for persona in personas where personaIDs.contains(persona.id) && !there.contains(persona.id) {
      let rank = Rank.between(last, nil)
      last = rank
      changes.append(
        .insert(
          Link(
            rank: rank, role: .about, from: EntityReference(.lane, laneID),
            to: persona.reference)))
    }
    return changes.isEmpty ? nil : Edit(.setLaneDisplay, changes)
  }
}
