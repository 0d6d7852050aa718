import Foundation
import UpliftCore

extension Session {
  /// Makes a future map of a current one.
  ///
  /// - Parameter done: gets its id, unless the map is gone or it could not be saved.
  func makeFutureMap(of mapID: UUID, then done: @escaping (UUID) -> Void) {
    add(copying: mapID, saying: tr("Making the future map…"), done) { journey, maps, _ in
      journey.makingFutureMap(among: maps)
    }
  }

  /// Makes another map like one, right after it.
  ///
  /// - Parameter done: gets its id, unless the map is gone or it could not be saved.
  func duplicateMap(_ mapID: UUID, then done: @escaping (UUID) -> Void) {
    add(copying: mapID, saying: tr("Duplicating…"), done) { journey, maps, links in
      journey.duplicatingMap(among: maps, links: links)
    }
  }

  private func add(
    copying mapID: UUID, saying title: String, _ done: @escaping (UUID) -> Void,
    _ copy: (JourneyContents, [JourneyMap], [Link]) -> Addition<JourneyMap>
  ) {
    guard longWork == nil, !isReadOnly,
      let journey = read({ try workspace.journey(mapID) }),
      let links = read({ try workspace.links(within: mapID) })
    else { return }
    let made = copy(journey, outline.journeyMaps, links)
    perform(made.edit, saying: title) { isDone in
      if isDone { done(made.record.id) }
    }
  }
}

extension WorkspaceOutline {
  /// Maps that a map may be compared with: those that it is the future or the basis of first.
  func counterparts(of mapID: UUID) -> (related: [JourneyMap], others: [JourneyMap]) {
    guard let map = journeyMaps.first(where: { $0.id == mapID }) else { return ([], []) }
    let isRelated = { (other: JourneyMap) in
      other.id == map.basisID || other.basisID == map.id
        || (map.basisID != nil && other.basisID == map.basisID)
    }
    let rest = journeyMaps.filter { $0.id != mapID }
    return (rest.filter(isRelated), rest.filter { !isRelated($0) })
  }

  /// Which of two maps is the older: a basis before its future, a current one before a future
  /// one, else the one that was asked for first.
  func ordered(_ one: UUID, _ other: UUID) -> (UUID, UUID) {
    guard let first = journeyMaps.first(where: { $0.id == one }),
      let second = journeyMaps.first(where: { $0.id == other })
    else { return (one, other) }
    if first.basisID == second.id { return (other, one) }
    if second.basisID == first.id { return (one, other) }
    return first.state == .future && second.state == .current ? (other, one) : (one, other)
  }
}
