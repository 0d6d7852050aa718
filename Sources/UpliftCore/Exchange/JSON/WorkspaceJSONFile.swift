import Foundation

/// A file of Uplift's JSON while it is read, one record at a time.
struct WorkspaceJSONFile {
  /// The line on which each record begins, by kind, in the order of its list.
  typealias Places = [EntityKind: [Int]]

  private var reader: JSONReader
  private let bytes: [UInt8]
  private var workspace: WorkspaceInfo?
  private var lists = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
  private var places: Places = [:]
  private var hasFormat = false
  private(set) var isVersionKnown = false

  /// Whether it may say what shape of clip it is, and which.
  private let isClip: Bool
  private(set) var clip: MapClip.Shape?

  init(_ bytes: [UInt8], isClip: Bool = false) {
    self.bytes = bytes
    self.isClip = isClip
    reader = JSONReader(bytes)
  }

  mutating func read() throws(ImportError) {
    guard reader.peek() != nil else { throw ImportError(.empty) }
    try reader.expect(UInt8(ascii: "{"))
    var seen: Set<String> = []
    while let key = try reader.nextKey(isFirst: seen.isEmpty) {
      guard seen.insert(key).inserted else { throw reader.failure(.repeatedKey(key)) }
      try readValue(of: key)
    }
    try reader.expectEnd()
    if isVersionKnown, !hasFormat { throw ImportError(.missingKey("format")) }
  }

  func contents() throws(ImportError) -> (WorkspaceContents, Places) {
    var contents = lists
    // A part of a workspace comes without: it is called like what it holds.
    contents.workspace =
      workspace
      ?? WorkspaceInfo(
        title: lists.journeyMaps.first?.title ?? lists.boards.first?.title
          ?? lists.advisoryGroups.first?.title ?? "")
    return (contents, places)
  }

  private mutating func readValue(of key: String) throws(ImportError) {
    switch key {
    case "format":
      guard try reader.scalar() == .text(WorkspaceJSON.format) else {
        throw reader.failure(.notUplift)
      }
      hasFormat = true
    case "version":
      try Self.check(version: try reader.scalar(), at: reader.place)
      isVersionKnown = true
    case "clip" where isClip: clip = try readShape()
    case "workspace":
      places[.workspace] = [reader.line]
      workspace = try readRecord(WorkspaceInfo.self, number: nil)
    default:
      guard let list = Self.lists[key] else { throw reader.failure(.unknownKey(key)) }
      try read(list)
    }
  }

  private mutating func readShape() throws(ImportError) -> MapClip.Shape {
    guard case .text(let name) = try reader.scalar() else {
      throw reader.failure(.mustBeText(key: "clip"))
    }
    guard let shape = MapClip.Shape(rawValue: name) else {
      throw reader.failure(
        .notAmong(
          key: "clip", value: String(name.prefix(40)),
          allowed: MapClip.Shape.allCases.map(\.rawValue)))
    }
    return shape
  }

  private static let lists: [String: any RecordListing] = Dictionary(
    WorkspaceContents.lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private mutating func read<List: RecordListing>(_ list: List) throws(ImportError) {
    lists[keyPath: list.path] = try readList()
  }

  private mutating func readList<Record: Entity>() throws(ImportError) -> [Record] {
    try reader.expect(UInt8(ascii: "["))
    var records: [Record] = []
    var lines: [Int] = []
    while try reader.hasElement(isFirst: records.isEmpty) {
      _ = reader.peek()
      lines.append(reader.line)
      records.append(try readRecord(Record.self, number: records.count + 1))
    }
    places[Record.kind] = lines
    return records
  }

  private mutating func readRecord<Record: Entity>(
    _ type: Record.Type, number: Int?
  ) throws(ImportError) -> Record {
    let line = reader.line
    do throws(ImportError) {
      try reader.expect(UInt8(ascii: "{"))
      var fields: [String: JSONScalar] = [:]
      while let key = try reader.nextKey(isFirst: fields.isEmpty) {
        guard fields.updateValue(try reader.scalar(), forKey: key) == nil else {
          throw reader.failure(.repeatedKey(key))
        }
      }
      // Files of older versions come without.
      for (key, value) in Self.laterFields[Record.kind] ?? [:] where fields[key] == nil {
        fields[key] = value
      }
      return try RecordDecoder.record(Record.self, from: fields)
    } catch {
      var placed = error
      placed.place.line = placed.place.line ?? line
      placed.place.kind = Record.kind
      placed.place.number = number
      throw placed
    }
  }

  /// What a record is when a file that was written before these fields does not say.
  private static let laterFields: [EntityKind: [String: JSONScalar]] = [
    .lane: [
      "isHidden": .bool(false), "isCollapsed": .bool(false), "isPinned": .bool(false),
      "emotionScale": .text(Lane.EmotionScale.words.rawValue),
    ],
    .meeting: ["place": .text(""), "notes": .text("")],
    .agendaItem: [
      "activity": .text(AgendaItem.Activity.talk.rawValue), "extraMinutes": .number("0"),
      "outcome": .text(""),
    ],
    .board: [
      "colouring": .text(Board.Colouring.column.rawValue), "isPrivate": .bool(false),
    ],
    .note: ["isPrivate": .bool(false)],
    .department: ["head": .text("")],
    .stepDepartment: ["contribution": .text("")],
    .metric: ["agreedBy": .text("")],
    .reading: ["segment": .text(""), "counts": .text("")],
    .barrier: ["action": .text("")],
    .initiative: ["pilotLearned": .text(""), "notes": .text("")],
  ]

  private static func check(
    version: JSONScalar, at place: ImportError.Place
  ) throws(ImportError) {
    switch version {
    case .number("1"), .number("2"), .number("3"), .number(String(WorkspaceJSON.version)): return
    case .number(let text), .text(let text):
      throw ImportError(.versionUnknown(String(text.prefix(20))), at: place)
    case .bool, .null: throw ImportError(.mustBeWholeNumber(key: "version"), at: place)
    }
  }

  /// Finds the version wherever it stands, and throws when it is not ours.
  static func checkVersion(of bytes: [UInt8]) throws(ImportError) {
    var reader = JSONReader(bytes)
    guard reader.take(UInt8(ascii: "{")) else { return }
    var isFirst = true
    do throws(ImportError) {
      while let key = try reader.nextKey(isFirst: isFirst) {
        isFirst = false
        if key == "version" { return try check(version: try reader.scalar(), at: reader.place) }
        try reader.skip()
      }
    } catch {
      if case .versionUnknown = error.reason { throw error }
    }
  }
}
