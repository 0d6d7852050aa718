import Foundation
import Testing
import UpliftCore

/// On read-only media everything can be looked at, and a sentence says why nothing can be changed.
@Suite(.enabled(if: Program.canRunUnprivileged)) struct ReadOnlyTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
    let contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let workspace = try Workspace.create(at: URL(fileURLWithPath: file), contents: contents)
    let map = JourneyMap(rank: .middle, title: "Only one")
    try workspace.perform(Edit(.addJourneyMap, [.insert(map)]))
    try workspace.close()
  }

  private func protecting(_ body: () async throws -> Void) async throws {
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
    try await body()
  }

  @Test func lookingWorks() async throws {
    try await protecting {
      for command in ["info", "outline", "history", "check"] {
        let outcome = try await Program.runUnprivileged([command, file])
        #expect(outcome.code == 0 && outcome.errors == "", "\(command): \(outcome.errors)")
      }
      let elsewhere = FileManager.default.temporaryDirectory
        .appendingPathComponent("uplift-\(UUID()).svg").path
      defer { try? FileManager.default.removeItem(atPath: elsewhere) }
      let outcome = try await Program.runUnprivileged(["export", file, elsewhere])
      #expect(outcome.code == 0 && outcome.errors == "")
    }
  }

  @Test func changingIsRefusedWithASentence() async throws {
    let input = try folder.write("journey\n  A: 3", to: "a.mmd")
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    try await protecting {
      for arguments in [
        ["undo", file], ["import", file, input], ["import", folder.path("b.uplift"), input],
        ["new", folder.path("b.uplift")], ["export", file, folder.path("b.pdf")],
        ["export", file, folder.path("b.json")],
      ] {
        let outcome = try await Program.runUnprivileged(arguments)
        #expect(outcome.code == 1, "\(arguments)")
        Program.expectSentence(outcome.errors, saying: [folder.url.path, "read-only"])
      }
    }
    #expect(folder.names == ["a.mmd", "a.uplift"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }
}
