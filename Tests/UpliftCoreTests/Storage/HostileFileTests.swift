import Foundation
import GRDB
import Testing

@testable import UpliftCore
@testable import edit_stream

/// Files that somebody made to do harm, or that another tool has had its hands in.
@Suite struct HostileFileTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.file("a.uplift")
    try LivedInWorkspace.bytes.write(to: url)
  }

  /// As any program may that knows SQLite.
  private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: url.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;
          PRAGMA writable_schema = ON
          """)
      try database.execute(sql: sql, arguments: arguments)
    }
    try queue.close()
  }

  private func expectRefused(_ location: SourceLocation = #_sourceLocation) throws
    -> WorkspaceError?
  {
    let bytes = try Data(contentsOf: url)
    let error = #expect(throws: WorkspaceError.self, sourceLocation: location) {
      try Workspace.open(at: url)
    }
    #expect(error?.description.contains(url.path) == true, sourceLocation: location)
    #expect(try Data(contentsOf: url) == bytes, sourceLocation: location)
    #expect(folder.names == ["a.uplift"], sourceLocation: location)
    return error
  }

  // MARK: Structure

  @Test(arguments: [
    "CREATE TRIGGER evil AFTER INSERT ON card BEGIN DELETE FROM note; END",
    "CREATE TEMP TRIGGER harmless AFTER INSERT ON card BEGIN DELETE FROM note; END; CREATE VIEW evil AS SELECT * FROM card",
    "CREATE TABLE evil (x)",
    "CREATE TABLE \"card \" (x)",
    "CREATE VIRTUAL TABLE evil USING fts5 (x)",
    "CREATE VIRTUAL TABLE evil USING rtree (id, a, b)",
    "CREATE INDEX evil ON card (length(text))",
    "ALTER TABLE card ADD COLUMN evil TEXT",
    "ALTER TABLE card ADD COLUMN evil TEXT GENERATED ALWAYS AS (upper(text)) VIRTUAL",
    "ALTER TABLE card RENAME COLUMN source TO evil",
    "DROP INDEX card_by_laneID",
    "DROP TRIGGER card_is_found",
    "DROP TABLE vote",
    """
    INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_evil', 'card', 0,
    'CREATE TRIGGER sqlite_evil AFTER INSERT ON card BEGIN DELETE FROM note; END')
    """,
    "INSERT INTO sqlite_schema VALUES (NULL, NULL, NULL, 0, NULL)",
    "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'card'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (span BETWEEN 1 AND 10000)', '') WHERE name = 'card'",
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE card (nonsense' WHERE name = 'card'",
    "UPDATE sqlite_schema SET sql = x'00ff' WHERE name = 'card'",
    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'card'",
  ])
  func anUnexpectedStructureIsRefused(sql: String) throws {
    try tamper(sql)
    switch try expectRefused() {
    case .unexpectedSchema, .damaged: break
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  @Test func twoTablesOnOnePageHarmNobody() throws {
    try tamper(
      """
      UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'note')
      WHERE name = 'card'
      """)
    let lines = try EditStreamProcess.run(["survey", folder.url.path], folder: folder)
    #expect(!lines.contains { $0.hasPrefix("strange") || $0 == "opened a.uplift 0" })
  }

  @Test func anotherProgramsFileIsNoWorkspace() throws {
    try tamper("PRAGMA application_id = 252006673")
    #expect(try expectRefused() == .notAWorkspace(path: url.path))
  }

  @Test(arguments: [Schema.current.version + 1, 99, Int(Int32.max)])
  func aNewerFileSaysWhatToDo(version: Int) throws {
    try tamper("PRAGMA user_version = \(version)")
    #expect(try expectRefused() == .newerSchema(path: url.path, version: version))
  }

  @Test(arguments: [0, -1])
  func noVersionIsNoWorkspace(version: Int) throws {
    try tamper("PRAGMA user_version = \(version)")
    #expect(try expectRefused() == .notAWorkspace(path: url.path))
  }

  @Test func aFileWithoutItsWorkspaceIsDamaged() throws {
    try tamper("DELETE FROM workspace")
    let error = try expectRefused()
    if case .damaged = error {} else { Issue.record("\(String(describing: error))") }
  }

  @Test func statisticsOfAnotherToolAreHarmless() throws {
    try tamper("ANALYZE")
    #expect(try Workspace.open(at: url).check() == [])
  }

  // MARK: Values

  @Test(arguments: [
    "UPDATE card SET evidence = 'certain'", "UPDATE card SET cardKind = 'x'",
    "UPDATE card SET colour = ''", "UPDATE card SET span = -1",
    "UPDATE card SET span = 9223372036854775807", "UPDATE card SET rank = ''",
    "UPDATE card SET rank = 'a b'",
    "UPDATE card SET id = x'01' WHERE id = (SELECT min(id) FROM card)",
    "UPDATE card SET id = zeroblob(1000) WHERE id = (SELECT min(id) FROM card)",
    "UPDATE emotion SET value = 9e999", "UPDATE emotion SET value = -2.5",
    "UPDATE workspace SET createdAt = 'yesterday'", "UPDATE advisory_group SET minimumSize = 0",
    "UPDATE advisory_group SET maximumSize = -9223372036854775807",
    "UPDATE persona SET age = 151", "UPDATE persona SET role = 'king'",
    "UPDATE journey_map SET state = x'63'",
    "UPDATE step SET isMomentOfTruth = 7, rank = '0'", "UPDATE lane SET laneKind = 'Actions'",
    "UPDATE journey_map SET personaID = x''",
  ])
  func anImpossibleValueIsSaidAndNotSeen(sql: String) throws {
    // A STRICT table takes no value of another type; the rest it takes with its checks off.
    do { try tamper(sql) } catch { return }
    let workspace = try Workspace.open(at: url)
    #expect(try !workspace.check().isEmpty)
    let error = #expect(throws: WorkspaceError.self) { try workspace.contents() }
    if case .damaged = error {} else { Issue.record("\(String(describing: error))") }
    // What is sound can still be seen.
    #expect(try !workspace.history().isEmpty)
    _ = try workspace.search("parcel")
  }

  @Test(arguments: [
    "UPDATE card SET text = 'a' || char(0) || 'b'",
    "UPDATE card SET text = CAST(x'ff80fec3' AS TEXT)", "UPDATE card SET rank = 'a' || char(0)",
    "UPDATE card SET text = CAST(x'f09f98' AS TEXT), source = char(65533, 8238, 1114111)",
    "UPDATE note SET text = '<script>alert(1)</script>', theme = '=cmd|calc'",
    "UPDATE journey_map SET basisID = id, state = 'future'",
    "UPDATE journey_map SET title = printf('%.*c', 1000000, 'x')",
  ])
  func anOddTextIsATextLikeAnyOther(sql: String) throws {
    try tamper(sql)
    let workspace = try Workspace.open(at: url)
    #expect(try workspace.check() == [])
    let contents = try workspace.contents()
    for map in contents.journeyMaps { #expect(try workspace.journey(map.id) != nil) }
    _ = try workspace.search("script")
    var card = try #require(contents.cards.first)
    card.text = "Sound again"
    try workspace.perform(Edit(.editText, [.update(from: contents.cards[0], to: card)]))
    try workspace.undo()
  }

  @Test func aValueThatIsTooLargeIsSaid() throws {
    try tamper(
      """
      INSERT INTO member SELECT randomblob(16), id, 'V', '', '', '', '', '', '', NULL, NULL,
      printf('%.*c', 110000000, 'x'), NULL FROM advisory_group LIMIT 1
      """)
    let workspace = try Workspace.open(at: url)
    #expect(throws: WorkspaceError.tooLarge(path: url.path)) { try workspace.contents() }
    #expect(try !workspace.check().isEmpty)
  }

  // MARK: History

  @Test(arguments: [
    "zeroblob(0)", "x'00'", "x'54'", "x'5416FF'", "randomblob(300)", "zeroblob(110000000)",
    "substr(changeset, 1, length(changeset) / 2)", "CAST(changeset || x'54' AS BLOB)",
    "CAST(x'54ffffffffffffffff' || changeset AS BLOB)",
    "CAST(x'5002010063617264000901' AS BLOB)", "CAST(changeset || zeroblob(99) AS BLOB)",
  ])
  func aStepThatCannotBeReadIsSaidAndChangesNothing(bytes: String) throws {
    try tamper(
      """
      UPDATE history SET changeset = \(bytes) WHERE state = 0
      AND sequence = (SELECT max(sequence) FROM history WHERE state = 0)
      """)
    let workspace = try Workspace.open(at: url)
    let before = try workspace.contents().digest
    do {
      try workspace.undo()
      // An empty changeset is none; the rest cannot be applied.
      #expect(bytes == "zeroblob(0)")
    } catch let error as WorkspaceError {
      #expect(!error.description.isEmpty)
      #expect(try !workspace.check().isEmpty)
    }
    #expect(try workspace.contents().digest == before)
    let persona = Persona(rank: .middle, name: "Still")
    try workspace.perform(Edit(.addPersona, [.insert(persona)]))
    try workspace.undo()
    #expect(try workspace.contents().digest == before)
  }

  @Test func aForgedStepReachesNeitherTheWorkspaceNorTheHistory() throws {
    let queue = try DatabaseQueue(path: url.path)
    let forged = try queue.writeWithoutTransaction { database in
      var changesets: [Data] = []
      for sql in ["DELETE FROM workspace", "DELETE FROM history", "DELETE FROM search_entry"] {
        try database.inTransaction {
          changesets.append(
            try ForgedChangeset.recording(database) { try database.execute(sql: sql) })
          return .rollback
        }
      }
      return changesets
    }
    try queue.close()
    for changeset in forged {
      try LivedInWorkspace.bytes.write(to: url)
      // Undone, it deletes.
      let inverted = try Changeset(forged: changeset).inverted().bytes
      try tamper(
        "INSERT INTO history (at, name, state, changeset) VALUES (?, 'rename', 0, ?)",
        [Instant.now, inverted])
      let workspace = try Workspace.open(at: url)
      let before = try workspace.contents().digest
      let steps = try workspace.history().count
      _ = try? workspace.undo()
      #expect(try workspace.contents().digest == before)
      #expect(try workspace.history().count == steps)
      // One that names other tables cannot be read, and that is all there is to say.
      #expect(try workspace.check().count <= 1)
      try workspace.close()
      try Workspace.open(at: url).close()
    }
  }

  @Test func recordsThatWereChangedBehindTheHistoryAreNotOverwritten() throws {
    let small = SmallWorkspace()
    let other = folder.file("b.uplift")
    let workspace = try Workspace.create(at: other, contents: small.contents)
    var card = small.cards[0]
    card.text = "Known"
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    let queue = try DatabaseQueue(path: other.path)
    try queue.write {
      try $0.execute(sql: "UPDATE card SET text = 'Unknown' WHERE id = ?", arguments: [card.id])
    }
    try queue.close()
    #expect(throws: WorkspaceError.cannotUndo(title: EditName.editText.title)) {
      try workspace.undo()
    }
    #expect((try workspace.record(card.reference) as? Card)?.text == "Unknown")
    #expect(try workspace.nextUndo()?.name == .editText)
  }

  // MARK: Search

  @Test func aSearchIndexThatDisagreesIsFound() throws {
    try tamper("UPDATE search_index_data SET block = zeroblob(8) WHERE id > 10")
    let workspace = try Workspace.open(at: url)
    #expect(try !workspace.check().isEmpty)
    try LivedInWorkspace.bytes.write(to: folder.file("b.uplift"))
    let queue = try DatabaseQueue(path: folder.file("b.uplift").path)
    try queue.write { try $0.execute(sql: "DELETE FROM search_entry WHERE kind = 'card'") }
    try queue.close()
    #expect(try !Workspace.open(at: folder.file("b.uplift")).check().isEmpty)
  }

  // MARK: Orphans

  /// NEVER 7: there, but not to be seen.
  @Test(arguments: [
    "UPDATE link SET toID = randomblob(16)", "UPDATE link SET fromKind = 'stage'",
    "UPDATE card SET laneID = randomblob(16)", "UPDATE note SET columnID = randomblob(16)",
    "UPDATE board SET groupID = randomblob(16)", "UPDATE vote SET noteID = randomblob(16)",
    """
    INSERT INTO journey_map SELECT x'00000000000000000000000000000001', 'V', 'Other', NULL, '', '',
    'current', NULL, '', 'agreed', NULL;
    UPDATE stage SET mapID = x'00000000000000000000000000000001'
    """,
    """
    UPDATE note SET clusterID = (SELECT id FROM cluster),
    columnID = (SELECT id FROM board_column WHERE id NOT IN (SELECT columnID FROM cluster))
    """,
    """
    INSERT INTO advisory_group SELECT x'00000000000000000000000000000001', rank, groupKind, title,
    purpose, scope, limitsOfAuthority, cadence, term, termEnd, reviewDate, 1, 2
    FROM advisory_group;
    UPDATE meeting SET groupID = x'00000000000000000000000000000001';
    UPDATE board SET meetingID = (SELECT id FROM meeting)
    """,
    "INSERT INTO search_entry (kind, id, text) VALUES ('card', randomblob(16), 'Ghost')",
  ])
  func whatNoScreenCouldShowIsFound(sql: String) throws {
    try FileManager.default.removeItem(at: url)
    try FileManager.default.copyItem(at: MigrationTests.fixture(2), to: url)
    try tamper(sql)
    let workspace = try Workspace.open(at: url)
    #expect(try workspace.check().count == 1)
  }

  // MARK: Another journal

  @Test func aFileWithAWriteAheadLogBecomesOneFileAgain() throws {
    let queue = try DatabaseQueue(path: url.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA journal_mode = WAL; UPDATE workspace SET title = 'From the log'")
      // As a crash leaves it: the change is in the log only.
      for name in ["a.uplift", "a.uplift-wal", "a.uplift-shm"] {
        try FileManager.default.copyItem(
          at: folder.file(name), to: folder.file(name.replacing("a.", with: "b.")))
      }
    }
    try queue.close()
    let copy = folder.file("b.uplift")
    let workspace = try Workspace.open(at: copy)
    #expect(try workspace.contents().workspace.title == "From the log")
    #expect(folder.names.filter { $0.hasPrefix("b.") } == ["b.uplift"])
    #expect(try workspace.check() == [])
    try workspace.close()
    #expect(try Array(Data(contentsOf: copy)[18...19]) == [1, 1])
  }
}

/// A changeset of any table, which the program itself would never make.
enum ForgedChangeset {
  static func recording(_ database: Database, _ body: () throws -> Void) throws -> Data {
    try Changeset.recording(database, tables: nil, body).bytes
  }
}
