import Foundation
import Testing
import UpliftCore

@Suite struct EraseTests {
  let folder: Folder
  let file: String

  init() async throws {
    folder = try Folder()
    file = folder.path("a.uplift")
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "A"))
    contents.goals = [
      Goal(rank: .middle, title: "Ask Ann Oldfield, says Oldfields", owner: "Ann Oldfield")
    ]
    try Workspace.create(at: URL(fileURLWithPath: file), contents: contents).close()
  }

  private func holds(_ text: String) throws -> Bool {
    try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data(text.utf8)) != nil
  }

  @Test func whatWouldBeChangedIsListedFirst() async throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let outcome = try await Program.succeed("erase", file, "Ann Oldfield", "--dry-run")
    #expect(outcome.lines.first == "2 places in the records.")
    #expect(outcome.output.contains("Goal: Owner"))
    #expect(outcome.lines.last == "  Oldfields (1)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }

  @Test func aPersonIsErasedWithAReport() async throws {
    let report = folder.path("report.md")
    let json = try await Program.succeed(
      "erase", file, "ann oldfield", "--also", "Oldfields", "--json", "--report", report
    ).json()
    let object = try #require(json as? [String: Any])
    #expect((object["places"] as? [Any])?.count == 2)
    #expect(object["freePagesOverwritten"] as? Bool == true)
    #expect(object["changed"] as? Bool == true)
    #expect(try !holds("Oldfield"))
    #expect(try folder.text("report.md").contains("Goal: Owner"))
    #expect(try !folder.text("report.md").contains("ldfield"))
    #expect(try await Program.succeed("check", file).lines.count == 1)
  }

  @Test func aPartOfANameIsErasedOnlyWhenItIsMeant() async throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    try await Program.fail("erase", file, "Ann", saying: ["“Ann Oldfield”", "--as-written"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    let looked = try await Program.succeed("erase", file, "Ann", "--dry-run")
    #expect(looked.lines.last?.contains("“Ann Oldfield”") == true)
    try await Program.succeed("erase", file, "Ann", "--as-written")
    #expect(try holds("Someone Oldfield"))
    // Nobody is called so: all of it is in texts.
    try await Program.fail("erase", file, "Ask", saying: ["“Ask”", "--as-written"])
    #expect(try holds("Ask"))
    try await Program.succeed("erase", file, "Ask", "--as-written")
    #expect(try !holds("Ask"))
  }

  @Test func whatIsNoNameIsRefused() async throws {
    try await Program.misuse("erase", file, "12", saying: "12")
    try await Program.misuse("erase", file, "Ann", "--dry-run", "--report", "x", saying: "--report")
  }
}
