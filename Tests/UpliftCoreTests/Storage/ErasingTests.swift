import Foundation
import GRDB
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct ErasingTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder(isInMemory: true)
    url = folder.file("a.uplift")
  }

  /// As `strings` would: every spelling, in the file and in all that lies beside it.
  private func spellings(_ texts: String...) throws -> [String] {
    var found: [String] = []
    for name in folder.names {
      let data = try Data(contentsOf: folder.file(name))
      for text in texts {
        for form in [
          text, text.uppercased(), text.decomposedStringWithCanonicalMapping,
        ] {
          if let place = data.range(of: Data(form.utf8)) {
            // What stands around it tells where it is.
            let start = max(0, place.lowerBound - 60)
            let around = data[start..<min(data.count, place.upperBound + 60)]
            found.append("\(name): \(String(decoding: around, as: UTF8.self))")
          }
          let wide = Data(form.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
          if data.range(of: wide) != nil { found.append("\(name): wide \(form)") }
        }
      }
    }
    return found
  }

  private func name(_ text: String, _ others: String...) throws -> PersonName {
    try #require(PersonName(text, others: others))
  }

  /// A person in every free text of every kind of record, one after the other.
  @Test func aPersonIsGoneFromEveryFieldOfEveryRecord() throws {
    let file = ProjectFolder.data.appending(path: "sample/larkfield.json")
    let sample = try WorkspaceJSON.decode(try Data(contentsOf: file), file: "larkfield.json")
    let workspace = try Workspace.create(at: url, contents: sample)
    let marks = ["Zoë Quixfeld", "ZOË QUIXFELD", "said Zoë Quixfeld’s colleague in the meeting"]
    let written = try workspace.queue.writeWithoutTransaction { database in
      var written = 0
      for (kind, table) in try ErasedFields(database).tables {
        for column in table.texts {
          try database.execute(
            sql: "UPDATE \(kind.rawValue) SET \"\(column)\" = ?", arguments: [marks[written % 3]])
          written += database.changesCount > 0 ? 1 : 0
        }
      }
      return written
    }
    #expect(written > 100)
    #expect(try !spellings("Zoë", "Quixfeld").isEmpty)
    let erasure = try workspace.erase(name("Zoë Quixfeld"))
    #expect(erasure.isCompacted == true)
    #expect(try spellings("Zoë", "Quixfeld", "quixfeld") == [])
    #expect(try workspace.check() == [])
    #expect(try workspace.erasure(of: name("Zoë Quixfeld")).isEmpty)
    try workspace.close()
    #expect(try spellings("Zoë", "Quixfeld", "quixfeld") == [])
    #expect(folder.names == ["a.uplift"])
  }

  /// Every column of texts is looked into, or is one that the program writes itself.
  @Test func noColumnOfTextsIsForgotten() throws {
    let workspace = try Workspace.create(at: url, contents: SmallWorkspace().contents)
    defer { try? workspace.close() }
    try workspace.queue.read { database in
      let fields = try ErasedFields(database)
      for (kind, table) in fields.tables {
        let columns = try Row.fetchAll(
          database, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [kind.rawValue])
        #expect(try columns.map { try $0.decode(String.self, atIndex: 0) } == table.columns)
      }
      #expect(fields.tables[.member]?.texts.contains("successor") == true)
      #expect(fields.tables[.department]?.texts.contains("head") == true)
      #expect(fields.tables[.reading]?.texts == ["method", "segment"])
      #expect(fields.tables[.note]?.texts == ["text", "theme"])
    }
  }

  @Test func aDepartmentBehindANameIsNoSecondPerson() throws {
    let folder = try TemporaryFolder()
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
    contents.departments = [Department(rank: .middle, name: "Stores")]
    let places = Rank.spread(2)
    contents.barriers = [
      Barrier(rank: places[0], title: "A", manager: "Lucía Barros, Stores"),
      Barrier(rank: places[1], title: "B", manager: "Lucía Barros, Tom Berg"),
    ]
    // Departments may own something as well.
    contents.initiatives = [
      Initiative(rank: places[0], title: "I", owner: "Stores"),
      Initiative(rank: places[1], title: "J", owner: "Tom Berg"),
    ]
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: contents)
    try workspace.erase(try name("Lucía Barros"))
    let after = try workspace.contents()
    #expect(after.barriers.inOrder().map(\.manager) == ["", "Someone, Tom Berg"])
    #expect(BarrierFigures(after.barriers, today: day("2026-11-22")).withoutManager.count == 1)
    #expect(after.initiatives.inOrder().map(\.owner) == ["Stores", "Tom Berg"])
    try workspace.close()
  }

  /// Who was forgotten one after the other stays as many people as before.
  @Test func twoWhoAreForgottenDoNotBecomeOne() throws {
    let folder = try TemporaryFolder()
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
    let names = ["Ada", "Bo", "Cai", "Ada"]
    contents.champions = zip(Rank.spread(4), names).map {
      Champion(rank: $0, toName: $1, fromName: "Tom", story: "\($1) helped.")
    }
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: contents)
    for person in ["Ada", "Bo", "Cai"] { try workspace.erase(try name(person)) }
    let after = try workspace.contents().champions.inOrder()
    #expect(after.map(\.toName) == ["Someone", "Someone 2", "Someone 3", "Someone"])
    #expect(after.map(\.story).suffix(2) == ["Someone 3 helped.", "Someone helped."])
    try workspace.close()
  }

  @Test func fieldsAreEmptiedOrSaySomeoneAndTextsGoOn() throws {
    var contents = SmallWorkspace().contents
    let group = try #require(contents.advisoryGroups.first)
    let picture = StoredPicture(
      mediaType: .png, width: 1, height: 1, data: Data("PORTRAITOFHANNA".utf8))
    contents.pictures.append(picture)
    let member = Member(
      groupID: group.id, rank: .middle, name: "Hanna Weber", function: "Sales",
      site: "Tower of Ulm", tenure: "7 years", pictureID: picture.id)
    contents.members.append(member)
    contents.initiatives.append(
      Initiative(rank: .middle, title: "Hanna Weber's labels", owner: "hanna weber"))
    contents.champions.append(
      Champion(rank: .middle, toName: "Hanna Weber", fromName: "Tom", story: "Hanna helped."))
    contents.dialogues.append(
      Dialogue(rank: .middle, leader: "Hanna Weber, Tom", customer: "Meier"))
    contents.goals.append(
      Goal(rank: .middle, title: "Ask", owner: "Hanna Weber, managing director"))
    let role = WorkRole(rank: .middle, title: "Guide")
    let criterion = Criterion(roleID: role.id, rank: .middle, title: "Listens")
    let candidate = Candidate(
      roleID: role.id, rank: .middle, name: "Hanna Weber", notes: "Speaks Basque")
    contents.workRoles.append(role)
    contents.criteria.append(criterion)
    contents.candidates.append(candidate)
    contents.candidateScores.append(
      CandidateScore(
        candidateID: candidate.id, criterionID: criterion.id, interviewer: "Tom", score: 3,
        note: "Basque as well"))
    let workspace = try Workspace.create(at: url, contents: contents)
    let person = try name("Hanna Weber")
    let before = try workspace.erasure(of: person)
    let actions = Dictionary(grouping: before.places, by: \.action).mapValues(\.count)
    #expect(
      actions == [
        .someone: 2, .emptied: 2, .replaced: 2, .cleared: 2, .picture: 1, .deleted: 2,
      ])
    #expect(before.possible.map(\.text) == ["Hanna"])
    #expect(try spellings("Hanna Weber").isEmpty == false)
    try workspace.erase(person)
    let after = try workspace.contents()
    let left = try #require(after.members.first { $0.id == member.id })
    #expect(left.name == "Someone")
    #expect(left.function == "Sales")
    #expect(left.site.isEmpty && left.tenure.isEmpty && left.pictureID == nil)
    #expect(after.pictures.isEmpty)
    #expect(after.initiatives.first?.owner == "")
    #expect(after.initiatives.first?.title == "Someone's labels")
    #expect(after.champions.first?.toName == "Someone")
    #expect(after.champions.first?.story == "Hanna helped.")
    #expect(after.goals.first?.owner == "")
    #expect(after.dialogues.first?.leader == "Someone, Tom")
    #expect(after.candidates.isEmpty && after.candidateScores.isEmpty)
    #expect(
      try spellings("Hanna Weber", "hanna weber", "PORTRAITOF", "Tower of Ulm", "Basque") == [])
    #expect(try workspace.search("Weber").isEmpty)
    #expect(try workspace.search("labels").count == 1)
    #expect(try workspace.check() == [])
    try workspace.close()
  }

  @Test func undoGoesOnAndBringsNobodyBack() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: url, contents: small.contents)
    let group = try #require(small.contents.advisoryGroups.first)
    let picture = StoredPicture(
      mediaType: .png, width: 1, height: 1, data: Data("PORTRAITOFZOE".utf8))
    var member = Member(groupID: group.id, rank: .middle, name: "张伟 Müller", site: "Ulm")
    try workspace.perform(Edit(.addMember, [.insert(member)]))
    var pictured = member
    pictured.pictureID = picture.id
    try workspace.perform(
      Edit(.setPicture, [.insert(picture), .update(from: member, to: pictured)]))
    member = pictured
    try workspace.nameVersion(2, "Before 张伟 Müller left")
    var card = small.cards[0]
    for text in ["Asked 张伟 Müller", "Asked 张伟 Müller twice", "Asked nobody"] {
      let old = card
      card.text = text
      try workspace.perform(Edit(.editText, [.update(from: old, to: card)]))
    }
    // One step that does nothing but change the name.
    let old = member
    member.site = "Bonn"
    try workspace.perform(Edit(.editDetails, [.update(from: old, to: member)]))
    try workspace.perform(Edit(.delete, [.delete(member.reference)]))
    try workspace.undo()
    try workspace.undo()
    try workspace.redo()
    let steps = try workspace.history().count
    let erasure = try workspace.erase(try name("张伟 Müller"))
    // The portrait, and where the member works.
    #expect(erasure.droppedSteps == 2)
    #expect(erasure.renamedVersions == 1)
    #expect(try workspace.history().count == steps - 2)
    #expect(try spellings("张伟", "Müller", "PORTRAITOF", "Ulm", "Bonn") == [])
    #expect(try workspace.check() == [])
    let here = try workspace.contents().digest
    while try workspace.undo() != nil {
      #expect(try workspace.contents().members.allSatisfy { !$0.name.contains("张伟") })
      #expect(try workspace.contents().pictures.isEmpty)
    }
    #expect(try workspace.contents().digest == small.contents.digest)
    while try workspace.redo() != nil {}
    #expect(try workspace.contents().members.isEmpty == small.contents.members.isEmpty)
    #expect(try workspace.namedVersions().map(\.title) == ["Before someone left"])
    try workspace.undo()
    #expect(try workspace.contents().digest == here)
    try workspace.close()
  }

  /// Whatever was done before, afterwards every step can be undone and done again.
  @Test(arguments: 1...3)
  func aLivedInWorkspaceStaysWhole(seed: UInt64) throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: url, contents: small.contents)
    var edits = RandomEdits(seed: seed)
    var contents = small.contents
    for number in 1...200 {
      if number.isMultiple(of: 5) { contents = try workspace.contents() }
      try EditStream.carryOut(edits.next(contents), in: workspace)
    }
    // Words of the random texts are names here: they stand in most of the records and steps.
    // The last ones are words that somebody went on writing.
    let person = try name(
      "parcel", "Rücksendung", "退货", "العميل", "العميلé", "العميلa", "العميلaé")
    let before = try workspace.erasure(of: person)
    #expect(before.places.count > 5)
    #expect(before.rewrittenSteps > 20)
    try workspace.erase(person)
    #expect(try workspace.check() == [])
    #expect(try workspace.erasure(of: person).isEmpty)
    let left = try spellings("Rücksendung", "退货", "العميل")
    #expect(left == [])
    let here = try workspace.contents().digest
    var count = 0
    while try workspace.undo() != nil { count += 1 }
    #expect(count > 20)
    while count > 0 {
      try workspace.redo()
      count -= 1
    }
    #expect(try workspace.contents().digest == here)
    #expect(try workspace.check() == [])
    try workspace.close()
  }

  @Test func freePagesOfRecordsDeletedLongAgoAreOverwritten() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: url, contents: small.contents)
    var card = small.cards[0]
    let old = card
    card.text = String(repeating: "Ann Oldfield was here. ", count: 2000)
    try workspace.perform(Edit(.editText, [.update(from: old, to: card)]))
    // As an older program would have left it: no history, the record gone.
    try workspace.queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA secure_delete = OFF; DELETE FROM history")
      try database.execute(sql: "UPDATE card SET text = 'x' WHERE id = ?", arguments: [card.id])
    }
    #expect(try !spellings("Oldfield").isEmpty)
    let erasure = try workspace.erase(try name("Ann Oldfield"))
    #expect(erasure.places.isEmpty)
    #expect(erasure.isCompacted == true)
    #expect(try spellings("Oldfield") == [])
    try workspace.close()
  }

  @Test func copiesBesideTheFileAreNamedAndDeletedWhenAsked() throws {
    let workspace = try Workspace.create(at: url, contents: SmallWorkspace().contents)
    let copy = folder.file("a.uplift.version-3.backup")
    try Data("… Ann Oldfield …".utf8).write(to: copy)
    let other = folder.file("a.uplift.version-2.backup")
    try Data("nobody".utf8).write(to: other)
    let person = try name("Ann Oldfield")
    #expect(try workspace.erase(person).copies.map(\.lastPathComponent) == [copy.lastPathComponent])
    #expect(FileManager.default.fileExists(atPath: copy.path))
    let erasure = try workspace.erase(person, deletingCopies: true)
    #expect(erasure.deletedCopies.count == 1)
    #expect(folder.names == ["a.uplift", "a.uplift.version-2.backup"])
    try workspace.close()
  }

  @Test func otherWindowsFollow() throws {
    var contents = SmallWorkspace().contents
    contents.goals.append(Goal(rank: .middle, title: "Ask Ann Oldfield", owner: "Ann Oldfield"))
    let workspace = try Workspace.create(at: url, contents: contents)
    let other = try Workspace.open(at: url)
    let heard = HeardOfErasing()
    let observation = other.observe { heard.note($0) }
    try workspace.erase(try name("Ann Oldfield"))
    try other.noticeOutsideChanges()
    #expect(heard.isWholesale)
    let goal = try #require(try other.contents().goals.first)
    #expect(goal.title == "Ask someone" && goal.owner.isEmpty)
    // What the other window writes with an old copy in hand changes only what it meant to.
    var changed = contents.goals[0]
    changed.measure = "weekly"
    try other.perform(Edit(.editDetails, [.update(from: contents.goals[0], to: changed)]))
    #expect(try workspace.contents().goals.first?.title == "Ask someone")
    #expect(try spellings("Oldfield") == [])
    withExtendedLifetime(observation) {}
    try other.close()
    try workspace.close()
  }

  @Test func whatBelongsToAnotherRecordSaysToWhich() throws {
    var contents = SmallWorkspace().contents
    let label = Opportunity(rank: .middle, title: "Label in the box")
    let metric = Metric(rank: .middle, title: "Returns NPS", measure: .nps)
    contents.opportunities.append(label)
    contents.metrics.append(metric)
    contents.gutScores.append(
      GutScore(opportunityID: label.id, rank: .middle, rater: "Ann Oldfield"))
    contents.targetChanges.append(
      TargetChange(
        metricID: metric.id, day: try #require(CalendarDay("2026-11-22")), target: 30,
        agreedBy: "Ann Oldfield"))
    let workspace = try Workspace.create(at: url, contents: contents)
    let places = try workspace.erasure(of: name("Ann Oldfield")).places
    func record(_ kind: EntityKind) -> String? {
      places.first { $0.reference.kind == kind }?.record
    }
    #expect(record(.gutScore) == "Ann Oldfield · Label in the box")
    #expect(record(.targetChange)?.hasPrefix("Returns NPS · ") == true)
    try workspace.close()
  }

  @Test func theReportNamesNobody() throws {
    var contents = SmallWorkspace().contents
    contents.goals.append(Goal(rank: .middle, title: "Ask Ann Oldfield", owner: "Ann Oldfield"))
    let workspace = try Workspace.create(at: url, contents: contents)
    let person = try name("Ann Oldfield")
    let erasure = try workspace.erase(person)
    let day = try #require(CalendarDay("2026-11-22"))
    let text = erasure.markdown(person, workspace: "Ann Oldfield's", day: day)
    #expect(!text.contains("Oldfield"))
    #expect(text.contains("Goal: Owner “Ask someone” — emptied"))
    #expect(text.contains("Someone's"))
    try workspace.close()
  }
}

private final class HeardOfErasing: @unchecked Sendable {
  private let lock = NSLock()
  private var wholesale = false

  func note(_ change: WorkspaceChange) {
    lock.withLock { wholesale = wholesale || change.isWholesale }
  }
  var isWholesale: Bool { lock.withLock { wholesale } }
}
