import CSQLiteSession
import Foundation
import GRDB

extension Workspace {
  /// What erasing a person would change. The file is not touched.
  ///
  /// - Parameter progress: is told now and then how much is done, 0…1, and answers false to
  ///   cancel.
  /// - Throws: `WorkspaceError`, `CancellationError`.
  public func erasure(
    of name: PersonName, progress: ((Double) -> Bool)? = nil
  ) throws -> Erasure {
    let walk = ErasureWalk(progress)
    let steps = try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM history") } ?? 0
    walk.begin(steps, from: 0, to: 0.3)
    // Others may read in between: the window goes on.
    let rules = try read { try ErasureRules.finding(name, in: $0, walk.step) }
    var erasure = Erasure()
    var possible = PossibleForms(name)
    let kinds = WorkspaceContents.lists.map(\.kind) + [.workspace]
    for (place, kind) in kinds.enumerated() {
      let records = try read { try Self.texts(of: kind, rules.fields, $0) }
      let share = 0.3 / Double(kinds.count)
      walk.begin(
        records.count, from: 0.3 + share * Double(place), to: 0.3 + share * Double(place + 1))
      for (reference, values) in records {
        try walk.step()
        for (_, text) in values { possible.look(into: text) }
        erasure.places += rules.places(of: reference, values)
      }
    }
    erasure.places += try read { try rules.pictures(in: $0) }
    walk.begin(steps, from: 0.6, to: 1)
    try countHistory(rules, possible, &erasure, walk.step)
    try nameRecords(&erasure)
    erasure.copies = CompanionFiles.copies(of: url).filter {
      CompanionFiles.names(name, $0)
    }
    return erasure
  }

  /// Erases a person: from all records, from every step of the history, from the search index and
  /// from the file's free pages. It is no step of the history, and nothing brings it back.
  ///
  /// - Parameters:
  ///   - deletingCopies: also the copies beside the file that name the person.
  ///   - progress: answers false to cancel; then nothing has changed.
  /// - Returns: what was changed. `isCompacted` is false when the free pages could not be
  ///   overwritten, because another program is at work with the file or the disk is full.
  /// - Throws: `WorkspaceError`, `CancellationError`; and then the file is as it was.
  @discardableResult
  public func erase(
    _ name: PersonName, deletingCopies: Bool = false, progress: (() -> Bool)? = nil
  ) throws -> Erasure {
    let tell = progress.map { progress in { (_: Double) in progress() } }
    let ask = ErasureWalk(tell).step
    var erasure = try erasure(of: name, progress: tell)
    _ = try changing { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      let rules = try ErasureRules.finding(name, in: database, ask)
      for kind in EntityKind.allCases { try erase(rules, from: kind, database, ask) }
      try eraseHistory(rules, database, ask)
      try database.execute(
        sql: "INSERT INTO search_index (search_index) VALUES ('rebuild')")
      return .wholesale
    }
    erasure.isCompacted = compact()
    if deletingCopies {
      for copy in erasure.copies where CompanionFiles.overwrite(copy) {
        erasure.deletedCopies.append(copy)
      }
    }
    return erasure
  }

  /// Everybody who stands in a field for a person, without what is said of them there, in
  /// alphabetical order.
  public func everybody() throws -> [String] {
    let fields = try read { try ErasedFields.people($0) }
    var seen: Set<String> = []
    return fields.map { field in
      field.prefix { !",(–—/|;".contains($0) }.trimmingCharacters(in: .whitespacesAndNewlines)
    }.filter { PersonName($0) != nil && seen.insert($0.lowercased()).inserted }
      .sorted { $0.lowercased() < $1.lowercased() }
  }

  private func nameRecords(_ erasure: inout Erasure) throws {
    var titles: [EntityKind: [UUID: String]] = [:]
    let context = registerContext()
    for kind in Set(erasure.places.map(\.reference.kind)) where kind != .workspace {
      titles[kind] = Dictionary(
        try ownedTitles(of: kind, context)
          ?? registerEntries(of: kind).map { ($0.reference.id, $0.title) },
        uniquingKeysWith: { first, _ in first })
    }
    for index in erasure.places.indices {
      let reference = erasure.places[index].reference
      erasure.places[index].record = titles[reference.kind]?[reference.id] ?? ""
    }
  }

