import Foundation
import GRDB

/// What records are called, without reading all that they hold.
extension Workspace {
  /// The column that holds what a record of a kind is called, where that is all it is called by. A
  /// test compares what it gives with the records' own names.
  private static func titleColumn(of kind: EntityKind) -> String? {
    switch kind {
    case .opportunity, .initiative, .audience, .message, .milestone, .barrier, .promise, .goal,
      .breakdown, .training, .skill, .cultureValue, .turnover, .metric, .criterion, .workRole,
      .cxRole, .decision, .resourceNeed, .readinessRound, .journeyMap, .stage, .lane,
      .advisoryGroup, .meetingSeries, .agendaItem, .board, .boardColumn, .cluster:
      "title"
    case .department, .channel, .tag, .leader, .customer, .candidate, .member: "name"
    case .recommendation, .leaderAct, .tip, .employeeVoice, .behaviour, .cause, .card: "text"
    case .gutScore: "rater"
    case .followUp: "notes"
    case .dialogue: "customer"
    case .purposeAnswer: "answer"
    case .champion: "toName"
    case .standard: "practice"
    default: nil
    }
  }

  /// Records of a kind by what they are called, in order.
  public func registerEntries(of kind: EntityKind) throws -> [RegisterEntry] {
    guard kind != .step else {
      return try stepTitles().map { RegisterEntry(EntityReference(.step, $0.id), $0.title) }
    }
    guard let column = Self.titleColumn(of: kind) else {
      return RegisterEntry.list(try records(of: kind).ranked)
    }
    let detail = kind == .training ? "wave" : "NULL"
    return try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT id, \(column), \(detail) FROM \(kind.rawValue) ORDER BY rank, id")
      var entries: [RegisterEntry] = []
      while let row = try rows.next() {
        var entry = RegisterEntry(
          EntityReference(kind, try row.decode(atIndex: 0)),
          RegisterEntry.line(try row.decode(atIndex: 1)))
        let wave: String? = try row.decode(atIndex: 2)
        if let wave = wave.flatMap(Training.Wave.init) { entry.detail = wave.title }
        entries.append(entry)
      }
      return entries
    }
  }

  /// Names of members, leaders and owners, as they were written; each of one kind of record once.
  public func people() throws -> [String] {
    let columns: [(kind: EntityKind, column: String)] = [
      (.member, "name"), (.dialogue, "leader"), (.recommendation, "owner"), (.promise, "owner"),
      (.barrier, "manager"), (.initiative, "owner"), (.leader, "name"), (.goal, "owner"),
      (.cxRole, "holder"), (.department, "name"),
    ]
    return try read { database in
      try columns.flatMap { kind, column in
        try String.fetchAll(database, sql: "SELECT DISTINCT \(column) FROM \(kind.rawValue)")
      }
    }
  }

  /// Records of a kind that belong to one other, in order.
  ///
  /// - Parameter column: of their table, in which they name it.
  public func registered<Record: RegisterRecord>(
    _ type: Record.Type, where column: String, is id: UUID
  ) throws -> [Record] {
    func all<Stored: Entity & FetchableRecord>(
      _ type: Stored.Type, _ database: Database
    ) throws -> [any Entity] {
      try Stored.fetchAll(
        database,
        sql: "SELECT * FROM \(Stored.kind.rawValue) WHERE \(column.quotedDatabaseIdentifier) = ?",
        arguments: [id])
    }
    return try read { try all(Record.kind.storedType, $0) }.compactMap { $0 as? Record }.inOrder()
  }
}
