import Foundation
import GRDB

extension Workspace {
  /// Looks for faults: damaged pages, broken references, records that no screen can reach, a
  /// search index that disagrees with the records, steps of history that cannot be read.
  ///
  /// - Returns: a sentence for each; empty when all is well.
  public func check() throws -> [String] {
    var faults = try read { database in
      var faults: [String] = []
      for look in [
        Self.damagedPages, Self.brokenReferences, Self.unreadableRecords, Self.orphanedLinks,
        Self.searchFaults, Self.misplacedRecords, Self.unreadableSteps,
      ] {
        do {
          faults += try WorkspaceFile.translatingErrors(url.path) { try look(database) }
        } catch let error as WorkspaceError {
          if !faults.contains(error.description) { faults.append(error.description) }
        }
      }
      return faults
    }
    if !isReadOnly, try !isSearchIndexSound() {
      faults.append(tr("The search index does not agree with the records."))
    }
    return faults
  }

  private static func damagedPages(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "PRAGMA integrity_check(100)").filter { $0 != "ok" }
  }

  private static func brokenReferences(_ database: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")
    return try rows.map { row in
      ntr(
        "{count} record of {table} refers to one of {parent} that does not exist.",
        "{count} records of {table} refer to one of {parent} that does not exist.",
        try row.decode(Int.self, atIndex: 2),
        [
          "table": try row.decode(String.self, atIndex: 0),
          "parent": try row.decode(String.self, atIndex: 1),
        ])
    }
  }

  private static func unreadableRecords(_ database: Database) throws -> [String] {
    func canRead<Record: FetchableRecord>(_ type: Record.Type, _ kind: EntityKind) -> Bool {
      do {
        let all = try type.fetchCursor(database, sql: "SELECT * FROM \(kind.rawValue)")
        while try all.next() != nil {}
        return true
      } catch {
        return false
      }
    }
    return EntityKind.allCases.filter { !canRead($0.storedType, $0) }.map { kind in
      tr("A record of {table} cannot be read.", ["table": kind.rawValue])
    }
  }

  private static func unreadableSteps(_ database: Database) throws -> [String] {
    var faults: [String] = []
    let steps = try Row.fetchCursor(
      database, sql: "SELECT sequence, changeset, at, state FROM history ORDER BY sequence")
    while let row = try steps.next() {
      do {
        _ = try Changeset(stored: try row.decode(atIndex: 1))
        _ = try row.decode(Instant.self, atIndex: 2)
      } catch {
        faults.append(
          tr(
            "Step {step} of the history cannot be read.",
            ["step": try row.decode(Int64.self, atIndex: 0)]))
      }
    }
    return faults
  }

  /// FTS5 compares its index with the texts only when it is asked by a write.
  private func isSearchIndexSound() throws -> Bool {
    try WorkspaceFile.translatingErrors(url.path) {
      try queue.writeWithoutTransaction { database in
        var isSound = true
        try database.inTransaction(.immediate) {
          do {
            try database.execute(
              sql: "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
          } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            isSound = false
          }
          return .rollback
        }
        return isSound
      }
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
    var total = 0
    for (kind, column) in titleColumns {
      // What was written in private is not to be found.
      let shown = kind == .note ? "isPrivate = 0" : "TRUE"
      total +=
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM \(kind.rawValue) WHERE \(shown)") ?? 0
      let count =
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM \(kind.rawValue) AS record LEFT JOIN search_entry AS entry
            ON entry.id = record.id
            WHERE \(shown) AND (entry.id IS NULL OR instr(entry.text, record.\(column)) <> 1
              AND length(record.\(column)) > 0)
            """) ?? 0
      if count > 0 {
        faults.append(
          ntr(
            "{count} record of {kind} is not found by searching.",
            "{count} records of {kind} are not found by searching.", count,
            ["kind": kind.rawValue]))
      }
    }
    let entries = try Int.fetchOne(database, sql: "SELECT count(*) FROM search_entry") ?? 0
    if faults.isEmpty, entries != total {
      faults.append(tr("Searching finds records that do not exist."))
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
      (
        tr("A ballot holds more votes than its round allows."),
        """
        SELECT count(*) FROM ballot JOIN voting ON voting.id = ballot.votingID
        WHERE (SELECT count(*) FROM vote WHERE vote.ballotID = ballot.id)
          > voting.votesEach * ballot.voters
        OR EXISTS (SELECT 1 FROM vote WHERE vote.ballotID = ballot.id
          GROUP BY vote.noteID, vote.clusterID
          HAVING count(*) > voting.votesEachThing * ballot.voters)
        """
      ),
      (
        tr("A vote was given on another board than its round."),
        """
        SELECT count(*) FROM vote JOIN ballot ON ballot.id = vote.ballotID
        JOIN voting ON voting.id = ballot.votingID
        LEFT JOIN note ON note.id = vote.noteID LEFT JOIN cluster ON cluster.id = vote.clusterID
        JOIN board_column AS col ON col.id = coalesce(note.columnID, cluster.columnID)
        WHERE col.boardID <> voting.boardID
        """
      ),
      (
        tr(
          "A meeting belongs to a series of another group, or a recommendation to a meeting of one."
        ),
        """
        SELECT (SELECT count(*) FROM meeting JOIN meeting_series AS series
            ON series.id = meeting.seriesID WHERE series.groupID <> meeting.groupID)
          + (SELECT count(*) FROM recommendation JOIN meeting
            ON meeting.id = recommendation.meetingID
            WHERE meeting.groupID <> recommendation.groupID)
        """
      ),
    ]
    return try rules.compactMap { sentence, sql in
      try Int.fetchOne(database, sql: sql) ?? 0 > 0 ? sentence : nil
    }
  }
}
