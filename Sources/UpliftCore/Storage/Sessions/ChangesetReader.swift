import CSQLiteSession
import Foundation
import GRDB

/// Reads the bytes of a changeset by SQLite's description of them, and believes nothing.
///
/// SQLite's own reader takes them for its own work: on bytes that are cut off or made up it runs
/// on for ever. What comes from a file passes through here first.
struct ChangesetReader {
  struct Entry: Equatable {
    var reference: EntityReference
    var operation: Changeset.Operation
  }

  /// A change with what it says of the row, a column each; nil is a column that it leaves alone.
  struct Row {
    var entry: Entry
    /// Empty of a row that is new.
    var old: [Value?]
    /// Empty of a row that is gone.
    var new: [Value?]
  }

  enum Value: Equatable {
    case text(String)
    case bytes(Data)
    case integer(Int64)
    case other
  }

  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private var keepsValues = false
  /// Of the record that is being read.
  private var values: [Value?] = []
  /// The table that the next changes are of, and how many columns it had.
  private var kind: EntityKind?
  private var columns = 0

  /// What each change touches, in order.
  ///
  /// - Throws: SQLITE_CORRUPT when the bytes are no changeset of a workspace's tables.
  static func entries(of data: Data) throws -> [Entry] {
    try data.withUnsafeBytes { bytes in
      var reader = ChangesetReader(bytes)
      var entries: [Entry] = []
      while let entry = try reader.next() { entries.append(entry) }
      return entries
    }
  }

  /// The first changes with their values, in order.
  ///
  /// - Throws: SQLITE_CORRUPT when the bytes are no changeset of a workspace's tables.
  static func rows(of data: Data, limit: Int) throws -> [Row] {
    try data.withUnsafeBytes { bytes in
      var reader = ChangesetReader(bytes)
      reader.keepsValues = true
      var rows: [Row] = []
      while rows.count < limit, let row = try reader.nextRow() { rows.append(row) }
      return rows
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func next() throws -> Entry? { try nextRow()?.entry }

  private mutating func nextRow() throws -> Row? {
    while place < bytes.count, bytes[place] == UInt8(ascii: "T") { try readTable() }
    guard place < bytes.count else { return nil }
    guard let kind else { throw Self.corrupt }
    let code = try byte()
    guard try byte() <= 1 else { throw Self.corrupt }
    let id: UUID
    let operation: Changeset.Operation
    var (old, new): ([Value?], [Value?]) = ([], [])
    switch Int32(code) {
    case SQLITE_INSERT:
      operation = .insert
      id = try readRecord(mayLeaveOut: false)
      new = values
    case SQLITE_DELETE:
      operation = .delete
      id = try readRecord(mayLeaveOut: false)
      old = values
    case SQLITE_UPDATE:
      operation = .update
      id = try readRecord(mayLeaveOut: true)
      old = values
      try readNewValues()
      new = values
    default: throw Self.corrupt
    }
    let entry = Entry(reference: EntityReference(kind, id), operation: operation)
    return Row(entry: entry, old: old, new: new)
  }

  private mutating func readTable() throws {
    place += 1
    columns = try number()
    guard (1...100).contains(columns) else { throw Self.corrupt }
    // The id is every table's first column, and its only key.
    for column in 0..<columns {
      guard try byte() == (column == 0 ? 1 : 0) else { throw Self.corrupt }
    }
    let start = place
    while try byte() != 0 {}
    let name = String(decoding: bytes[start..<place - 1], as: UTF8.self)
    guard let kind = EntityKind(rawValue: name) else { throw Self.corrupt }
    self.kind = kind
  }

  /// All columns of a row, of which an update leaves out those that stay.
  private mutating func readRecord(mayLeaveOut: Bool) throws -> UUID {
    guard try byte() == UInt8(SQLITE_BLOB), try number() == 16, place + 16 <= bytes.count else {
      throw Self.corrupt
    }
    let id = UUID(uuid: bytes.loadUnaligned(fromByteOffset: place, as: uuid_t.self))
    place += 16
    values = []
    keep(.other)
    for _ in 1..<columns { try readValue(mayBeAbsent: mayLeaveOut) }
    return id
  }

  private mutating func readNewValues() throws {
    // An id never changes.
    guard try byte() == 0 else { throw Self.corrupt }
    values = []
    keep(nil)
    for _ in 1..<columns { try readValue(mayBeAbsent: true) }
  }

  private mutating func readValue(mayBeAbsent: Bool) throws {
    switch Int32(try byte()) {
    case 0:
      guard mayBeAbsent else { throw Self.corrupt }
      keep(nil)
    case SQLITE_NULL: keep(.other)
    case SQLITE_INTEGER:
      let start = place
      try skip(8)
      let value = bytes.loadUnaligned(fromByteOffset: start, as: Int64.self)
      keep(.integer(Int64(bigEndian: value)))
    case SQLITE_FLOAT:
      try skip(8)
      keep(.other)
    case SQLITE_TEXT:
      let start = place + (try skipContent())
      let content = bytes[start..<place]
      if keepsValues { values.append(.text(String(decoding: content, as: UTF8.self))) }
    case SQLITE_BLOB:
      let start = place + (try skipContent())
      let content = bytes[start..<place]
      if keepsValues { values.append(.bytes(Data(content))) }
    default: throw Self.corrupt
    }
  }

  /// Where the content begins, seen from here.
  private mutating func skipContent() throws -> Int {
    let before = place
    let count = try number()
    let length = place - before
    try skip(count)
    return length
  }

  private mutating func keep(_ value: Value?) {
    if keepsValues { values.append(value) }
  }

  private mutating func byte() throws -> UInt8 {
    guard place < bytes.count else { throw Self.corrupt }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func skip(_ count: Int) throws {
    guard count <= bytes.count - place else { throw Self.corrupt }
    place += count
  }

  /// Seven bits a byte, the highest first; five bytes hold every length that there can be.
  private mutating func number() throws -> Int {
    var result = 0
    for _ in 0..<5 {
      let next = try byte()
      result = result << 7 | Int(next & 0x7F)
      if next < 0x80 { return result }
    }
    throw Self.corrupt
  }

  private static let corrupt = DatabaseError(resultCode: .SQLITE_CORRUPT, message: "changeset")
}
