import Foundation
import GRDB

/// A step with where it is.
public struct StepPlace: Hashable, Sendable {
  public var stepID: UUID
  public var mapID: UUID
  public var step: String
  public var stage: String
  public var map: String
}

extension Workspace {
  /// Every step of every journey, in order.
  public func stepPlaces() throws -> [StepPlace] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT step.id AS stepID, journey_map.id AS mapID, step.title AS step,
            stage.title AS stage, journey_map.title AS map
          FROM step JOIN stage ON stage.id = step.stageID
            JOIN journey_map ON journey_map.id = stage.mapID
          ORDER BY journey_map.rank, journey_map.id, stage.rank, stage.id, step.rank, step.id
          """
      ).map { row in
        StepPlace(
          stepID: row["stepID"], mapID: row["mapID"], step: row["step"], stage: row["stage"],
          map: row["map"])
      }
    }
  }

  /// Links from and to the notes and clusters of a board, with what they lead to.
  static func connections(ofBoard id: UUID, in database: Database) throws -> BoardConnections {
    let links = try Link.fetchAll(
      database,
      sql: """
        WITH own(id) AS (
          SELECT note.id FROM note JOIN board_column ON board_column.id = note.columnID
          WHERE board_column.boardID = ?1
          UNION ALL
          SELECT cluster.id FROM cluster JOIN board_column ON board_column.id = cluster.columnID
          WHERE board_column.boardID = ?1)
        SELECT * FROM link WHERE fromID IN own OR toID IN own
        """, arguments: [id])
    var things: [EntityReference: BoardConnection.Thing] = [:]
    for reference in Set(links.flatMap { [$0.from, $0.to] })
    where BoardConnection.shownKinds.contains(reference.kind) {
      guard let record = try Self.record(reference, in: database) else { continue }
      let lane = try (record as? Card).flatMap {
        try Self.record(EntityReference(.lane, $0.laneID), in: database) as? Lane
      }
      things[reference] = BoardConnection.Thing(record, laneKind: lane?.laneKind)
    }
    return BoardConnections(links, things)
  }
}
