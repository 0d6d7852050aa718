import CSQLiteSession
import Foundation
import GRDB

/// A changeset row by row, with its values, and rows as a changeset again: by SQLite's description of
/// the bytes. The bytes are checked first, as `ChangesetReader` does.
struct ChangesetRows {
  enum Value: Equatable {
    /// The change leaves the column alone.
    case absent
    case null
    case text(String)
    case blob(Data)
    /// A number, or a text that is no UTF-8, with its bytes as they were.
    case other([UInt8])

    /// Nil when it is no id.
    var id: UUID? {
      guard case .blob(let data) = self, data.count == 16 else { return nil }
      return data.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
  }

  struct Change: Equatable {
    var kind: EntityKind
    /// SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE.
    var operation: Int32
    var isIndirect: Bool
    /// Nil of an insertion.
    var old: [Value]?
    /// Nil of a deletion.
    var new: [Value]?

    var id: UUID { (old ?? new)?.first?.id ?? UUID() }
  }

  /// - Throws: SQLITE_CORRUPT when the bytes are no changeset of a workspace's tables.
  static func rows(of data: Data) throws -> [Change] {
    // From here on every length and every kind is known to be right.
    _ = try ChangesetReader.entries(of: data)
    return data.withUnsafeBytes { bytes in
      var reader = RowReader(bytes: bytes)
      var rows: [Change] = []
      while let row = reader.next() { rows.append(row) }
      return rows
    }
  }

  /// The changeset that makes these changes, in their order.
  static func changeset(_ rows: [Change]) -> Changeset {
    var bytes: [UInt8] = []
    var table: (kind: EntityKind, columns: Int)?
    for row in rows {
      let columns = (row.old ?? row.new ?? []).count
      if table?.kind != row.kind || table?.columns != columns {
        table = (row.kind, columns)
        bytes.append(UInt8(ascii: "T"))
        append(columns, to: &bytes)
        bytes += (0..<columns).map { $0 == 0 ? 1 : 0 }
        bytes += Array(row.kind.rawValue.utf8) + [0]
      }
      bytes += [UInt8(row.operation), row.isIndirect ? 1 : 0]
      for record in [row.old, row.new].compactMap({ $0 }) {
        for value in record { append(value, to: &bytes) }
      }
    }
    return Changeset(made: bytes)
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .absent: bytes.append(0)
    case .null: bytes.append(UInt8(SQLITE_NULL))
    case .other(let raw): bytes += raw
    case .text(let text):
      bytes.append(UInt8(SQLITE_TEXT))
      append(text.utf8.count, to: &bytes)
      bytes += Array(text.utf8)
    case .blob(let data):
      bytes.append(UInt8(SQLITE_BLOB))
      append(data.count, to: &bytes)
      bytes += data
    }
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

/// Reads bytes that were checked.
private struct RowReader {
  let bytes: UnsafeRawBufferPointer
  private var place = 0
  private var kind = EntityKind.workspace
  private var columns = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func next() -> ChangesetRows.Change? {
    while place < bytes.count, bytes[place] == UInt8(ascii: "T") { readTable() }
    guard place < bytes.count else { return nil }
    let operation = Int32(bytes[place])
    let isIndirect = bytes[place + 1] != 0
    place += 2
    let first = record()
    return ChangesetRows.Change(
      kind: kind, operation: operation, isIndirect: isIndirect,
      old: operation == SQLITE_INSERT ? nil : first,
      new: operation == SQLITE_INSERT
        ? first : operation == SQLITE_UPDATE ? record() : nil)
  }

  private mutating func readTable() {
    place += 1
    columns = number()
    place += columns
    let start = place
    while bytes[place] != 0 { place += 1 }
    kind = EntityKind(rawValue: String(decoding: bytes[start..<place], as: UTF8.self)) ?? .workspace
    place += 1
  }

  private mutating func record() -> [ChangesetRows.Value] { (0..<columns).map { _ in value() } }

  private mutating func value() -> ChangesetRows.Value {
    let start = place
    let type = Int32(bytes[place])
    place += 1
    switch type {
    case 0: return .absent
    case SQLITE_NULL: return .null
    case SQLITE_TEXT:
      let count = number()
      let from = place
      place += count
      guard let text = String(validating: bytes[from..<place], as: UTF8.self) else {
        return .other(Array(bytes[start..<place]))
      }
      return .text(text)
    case SQLITE_BLOB:
      let count = number()
      let from = place
      place += count
      return .blob(Data(bytes[from..<place]))
    default:
      place += 8
      return .other(Array(bytes[start..<place]))
    }
  }

  private mutating func number() -> Int {
    var result = 0
    while true {
      let next = bytes[place]
      place += 1
      result = result << 7 | Int(next & 0x7F)
      if next < 0x80 { return result }
    }
  }
}
