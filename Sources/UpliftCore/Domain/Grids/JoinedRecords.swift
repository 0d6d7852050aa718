import Foundation

/// Records of one kind that are being changed, and what that changes.
struct ChangingRecords<Record: Entity>: Sendable {
  private var old: [UUID: Record]
  private(set) var now: [UUID: Record]
  /// In the order in which they were touched.
  private var touched: [UUID] = []

  init(_ records: [Record]) {
    old = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    now = old
  }

  subscript(id: UUID) -> Record? { now[id] }

  mutating func put(_ record: Record) {
    touched.append(record.id)
    now[record.id] = record
  }

  mutating func remove(_ id: UUID) {
    touched.append(id)
    now[id] = nil
  }

  var changes: [Change] {
    var seen: Set<UUID> = []
    return touched.compactMap { id in
      guard seen.insert(id).inserted else { return nil }
      switch (old[id], now[id]) {
      case (let old?, let new?): return old == new ? nil : .update(from: old, to: new)
      case (nil, let new?): return .insert(new)
      case (let old?, nil): return .delete(old.reference)
      case (nil, nil): return nil
      }
    }
  }
}

/// Records by where they stand in a grid.
struct JoinedRecords<Key: Hashable & Sendable, Record: Entity>: Sendable {
  private var records: ChangingRecords<Record>
  /// The first one counts.
  private var places: [Key: [UUID]]
  private let key: @Sendable (Record) -> Key

  /// - Parameter records: of several for one place the last one counts.
  init(_ records: [Record], key: @escaping @Sendable (Record) -> Key) {
    self.records = ChangingRecords(records)
    self.key = key
    places = Dictionary(grouping: records, by: key).mapValues { $0.reversed().map(\.id) }
  }

  subscript(place: Key) -> Record? { places[place]?.first.flatMap { records[$0] } }

  /// More than one only where two people, or two files, said something of the same.
  func all(_ place: Key) -> [Record] { (places[place] ?? []).compactMap { records[$0] } }

  var everything: [Record] { Array(records.now.values) }

  /// It is the only one for its place then.
  mutating func put(_ record: Record) {
    let place = key(record)
    for id in places[place] ?? [] where id != record.id { records.remove(id) }
    places[place] = [record.id]
    records.put(record)
  }

  /// Of a record that stands elsewhere from now on.
  mutating func move(_ record: Record, from place: Key) {
    places[place]?.removeAll { $0 == record.id }
    places[key(record), default: []].append(record.id)
    records.put(record)
  }

  mutating func remove(_ place: Key) {
    for id in places.removeValue(forKey: place) ?? [] { records.remove(id) }
  }

  var changes: [Change] { records.changes }
}

/// A pair of ids: a cell of two lists of records.
struct PairOfIDs: Hashable, Sendable {
  var row: UUID
  var column: UUID
}

/// A record and somebody's name, whatever its case.
struct IDAndName: Hashable, Sendable {
  var id: UUID
  var name: String

  init(_ id: UUID, _ name: String) {
    self.id = id
    self.name = name.folded
  }
}

/// Names as columns: those of records, and those that nothing stands under yet.
struct NamedColumns: Sendable {
  private(set) var names: [String]
  private(set) var pending: [String]

  /// - Parameter used: in any order, with repetitions.
  init(used: [String], pending: [String]) {
    var seen: Set<String> = []
    names = used.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { seen.insert($0.folded).inserted }
      .sorted { ($0.folded, $0) < ($1.folded, $1) }
    self.pending = pending.filter { seen.insert($0.folded).inserted }
    names += self.pending
  }

  /// False when there is one of this name, or it is none.
  mutating func add(_ name: String) -> Bool {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, !has(name) else { return false }
    names.append(name)
    pending.append(name)
    return true
  }

  mutating func rename(_ index: Int, to name: String) -> Bool {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, names.indices.contains(index),
      name.folded == names[index].folded || !has(name)
    else { return false }
    if let place = pending.firstIndex(of: names[index]) { pending[place] = name }
    names[index] = name
    return true
  }

  private func has(_ name: String) -> Bool { names.contains { $0.folded == name.folded } }
}
