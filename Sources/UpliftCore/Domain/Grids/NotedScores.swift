import Foundation

/// Whole numbers that several people gave, each with a note, by where they stand in a grid.
struct NotedScores<Key: Hashable & Sendable, Record: Entity>: Sendable {
  private(set) var records: JoinedRecords<Key, Record>
  private let kind: GridCellKind
  private let score: WritableKeyPath<Record, Int> & Sendable
  private let note: WritableKeyPath<Record, String> & Sendable

  /// - Parameter kind: what a cell takes.
  init(
    _ records: [Record], of kind: GridCellKind,
    score: WritableKeyPath<Record, Int> & Sendable,
    note: WritableKeyPath<Record, String> & Sendable,
    key: @escaping @Sendable (Record) -> Key
  ) {
    self.records = JoinedRecords(
      records.sorted { $0.id.uuidString < $1.id.uuidString }, key: key)
    self.kind = kind
    self.score = score
    self.note = note
  }

  var changes: [Change] { records.changes }

  /// - Parameter several: what is said of a cell with more than one score, of which it gets a list.
  func cell(_ key: Key, several: (String) -> String) -> GridCell {
    let all = records.all(key)
    guard let first = all.first else { return GridCell() }
    return GridCell(
      String(first[keyPath: score]), note: first[keyPath: note],
      mark: all.count > 1 ? several(listed(all.map { String($0[keyPath: score]) })) : "")
  }

  /// Sets a score, "4" or "4: what makes one think so"; nothing clears it.
  ///
  /// - Returns: false: the text is no score.
  mutating func set(_ text: String, at key: Key, make: () -> Record) -> Bool {
    guard let parts = GridNote.parts(text, kind) else { return false }
    guard let value = Int(parts.value) else {
      records.remove(key)
      return true
    }
    var record = records[key] ?? make()
    record[keyPath: score] = value
    if let text = parts.note { record[keyPath: note] = text }
    records.put(record)
    return true
  }

  /// - Returns: false: there is no score that it could be the note of.
  mutating func setNote(_ text: String, at key: Key) -> Bool {
    guard var record = records[key] else { return false }
    record[keyPath: note] = text
    records.put(record)
    return true
  }

  mutating func move(_ record: Record, from key: Key) { records.move(record, from: key) }
}
