import Foundation

/// Whose curves a lane of emotions shows: everybody's, unless it was told whose.
extension JourneyContents {
  /// Whose curves a lane shows, in the order of `emotionPersonas`. Somebody who was chosen is
  /// among them as long as they feel something on this map.
  public func curves(of laneID: UUID) -> [UUID?] {
    let chosen = chosenCurves(of: laneID)
    return chosen.isEmpty ? emotionPersonas : emotionPersonas.filter(chosen.contains)
  }

  /// Whose curves a lane was told to show, nil for the customer whom nobody named; none: it shows
  /// everybody's.
  public func chosenCurves(of laneID: UUID) -> Set<UUID?> {
    Set(extras.curveChoices.values.filter { $0.laneID == laneID }.map(\.personaID))
  }

  /// The same, in the workspace's order.
  func curveChoices(of laneID: UUID) -> [UUID?] {
    let chosen = chosenCurves(of: laneID)
    return ([nil] + personas.map { Optional($0.id) }).filter(chosen.contains)
  }

  /// How a lane shows a persona's emotion that is set in it: the point of view's, or the first one
  /// that the lane shows.
  public func persona(feltIn laneID: UUID, at stepID: UUID) -> UUID? {
    let chosen = chosenCurves(of: laneID)
    guard !chosen.isEmpty else { return emotion(at: stepID)?.personaID ?? map.personaID }
    if chosen.contains(map.personaID) { return map.personaID }
    if let first = curves(of: laneID).first { return first }
    return chosen.contains(nil) ? nil : personas.first { chosen.contains($0.id) }?.id
  }

  /// The lane shows the curves of these and no others, nil being the customer whom nobody named;
  /// none: everybody's. Nil when that is so already.
  public func choosingCurves(_ personaIDs: Set<UUID?>, in laneID: UUID) -> Edit? {
    let old = extras.curveChoices.values.filter { $0.laneID == laneID }
    let there = Set(old.map(\.personaID))
    let changes =
      old.filter { !personaIDs.contains($0.personaID) }.map { Change.delete($0.reference) }
      + ([nil] + personas.map { Optional($0.id) })
      .filter { personaIDs.contains($0) && !there.contains($0) }
      .map { Change.insert(LanePersona(laneID: laneID, personaID: $0)) }
    return changes.isEmpty ? nil : Edit(.setLaneDisplay, changes)
  }
}
