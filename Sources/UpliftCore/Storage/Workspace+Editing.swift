import Foundation
import GRDB

extension Workspace {
  /// Carries out an edit as one transaction, records it in the history, and tells the observers.
  ///
  /// - Parameter progress: is told now and then how much is done, 0…1, and answers false to
  ///   cancel.
  /// - Returns: what it changed; empty when everything was so already.
  /// - Throws: `WorkspaceError`, or `CancellationError`; and then the file is as it was.
  @discardableResult
  public func perform(
    _ edit: Edit, progress: ((Double) -> Bool)? = nil
  ) throws -> WorkspaceChange {
    let stride = 256
    func advance(_ index: Int, of count: Int, from start: Double, to end: Double) throws {
      guard let progress, index.isMultiple(of: stride) else { return }
      let share = start + (end - start) * Double(index) / Double(max(count, 1))
      guard progress(share) else { throw CancellationError() }
    }
    let change = try changing { database in
      let changeset = try self.carryOut(edit, in: database) {
        try advance($0, of: edit.changes.count, from: 0, to: 0.7)
      }
      guard !changeset.isEmpty else { return nil }
      try self.record(changeset, of: edit, in: database)
      return try self.describe(changeset, in: database) {
        try advance($0, of: edit.changes.count, from: 0.7, to: 1)
      }
    }
    return change ?? WorkspaceChange()
  }

  /// One transaction; the observers hear of it when it is on the disk. Nil: nothing to do, and
  /// nothing was done.
  func changing(_ body: (Database) throws -> WorkspaceChange?) throws -> WorkspaceChange? {
    if isReadOnly { throw WorkspaceError.readOnly(path: path) }
    let change: WorkspaceChange?
    do {
      change = try WorkspaceFile.translatingErrors(path) {
        try queue.writeWithoutTransaction { database in
          try WorkspaceFile.recognisingAFullDisk(path, database) {
            try transaction(database, body)
          }
        }
      }
    } catch {
      observers.tell(WorkspaceChange())
      throw error
    }
    observers.tell(change ?? WorkspaceChange())
    return change
  }

  private func transaction(
    _ database: Database, _ body: (Database) throws -> WorkspaceChange?
  ) throws -> WorkspaceChange? {
    try requireSameFile()
    try soundness.require()
    var change: WorkspaceChange?
    try database.inTransaction(.immediate) {
      // From here on nobody else writes. Their edits are told before ours.
      if try observers.notice(database) { observers.tellLater(.wholesale) }
      change = try body(database)
      return change == nil ? .rollback : .commit
    }
    try requireSameFile()
    return change
  }

  private func carryOut(
    _ edit: Edit, in database: Database, _ progress: (Int) throws -> Void
  ) throws -> Changeset {
    if edit.changes.count == 1, case .update(let old, let new) = edit.changes[0] {
      try progress(0)
      return try carryOut(updateFrom: old, to: new, in: database)
    }
    return try Changeset.recording(database) {
      for (index, change) in edit.changes.enumerated() {
        try progress(index)
        try carryOut(change, of: edit.name, in: database)
      }
    }
  }

  /// Most edits are one, and most change one row.
  private func carryOut(
    updateFrom old: any Entity, to new: any Entity, in database: Database
  ) throws -> Changeset {
    try WorkspaceFile.translatingErrors(path, kind: type(of: new).kind) {
      try Self.requireStorable(new)
      let update = try RowUpdate(from: old, to: new)
      return update.staysInItsRow
        ? try Changeset.ofUpdate(update.reference, in: database) {
          try update.carryOut(in: database)
        }
        : try Changeset.recording(database) { try update.carryOut(in: database) }
    }
  }