  /// Records that belong to others are called by those, too: a gut score by its opportunity, a target
  /// by its metric. Nil: records of this kind stand by themselves.
  private func ownedTitles(
    of kind: EntityKind, _ context: RegisterContext
  ) throws -> [(UUID, String)]? {
    func titles<Record: TableRecord>(_ type: Record.Type) throws -> [(UUID, String)]? {
      let register = Record.register(in: context)
      let owners = register.owners.compactMap { register.column($0.column) }
      guard !owners.isEmpty else { return nil }
      return try records(of: kind).compactMap { $0 as? Record }.map { record in
        let name = register.recordName(record)
        let parts = [name] + owners.map { $0.text(record) }.filter { !name.contains($0) }
        return (
          record.id, RegisterEntry.line(parts.filter { !$0.isEmpty }.joined(separator: " · "))
        )
      }
    }
    guard let type = Registers.tables.first(where: { $0.kind == kind }) else { return nil }
    return try titles(type)
  }

  /// The texts of all records of a kind, by column.
  private static func texts(
    of kind: EntityKind, _ fields: ErasedFields, _ database: Database
  ) throws -> [(EntityReference, [(String, String)])] {
    guard let table = fields.tables[kind], !table.texts.isEmpty else { return [] }
    let columns = table.columns.filter(table.texts.contains)
    let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(database, sql: "SELECT id, \(list) FROM \(kind.rawValue)")
    var result: [(EntityReference, [(String, String)])] = []
    while let row = try rows.next() {
      var values: [(String, String)] = []
      for (index, column) in columns.enumerated() {
        let text = try row.decode(String?.self, atIndex: index + 1) ?? ""
        if !text.isEmpty { values.append((column, text)) }
      }
      result.append((EntityReference(kind, try row.decode(atIndex: 0)), values))
    }
    return result
  }

  /// Steps of the history that are read at once.
  private static let batch = 200

  /// What becomes of the history, and what else may name the person there.
  private func countHistory(
    _ rules: ErasureRules, _ now: PossibleForms, _ erasure: inout Erasure,
    _ progress: () throws -> Void
  ) throws {
    var past = PossibleForms(rules.name)
    var last: Int64 = -1
    while true {
      let steps = try read { database in
        try Row.fetchAll(
          database,
          sql: "SELECT sequence, changeset FROM history WHERE sequence > ? ORDER BY 1 LIMIT ?",
          arguments: [last, Self.batch])
      }
      for step in steps {
        try progress()
        last = try step.decode(atIndex: 0)
        let changeset: Data = try step.decode(atIndex: 1)
        try rules.eachText(of: changeset) { past.look(into: $0) }
        guard let erased = try rules.erased(from: changeset) else { continue }
        if erased.isEmpty { erasure.droppedSteps += 1 } else { erasure.rewrittenSteps += 1 }
      }
      if steps.count < Self.batch { break }
    }
    let titles = try namedVersions().map(\.title)
    erasure.renamedVersions = titles.count { rules.name.erased(from: $0) != nil }
    for title in titles { past.look(into: title) }
    erasure.possible = now.found
    let known = Set(erasure.possible.map(\.text))
    erasure.possible += past.found.filter { !known.contains($0.text) }.map { form in
      var form = form
      form.isPast = true
      return form
    }
  }

