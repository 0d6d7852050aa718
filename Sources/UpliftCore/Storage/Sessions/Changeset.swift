import CSQLiteSession
import Foundation
import GRDB

/// The bytes that the session extension makes of a transaction, and what can be done with them.
/// The only place that touches the session API's pointers.
struct Changeset: Sendable {
  let bytes: Data

  init(made bytes: [UInt8]) { self.bytes = Data(bytes) }

  private init(made bytes: Data) { self.bytes = bytes }

  /// Unchecked, for tests of what checks it.
  init(forged bytes: Data) { self.bytes = bytes }

  /// From a file, which may be damaged or forged.
  ///
  /// - Throws: SQLITE_CORRUPT when the bytes are no changeset.
  init(stored bytes: Data) throws {
    _ = try ChangesetReader.entries(of: bytes)
    self.bytes = bytes
  }

  /// Runs `body` and records what it does to the workspace's tables.
  ///
  /// - Parameter tables: nil stands for all tables of the file.
  static func recording(
    _ database: Database, tables: [String]? = Schema.recordedTables, _ body: () throws -> Void
  ) throws -> Changeset {
    var session: OpaquePointer?
    try check(sqlite3session_create(database.sqliteConnection, "main", &session))
    defer { sqlite3session_delete(session) }
    if let tables {
      for table in tables { try check(sqlite3session_attach(session, table)) }
    } else {
      try check(sqlite3session_attach(session, nil))
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
  /// Table by table, from those that refer to others to those that are referred to. The other way
  /// round, a stage that is deleted would take along the steps that are about to leave it.
  ///
  /// - Parameter progress: is told now and then how much is done, 0…1, and answers false to
  ///   cancel.
  /// - Throws: SQLITE_ABORT when the rows are not as the changeset expects them;
  ///   SQLITE_CONSTRAINT when one would refer to something that does not exist;
  ///   `CancellationError`.
  func apply(to database: Database, progress: ((Double) -> Bool)? = nil) throws {
    let touched = try touched()
    var shares: [EntityKind: Double] = [:]
    for entry in touched { shares[entry.reference.kind, default: 0] += 1 / Double(touched.count) }
    var done = 0.0
    // Other tables, which only a forged changeset names, are left out.
    for kind in EntityKind.allCases.reversed() {
      guard let share = shares[kind] else { continue }
      try bytes.withUnsafeBytes { buffer in
        let input = ChangesetInput(buffer) { part in progress?(done + share * part) ?? true }
        try kind.rawValue.withCString { try apply(input, toTable: $0, of: database) }
      }
      done += share
    }
    var open: Int32 = 0
    var highest: Int32 = 0
    try Self.check(
      sqlite3_db_status(
        database.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0))
    guard open == 0 else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT) }
  }

  private func apply(
    _ input: ChangesetInput, toTable name: UnsafePointer<CChar>, of database: Database
  ) throws {
    let code = withExtendedLifetime(input) {
      sqlite3changeset_apply_strm(
        database.sqliteConnection,
        { input, place, count in ChangesetInput.read(input, place, count) },
        Unmanaged.passUnretained(input).toOpaque(),
        { wanted, table in
          guard let wanted, let table else { return 0 }
          return strcmp(wanted.assumingMemoryBound(to: CChar.self), table) == 0 ? 1 : 0
        },
        { _, conflict, iterator in
          var table: UnsafePointer<CChar>?
          var columns: Int32 = 0
          var operation: Int32 = 0
          switch conflict {
          case SQLITE_CHANGESET_FOREIGN_KEY:
            // What is referred to comes with one of the next tables, or all is refused.
            return SQLITE_CHANGESET_OMIT
          case SQLITE_CHANGESET_DATA:
            sqlite3changeset_op(iterator, &table, &columns, &operation, nil)
            return Changeset.wasEmptied(iterator, columns)
              ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_ABORT
          case SQLITE_CHANGESET_NOTFOUND:
            sqlite3changeset_op(iterator, &table, &columns, &operation, nil)
            return operation == SQLITE_DELETE ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT
          default: return SQLITE_CHANGESET_ABORT
          }
        }, UnsafeMutableRawPointer(mutating: name))
    }
    guard !input.isCancelled else { throw CancellationError() }
    try Self.check(code)
  }

  /// Whether the row that a change conflicts with is as expected, but for references that were
  /// emptied because a row of the same table went before it.
  private static func wasEmptied(_ iterator: OpaquePointer?, _ columns: Int32) -> Bool {
    for column in 0..<columns {
      var old: OpaquePointer?
      var current: OpaquePointer?
      guard sqlite3changeset_old(iterator, column, &old) == SQLITE_OK,
        sqlite3changeset_conflict(iterator, column, &current) == SQLITE_OK
      else { return false }
      // No old value: an update leaves this column alone.
      guard let old, sqlite3_value_type(current) != SQLITE_NULL else { continue }
      let size = sqlite3_value_bytes(old)
      guard sqlite3_value_type(old) == sqlite3_value_type(current),
        size == sqlite3_value_bytes(current)
      else { return false }
      if size > 0 {
        guard let left = sqlite3_value_blob(old), let right = sqlite3_value_blob(current),
          memcmp(left, right, Int(size)) == 0
        else { return false }
      }
    }
    return true
  }

  enum Operation {
    case insert, update, delete
  }

  /// The records that it touches, in its order.
  ///
  /// - Throws: SQLITE_CORRUPT when the bytes are no changeset.
  func touched() throws -> [ChangesetReader.Entry] { try ChangesetReader.entries(of: bytes) }

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
    guard let pointer, size > 0 else { return Changeset(made: Data()) }
    return Changeset(made: Data(bytes: pointer, count: Int(size)))
  }

  private static func check(_ code: Int32) throws {
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }
}
