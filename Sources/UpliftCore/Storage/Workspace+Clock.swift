import Foundation
import GRDB

extension Workspace {
  /// The timer of a board; nil when none was set.
  public func clock(of boardID: UUID) throws -> BoardClock? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT length, startedAt, elapsed FROM board_clock WHERE boardID = ?",
        arguments: [boardID]
      ).map { row in
        BoardClock(
          boardID: boardID, length: try row.decode(atIndex: 0),
          startedAt: try row.decode(Instant?.self, atIndex: 1),
          elapsed: try row.decode(atIndex: 2))
      }
    }
  }

  /// Sets a board's timer, and tells the observers. It is no step of the history.
  ///
  /// - Throws: `WorkspaceError.refused` when there is no such board.
  public func set(_ clock: BoardClock) throws {
    _ = try changing { database in
      try database.execute(
        sql: """
          INSERT INTO board_clock (boardID, length, startedAt, elapsed) VALUES (?1, ?2, ?3, ?4)
          ON CONFLICT (boardID) DO UPDATE SET length = ?2, startedAt = ?3, elapsed = ?4
          """, arguments: [clock.boardID, clock.length, clock.startedAt, clock.elapsed])
      return WorkspaceChange(clocks: [clock.boardID])
    }
  }

  /// Takes a board's timer away. Nothing happens when there is none.
  public func removeClock(of boardID: UUID) throws {
    _ = try changing { database in
      try database.execute(
        sql: "DELETE FROM board_clock WHERE boardID = ?", arguments: [boardID])
      return WorkspaceChange(clocks: [boardID])
    }
  }
}
