import Foundation
import GRDB

extension Workspace {
  /// Looks for faults: damaged pages, broken references, records that no screen can reach, a
  /// search index that disagrees with the records, steps of history that cannot be read.
  ///
  /// - Returns: a sentence for each; empty when all is well.
  public func check() throws -> [String] {
    try read { database in
      var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)")
        .filter { $0 != "ok" }
      for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
        let table: String = row[0]
        let parent: String = row[2]
        faults.append(
          tr(
            "A record of {table} refers to one of {parent} that does not exist.",
            ["table": table, "parent": parent]))
      }
      faults += try Self.orphanedLinks(database)
      faults += try Self.searchFaults(database)
      faults += try Self.misplacedRecords(database)
      let steps = try Row.fetchCursor(
        database, sql: "SELECT sequence, changeset FROM history ORDER BY sequence")
      while let row = try steps.next() {
        do {
          _ = try Changeset(bytes: row[1]).touched()
        } catch {
          faults.append(
            tr("Step {step} of the history cannot be read.", ["step": row[0] as Int64]))
        }
      }
      return faults
    }
  }

  private static func orphanedLinks(_ database: Database) throws -> [String] {
    var faults: [String] = []
    for end in ["from", "to"] {
      for kind in EntityKind.allCases {
        let count =
          try Int.fetchOne(
            database,
            sql: """
              SELECT count(*) FROM link WHERE \(end)Kind = ?
              AND \(end)ID NOT IN (SELECT id FROM \(kind.rawValue))
              """, arguments: [kind.rawValue]) ?? 0
        if count > 0 {
          faults.append(
            ntr(
              "{count} link leads to a {kind} that does not exist.",
              "{count} links lead to a {kind} that does not exist.", count,
              ["kind": kind.rawValue]))
        }
      }
    }
    return faults
  }

  private static func searchFaults(_ database: Database) throws -> [String] {
    var faults: [String] = []
    let texts: [(EntityKind, String)] = [(.card, "text"), (.note, "text"), (.step, "title")]
    for (kind, column) in texts {
      let count =
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM \(kind.rawValue) AS record LEFT JOIN search_entry AS entry
            ON entry.id = record.id
            WHERE entry.id IS NULL OR instr(entry.text, record.\(column)) <> 1
              AND length(record.\(column)) > 0
            """) ?? 0
      if count > 0 {
        faults.append(
          ntr(
            "{count} record of {kind} is not found by searching.",
            "{count} records of {kind} are not found by searching.", count,
            ["kind": kind.rawValue]))
      }
    }
    return faults
  }

  private static func misplacedRecords(_ database: Database) throws -> [String] {
    let rules: [(String, String)] = [
      (
        tr("A card stands in a lane of one map and at a step of another."),
        """
        SELECT count(*) FROM card JOIN lane ON lane.id = card.laneID
        JOIN step ON step.id = card.stepID JOIN stage ON stage.id = step.stageID
        WHERE stage.mapID <> lane.mapID
        """
      ),
      (
        tr("A note stands in a cluster of another column."),
        """
        SELECT count(*) FROM note JOIN cluster ON cluster.id = note.clusterID
        WHERE cluster.columnID <> note.columnID
        """
      ),
      (
        tr("A board belongs to a meeting of another group."),
        """
        SELECT count(*) FROM board JOIN meeting ON meeting.id = board.meetingID
        WHERE meeting.groupID <> board.groupID
        """
      ),
    ]
    return try rules.compactMap { sentence, sql in
      try Int.fetchOne(database, sql: sql) ?? 0 > 0 ? sentence : nil
    }
  }
}
