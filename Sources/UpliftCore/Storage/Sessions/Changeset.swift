import CSQLiteSession
import Foundation
import GRDB

/// The bytes that the session extension makes of a transaction, and what can be done with them.
/// The only place that touches the session API's pointers.
struct Changeset: Sendable {
  let bytes: Data

  /// Runs `body` and records what it does to the workspace's tables.
  static func recording(_ database: Database, _ body: () throws -> Void) throws -> Changeset {
    var session: OpaquePointer?
    try check(sqlite3session_create(database.sqliteConnection, "main", &session))
    defer { sqlite3session_delete(session) }
    for table in Schema.recordedTables {
      try check(sqlite3session_attach(session, table))
    }
    try body()
    var size: Int32 = 0
    var pointer: UnsafeMutableRawPointer?
    try check(sqlite3session_changeset(session, &size, &pointer))
    return taking(pointer, size)
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// What takes it back.
  func inverted() throws -> Changeset {
    var size: Int32 = 0
    var pointer: UnsafeMutableRawPointer?
    try withPointer { input, count in
      try Self.check(sqlite3changeset_invert(count, input, &size, &pointer))
    }
    return Self.taking(pointer, size)
  }

  /// This one and then `next`, as one.
  func followed(by next: Changeset) throws -> Changeset {
    var size: Int32 = 0
    var pointer: UnsafeMutableRawPointer?
    try withPointer { first, firstCount in
      try next.withPointer { second, secondCount in
        try Self.check(
          sqlite3changeset_concat(firstCount, first, secondCount, second, &size, &pointer))
      }
    }
    return Self.taking(pointer, size)
  }

  /// Applies it inside the open transaction.
  ///
  /// - Throws: SQLITE_ABORT when the rows are not as the changeset expects them. What a foreign
  ///   key has done already, removing a row or emptying a reference, is no conflict.
  func apply(to database: Database) throws {
    try withPointer { pointer, count in
      try Self.check(
        sqlite3changeset_apply(
          database.sqliteConnection, count, pointer,
          { _, table in
            // A forged changeset must not reach the history or the search index.
            table.flatMap { EntityKind(rawValue: String(cString: $0)) } == nil ? 0 : 1
          },
          { _, conflict, iterator in
            var table: UnsafePointer<CChar>?
            var columns: Int32 = 0
            var operation: Int32 = 0
            sqlite3changeset_op(iterator, &table, &columns, &operation, nil)
            switch conflict {
            case SQLITE_CHANGESET_NOTFOUND where operation == SQLITE_DELETE:
              return SQLITE_CHANGESET_OMIT
            case SQLITE_CHANGESET_DATA
            where operation == SQLITE_UPDATE && Changeset.isAlreadySo(iterator, columns):
              return SQLITE_CHANGESET_OMIT
            case SQLITE_CHANGESET_DATA where Changeset.isOnlyEmptied(iterator, columns):
              return SQLITE_CHANGESET_REPLACE
            default: return SQLITE_CHANGESET_ABORT
            }
          }, nil))
    }
  }

  /// Whether the row that an update conflicts with holds all its new values.
  private static func isAlreadySo(_ iterator: OpaquePointer?, _ columns: Int32) -> Bool {
    for column in 0..<columns {
      var new: OpaquePointer?
      var current: OpaquePointer?
      guard sqlite3changeset_new(iterator, column, &new) == SQLITE_OK,
        sqlite3changeset_conflict(iterator, column, &current) == SQLITE_OK
      else { return false }
      // No new value: the update leaves this column alone.
      guard let new else { continue }
      if !isSame(new, current) { return false }
    }
    return true
  }

  /// Whether the row that a change conflicts with is as the change expects it, but for references
  /// that a foreign key has emptied meanwhile.
  private static func isOnlyEmptied(_ iterator: OpaquePointer?, _ columns: Int32) -> Bool {
    for column in 0..<columns {
      var old: OpaquePointer?
      var current: OpaquePointer?
      guard sqlite3changeset_old(iterator, column, &old) == SQLITE_OK,
        sqlite3changeset_conflict(iterator, column, &current) == SQLITE_OK
      else { return false }
      // No old value: the update leaves this column alone.
      guard let old, sqlite3_value_type(current) != SQLITE_NULL else { continue }
      if !isSame(old, current) { return false }
    }
    return true
  }

  private static func isSame(_ left: OpaquePointer, _ right: OpaquePointer?) -> Bool {
    let size = sqlite3_value_bytes(left)
    guard sqlite3_value_type(left) == sqlite3_value_type(right),
      size == sqlite3_value_bytes(right)
    else { return false }
    guard size > 0 else { return true }
    guard let left = sqlite3_value_blob(left), let right = sqlite3_value_blob(right) else {
      return false
    }
    return memcmp(left, right, Int(size)) == 0
  }

  enum Operation {
    case insert, update, delete
  }

  /// The records that it touches, in its order.
  ///
  /// - Throws: SQLITE_CORRUPT when the bytes are no changeset.
  func touched() throws -> [(reference: EntityReference, operation: Operation)] {
    var result: [(reference: EntityReference, operation: Operation)] = []
    try withPointer { pointer, count in
      var iterator: OpaquePointer?
      try Self.check(sqlite3changeset_start(&iterator, count, pointer))
      var isFinalized = false
      defer { if !isFinalized { sqlite3changeset_finalize(iterator) } }
      while true {
        let code = sqlite3changeset_next(iterator)
        if code == SQLITE_DONE { break }
        guard code == SQLITE_ROW else {
          throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        var table: UnsafePointer<CChar>?
        var columns: Int32 = 0
        var operation: Int32 = 0
        try Self.check(sqlite3changeset_op(iterator, &table, &columns, &operation, nil))
        var value: OpaquePointer?
        // The id is every table's first column.
        if operation == SQLITE_INSERT {
          try Self.check(sqlite3changeset_new(iterator, 0, &value))
        } else {
          try Self.check(sqlite3changeset_old(iterator, 0, &value))
        }
        guard let table, let kind = EntityKind(rawValue: String(cString: table)), let value,
          sqlite3_value_bytes(value) == 16, let blob = sqlite3_value_blob(value)
        else { continue }
        let id = blob.withMemoryRebound(to: uuid_t.self, capacity: 1) { UUID(uuid: $0.pointee) }
        let operations = [SQLITE_INSERT: Operation.insert, SQLITE_DELETE: .delete]
        result.append((EntityReference(kind, id), operations[operation] ?? .update))
      }
      // What stopped the iteration is only told now.
      isFinalized = true
      try Self.check(sqlite3changeset_finalize(iterator))
    }
    return result
  }

  private func withPointer<Result>(
    _ body: (UnsafeMutableRawPointer?, Int32) throws -> Result
  ) throws -> Result {
    guard bytes.count <= Int(Int32.max) else {
      throw DatabaseError(resultCode: .SQLITE_TOOBIG)
    }
    return try bytes.withUnsafeBytes { buffer in
      // The session API only reads its input, but does not say so in its types.
      try body(UnsafeMutableRawPointer(mutating: buffer.baseAddress), Int32(buffer.count))
    }
  }

  private static func taking(_ pointer: UnsafeMutableRawPointer?, _ size: Int32) -> Changeset {
    defer { sqlite3_free(pointer) }
    guard let pointer, size > 0 else { return Changeset(bytes: Data()) }
    return Changeset(bytes: Data(bytes: pointer, count: Int(size)))
  }

  private static func check(_ code: Int32) throws {
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }
}
