import Foundation
import GRDB

extension Workspace {
  /// Personas that cards of a map are linked with, in either direction, by the card's id.
  public func personasOfCards(onMap mapID: UUID) throws -> [UUID: Set<UUID>] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT card.id, link.toID FROM link JOIN card ON card.id = link.fromID
          JOIN lane ON lane.id = card.laneID
          WHERE link.fromKind = 'card' AND link.toKind = 'persona' AND lane.mapID = ?1
          UNION
          SELECT card.id, link.fromID FROM link JOIN card ON card.id = link.toID
          JOIN lane ON lane.id = card.laneID
          WHERE link.toKind = 'card' AND link.fromKind = 'persona' AND lane.mapID = ?1
          """, arguments: [mapID])
      var result: [UUID: Set<UUID>] = [:]
      for row in rows {
        let card: UUID = try row.decode(atIndex: 0)
        result[card, default: []].insert(try row.decode(atIndex: 1))
      }
      return result
    }
  }

  /// Steps that open a map, each with the map that it stands on, in the order of the maps.
  public func steps(opening mapID: UUID) throws -> [(step: Step, map: JourneyMap)] {
    try read { database in
      try Step.fetchAll(
        database, sql: "SELECT * FROM step WHERE opensMapID = ?", arguments: [mapID]
      ).compactMap { step in
        guard
          let map = try JourneyMap.fetchOne(
            database,
            sql: """
              SELECT journey_map.* FROM journey_map JOIN stage ON stage.mapID = journey_map.id
              WHERE stage.id = ?
              """, arguments: [step.stageID])
        else { return nil }
        return (step, map)
      }.sorted {
        ($0.map.rank, $0.step.rank, $0.step.id.uuidString)
          < ($1.map.rank, $1.step.rank, $1.step.id.uuidString)
      }
    }
  }

  /// The way down to a map: the step that opens it, before that the step that opens the map on
  /// which that one stands, and so on. Maps that open each other in a circle come once.
  public func path(toMap mapID: UUID) throws -> [(step: Step, map: JourneyMap)] {
    var path: [(step: Step, map: JourneyMap)] = []
    var seen: Set<UUID> = [mapID]
    var next = mapID
    while let parent = try steps(opening: next).first(where: { !seen.contains($0.map.id) }) {
      path.insert(parent, at: 0)
      seen.insert(parent.map.id)
      next = parent.map.id
    }
    return path
  }

  /// Steps of all maps, map by map, in no other order than their ranks.
  public func stepTitles() throws -> [StepTitle] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT step.id, step.title, journey_map.title FROM step
          JOIN stage ON stage.id = step.stageID JOIN journey_map ON journey_map.id = stage.mapID
          ORDER BY journey_map.rank, journey_map.id, stage.rank, stage.id, step.rank, step.id
          """)
      return try rows.map { row in
        let step: String = try row.decode(atIndex: 1)
        let map: String = try row.decode(atIndex: 2)
        return StepTitle(
          id: try row.decode(atIndex: 0),
          title: tr("{step} · {map}", ["step": step, "map": map]))
      }
    }
  }

  /// Readings of a metric, oldest first.
  public func readings(of metricID: UUID) throws -> [Reading] {
    try read { database in
      try Reading.fetchAll(
        database, sql: "SELECT * FROM reading WHERE metricID = ?", arguments: [metricID]
      ).byDay()
    }
  }

  /// Readings of all metrics, oldest first, by their metric.
  public func readings() throws -> [UUID: [Reading]] {
    try read { database in
      let all = try Reading.fetchAll(database, sql: "SELECT * FROM reading")
      return Dictionary(grouping: all, by: \.metricID).mapValues { $0.byDay() }
    }
  }
}
