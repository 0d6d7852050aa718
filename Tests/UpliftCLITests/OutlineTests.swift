import Foundation
import Testing
import UpliftCore

@Suite struct OutlineTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  private func makeSample() async throws -> WorkspaceContents {
    try await Program.succeed("new", file, "--template", "sample")
    return try Workspace.open(at: URL(fileURLWithPath: file), readOnly: true).contents()
  }

  @Test func everyTextOfTheWorkspaceIsInTheTree() async throws {
    let contents = try await makeSample()
    let outcome = try await Program.succeed("outline", file)
    let text = outcome.output
    var expected = contents.journeyMaps.map(\.title) + contents.stages.map(\.title)
    expected += contents.steps.map(\.title) + contents.cards.map(\.text)
    expected += contents.personas.map(\.name) + contents.departments.map(\.name)
    expected += contents.advisoryGroups.map(\.title) + contents.members.map(\.name)
    expected += contents.meetings.map(\.title) + contents.agendaItems.map(\.title)
    expected += contents.meetingSeries.map(\.title) + contents.recommendations.map(\.text)
    expected += contents.recommendations.map(\.reason) + contents.agendaItems.map(\.outcome)
    expected += contents.promises.map(\.title) + contents.barriers.map(\.title)
    expected += contents.initiatives.map(\.title) + contents.dismissals.map(\.reason)
    expected += contents.boards.map(\.title) + contents.boardColumns.map(\.title)
    expected += contents.clusters.map(\.title) + contents.notes.map(\.text)
    for line in expected where !line.isEmpty {
      #expect(text.contains(line.replacing("\n", with: " ")), "\(line)")
    }
    let depths: [Int] = outcome.lines.map { line in line.prefix { $0 == " " }.count }
    #expect(zip(depths, depths.dropFirst()).allSatisfy { $1 <= $0 + 2 && $1 % 2 == 0 })
  }

  @Test func theJSONHoldsEveryRecordAndIsTheSameEachTime() async throws {
    let contents = try await makeSample()
    let outcome = try await Program.succeed("outline", file, "--json")
    let root = try #require(try outcome.json() as? [String: Any])
    #expect(
      root.keys.sorted() == [
        "departments", "groups", "id", "journeys", "personas", "plan", "title",
      ])
    var ids: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        if let id = object["id"] as? String { ids.insert(id) }
        object.values.forEach(collect)
      }
      (value as? [Any])?.forEach(collect)
    }
    collect(root)
    let kinds: Set<EntityKind> = [
      .workspace, .department, .persona, .journeyMap, .stage, .step, .lane, .card, .advisoryGroup,
      .member, .meeting, .agendaItem, .board, .boardColumn, .cluster, .note, .meetingSeries,
      .recommendation, .dismissal, .promise, .barrier, .initiative,
    ]
    let expected = contents.records.filter { kinds.contains($0.reference.kind) }
      .map { $0.id.uuidString.lowercased() }
    #expect(ids == Set(expected))
    #expect(try await Program.succeed("outline", file, "--json").output == outcome.output)
    let german = try await Program.succeed(
      "outline", file, "--json", environment: ["LC_ALL": "de_DE.UTF-8"])
    #expect(german.output == outcome.output)
  }

  @Test func oneThingCanBeChosenByTitleOrId() async throws {
    let contents = try await makeSample()
    let map = try #require(contents.journeyMaps.first { $0.title == "First week in store" })
    let byTitle = try await Program.succeed("outline", file, "--journey", map.title, "--json")
    let object = try #require(try byTitle.json() as? [String: Any])
    #expect(object["title"] as? String == map.title && object["persona"] as? String == "Jonas")
    for id in [map.id.uuidString, map.id.uuidString.lowercased()] {
      let byID = try await Program.succeed("outline", file, "--journey", id, "--json")
      #expect(byID.output == byTitle.output)
    }
    let board = try #require(contents.boards.first)
    let text = try await Program.succeed("outline", file, "--board", board.title)
    #expect(text.lines.first == "Board: \(board.title)")
    let group = try #require(contents.advisoryGroups.first)
    let members = try await Program.succeed("outline", file, "--group", group.title, "--json")
    let entries = (try members.json() as? [String: Any])?["members"] as? [Any]
    #expect(entries?.count == contents.members.filter { $0.groupID == group.id }.count)
    try await Program.misuse("outline", file, "--group", "a", "--board", "b")
  }

  @Test func aTitleThatFitsTwoOrNoneIsExplained() async throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let titles = ["Return", "Return", "Returning a parcel", "Moving house"]
    contents.journeyMaps = zip(titles, Rank.spread(4)).map { JourneyMap(rank: $1, title: $0) }
    try Workspace.create(at: URL(fileURLWithPath: file), contents: contents).close()
    let ids = contents.journeyMaps.prefix(2).map { $0.id.uuidString.lowercased() }
    try await Program.fail("outline", file, "--journey", "Return", saying: [file] + ids)
    try await Program.succeed("outline", file, "--journey", ids[1])
    let near = try await Program.fail(
      "outline", file, "--journey", "moving huose", saying: [file, "moving huose", "Moving house"])
    #expect(!near.errors.contains("parcel"))
    try await Program.fail(
      "outline", file, "--journey", "Xyz", saying: [file, "Xyz"] + titles)
    try await Program.fail("outline", file, "--board", "Why?", saying: [file, "board"])
    try await Program.fail(
      "outline", file, "--journey", UUID().uuidString, saying: [file, "Moving house"])
  }

  @Test func whatATerminalWouldObeyIsMadeHarmless() async throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "a\u{1B}]0;owned\u{07}b"))
    contents.personas = [Persona(rank: .middle, name: "two\nlines\u{9B}31m \u{202E}back")]
    try Workspace.create(at: URL(fileURLWithPath: file), contents: contents).close()
    for arguments in [
      ["outline", file], ["info", file], ["outline", file, "--journey", "\u{1B}x"],
    ] {
      let outcome = try await Program.run(arguments)
      let unsafe = (outcome.output + outcome.errors).unicodeScalars.filter {
        ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{202E}"
      }
      #expect(unsafe.isEmpty, "\(arguments)")
    }
    #expect(try await Program.succeed("outline", file).lines.count == 3)
    let json = try await Program.succeed("outline", file, "--json").json() as? [String: Any]
    #expect(json?["title"] as? String == contents.workspace.title)
  }
}
