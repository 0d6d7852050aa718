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

  /// Levels of skills, parts in decisions, dots, scores and ratings: in the window they are grids.
  @Test func gridsGoOutAndComeBack() async throws {
    try await Program.succeed("new", folder.path("s.uplift"), "--template", "sample")
    let sample = folder.path("s.uplift")
    func contents() throws -> WorkspaceContents {
      let workspace = try Workspace.open(at: URL(fileURLWithPath: sample))
      defer { try? workspace.close() }
      return try workspace.contents()
    }
    let before = try contents()
    let names = try await Program.succeed("registers").lines
    for (name, count) in [
      ("skill-levels", before.skillLevels.count), ("decision-parts", before.decisionRoles.count),
      ("dots", before.stepDepartments.count), ("scores", before.candidateScores.count),
      ("ratings", before.readinessRatings.count), ("gut-scores", before.gutScores.count),
    ] {
      #expect(names.contains(name))
      let out = folder.path("\(name).csv")
      try await Program.succeed("export", sample, out, "--register", name)
      let rows = try String(contentsOfFile: out, encoding: .utf8)
        .split(separator: "\r\n", omittingEmptySubsequences: true)
      #expect(count > 0 && rows.count == count + 1, "\(name)")
      // Without their ids the rows are told by what they stand between.
      let plain = rows.map { row in row.prefix(upTo: row.lastIndex(of: ",") ?? row.endIndex) }
      let table = try folder.write(plain.joined(separator: "\n"), to: "plain-\(name).csv")
      try await Program.succeed("import", sample, table, "--register", name)
    }
    #expect(try contents() == before)
    let skill = try #require(before.skills.inOrder().first?.title)
    let role = try #require(
      before.workRoles.inOrder().first { role in
        !before.skillLevels.contains { $0.roleID == role.id }
      }?.title)
    let table = "Skill,Role,needed,present\n\(skill),\(role),4,2\n"
    try await Program.succeed(
      "import", sample, try folder.write(table, to: "new.csv"), "--register", "skill-levels")
    #expect(try contents().skillLevels.count == before.skillLevels.count + 1)
    let twice = table + "\(skill),\(role),1,1\n"
    let outcome = try await Program.run([
      "import", sample, try folder.write(twice, to: "twice.csv"), "--register", "skill-levels",
    ])
    #expect(outcome.code == 1 && outcome.errors.contains("line 3"))
    let raci = "Decision,Role,Part\n\(before.decisions.inOrder()[0].title),\(role),A/R\n"
    try await Program.succeed(
      "import", sample, try folder.write(raci, to: "raci.csv"), "--register", "decision-parts")
    #expect(
      try contents().decisionRoles.contains { part in
        part.part == .accountableAndResponsible
          && !before.decisionRoles.contains { $0.id == part.id }
      })
  }

  /// A person who gave one score gives another one: it is new, and does not change the first.
  @Test func aSecondGutScoreOfAPersonIsNew() async throws {
    for title in ["Labels", "Lockers"] {
      let table = "Opportunity\n\(title)\n"
      try await Program.succeed(
        "import", file, try folder.write(table, to: "o.csv"), "--register", "opportunities")
      let score = "Opportunity,Who,Score\n\(title),Ana,4\n"
      try await Program.succeed(
        "import", file, try folder.write(score, to: "g.csv"), "--register", "gut-scores")
    }
    #expect(try contents().gutScores.count == 2)
    #expect(Set(try contents().gutScores.map(\.opportunityID)).count == 2)
  }
}
