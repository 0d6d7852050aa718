import Foundation
import GRDB

extension Workspace {
  /// Carries out an edit as one transaction, records it in the history, and tells the observers.
  ///
  /// - Returns: what it changed; empty when everything was so already.
  /// - Throws: `WorkspaceError`, and then the file is as it was.
  @discardableResult
  public func perform(_ edit: Edit) throws -> WorkspaceChange {
    try changing { database in
      let changeset = try Changeset.recording(database) {
        for change in edit.changes { try self.carryOut(change, in: database) }
      }
      guard !changeset.isEmpty else { return WorkspaceChange() }
      try self.record(changeset, of: edit, in: database)
      return try self.describe(changeset, in: database)
    }
  }

  /// Takes back the newest step that is in force. Nil when there is none.
  ///
  /// - Throws: `WorkspaceError.cannotUndo` when the records are not as the history left them.
  @discardableResult
  public func undo() throws -> WorkspaceChange? {
    try travel(from: .done, to: .undone, newestFirst: true)
  }

  /// Puts the step that was undone last in force again. Nil when there is none.
  ///
  /// - Throws: `WorkspaceError.cannotUndo` when the records are not as the undo left them.
  @discardableResult
  public func redo() throws -> WorkspaceChange? {
    try travel(from: .undone, to: .done, newestFirst: false)
  }

  private func travel(
    from state: HistoryStep.State, to target: HistoryStep.State, newestFirst: Bool
  ) throws -> WorkspaceChange? {
    var isThere = false
    let change = try changing { database in
      let order = newestFirst ? "DESC" : "ASC"
      guard
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT sequence, name, changeset FROM history WHERE state = ?
            ORDER BY sequence \(order) LIMIT 1
            """, arguments: [state.rawValue])
      else { return WorkspaceChange() }
      isThere = true
      let forward = Changeset(bytes: row["changeset"])
      let changeset = newestFirst ? try forward.inverted() : forward
      do {
        try changeset.apply(to: database)
      } catch let error as DatabaseError
        where [.SQLITE_ABORT, .SQLITE_CONSTRAINT, .SQLITE_CORRUPT].contains(error.resultCode)
      {
        let name = EditName(rawValue: row["name"])
        throw WorkspaceError.cannotUndo(title: name?.title ?? tr("Change"))
      }
      try database.execute(
        sql: "UPDATE history SET state = ? WHERE sequence = ?",
        arguments: [target.rawValue, row["sequence"] as Int64])
      return try self.describe(changeset, in: database)
    }
    return isThere ? change : nil
  }

  /// One transaction; the observers hear of it when it is on the disk.
  private func changing(_ body: (Database) throws -> WorkspaceChange) throws -> WorkspaceChange {
    if let readOnlyReason, isReadOnly {
      _ = readOnlyReason
      throw WorkspaceError.readOnly(path: url.path)
    }
    let change = try WorkspaceFile.translatingErrors(url.path) {
      try queue.writeWithoutTransaction { database in
        // Somebody else's edits first: theirs are told before ours.
        if try observers.notice(database) { observers.tellLater(.wholesale) }
        var result = WorkspaceChange()
        try database.inTransaction(.immediate) {
          result = try body(database)
          return result.isEmpty ? .rollback : .commit
        }
        _ = try observers.notice(database)
        return result
      }
    }
    observers.tell(change)
    return change
  }

  private func carryOut(_ change: Change, in database: Database) throws {
    switch change {
    case .insert(let record):
      try WorkspaceFile.translatingErrors(url.path, kind: type(of: record).kind) {
        try Self.insert(record, into: database)
      }
    case .update(let old, let new):
      try WorkspaceFile.translatingErrors(url.path, kind: type(of: new).kind) {
        try update(new, from: old, in: database)
      }
    case .delete(let reference):
      try database.execute(
        sql: "DELETE FROM \(reference.kind.rawValue) WHERE id = ?", arguments: [reference.id])
      guard database.changesCount > 0 else { throw WorkspaceError.gone(reference) }
    }
  }

  private func update(_ new: any Entity, from old: any Entity, in database: Database) throws {
    guard let new = new as? any (Entity & PersistableRecord) else { return }
    func update<Record: Entity & PersistableRecord>(_ record: Record) throws {
      guard let old = old as? Record, old.id == record.id else { return }
      do {
        try record.updateChanges(database, from: old)
      } catch is RecordError {
        throw WorkspaceError.gone(record.reference)
      }
    }
    try update(new)
  }

  private func record(_ changeset: Changeset, of edit: Edit, in database: Database) throws {
    try database.execute(
      sql: "UPDATE history SET state = ? WHERE state = ?",
      arguments: [HistoryStep.State.abandoned.rawValue, HistoryStep.State.undone.rawValue])
    if let key = edit.coalescing {
      let last = try Row.fetchOne(
        database,
        sql: """
          SELECT sequence, coalescing, changeset FROM history WHERE state = ?
          ORDER BY sequence DESC LIMIT 1
          """, arguments: [HistoryStep.State.done.rawValue])
      if let last, last["coalescing"] == key {
        let merged = try Changeset(bytes: last["changeset"]).followed(by: changeset)
        try database.execute(
          sql: "UPDATE history SET at = ?, changeset = ? WHERE sequence = ?",
          arguments: [Instant.now, merged.bytes, last["sequence"] as Int64])
        return
      }
    }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO history (at, name, coalescing, state, changeset) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(
      arguments: [
        Instant.now, edit.name.rawValue, edit.coalescing, HistoryStep.State.done.rawValue,
        changeset.bytes,
      ])
  }

  /// The records that a changeset touched, as they are now.
  private func describe(_ changeset: Changeset, in database: Database) throws -> WorkspaceChange {
    var change = WorkspaceChange()
    for (reference, isDeleted) in try changeset.touched() {
      if isDeleted {
        change.deletions.append(reference)
      } else if let record = try Self.record(reference, in: database) {
        change.upserts.append(record)
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
        database, sql: "SELECT * FROM \(reference.kind.rawValue) WHERE id = ?",
        arguments: [reference.id])
    }
    return try fetch(reference.kind.storedType)
  }
}
