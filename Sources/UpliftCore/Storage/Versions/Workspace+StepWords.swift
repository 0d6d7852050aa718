import Foundation
import GRDB

/// What the steps of the history were about.
extension Workspace {
  /// Bytes of a step of which more than the title is said.
  private static let largest = 64_000_000

  /// By step: "“Repacks the parcel” to Prepares the parcel", "2 steps and 7 cards"; a step of
  /// which there is nothing to say is left out.
  public func words(of steps: [HistoryStep]) throws -> [Int64: String] {
    try read { database in
      let names = StepWords(database)
      var result: [Int64: String] = [:]
      for step in steps where step.size < Self.largest {
        guard
          let bytes = try Data.fetchOne(
            try database.cachedStatement(sql: "SELECT changeset FROM history WHERE sequence = ?"),
            arguments: [step.sequence]),
          // What is damaged says nothing; undoing it says why.
          let text = try? names.text(of: bytes), !text.isEmpty
        else { continue }
        result[step.sequence] = text
      }
      return result
    }
  }
}

/// Finds words for the changes of a step.
private struct StepWords {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Letters of a text that are shown.
  private static let longest = 60

  func text(of bytes: Data) throws -> String {
    let touched = try ChangesetReader.entries(of: bytes)
    let operation: Changeset.Operation =
      touched.contains { $0.operation == .insert }
      ? .insert : touched.contains { $0.operation == .delete } ? .delete : .update
    let meant = touched.filter { $0.operation == operation }.map(\.reference)
    let kinds = Set(meant.map(\.kind)).filter { kind in
      meant.first { $0.kind == kind }.map { !DeletionWords.listed([$0]).isEmpty } ?? false
    }
    let named = meant.filter { kinds.contains($0.kind) }
    let all = DeletionWords.listed(named)
    // What was added brings its parts along: a stage its first step.
    let order = Dictionary(
      EntityKind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let first = named.min { (order[$0.kind] ?? 0) < (order[$1.kind] ?? 0) }
    let isOne =
      named.count == 1 || operation == .insert && named.count { $0.kind == first?.kind } == 1
    guard let only = isOne ? first : named.isEmpty && meant.count == 1 ? meant.first : nil else {
      return all
    }
    guard
      let row = try ChangesetReader.rows(of: bytes, limit: 1_000).first(where: {
        $0.entry.reference == only
      })
    else { return all }
    return try text(of: row) ?? all
  }

  private func text(of row: ChangesetReader.Row) throws -> String? {
    let kind = row.entry.reference.kind
    let columns = try database.columns(in: kind.rawValue).map(\.name)
    if kind == .planDocument, let sections = sections(row, columns) { return sections }
    guard let name = try name(of: row, columns) else { return nil }
    let quoted = tr("“{text}”", ["text": name])
    guard row.entry.operation == .update, let place = try place(row, columns) else { return quoted }
    return tr("{thing} to {place}", ["thing": quoted, "place": place])
  }

  /// Sections of the plan that were moved, put in or left out; nil of another change.
  private func sections(_ row: ChangesetReader.Row, _ columns: [String]) -> String? {
    guard row.entry.operation == .update, let index = columns.firstIndex(of: "definition"),
      row.old.indices.contains(index), row.new.indices.contains(index),
      case .text(let old) = row.old[index], case .text(let new) = row.new[index]
    else { return nil }
    func setup(_ definition: String) -> PlanDocument.Setup {
      var document = PlanDocument(rank: .middle)
      document.definition = definition
      return document.setup
    }
    let (before, after) = (setup(old), setup(new))
    let changed = before.changed(in: after)
    guard let first = changed.first else { return nil }
    let place = after.order.firstIndex(of: first).map { $0 + 1 }
    if before.editName(to: after) == .moveSection, let place, place < after.order.count {
      return tr(
        "“{section}” before “{next}”",
        ["section": first.title, "next": after.order[place].title])
    }
    return listed(changed.map { tr("“{text}”", ["text": $0.title]) })
  }

  /// Its own, or what it belongs to is called.
  private func name(of row: ChangesetReader.Row, _ columns: [String]) throws -> String? {
    guard try !isHidden(row, columns) else { return nil }
    if let column = Self.nameColumn(columns) {
      let index = columns.firstIndex(of: column)
      let values = row.new.isEmpty ? row.old : row.new
      if let index, values.indices.contains(index), case .text(let text) = values[index] {
        return Self.short(text)
      }
      return try name(of: row.entry.reference)
    }
    for (column, kind) in [("cardID", EntityKind.card), ("stepID", .step)] {
      guard let index = columns.firstIndex(of: column) else { continue }
      for values in [row.new, row.old] where values.indices.contains(index) {
        if let id = Self.id(values[index]) { return try name(of: EntityReference(kind, id)) }
      }
      let id = try UUID.fetchOne(
        database, sql: "SELECT \(column) FROM \(row.entry.reference.kind.rawValue) WHERE id = ?",
        arguments: [row.entry.reference.id])
      return try id.flatMap { try name(of: EntityReference(kind, $0)) }
    }
    return nil
  }

  /// Whether a note was written in private and is not revealed: no step says its words. Of one that
  /// is gone it is known when it was added or deleted; what is not known is not said.
  private func isHidden(_ row: ChangesetReader.Row, _ columns: [String]) throws -> Bool {
    guard row.entry.reference.kind == .note else { return false }
    if let isPrivate = try isPrivate(row.entry.reference.id) { return isPrivate }
    let values = row.new.isEmpty ? row.old : row.new
    guard let index = columns.firstIndex(of: "isPrivate"), values.indices.contains(index),
      case .integer(let value) = values[index]
    else { return true }
    return value != 0
  }

  /// Of a note that is there; nil when it is gone.
  private func isPrivate(_ noteID: UUID) throws -> Bool? {
    try Bool.fetchOne(database, sql: "SELECT isPrivate FROM note WHERE id = ?", arguments: [noteID])
  }

  /// Where something was moved to: the step, stage, lane, column or cluster.
  private func place(_ row: ChangesetReader.Row, _ columns: [String]) throws -> String? {
    let places: [(String, EntityKind)] = [
      ("stepID", .step), ("stageID", .stage), ("laneID", .lane), ("clusterID", .cluster),
      ("columnID", .boardColumn),
    ]
    for (column, kind) in places {
      guard let index = columns.firstIndex(of: column), row.new.indices.contains(index),
        let id = Self.id(row.new[index])
      else { continue }
      if kind == .lane,
        let lane = try Lane.fetchOne(
          database, sql: "SELECT * FROM lane WHERE id = ?", arguments: [id])
      {
        return JourneyWords.title(of: lane)
      }
      return try name(of: EntityReference(kind, id))
    }
    return nil
  }

  /// As it is called now; nil when it is gone or has no title.
  private func name(of reference: EntityReference) throws -> String? {
    let table = reference.kind.rawValue
    if reference.kind == .note, try isPrivate(reference.id) ?? true { return nil }
    guard let column = Self.nameColumn(try database.columns(in: table).map(\.name)) else {
      return nil
    }
    return try String.fetchOne(
      database, sql: "SELECT \(column) FROM \(table) WHERE id = ?", arguments: [reference.id]
    ).flatMap(Self.short)
  }

  private static func nameColumn(_ columns: [String]) -> String? {
    ["title", "name", "text", "customer", "practice", "toName", "answer"]
      .first(where: columns.contains)
  }

  private static func id(_ value: ChangesetReader.Value?) -> UUID? {
    guard case .bytes(let data) = value, data.count == 16 else { return nil }
    return data.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  private static func short(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !line.isEmpty else { return nil }
    return line.count > longest ? line.prefix(longest - 1) + "…" : line
  }
}
