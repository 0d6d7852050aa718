import Foundation
import Testing
import UpliftCore

@Suite struct HistoryTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
    let contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let workspace = try Workspace.create(at: URL(fileURLWithPath: file), contents: contents)
    for name in ["Amina", "Jo"] {
      try workspace.perform(
        Edit(.addPersona, [.insert(Persona(rank: .middle, name: name))]))
    }
    try workspace.close()
  }

  private func personas() throws -> Set<String> {
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file))
    defer { try? workspace.close() }
    return Set(try workspace.outline().personas.map(\.name))
  }

  @Test func undoAndRedoTakeOneStepEachAndSayWhich() async throws {
    #expect(try await Program.succeed("undo", file).output == "Undone: Add persona (step 2)\n")
    #expect(try personas() == ["Amina"])
    #expect(try await Program.succeed("undo", file).output == "Undone: Add persona (step 1)\n")
    try await Program.fail("undo", file, saying: [file, "nothing to undo"])
    #expect(try personas() == [])
    #expect(try await Program.succeed("redo", file).output == "Redone: Add persona (step 1)\n")
    #expect(try await Program.succeed("redo", file).output == "Redone: Add persona (step 2)\n")
    try await Program.fail("redo", file, saying: [file, "nothing to redo"])
    #expect(try personas() == ["Amina", "Jo"])
  }

  @Test func theHistoryIsListedNewestFirst() async throws {
    try await Program.succeed("undo", file)
    let lines = try await Program.succeed("history", file).lines
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("2  20") && lines[0].hasSuffix("Z  undone  Add persona"))
    #expect(lines[1].hasPrefix("1  20") && lines[1].hasSuffix("Z  done    Add persona"))
    let json = try await Program.succeed("history", file, "--json").json()
    let list = try #require(json as? [[String: Any]])
    #expect(list.map { $0["sequence"] as? Int } == [2, 1])
    #expect(list.map { $0["state"] as? String } == ["undone", "done"])
    #expect(list.allSatisfy { $0["name"] as? String == "add_persona" })
    #expect(list.allSatisfy { ($0["at"] as? String).flatMap(Instant.init) != nil })
    #expect(list.allSatisfy { $0.keys.sorted() == ["at", "name", "sequence", "state"] })
  }

  @Test func infoCounts() async throws {
    try await Program.succeed("undo", file)
    let text = try await Program.succeed("info", file).lines
    #expect(text.contains { $0.hasPrefix("Personas") && $0.hasSuffix(" 1") })
    let outcome = try await Program.succeed("info", file, "--json")
    let info = try #require(try outcome.json() as? [String: Any])
    #expect(
      info.keys.sorted() == [
        "bytes", "counts", "createdAt", "file", "history", "id", "lastEdit", "schema", "title",
      ])
    #expect(info["history"] as? [String: Int] == ["abandoned": 0, "done": 1, "undone": 1])
    let counts = try #require(info["counts"] as? [String: Int])
    #expect(counts["persona"] == 1 && counts["card"] == 0)
    #expect(counts.count == EntityKind.allCases.count - 1)
    #expect(info["file"] as? String == file && info["title"] as? String == "Test")
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    #expect(info["bytes"] as? Int == size)
    // The same again, byte for byte.
    #expect(try await Program.succeed("info", file, "--json").output == outcome.output)
    let lines = outcome.lines.filter { $0.hasPrefix("  \"") }
    #expect(lines == lines.sorted())
  }

  @Test func readingLeavesNoTrace() async throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    for command in ["info", "history", "check"] { try await Program.succeed(command, file) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    #expect(folder.names == ["a.uplift"])
  }

  @Test func whatIsNoWorkspaceIsNamed() async throws {
    let text = try folder.write("hello", to: "b.uplift")
    let none = folder.path("none.uplift")
    for command in ["info", "history", "undo", "redo", "check"] {
      try await Program.fail(command, none, saying: [none])
      try await Program.fail(command, text, saying: [text])
      try await Program.fail(command, folder.url.path, saying: [folder.url.path])
    }
    #expect(try folder.text("b.uplift") == "hello")
  }

  @Test func checkTellsOfEveryFault() async throws {
    #expect(try await Program.succeed("check", file).output == "No faults.\n")
    let sql = "UPDATE history SET changeset = x'00'"
    let damage = try await Program.run(
      [
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
        file, sql,
      ],
      program: "/usr/bin/python3")
    #expect(damage.code == 0, "\(damage.errors)")
    let outcome = try await Program.fail("check", file, saying: [file, "2 faults"])
    #expect(outcome.lines.count == 2)
  }

  @Test func namesMayBeOddInAnyLocale() async throws {
    for name in ["with space.uplift", "-dash.uplift", "Größe 東京 🙂.uplift", "a\"b'c$d.uplift"] {
      for locale in ["C", "de_DE.UTF-8", "C.UTF-8"] {
        let environment = ["LC_ALL": locale]
        let path = folder.path(name)
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: file, toPath: path)
        let outcome = try await Program.succeed(
          "info", "--json", "--", name, in: folder.url, environment: environment)
        #expect((try outcome.json() as? [String: Any])?["file"] as? String == path)
        try await Program.succeed("undo", "--", name, in: folder.url, environment: environment)
        try await Program.fail(
          "new", "--", name, in: folder.url, environment: environment, saying: [path])
      }
    }
  }
}
