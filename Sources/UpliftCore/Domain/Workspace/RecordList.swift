import Foundation

/// One list of a workspace's contents: the records of a kind, what they refer to, and their order in
/// a file. Whatever is done alike with every kind (writing, reading, checking, renaming) goes over
/// `WorkspaceContents.lists`.
protocol RecordListing: Sendable {
  associatedtype Record: Entity
  /// In the JSON format: "cards".
  var name: String { get }
  var path: WritableKeyPath<WorkspaceContents, [Record]> & Sendable { get }
  var references: [RecordReference<Record>] { get }
  /// Whether only one record may refer to the same two others.
  var isPair: Bool { get }
  var place: @Sendable (Record, FilePositions) -> FilePlace { get }
}

extension RecordListing {
  var kind: EntityKind { Record.kind }

  func records(of contents: WorkspaceContents) -> [any Entity] {
    contents[keyPath: path] as [any Entity]
  }

  /// Puts the records of `other` behind those of `contents`.
  func add(_ other: WorkspaceContents, to contents: inout WorkspaceContents) {
    contents[keyPath: path] += other[keyPath: path]
  }

  func remove(_ gone: Set<EntityReference>, from contents: inout WorkspaceContents) {
    contents[keyPath: path].removeAll { gone.contains($0.reference) }
  }

  /// Brings the records into the order of a file, after the lists that they refer to.
  func order(_ contents: inout WorkspaceContents, _ positions: inout FilePositions) {
    let placed = contents[keyPath: path].map { (place: place($0, positions), record: $0) }
    let ordered = placed.sorted { left, right in
      if left.place.first != right.place.first {
        return left.place.first ?? .max < right.place.first ?? .max
      }
      if left.place.second != right.place.second {
        return left.place.second ?? .max < right.place.second ?? .max
      }
      if let first = left.place.rank, let second = right.place.rank, first != second {
        return first < second
      }
      return left.record.id.uuidString < right.record.id.uuidString
    }.map(\.record)
    contents[keyPath: path] = ordered
    positions.keep(ordered)
  }
}

struct RecordList<Record: Entity>: RecordListing {
  let name: String
  let path: WritableKeyPath<WorkspaceContents, [Record]> & Sendable
  let references: [RecordReference<Record>]
  let isPair: Bool
  let place: @Sendable (Record, FilePositions) -> FilePlace

  init(
    _ name: String, _ path: WritableKeyPath<WorkspaceContents, [Record]> & Sendable,
    _ references: [RecordReference<Record>] = [], isPair: Bool = false,
    place: @escaping @Sendable (Record, FilePositions) -> FilePlace
  ) {
    self.name = name
    self.path = path
    self.references = references
    self.isPair = isPair
    self.place = place
  }

  /// By the first record that it refers to, if `isUnderFirst`, and by rank.
  init(
    _ name: String, _ path: WritableKeyPath<WorkspaceContents, [Record]> & Sendable,
    _ references: [RecordReference<Record>] = [], isUnderFirst: Bool = true
  ) where Record: Ranked {
    let parent = isUnderFirst ? references.first : nil
    self.init(name, path, references) { record, positions in
      FilePlace(
        first: parent.flatMap { reference in
          reference.id(record).flatMap { positions(reference.kind, $0) }
        }, rank: record.rank)
    }
  }

  /// An assignment: by its owner, then by what is assigned.
  init(
    _ name: String, _ path: WritableKeyPath<WorkspaceContents, [Record]> & Sendable,
    owner: RecordReference<Record>, target: RecordReference<Record>
  ) {
    self.init(name, path, [owner, target], isPair: true) { record, positions in
      FilePlace(
        first: owner.id(record).flatMap { positions(owner.kind, $0) },
        second: target.id(record).flatMap { positions(target.kind, $0) })
    }
  }
}

/// A field that names another record.
struct RecordReference<Record: Entity>: Sendable {
  let key: String
  let kind: EntityKind
  /// Whether what it names must be there.
  let mustExist: Bool
  let id: @Sendable (Record) -> UUID?
  let rename: @Sendable (inout Record, (UUID) -> UUID) -> Void

  static func to(
    _ kind: EntityKind, _ key: String, _ path: WritableKeyPath<Record, UUID> & Sendable
  ) -> Self {
    Self(key: key, kind: kind, mustExist: true) {
      $0[keyPath: path]
    } rename: { record, new in
      record[keyPath: path] = new(record[keyPath: path])
    }
  }

  static func to(
    _ kind: EntityKind, _ key: String, _ path: WritableKeyPath<Record, UUID?> & Sendable,
    mustExist: Bool = true
  ) -> Self {
    Self(key: key, kind: kind, mustExist: mustExist) {
      $0[keyPath: path]
    } rename: { record, new in
      record[keyPath: path] = record[keyPath: path].map(new)
    }
  }
}

/// Where records stand in a file, by kind.
struct FilePositions: Sendable {
  private var places: [EntityKind: [UUID: Int]] = [:]

  func callAsFunction(_ kind: EntityKind, _ id: UUID) -> Int? { places[kind]?[id] }

  func count(of kind: EntityKind) -> Int { places[kind]?.count ?? 0 }

  mutating func keep<Record: Entity>(_ records: [Record]) {
    places[Record.kind] = Dictionary(
      records.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What a record's place in its list goes by: two others' places, then rank, then id.
struct FilePlace: Sendable {
  var first: Int?
  var second: Int?
  var rank: Rank?
}
