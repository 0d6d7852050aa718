import Foundation
import Testing
import UpliftCore

@Suite struct NewTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func withNoTemplateItIsEmptyAndCalledLikeItsFile() async throws {
    let file = folder.path("Über uns 2.uplift")
    try await Program.succeed("new", file)
    #expect(folder.names == ["Über uns 2.uplift"])
    let contents = try Workspace.open(at: URL(fileURLWithPath: file)).contents()
    #expect(contents.workspace.title == "Über uns 2")
    #expect(contents.records.count == 1)
  }

  @Test func everyTemplateOpensAndIsSound() async throws {
    let names = try await Program.succeed("templates").lines.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(names.first == "blank" && names.last == "sample" && names.count >= 6)
    for name in names {
      let file = folder.path("\(name).uplift")
      try await Program.succeed("new", file, "--template", name)
      #expect(try await Program.succeed("check", file).output == "No faults.\n")
    }
  }

  @Test func twoWorkspacesOfOneTemplateShareNoIdAndTheSampleKeepsItsOwn() async throws {
    func ids(_ name: String, _ template: String) async throws -> Set<UUID> {
      try await Program.succeed("new", folder.path(name), "--template", template)
      let contents = try Workspace.open(at: URL(fileURLWithPath: folder.path(name))).contents()
      #expect(contents.workspace.title == (template == "sample" ? "Larkfield Outfitters" : name))
      return Set(contents.records.map(\.id))
    }
    let first = try await ids("a", "advisory-group")
    let second = try await ids("b", "advisory-group")
    #expect(first.count == second.count && first.isDisjoint(with: second))
    #expect(try await ids("c", "sample") == ids("d", "sample"))
  }

  @Test func nothingIsReplacedAndNothingLeftBehind() async throws {
    let file = try folder.write("my notes", to: "notes.uplift")
    try await Program.fail("new", file, saying: [file, "exists"])
    #expect(try folder.text("notes.uplift") == "my notes")
    try await Program.fail("new", folder.path("none/a.uplift"), saying: [folder.path("none")])
    try await Program.fail(
      "new", folder.path("a.uplift"), "--template", "nonsense",
      saying: ["nonsense", "blank", "sample"])
    #expect(folder.names == ["notes.uplift"])
  }

  @Test func theDataFolderCanBeNamed() async throws {
    let data = Program.package.appendingPathComponent("data").path
    let outcome = try await Program.succeed("templates", environment: ["UPLIFT_DATA": data])
    #expect(outcome.lines.count >= 6)
    try await Program.fail(
      "templates", environment: ["UPLIFT_DATA": folder.path("none")], saying: [folder.path("none")])
  }

  @Test func templatesAsJSON() async throws {
    let outcome = try await Program.succeed("templates", "--json")
    let list = try #require(try outcome.json() as? [[String: String]])
    #expect(list.allSatisfy { $0.keys.sorted() == ["file", "name", "summary", "title"] })
    #expect(list.allSatisfy { $0["summary"] != "" })
  }
}
