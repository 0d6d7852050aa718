import Foundation
import Testing
import UpliftCore

/// Boards to and from JSON Canvas, with the program as people call it.
@Suite struct CanvasTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  private func outline(_ file: String) async throws -> [String] {
    try await Program.succeed("outline", file, "--board", "Why do returns hurt?").lines
  }

  @Test func aBoardGoesOutAndComesBack() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let canvas = folder.path("Why do returns hurt?.canvas")
    try await Program.succeed("export", file, canvas, "--board", "Why do returns hurt?")
    let other = folder.path("b.uplift")
    let report = try await Program.succeed("import", other, canvas).lines
    #expect(report.contains { $0.hasPrefix("Notes ") && $0.hasSuffix(" 17") })
    #expect(try await outline(other) == outline(file))
    // As what it is, also under another name.
    let copy = try folder.write(try folder.text("Why do returns hurt?.canvas"), to: "c.txt")
    let named = folder.path("c.uplift")
    try await Program.succeed(
      "import", named, copy, "--as", "canvas", "--name", "Why do returns hurt?")
    #expect(try await outline(named) == outline(file))
  }

  @Test func onlyBoardsAreWritten() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let out = folder.path("x.canvas")
    for options in [
      ["--journey", "First week in store"], ["--group", "Customer board"],
      ["--persona", "Amina"],
    ] {
      let outcome = try await Program.run(["export", file, out] + options)
      #expect(outcome.code == 1 && outcome.errors.contains(".canvas"), "\(outcome.errors)")
    }
    #expect(!folder.names.contains("x.canvas"))
  }

  @Test func hiddenNotesStayHidden() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file))
    let contents = try workspace.contents()
    let board = try #require(contents.boards.first { $0.title == "Why do returns hurt?" })
    let note = try #require(contents.board(board.id)?.notes.values.first)
    var hidden = note
    hidden.isPrivate = true
    hidden.text = "Nobody may read this"
    try workspace.perform(Edit(.editText, [.update(from: note, to: hidden)]))
    try workspace.close()
    try await Program.succeed("export", file, folder.path("x.canvas"), "--board", board.title)
    #expect(!(try folder.text("x.canvas").contains("Nobody may read this")))
    #expect(try await !outline(file).joined().contains("Nobody may read this"))
  }

  @Test func aFaultIsOneSentenceWithItsLine() async throws {
    let bad = try folder.write("{\n\t\"nodes\":[\n\t\t{\"id\":\"a\",}\n]}", to: "bad.canvas")
    try await Program.fail("import", file, bad, saying: ["bad.canvas", "line 3"])
    #expect(folder.names == ["bad.canvas"])
  }

  @Test func theOutlineOfAGroupSaysWhatIsOwed() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let lines = try await Program.succeed("outline", file, "--group", "Employee advisory group")
      .lines
    #expect(lines.contains("  Series: Monthly meeting (monthly, 6 meetings)"))
    #expect(lines.contains("  Recommendations"))
    let start = try #require(lines.firstIndex(of: "  Still owed to the group"))
    #expect(
      lines[(start + 1)...(start + 2)] == [
        "    Label in every parcel by February", "    One view of a return for support",
      ])
    let info = try await Program.succeed("info", file, "--json")
    let counts = try #require(
      (try info.json() as? [String: Any])?["counts"] as? [String: Int])
    let expected = [
      "recommendation": 6, "meeting_series": 1, "voting": 1, "ballot": 11, "promise": 30,
      "barrier": 16, "initiative": 20, "dismissal": 1, "vote": 41,
    ]
    for (kind, count) in expected { #expect(counts[kind] == count, "\(kind)") }
  }
}
