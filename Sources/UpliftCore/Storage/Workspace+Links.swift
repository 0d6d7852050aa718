import Foundation
import GRDB

extension Workspace {
  /// Links from one thing on a map to another one on it, in order.
  public func links(within mapID: UUID) throws -> [Link] {
    try read { database in
      let inside = """
        SELECT id FROM stage WHERE mapID = ?1 UNION ALL SELECT id FROM lane WHERE mapID = ?1
        UNION ALL SELECT step.id FROM step JOIN stage ON stage.id = step.stageID
          WHERE stage.mapID = ?1
        UNION ALL SELECT card.id FROM card JOIN lane ON lane.id = card.laneID WHERE lane.mapID = ?1
        """
      return try Link.fetchAll(
        database,
        sql: """
          WITH inside(id) AS (\(inside))
          SELECT * FROM link WHERE fromID IN inside AND toID IN inside
          """, arguments: [mapID]
      ).inOrder()
    }
  }
}
