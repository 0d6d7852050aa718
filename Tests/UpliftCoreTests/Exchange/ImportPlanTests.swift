import CustomDump
import Foundation
import Testing

@testable import UpliftCore

extension RecordListing {
  fileprivate func append(_ record: any Entity, to contents: inout WorkspaceContents) {
    if let record = record as? Record { contents[keyPath: path].append(record) }
  }
}

@Suite struct ImportPlanTests {
  /// The workspace after an edit that only inserts.
  private func applied(_ edit: Edit, to contents: WorkspaceContents) -> WorkspaceContents {
    var result = contents
    for change in edit.changes {
      guard case .insert(let record) = change else {
        Issue.record("An import only inserts.")
        continue
      }
      let count = result.records.count
      for list in WorkspaceContents.lists { list.append(record, to: &result) }
      #expect(result.records.count == count + 1, "\(record) is no part of an import.")
    }
    return result
  }

  @Test(arguments: 0..<20)
  func anyFileOfOursFitsAnyWorkspaceTwice(seed: Int) throws {
    var random = RandomContents(seed: UInt64(seed))
    let target = random.contents()
    let source = random.contents()
    let document = try Importing.read(WorkspaceJSON.encode(source), file: "a.json")
    let once = applied(document.edit(into: target), to: target)
    try WorkspaceValidation(once).check()
    let twice = applied(document.edit(into: once), to: once)
    try WorkspaceValidation(twice).check()
    #expect(twice.cards.count == target.cards.count + 2 * source.cards.count)
    #expect(twice.notes.count == target.notes.count + 2 * source.notes.count)
    #expect(twice.links.count == target.links.count + 2 * source.links.count)
    // What was there stays first, and is as it was.
    #expect(
      Array(twice.journeyMaps.inOrder().prefix(target.journeyMaps.count))
        == target.journeyMaps.inOrder())
    // Ids that are free are kept.
    #expect(Set(source.cards.map(\.id)).isSubset(of: Set(once.cards.map(\.id))))
  }

  /// However much comes, places in the order stay short.
  @Test func ranksStayShort() throws {
    var text = "Column,Note,Author\n"
    for number in 0..<3000 { text += "A,Note \(number),Author \(number)\n" }
    let document = try Importing.read(Data(text.utf8), file: "a.csv")
    let group = AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "G")
    var target = WorkspaceContents(workspace: WorkspaceInfo(title: "T"))
    target.advisoryGroups = [group]
    target.members = [Member(groupID: group.id, rank: .middle, name: "Author 7")]
    let result = applied(document.edit(into: target), to: target)
    #expect(result.notes.inOrder().map(\.text) == (0..<3000).map { "Note \($0)" })
    #expect(result.members.inOrder().prefix(2).map(\.name) == ["Author 7", "Author 0"])
    #expect(result.members.count == 3000)
    #expect(
      (result.notes.map(\.rank) + result.members.map(\.rank)).allSatisfy { $0.text.utf8.count < 8 })
  }

  @Test func intoAnEmptyWorkspaceEverythingIsKept() throws {
    var random = RandomContents(seed: 11)
    let source = random.contents()
    let empty = WorkspaceContents(workspace: source.workspace)
    let document = try Importing.read(WorkspaceJSON.encode(source), file: "a.json")
    let result = applied(document.edit(into: empty), to: empty)
    #expect(result.cards.map(\.id).sorted() == source.cards.map(\.id).sorted())
    #expect(result.journeyMaps.inOrder().map(\.title) == source.journeyMaps.inOrder().map(\.title))
  }

  @Test func personasAndDepartmentsAreKnownByName() throws {
    let maya = Persona(rank: .middle, name: "Maya", goals: "Rest")
    let web = Department(rank: .middle, name: "Web")
    var target = WorkspaceContents(workspace: WorkspaceInfo(title: "T"))
    target.personas = [maya]
    target.departments = [web]
    let mermaid = try Importing.read(
      Data("journey\nA: 3: Maya, Jo".utf8), file: "a.mmd")
    let result = applied(mermaid.edit(into: target), to: target)
    #expect(result.personas.inOrder().map(\.name) == ["Maya", "Jo"])
    #expect(result.emotions.first { $0.personaID == maya.id } != nil)
    #expect(result.journeyMaps.first?.personaID == maya.id)
    let csv = try Importing.read(
      Data("Step,Lane,Text,Departments\nA,Actions,B,\"Web; Shop\"".utf8), file: "a.csv")
    let more = applied(csv.edit(into: result), to: result)
    #expect(more.departments.inOrder().map(\.name) == ["Web", "Shop"])
    #expect(more.journeyMaps.inOrder().map(\.title) == ["a", "a"])
    try WorkspaceValidation(more).check()
  }

  @Test func aBoardGoesToTheOnlyGroupOrToItsOwn() throws {
    let document = try Importing.read(
      Data("Column,Note,Author\nA,B,Ada\nA,C,Ben".utf8), file: "Retro.csv")
    let empty = WorkspaceContents(workspace: WorkspaceInfo(title: "T"))
    let alone = applied(document.edit(into: empty), to: empty)
    #expect(alone.advisoryGroups.map(\.title) == ["Retro"])
    let group = AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "G")
    var target = empty
    target.advisoryGroups = [group]
    target.members = [Member(groupID: group.id, rank: .middle, name: "Ada")]
    let joined = applied(document.edit(into: target), to: target)
    #expect(joined.advisoryGroups == [group])
    #expect(joined.boards.map(\.groupID) == [group.id])
    #expect(joined.members.inOrder().map(\.name) == ["Ada", "Ben"])
    try WorkspaceValidation(joined).check()
    let other = AdvisoryGroup(rank: Rank.between(.middle, nil), kind: .focusGroup, title: "H")
    target.advisoryGroups = [group, other]
    #expect(applied(document.edit(into: target), to: target).advisoryGroups.count == 3)
    let chosen = applied(document.edit(into: target, group: other.id), to: target)
    #expect(chosen.boards.map(\.groupID) == [other.id])
  }

  @Test func severalDiagramsShareTheirPersonas() throws {
    let file = Fixtures.folder("Mermaid").appending(path: "handbook.md")
    let document = try Importing.read(file)
    #expect(
      document.contents.journeyMaps.inOrder().map(\.title) == [
        "In a list", "In a quotation", "On a wiki", "Of the front matter",
      ])
    #expect(document.contents.personas.map(\.name).sorted() == ["Me", "You"])
    try WorkspaceValidation(document.contents).check()
  }

  static let kinds: [(String, String, ImportFormat)] = [
    ("x.mmd", "journey\nA: 3", .mermaid), ("x.txt", "journey\nA: 3", .mermaid),
    ("x.txt", "# Text\n\n```mermaid\njourney\nA: 3\n```", .mermaid),
    ("x", "---\ntitle: T\n---\njourney\nA: 3", .mermaid),
    ("x.tsv", "Step\tLane\tText\nA\tActions\tB", .csv),
    ("x.txt", "Stage,Step,Lane,Text\nA,B,Actions,C", .csv),
    ("x.txt", "Column;Note\nA;B", .csv),
    ("x.json", #"{"name":"B","lists":[],"cards":[]}"#, .trello),
    ("x.txt", #"{"id":"1","name":"B","cards":[],"labelNames":{},"lists":[]}"#, .trello),
    ("x.canvas", "{}", .canvas), ("x.json", #"{"nodes":[],"edges":[]}"#, .canvas),
    ("x", "{\n\t\"edges\": []}", .canvas),
  ]

  @Test(arguments: kinds)
  func theFormatIsToldByEndingAndContent(
    file: String, text: String, format: ImportFormat
  ) throws {
    #expect(try Importing.read(Data(text.utf8), file: file).format == format)
  }

  static let refused: [(String, [UInt8], String)] = [
    (
      "x.txt", Array("Dear all".utf8),
      "x.txt: It is none of the kinds that can be imported: Mermaid journey, CSV, JSON, Trello, JSON Canvas."
    ),
    ("x.json", [], "x.json: There is nothing in it."),
    (
      "x.csv", [0x61, 0x2C, 0xC3, 0x28],
      "x.csv: It is neither UTF-8 nor UTF-16 text; byte 2 does not fit. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again."
    ),
    (
      "x.csv", [0xEF, 0xBB, 0xBF, 0x61, 0xFF],
      "x.csv: It is neither UTF-8 nor UTF-16 text; byte 4 does not fit. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again."
    ),
    (
      "x.csv", [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00],
      "x.csv: It is neither UTF-8 nor UTF-16 text; byte 4 does not fit. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again."
    ),
    (
      "x.csv", [0xFF, 0xFE, 0x61],
      "x.csv: It is neither UTF-8 nor UTF-16 text; byte 2 does not fit. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again."
    ),
    ("x.csv", [0x61, 0x0A, 0x00], "x.csv, line 2: There is a character U+0000 in the text."),
    (
      "x.json", Array("{\"name\": \"B\", \"lists\": 5}".utf8),
      "x.json, line 1: Expected “[”, found “5}”."
    ),
    (
      "x.json", Array("{\"name\": \"B\", \"lists\": []}".utf8),
      "x.json: This is no Trello board: it needs lists and cards."
    ),
  ]

  @Test(arguments: refused)
  func whatCannotBeReadIsRefused(file: String, bytes: [UInt8], sentence: String) {
    let error = #expect(throws: ImportError.self) {
      try Importing.read(Data(bytes), file: file)
    }
    expectNoDifference(error?.sentence, sentence)
  }

  @Test func filesThatAreNoneAreRefused() throws {
    let folder = FileManager.default.temporaryDirectory
    let error = #expect(throws: ImportError.self) { try Importing.read(folder) }
    #expect(error?.reason == .notARegularFile)
    let missing = #expect(throws: ImportError.self) {
      try Importing.read(folder.appending(path: "no such file.csv"))
    }
    #expect(missing?.file == "no such file.csv")
    let link = folder.appending(path: "\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: link) }
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: Fixtures.folder("Trello").appending(path: "board.json"))
    #expect(try Importing.read(link).format == .trello)
    let huge = folder.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: huge) }
    #expect(FileManager.default.createFile(atPath: huge.path, contents: nil))
    let handle = try FileHandle(forWritingTo: huge)
    // Nothing but a hole: it takes no room.
    try handle.truncate(atOffset: 3_000_000_000)
    try handle.close()
    let large = #expect(throws: ImportError.self) { try Importing.read(huge) }
    #expect(large?.reason == .tooLarge(bytes: 3_000_000_000, limit: 256_000_000))
  }
}
