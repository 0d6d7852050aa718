import Foundation
import GRDB

extension Workspace {
  /// Finds records in whose text every word of `query` begins a word: first those in which the words
  /// stand side by side, then the others, newest first each; accents and case do not matter. Scripts that put no spaces between words (Chinese, Japanese, Thai …) are
  /// found anywhere in the text.
  ///
  /// - Parameter limit: at most so many hits.
  public func search(_ query: String, limit: Int = 50) throws -> [SearchHit] {
    // Somebody may have pasted a book; its first words will do.
    let words = query.prefix(2000).split { !($0.isLetter || $0.isNumber || $0.isSymbol) }
      .prefix(Self.mostWords).map(String.init)
    guard !words.isEmpty, limit > 0 else { return [] }
    return try read { database in
      let rows =
        words.contains(where: Self.isWrittenWithoutSpaces)
        ? try Self.scan(words, limit, database) : try Self.lookUp(words, limit, database)
      return try rows.compactMap { row in
        guard let kind = EntityKind(rawValue: try row.decode(atIndex: 0)) else { return nil }
        let reference = EntityReference(kind, try row.decode(atIndex: 1))
        let place = try Self.place(of: reference, database)
        let text: String = try row.decode(atIndex: 2)
        return SearchHit(
          reference: reference, title: try Self.title(of: reference, database) ?? text,
          text: text, place: place?.0,
          placeTitle: place?.1 ?? "")
      }
    }
  }

  private static let mostWords = 32

  private static func lookUp(
    _ words: [String], _ limit: Int, _ database: Database
  ) throws -> [Row] {
    let pattern = words.map { "\"\($0)\"*" }.joined(separator: " ")
    guard words.count > 1 else { return try lookUp(pattern, limit, database) }
    // Where the words stand side by side, as they were typed, is what is meant most likely.
    let phrase = "\"\(words.joined(separator: " "))\"*"
    let first = try lookUp(phrase, limit, database)
    guard first.count < limit else { return first }
    let known = Set(try first.map { try $0.decode(UUID.self, atIndex: 1) })
    let others = try lookUp(pattern, limit, database).filter {
      !known.contains(try $0.decode(UUID.self, atIndex: 1))
    }
    return Array((first + others).prefix(limit))
  }

  private static func lookUp(
    _ pattern: String, _ limit: Int, _ database: Database
  ) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT kind, id, search_entry.text FROM search_index
        JOIN search_entry ON search_entry.entry = search_index.rowid
        WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT ?
        """, arguments: [pattern, limit])
  }

  private static func scan(
    _ words: [String], _ limit: Int, _ database: Database
  ) throws -> [Row] {
    let condition = words.map { _ in "instr(lower(text), lower(?)) > 0" }.joined(separator: " AND ")
    var arguments = StatementArguments(words)
    arguments += [limit]
    return try Row.fetchAll(
      database,
      sql: "SELECT kind, id, text FROM search_entry WHERE \(condition) ORDER BY entry DESC LIMIT ?",
      arguments: arguments)
  }

  private static func isWrittenWithoutSpaces(_ word: String) -> Bool {
    word.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x31FF, 0x3400...0x9FFF,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
  }

  /// The map, board or group that a record is on; nil when it is one itself or stands alone.
  public func place(of reference: EntityReference) throws -> EntityReference? {
    try read { try Self.place(of: reference, $0)?.0 }
  }

  /// The column with which the searchable text of a kind begins. Other kinds have none.
  static let titleColumns: [EntityKind: String] = [
    .department: "name", .persona: "name", .journeyMap: "title", .stage: "title", .step: "title",
    .lane: "title", .card: "text", .advisoryGroup: "title", .member: "name", .meeting: "title",
    .agendaItem: "title", .board: "title", .boardColumn: "title", .cluster: "title",
    .note: "text", .metric: "title", .dialogue: "customer", .promise: "title",
    .barrier: "title", .initiative: "title", .recommendation: "text",
    .organisation: "vision",
    .customer: "name",
    .cause: "text",
    .goal: "title",
    .leader: "name",
    .leaderAct: "text",
    .workRole: "title",
    .cxRole: "title",
    .decision: "title",
    .opportunity: "title",
    .audience: "title",
    .message: "title",
    .resourceNeed: "title",
    .milestone: "title",
    .standard: "practice",
    .breakdown: "title",
    .training: "title",
    .followUp: "notes",
    .skill: "title",
    .tip: "text",
    .cultureValue: "title",
    .behaviour: "text",
    .purposeAnswer: "answer",
    .employeeVoice: "text",
    .turnover: "title",
    .champion: "toName",
    .criterion: "title",
    .candidate: "name",
    .readinessRating: "rater",
  ]

  private static func title(
    of reference: EntityReference, _ database: Database
  ) throws -> String? {
    guard let column = titleColumns[reference.kind] else { return nil }
    return try String.fetchOne(
      try database.cachedStatement(
        sql: "SELECT \(column) FROM \(reference.kind.rawValue) WHERE id = ?"),
      arguments: [reference.id])
  }

  private static let placeQueries: [EntityKind: (EntityKind, String)] = [
    .stage: (.journeyMap, "SELECT mapID FROM stage WHERE id = ?"),
    .lane: (.journeyMap, "SELECT mapID FROM lane WHERE id = ?"),
    .step: (
      .journeyMap,
      "SELECT mapID FROM step JOIN stage ON stage.id = step.stageID WHERE step.id = ?"
    ),
    .card: (
      .journeyMap, "SELECT mapID FROM card JOIN lane ON lane.id = card.laneID WHERE card.id = ?"
    ),
    .emotion: (
      .journeyMap,
      """
      SELECT mapID FROM emotion JOIN step ON step.id = emotion.stepID
      JOIN stage ON stage.id = step.stageID WHERE emotion.id = ?
      """
    ),
    .blueprintLine: (.journeyMap, "SELECT mapID FROM blueprint_line WHERE id = ?"),
    .member: (.advisoryGroup, "SELECT groupID FROM member WHERE id = ?"),
    .recommendation: (.advisoryGroup, "SELECT groupID FROM recommendation WHERE id = ?"),
    .meeting: (.advisoryGroup, "SELECT groupID FROM meeting WHERE id = ?"),
    .agendaItem: (
      .advisoryGroup,
      """
      SELECT groupID FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meetingID
      WHERE agenda_item.id = ?
      """
    ),
    .meetingSeries: (.advisoryGroup, "SELECT groupID FROM meeting_series WHERE id = ?"),
    .boardColumn: (.board, "SELECT boardID FROM board_column WHERE id = ?"),
    .cluster: (
      .board,
      """
      SELECT boardID FROM cluster JOIN board_column ON board_column.id = cluster.columnID
      WHERE cluster.id = ?
      """
    ),
    .note: (
      .board,
      """
      SELECT boardID FROM note JOIN board_column ON board_column.id = note.columnID
      WHERE note.id = ?
      """
    ),
  ]

  static func place(
    of reference: EntityReference, _ database: Database
  ) throws -> (EntityReference, String)? {
    guard let (kind, sql) = placeQueries[reference.kind] else { return nil }
    let statement = try database.cachedStatement(sql: sql)
    guard let id = try UUID.fetchOne(statement, arguments: [reference.id]) else { return nil }
    let title = try String.fetchOne(
      database.cachedStatement(sql: "SELECT title FROM \(kind.rawValue) WHERE id = ?"),
      arguments: [id])
    return (EntityReference(kind, id), title ?? "")
  }
}
