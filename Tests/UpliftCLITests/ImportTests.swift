import Foundation
import Testing
import UpliftCore

@Suite struct ImportTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file))
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  private static let journey = """
    journey
        title My working day
        section Go to work
          Make tea: 5: Me
          Go upstairs: 3: Me, Cat
        section Home
          Sit down: 0
    """

  @Test func membersAreImportedIntoTheirGroup() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let table = try folder.write(
      "name,function\nAda Lovelace,IT\nPriya Kumar,Support\n", to: "m.csv")
    let before = try contents().members.count
    let lines = try await Program.succeed(
      "import", file, table, "--members", "Employee advisory group"
    ).lines
    #expect(lines.first == "1 member added.")
    let group = try #require(
      try contents().advisoryGroups.first { $0.title == "Employee advisory group" })
    #expect(try contents().members.count == before + 1)
    #expect(try contents().members.contains { $0.name == "Ada Lovelace" && $0.groupID == group.id })
    try await Program.fail(
      "import", file, table, "--members", "Nobody", saying: ["no advisory group", "Nobody"])
    try await Program.succeed("undo", file)
    #expect(try contents().members.count == before)
  }

  @Test func meetingsOfOneTitleAreToldApartByTheirDays() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    try await Program.fail(
      "export", file, folder.path("x.md"), "--meeting", "Nope",
      saying: ["no meeting “Nope”", "“What we are here for” (2026-08-10)"])
  }

  @Test func aWorkspaceIsNotImportedButCalledByItsName() async throws {
    let (own, other) = (folder.path("own.uplift"), folder.path("other.uplift"))
    for file in [own, other] { try await Program.succeed("new", file, "--template", "sample") }
    try await Program.fail("import", own, other, saying: ["other.uplift", "a workspace of Uplift"])
  }

  @Test func aMissingWorkspaceIsMadeAndTheImportIsOneStep() async throws {
    let input = try folder.write(Self.journey, to: "day.mmd")
    let lines = try await Program.succeed("import", file, input).lines
    let map = try #require(try contents().journeyMaps.first)
    #expect(map.title == "My working day")
    #expect(lines.first == "Added  \(map.id.uuidString.lowercased())  My working day")
    #expect(lines.contains { $0.hasPrefix("Steps ") && $0.hasSuffix(" 3") })
    #expect(try contents().workspace.title == "a")
    let history = try await Program.succeed("history", file).lines
    #expect(history.count == 1 && history[0].hasSuffix("Import"))
    try await Program.succeed("undo", file)
    #expect(try contents().records.count == 1)
    try await Program.succeed("redo", file)
    #expect(try contents().steps.count == 3)
  }

  @Test func theNameCanBeChosen() async throws {
    let input = try folder.write(Self.journey, to: "day.mmd")
    try await Program.succeed("import", file, input, "--name", "Ein Tag", "--as", "mermaid")
    try await Program.succeed("import", file, input)
    #expect(
      try contents().journeyMaps.inOrder().map(\.title) == ["Ein Tag", "My working day"])
    #expect(try await Program.succeed("check", file).output == "No faults.\n")
    try await Program.misuse("import", file, input, "--as", "word")
    try await Program.misuse("import", file, input, "--name", "")
    try await Program.misuse("import", file)
  }

  @Test func aFaultRefusesTheWholeInputWithItsLine() async throws {
    let bad = try folder.write(Self.journey + "\n      Sleep: ten: Me", to: "bad day.mmd")
    try await Program.fail("import", file, bad, saying: ["bad day.mmd", "line 8", "ten"])
    #expect(folder.names == ["bad day.mmd"])
    try await Program.succeed("new", file)
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    try await Program.fail("import", file, bad, saying: ["bad day.mmd", "line 8", "ten"])
    let none = folder.path("none.csv")
    try await Program.fail("import", file, none, saying: ["none.csv"])
    try await Program.fail("import", file, folder.url.path, saying: [folder.url.lastPathComponent])
    let json = try folder.write("{\"format\": \"uplift\",\n\"version\": 99}", to: "b.json")
    try await Program.fail("import", file, json, saying: ["b.json", "99"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }

  @Test func whatIsNoWorkspaceStaysAsItIs() async throws {
    let input = try folder.write(Self.journey, to: "day.mmd")
    try folder.write("notes", to: "a.uplift")
    try await Program.fail("import", file, input, saying: [file])
    #expect(try folder.text("a.uplift") == "notes")
  }

  @Test func theSampleComesBackByteForByteThroughJSON() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let (first, second) = (folder.path("1.json"), folder.path("2.json"))
    try await Program.succeed("export", file, first)
    let other = folder.path("b.uplift")
    try await Program.succeed("import", other, first)
    try await Program.succeed("export", other, second)
    #expect(try folder.text("1.json") == folder.text("2.json"))
    try await Program.succeed("undo", other)
    #expect(try await Program.succeed("outline", other).lines == ["Larkfield Outfitters"])
    #expect(
      try await Program.succeed("import", file, first).lines.first?.hasPrefix("Added") == true)
  }

  @Test func ctrlCLeavesNoHalfImport() async throws {
    let rows = (0..<20_000).map { "Stage,Step \($0 / 10),Actions,Card \($0)\n" }.joined()
    let input = try folder.write("stage,step,lane,text\n" + rows, to: "a.csv")
    let outcome = try await Program.run(
      ["--default-signal=INT", Program.url.path, "import", file, input],
      program: "/usr/bin/env",
      whileRunning: { [folder] process in
        Thread.detachNewThread {
          while process.isRunning, !folder.names.contains(where: { $0.hasSuffix(".part") }) {
            usleep(2000)
          }
          process.interrupt()
        }
      })
    #expect(outcome.wasSignalled && outcome.code == SIGINT)
    #expect(folder.names == ["a.csv"])
  }
}