  private func erase(
    _ rules: ErasureRules, from kind: EntityKind, _ database: Database,
    _ progress: () throws -> Void
  ) throws {
    var updates: [(UUID, [(String, String)])] = []
    var deletions: [UUID] = []
    for (reference, values) in try Self.texts(of: kind, rules.fields, database) {
      try progress()
      guard !rules.gone.contains(reference.id) else {
        deletions.append(reference.id)
        continue
      }
      let changed = values.compactMap { column, text in
        rules.text(text, column, of: kind, reference.id).map { (column, $0.text) }
      }
      if !changed.isEmpty { updates.append((reference.id, changed)) }
    }
    for (id, values) in updates {
      try progress()
      let assignments = values.map { "\"\($0.0)\" = ?" }.joined(separator: ", ")
      var arguments = StatementArguments(values.map(\.1))
      arguments += [id]
      try database.execute(
        sql:
          "UPDATE \(kind == .dismissal ? "OR REPLACE " : "")\(kind.rawValue) SET \(assignments) WHERE id = ?",
        arguments: arguments)
    }
    for id in deletions {
      try database.execute(
        sql: "DELETE FROM \(kind.rawValue) WHERE id = ?", arguments: [id])
    }
    if kind == .link {
      for id in rules.gone {
        try database.execute(sql: "DELETE FROM link WHERE id = ?", arguments: [id])
      }
    }
    guard rules.fields.tables[kind]?.hasPicture == true else { return }
    for picture in rules.pictures {
      try database.execute(
        sql:
          "UPDATE \(kind == .dismissal ? "OR REPLACE " : "")\(kind.rawValue) SET pictureID = NULL WHERE pictureID = ?",
        arguments: [picture])
    }
    for picture in rules.pictures {
      try database.execute(sql: "DELETE FROM picture WHERE id = ?", arguments: [picture])
    }
  }

  private func eraseHistory(
    _ rules: ErasureRules, _ database: Database, _ progress: () throws -> Void
  ) throws {
    let paths = try HistoryPaths(database)
    var dropped: Set<Int64> = []
    let sequences = try Int64.fetchAll(
      database, sql: "SELECT sequence FROM history ORDER BY sequence")
    for sequence in sequences {
      try progress()
      guard
        let bytes = try Data.fetchOne(
          database, sql: "SELECT changeset FROM history WHERE sequence = ?",
          arguments: [sequence]),
        let erased = try rules.erased(from: bytes)
      else { continue }
      if erased.isEmpty {
        var before = paths.parent(of: sequence) ?? 0
        while dropped.contains(before) { before = paths.parent(of: before) ?? 0 }
        dropped.insert(sequence)
        try drop(sequence, onto: before, database)
      } else {
        try database.execute(
          sql: "UPDATE history SET changeset = ? WHERE sequence = ?",
          arguments: [erased.bytes, sequence])
      }
    }
    let names = try Row.fetchAll(database, sql: "SELECT sequence, title FROM history_name")
    for row in names {
      guard let title = rules.name.erased(from: try row.decode(String.self, atIndex: 1)) else {
        continue
      }
      try database.execute(
        sql: "UPDATE history_name SET title = ? WHERE sequence = ?",
        arguments: [title, try row.decode(Int64.self, atIndex: 0)])
    }
  }

  /// Takes a step out of the history that does nothing any more. What was made on it was made on the
  /// one before, and its name goes there.
  private func drop(_ sequence: Int64, onto before: Int64, _ database: Database) throws {
    try database.execute(
      sql: "UPDATE history SET parent = ? WHERE parent = ?",
      arguments: [before == 0 ? nil : before, sequence])
    if let title = try Self.versionTitle(sequence, in: database) {
      try database.execute(
        sql: """
          INSERT INTO history_name (sequence, title, at)
          SELECT ?1, ?2, at FROM history_name WHERE sequence = ?3
          ON CONFLICT (sequence) DO UPDATE SET title = title || ' · ' || excluded.title
          """, arguments: [before, title, sequence])
      try database.execute(
        sql: "DELETE FROM history_name WHERE sequence = ?", arguments: [sequence])
    }
    try database.execute(sql: "DELETE FROM history WHERE sequence = ?", arguments: [sequence])
  }

  /// Writes the file anew, so that no page holds what was deleted at any time.
  private func compact() -> Bool {
    let result = Result {
      try queue.writeWithoutTransaction { database in
        // The copy that SQLite makes on the way would lie in a folder for temporary files.
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        defer { try? database.execute(sql: "PRAGMA temp_store = DEFAULT") }
        try database.execute(sql: "VACUUM")
        _ = try? Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    return (try? result.get()) != nil
  }
}