  private func carryOut(
    _ change: Change, of name: EditName, in database: Database
  ) throws {
    switch change {
    case .insert(let record):
      try WorkspaceFile.translatingErrors(path, kind: type(of: record).kind) {
        try Self.insert(record, into: database)
      }
      if name == .vote, let vote = record as? Vote {
        try requireOpenRound(of: vote, in: database)
      }
      if name == .vote, let ballot = record as? Ballot {
        try requireRoom(for: ballot, in: database)
      }
    case .update(let old, let new):
      try WorkspaceFile.translatingErrors(path, kind: type(of: new).kind) {
        try Self.requireStorable(new)
        try RowUpdate(from: old, to: new).carryOut(in: database)
      }
    case .delete(let reference):
      guard reference.kind != .workspace else {
        throw WorkspaceError.refused(
          kind: .workspace, detail: tr("a file cannot be without its workspace"))
      }
      // What goes along makes this statement a long one, which is not to be read anew each time.
      try database.cachedStatement(
        sql: "DELETE FROM \(reference.kind.rawValue) WHERE id = ?"
      ).execute(arguments: [reference.id])
      guard database.changesCount > 0 else { throw WorkspaceError.gone(reference) }
    }
  }

  func record(_ changeset: Changeset, of edit: Edit, in database: Database) throws {
    // In numbers, not as arguments: only so does SQLite see that its index of undone steps serves.
    try database.cachedStatement(sql: "UPDATE history SET state = 2 WHERE state = 1").execute()
    // What was left behind stands on the newest step as it is: that one is not changed any more.
    let leavesNothing = database.changesCount == 0
    if let key = edit.coalescing, leavesNothing, try coalesce(changeset, key, in: database) {
      return
    }
    try requireFitting(changeset)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO history (at, name, coalescing, state, changeset, parent) VALUES (
          ?, ?, ?, ?, ?, (SELECT sequence FROM history WHERE \(HistoryStep.newestDone)))
        """)
    try statement.execute(
      arguments: [
        Instant.now, edit.name.rawValue, edit.coalescing, HistoryStep.State.done.rawValue,
        changeset.bytes,
      ])
  }

  /// Makes the changeset a part of the newest step, if that has the same key.
  private func coalesce(
    _ changeset: Changeset, _ key: String, in database: Database
  ) throws -> Bool {
    guard
      let last = try Row.fetchOne(
        try database.cachedStatement(
          sql: """
            SELECT sequence, coalescing, changeset FROM history
            WHERE \(HistoryStep.newestDone)
            """)),
      try last.decode(String?.self, atIndex: 1) == key
    else { return false }
    let sequence = try last.decode(Int64.self, atIndex: 0)
    // A version that has a name stays as it was when it got it.
    guard try Self.versionTitle(sequence, in: database) == nil else { return false }
    let merged = try Changeset(stored: try last.decode(atIndex: 2)).followed(by: changeset)
    if merged.isEmpty {
      // All was taken back by hand: there is nothing left that could be undone.
      try database.execute(sql: "DELETE FROM history WHERE sequence = ?", arguments: [sequence])
    } else {
      try requireFitting(merged)
      try database.cachedStatement(
        sql: "UPDATE history SET at = ?, changeset = ? WHERE sequence = ?"
      ).execute(
        arguments: [Instant.now, merged.bytes, sequence])
    }
    return true
  }

  private func requireFitting(_ changeset: Changeset) throws {
    guard changeset.bytes.count < Int(WorkspaceFile.longestValue) - 1024 else {
      throw WorkspaceError.tooLarge(path: path)
    }
  }

  /// The records that a changeset touched, as they are now.
  func describe(
    _ changeset: Changeset, in database: Database, _ progress: (Int) throws -> Void = { _ in }
  ) throws -> WorkspaceChange {
    var change = WorkspaceChange()
    for (index, entry) in try changeset.touched().enumerated() {
      try progress(index)
      if entry.operation == .delete {
        change.deletions.append(entry.reference)
      } else if let record = try Self.record(entry.reference, in: database) {
        change.upserts.append(record)
        if entry.operation == .update { change.updatedIDs.insert(record.id) }
      }
    }
    return change
  }

  static func record(_ reference: EntityReference, in database: Database) throws
    -> (any Entity)?
  {
    func fetch<Record: Entity & FetchableRecord & PersistableRecord>(
      _ type: Record.Type
    ) throws -> (any Entity)? {
      try type.fetchOne(
        try database.cachedStatement(
          sql: "SELECT * FROM \(reference.kind.rawValue) WHERE id = ?"),
        arguments: [reference.id])
    }
    if reference.kind == .card {
      let statement = try database.cachedStatement(
        sql: "SELECT \(Card.columns) FROM card WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [reference.id]).map(Card.fromColumns)
    }
    return try fetch(reference.kind.storedType)
  }
}
