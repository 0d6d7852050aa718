import Foundation
import GRDB

/// How much there is in a workspace file.
public struct WorkspaceFacts: Equatable, Sendable {
  public var workspace: WorkspaceInfo
  /// The version of the file's structure, from 1.
  public var schemaVersion: Int
  /// Records of each kind; every kind is there.
  public var counts: [EntityKind: Int]
  /// Steps of the history in each state; every state is there.
  public var steps: [HistoryStep.State: Int]
  /// When the newest step of the history was made; nil when nothing was changed yet.
  public var lastEdit: Instant?
}

extension Workspace {
  /// Counts what the file holds, without reading it into memory.
  public func facts() throws -> WorkspaceFacts {
    let info = try outline().workspace
    return try read { database in
      var counts: [EntityKind: Int] = [:]
      for kind in EntityKind.allCases {
        counts[kind] =
          try Int.fetchOne(database, sql: "SELECT count(*) FROM \(kind.rawValue)") ?? 0
      }
      var steps: [HistoryStep.State: Int] = [.done: 0, .undone: 0, .abandoned: 0]
      for row in try Row.fetchAll(
        database, sql: "SELECT state, count(*) FROM history GROUP BY state")
      {
        if let state = HistoryStep.State(rawValue: row[0]) { steps[state] = row[1] }
      }
      return WorkspaceFacts(
        workspace: info,
        schemaVersion: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        counts: counts, steps: steps,
        lastEdit: try Instant.fetchOne(database, sql: "SELECT max(at) FROM history"))
    }
  }
}
