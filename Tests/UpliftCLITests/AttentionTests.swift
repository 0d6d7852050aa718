import Foundation
import Testing
import UpliftCore

@Suite struct AttentionTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  private struct Entry: Decodable {
    var days: Int?
    var id: UUID
    var kind: String
    var matter: String
    var title: String
    var who: String
    var why: String
  }

  @Test func whatNeedsSomebodyIsListed() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    let lines = try await Program.succeed("attention", file, "--day", "2026-11-22").lines
    #expect(lines.first == "Late promises (3)")
    #expect(
      lines.contains {
        $0.contains("The money seven days after hand-over") && $0.contains("22 days")
          && $0.contains("Finance")
      })
    let json = try await Program.succeed("attention", file, "--day", "2026-11-22", "--json").output
    let entries = try JSONDecoder().decode([Entry].self, from: Data(json.utf8))
    let first = try #require(entries.first)
    #expect(first.matter == "late_promise" && first.kind == "promise" && first.days == 22)
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file), readOnly: true)
    defer { try? workspace.close() }
    #expect(try workspace.contents().promises.contains { $0.id == first.id })
    #expect(entries.allSatisfy { !$0.why.isEmpty })
  }

  @Test func anEmptyWorkspaceNeedsNobody() async throws {
    try await Program.succeed("new", file)
    #expect(
      try await Program.succeed("attention", file).lines == ["Nothing needs anybody today."])
    let json = try await Program.succeed("attention", file, "--json").output
    #expect(json.filter { !$0.isWhitespace } == "[]")
    try await Program.misuse("attention", file, "--day", "yesterday")
  }

  @Test func theOverviewIsWrittenInEveryFormatThatHasPages() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    for name in ["a.pdf", "a.html", "a.md"] {
      try await Program.succeed("export", file, folder.path(name), "--overview")
    }
    let text = try folder.text("a.md")
    for subject in PracticeStates.Subject.allCases {
      #expect(text.contains("| \(subject.title) |"), "\(subject) is missing")
    }
    try await Program.misuse("export", file, folder.path("a.pdf"), "--overview", "--plan")
    try await Program.fail(
      "export", file, folder.path("a.svg"), "--overview", saying: ["a.svg", "overview"])
  }

  /// On paper of either size and in a language with longer words.
  @Test(arguments: ["a4", "letter"], [false, true]) func theOverviewIsOnePage(
    paper: String, isGerman: Bool
  ) async throws {
    try await Program.succeed("new", file, "--template", "sample")
    var environment: [String: String] = [:]
    if isGerman {
      let messages = folder.path("share/locale/de/LC_MESSAGES")
      try FileManager.default.createDirectory(atPath: messages, withIntermediateDirectories: true)
      let source = Program.package.appendingPathComponent("po/de.po").path
      let compiled = try await Program.run(
        ["-o", messages + "/uplift.mo", source], program: "/usr/bin/msgfmt")
      #expect(compiled.code == 0, "\(compiled.errors)")
      environment = [
        "UPLIFT_DATA": folder.path("share/uplift"), "LC_ALL": "C.UTF-8", "LANGUAGE": "de",
      ]
    }
    let target = folder.path("a.pdf")
    try await Program.succeed(
      "export", file, target, "--overview", "--page", paper, environment: environment)
    let facts = try await Program.run([target], program: "/usr/bin/pdfinfo").output
    #expect(facts.contains("Pages:           1\n"), "\(facts)")
    let pdf = try await words(ofPDF: target)
    try expectWords(
      of: isGerman
        ? ["Überblick vom", "Bereitschaft", "Hindernisse"]
        : ["What needs somebody today", "The state of every practice"]
          + PracticeStates.Subject.allCases.map(\.title), in: pdf)
  }
}
