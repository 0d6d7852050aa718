import Foundation
import Testing
import UpliftCore

@Suite struct RegisterTests {
  let folder: Folder
  let file: String

  init() async throws {
    folder = try Folder()
    file = folder.path("a.uplift")
    try await Program.succeed("new", file)
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file))
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func aRegisterGoesOutAndComesBack() async throws {
    let input = try folder.write(
      "Initiative,status,End,touches customers\nNew labels,running,2026-12-24,no\nTraining,idea,,\n",
      to: "in.csv")
    try await Program.succeed("import", file, input, "--register", "initiatives")
    #expect(try contents().initiatives.inOrder().map(\.title) == ["New labels", "Training"])
    #expect(try contents().initiatives.inOrder()[0].status == .running)
    #expect(try contents().initiatives.inOrder()[0].touchesCustomers == false)
    #expect(try await Program.succeed("history", file).lines.count == 1)
    let out = folder.path("out.csv")
    try await Program.succeed("export", file, out, "--register", "initiatives")
    let text = try String(contentsOfFile: out, encoding: .utf8)
    #expect(text.contains("New labels"))
    #expect(text.contains("2026-12-24"))
    let before = try contents()
    try await Program.succeed("import", file, out, "--register", "initiatives")
    #expect(try contents() == before)
  }

  @Test func aBadRowLeavesEverythingAsItWas() async throws {
    let input = try folder.write("initiative,status\nOne,running\nTwo,perhaps\n", to: "in.csv")
    let outcome = try await Program.run(["import", file, input, "--register", "initiatives"])
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("in.csv, line 3"))
    #expect(outcome.errors.contains("perhaps"))
    #expect(outcome.errors.contains("Status"))
    #expect(try contents().initiatives.isEmpty)
  }

  @Test func namesAreToldAndWrongOnesRefused() async throws {
    let lines = try await Program.succeed("registers").lines
    #expect(lines.contains("initiatives"))
    #expect(lines.contains("  touches customers"))
    let outcome = try await Program.run([
      "export", file, folder.path("x.csv"), "--register", "nothing",
    ])
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("initiatives"))
    #expect(
      try await Program.run(["export", file, folder.path("x.pdf"), "--register", "promises"]).code
        == 64)
  }
}
