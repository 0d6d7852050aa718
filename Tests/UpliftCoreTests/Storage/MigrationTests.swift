import Foundation
import GRDB
import Testing

@testable import UpliftCore
@testable import edit_stream

/// NEVER 6: every older version opens, and a copy of it is kept.
@Suite struct MigrationTests {
  let folder: TemporaryFolder
  let url: URL
  let next = Schema(
    versions: Schema.current.versions + [
      """
      ALTER TABLE persona ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
      CREATE TABLE pet (id BLOB NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
      """
    ])

  init() throws {
    folder = try TemporaryFolder(isInMemory: true)
    url = folder.file("a.uplift")
    try LivedInWorkspace.bytes.write(to: url)
  }

  static func fixture(_ version: Int) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/schema-\(version).uplift").standardizedFileURL
  }

  /// The kinds of record that came with a version.
  static let kindsThatCameWith: [Int: Set<EntityKind>] = [
    2: [
      .channel, .tag, .picture, .savedFilter, .metric, .reading, .dialogue, .cardChannel, .cardTag,
      .stepDepartment,
    ],
    3: [
      .promise, .barrier, .initiative, .dismissal, .meetingSeries, .recommendation, .voting,
      .ballot,
    ],
    4: [
      .organisation, .customer, .targetChange, .lanePersona, .cause, .goal, .leader, .leaderAct,
      .workRole, .cxRole, .decision, .decisionRole, .opportunity, .gutScore, .initiativeDepartment,
      .initiativeCause, .audience, .initiativeAudience, .message, .messageAudience, .resourceNeed,
      .milestone, .standard, .breakdown, .training, .followUp, .skill, .skillLevel, .tip,
      .cultureValue, .behaviour, .purposeAnswer, .climatePulse, .employeeVoice, .turnover,
      .champion, .criterion, .candidate, .candidateScore, .readinessRound, .readinessRating,
      .planDocument,
    ],
  ]

  /// Opens a copy of the file that the program of a version made.
  private func fixtureOpened(_ version: Int) throws -> Workspace {
    let copy = folder.file("schema-\(version).uplift")
    try FileManager.default.copyItem(at: Self.fixture(version), to: copy)
    return try Workspace.open(at: copy)
  }

  /// Each file was made by the program that had this version; later programs must go on reading it.
  @Test(arguments: 1...Schema.current.versions.count)
  func aFileOfEveryVersionOpens(version: Int) throws {
    let workspace = try fixtureOpened(version)
    #expect(try workspace.check() == [])
    let contents = try workspace.contents()
    #expect(contents.workspace.title == "Version \(version)")
    let later = Self.kindsThatCameWith.filter { $0.key > version }.values.reduce(Set()) {
      $0.union($1)
    }
    let kinds = Set(contents.records.map(\.reference.kind))
    #expect(kinds == Set(EntityKind.allCases).subtracting(later))
    #expect(try workspace.history().map(\.state) == [.undone, .done])
    try workspace.undo()
    try workspace.redo()
    try workspace.redo()
    #expect(try workspace.contents().departments.map(\.name).contains("Stores"))
    #expect(try workspace.check() == [])
  }

  @Test func whatAFileOfVersion1SaysIsFound() throws {
    let workspace = try fixtureOpened(1)
    let texts = try workspace.contents().cards.map(\.text).sorted()
    #expect(texts == ["No label in the box", "Orders three sizes"])
    #expect(try workspace.search("counter").count == 1)
  }

  @Test func whatAFileOfVersion3SaysIsFoundAndWhatItHidesIsNot() throws {
    let workspace = try fixtureOpened(3)
    #expect(try workspace.search("label").map(\.reference.kind).contains(.recommendation))
    #expect(try workspace.search("nobody may see").isEmpty)
  }

  @Test func whatAFileOfVersion4SaysIsFound() throws {
    let workspace = try fixtureOpened(4)
    #expect(try workspace.search("sign at the counter").map(\.reference.kind) == [.standard])
  }

  @Test func aLaneOfVersion5ShowsTheCurveOfNobodyNamed() throws {
    let contents = try fixtureOpened(5).contents()
    #expect(contents.lanePersonas.contains { $0.personaID == nil })
  }

  /// The table of whose curves lanes show was made anew, and holds what it held.
  @Test func lanesKeepTheirPersonasWhenVersion4IsMigrated() throws {
    let url = folder.file("schema-4.uplift")
    try FileManager.default.copyItem(at: Self.fixture(4), to: url)
    let old = try DatabaseQueue(path: url.path)
    let before = try old.read {
      try UUID.fetchSet($0, sql: "SELECT personaID FROM lane_persona")
    }
    try old.close()
    let workspace = try Workspace.open(at: url)
    let contents = try workspace.contents()
    #expect(!before.isEmpty)
    #expect(Set(contents.lanePersonas.map(\.personaID)) == Set(before.map { Optional($0) }))
    let lane = try #require(contents.lanePersonas.first?.laneID)
    let nobody = LanePersona(laneID: lane, personaID: nil)
    try workspace.perform(Edit(.setLaneDisplay, [.insert(nobody)]))
    // One is enough.
    let again = LanePersona(laneID: lane, personaID: nil)
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.setLaneDisplay, [.insert(again)]))
    }
    try workspace.perform(Edit(.delete, [.delete(EntityReference(.lane, lane))]))
    #expect(try workspace.contents().lanePersonas.allSatisfy { $0.laneID != lane })
    while try workspace.undo() != nil {}
    #expect(try workspace.contents().lanePersonas.allSatisfy { $0.personaID != nil })
    while try workspace.redo() != nil {}
    #expect(try workspace.check() == [])
  }

  /// A logo leaves the file with the organisation, and a picture that somebody shows stays.
  @Test func aLogoIsKeptAsLongAsItIsShown() throws {
    let workspace = try Workspace.create(
      at: folder.file("logo.uplift"), contents: SmallWorkspace().contents)
    let picture = StoredPicture(mediaType: .svg, width: 4, height: 3, data: Data("<svg/>".utf8))
    var organisation = Organisation(rank: .middle, pictureID: picture.id)
    try workspace.perform(Edit(.editDetails, [.insert(picture), .insert(organisation)]))
    let shown = organisation
    organisation.vision = "Returning is as easy as buying"
    try workspace.perform(Edit(.editDetails, [.update(from: shown, to: organisation)]))
    #expect(try workspace.contents().pictures.count == 1)
    let with = organisation
    organisation.pictureID = nil
    try workspace.perform(Edit(.editDetails, [.update(from: with, to: organisation)]))
    #expect(try workspace.contents().pictures.isEmpty)
    try workspace.undo()
    #expect(try workspace.contents().pictures == [picture])
    #expect(try workspace.check() == [])
  }

  /// Dropping the old table of lanes must not count as deleting them.
  @Test func lanesKeepTheirCardsWhenVersion1IsMigrated() throws {
    let url = folder.file("schema-1.uplift")
    try FileManager.default.copyItem(at: Self.fixture(1), to: url)
    let old = try DatabaseQueue(path: url.path)
    let before = try old.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM card") }
    try old.close()
    let workspace = try Workspace.open(at: url)
    let contents = try workspace.contents()
    #expect(contents.cards.count == before)
    #expect(!contents.lanes.isEmpty)
    #expect(contents.lanes.allSatisfy { !$0.isHidden && $0.height == nil })
    // What a new lane can be.
    var lane = contents.lanes[0]
    lane.laneKind = .departments
    try workspace.perform(Edit(.editDetails, [.update(from: contents.lanes[0], to: lane)]))
    // Deleting a lane still takes its cards along.
    try workspace.perform(Edit(.delete, contents.lanes.map { .delete($0.reference) }))
    #expect(try workspace.contents().cards.isEmpty)
    while try workspace.undo() != nil {}
    #expect(try workspace.check() == [])
  }

  @Test func anOlderFileIsMigratedAndACopyIsKept() throws {
    let before = try Workspace.open(at: url).contents().digest
    let workspace = try Workspace.open(at: url, readOnly: false, schema: next)
    #expect(try workspace.contents().digest == before)
    let backup = folder.file("a.uplift.version-5.backup")
    #expect(folder.names == ["a.uplift", backup.lastPathComponent])
    // Older steps can still be undone.
    while try workspace.undo() != nil {}
    while try workspace.redo() != nil {}
    #expect(try workspace.contents().digest == before)
    #expect(try workspace.check() == [])
    try workspace.close()
    #expect(throws: WorkspaceError.newerSchema(path: url.path, version: 6)) {
      try Workspace.open(at: url)
    }
    let kept = try Workspace.open(at: backup)
    #expect(try kept.contents().digest == before)
    #expect(try kept.check() == [])
  }

  @Test func aSecondMigrationKeepsBothCopies() throws {
    try Workspace.open(at: url, readOnly: false, schema: next).close()
    try FileManager.default.removeItem(at: url)
    try LivedInWorkspace.bytes.write(to: url)
    try Workspace.open(at: url, readOnly: false, schema: next).close()
    #expect(
      folder.names == [
        "a.uplift", "a.uplift.version-5.backup", "a.uplift.version-5.backup-2",
      ])
  }

  @Test func aMigrationThatFailsLeavesTheFileAsItWas() throws {
    let before = try Workspace.open(at: url).contents().digest
    let broken = Schema(versions: next.versions + ["DROP TABLE card; CREATE NONSENSE"])
    #expect(throws: WorkspaceError.self) {
      try Workspace.open(at: url, readOnly: false, schema: broken)
    }
    #expect(try Workspace.open(at: url).contents().digest == before)
    #expect(!folder.names.contains { $0.hasSuffix(".new") })
  }

  @Test func anOlderFileThatMayNotBeChangedIsReadAllTheSame() throws {
    let before = try Workspace.open(at: url).contents().digest
    let bytes = try Data(contentsOf: url)
    let workspace = try Workspace.open(at: url, readOnly: true, schema: next)
    #expect(try workspace.contents().digest == before)
    #expect(try workspace.check() == [])
    #expect(try Data(contentsOf: url) == bytes)
    #expect(folder.names == ["a.uplift"])
  }

  /// `UPLIFT_WRITE_FIXTURE=1` writes the fixture anew. Only ever for a version that has not
  /// shipped.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["UPLIFT_WRITE_FIXTURE"] != nil))
  func writeTheFixture() throws {
    var small = SmallWorkspace()
    small.contents.workspace.title = "Version 5"
    small.addWhatCameWithVersion2()
    let group = small.contents.advisoryGroups[0]
    let meeting = Meeting(
      groupID: group.id, rank: .middle, title: "Kick-off",
      day: CalendarDay(year: 2026, month: 11, day: 21))
    small.contents.meetings = [meeting]
    small.contents.agendaItems = [
      AgendaItem(meetingID: meeting.id, rank: .middle, title: "Welcome", minutes: 10)
    ]
    small.contents.attendances = [
      Attendance(
        meetingID: meeting.id, memberID: small.contents.members[0].id, isPresent: true)
    ]
    small.contents.clusters = [
      Cluster(columnID: small.columns[0].id, rank: .middle, title: "Near")
    ]
    small.contents.blueprintLines = [
      BlueprintLine(mapID: small.map.id, rank: .middle, line: .visibility)
    ]
    small.addWhatCameWithVersion3()
    let step = small.contents.steps[0].id
    small.contents.standards = [
      Standard(rank: .middle, stepID: step, practice: "A sign at the counter", keeper: "Stores")
    ]
    var random = RandomContents(seed: 4)
    random.addLaterFields(to: &small.contents)
    while Set(small.contents.records.map(\.reference.kind)).count < EntityKind.allCases.count {
      random.addPractices(to: &small.contents)
    }
    if !small.contents.lanePersonas.contains(where: { $0.personaID == nil }) {
      small.contents.lanePersonas.append(
        LanePersona(laneID: small.contents.lanes[0].id, personaID: nil))
    }
    let draft = folder.file("schema-5.uplift")
    let workspace = try Workspace.create(at: draft, contents: small.contents)
    var card = small.cards[0]
    card.text = "Orders three sizes"
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    let department = Department(rank: .middle, name: "Stores")
    try workspace.perform(Edit(.addDepartment, [.insert(department)]))
    try workspace.undo()
    try workspace.close()
    let queue = try DatabaseQueue(path: draft.path)
    // Small pages: most tables hold next to nothing.
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA page_size = 512; VACUUM") }
    try queue.close()
    try Data(contentsOf: draft).write(to: Self.fixture(5))
  }
}
