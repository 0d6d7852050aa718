import CSQLiteSession
import Foundation
import GRDB

extension Changeset {
  /// Runs `body`, which changes nothing but one row, and describes what it did to that.
  ///
  /// The bytes are those that the session extension would make, by SQLite's description of them.
  /// It asks for the table's columns twice and prepares a statement anew for every changeset,
  /// which takes longer than the change itself.
  static func ofUpdate(
    _ reference: EntityReference, in database: Database, _ body: () throws -> Void
  ) throws -> Changeset {
    let before = try row(reference, in: database)
    try body()
    let after = try row(reference, in: database)
    guard let before, let after, before.count == after.count else {
      guard before == nil, after == nil else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return Changeset(made: [])
    }
    return Changeset(made: update(of: reference.kind, from: before, to: after))
  }

  private static func update(
    of kind: EntityKind, from before: [[UInt8]], to after: [[UInt8]]
  ) -> [UInt8] {
    guard before != after else { return [] }
    var bytes = [UInt8(ascii: "T")]
    append(before.count, to: &bytes)
    // The id is every table's first column, and its only key.
    bytes += before.indices.map { $0 == 0 ? 1 : 0 }
    bytes += Array(kind.rawValue.utf8) + [0]
    bytes += [UInt8(SQLITE_UPDATE), 0]
    for (column, value) in before.enumerated() {
      bytes += column == 0 || value != after[column] ? value : [absent]
    }
    for (column, value) in after.enumerated() {
      bytes += value != before[column] ? value : [absent]
    }
    return bytes
  }

  /// Stands for a value that stays.
  private static let absent: UInt8 = 0

  /// A row's values as changesets hold them, a column each; nil when there is no such row.
  private static func row(
    _ reference: EntityReference, in database: Database
  ) throws -> [[UInt8]]? {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM \(reference.kind.rawValue) WHERE id = ?")
    try statement.setArguments([reference.id])
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return (0..<sqlite3_column_count(pointer)).map { value($0, of: pointer) }
    case SQLITE_DONE: return nil
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  private static func value(_ column: Int32, of statement: OpaquePointer?) -> [UInt8] {
    let type = sqlite3_column_type(statement, column)
    var bytes = [UInt8(type)]
    switch type {
    case SQLITE_INTEGER:
      append(UInt64(bitPattern: sqlite3_column_int64(statement, column)), to: &bytes)
    case SQLITE_FLOAT:
      append(sqlite3_column_double(statement, column).bitPattern, to: &bytes)
    case SQLITE_TEXT, SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      append(count, to: &bytes)
      bytes += UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    default: break
    }
    return bytes
  }

  /// The highest byte first.
  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }

  /// Seven bits a byte, the highest first.
  private static func append(_ count: Int, to bytes: inout [UInt8]) {
    var septets = [UInt8(count & 0x7F)]
    var rest = count >> 7
    while rest > 0 {
      septets.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes += septets.reversed()
  }
}
