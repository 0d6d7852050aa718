import Foundation
import Testing
import UpliftCore

@Suite struct SurveyImportTests {
  let folder: Folder
  let file: String

  init() async throws {
    folder = try Folder()
    file = folder.path("a.uplift")
    let metric = Metric(rank: .middle, title: "Would recommend", measure: .nps)
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "A"))
    contents.metrics = [metric]
    try Workspace.create(at: URL(fileURLWithPath: file), contents: contents).close()
  }

  private func readings() throws -> [Reading] {
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file), readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents().readings.byDay()
  }

  @Test func answersAreCountedAsOneStep() async throws {
    let input = try folder.write(
      "when;land;punkte\n3.1.2026;DE;9\n4.1.2026;DE;10\n5.2.2026;FR;2\n", to: "in.csv")
    let arguments = [
      "import", file, input, "--answers", "--metric", "Would recommend", "--score", "punkte",
      "--date", "when", "--segment", "land", "--by", "quarter",
    ]
    let outcome = try await Program.run(arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines.contains("3 answers counted."))
    #expect(outcome.lines.contains("3 readings added."))
    #expect(try readings().map(\.counts).sorted() == ["2:1", "2:1 9:1 10:1", "9:1 10:1"])
    #expect(try await Program.succeed("history", file).lines.count == 1)
    let again = try await Program.run(arguments)
    #expect(again.lines.contains("3 readings were there already."))
    #expect(try await Program.succeed("history", file).lines.count == 1)
  }

  @Test func badRowsImportNothingUnlessTheyAreLeftOut() async throws {
    let input = try folder.write(
      "score\n9\nten\n12\n" + String(repeating: "x\n", count: 30), to: "in.csv")
    let arguments = [
      "import", file, input, "--answers", "--metric", "Would recommend", "--score", "score",
    ]
    let refused = try await Program.run(arguments)
    #expect(refused.code == 1)
    let lines = refused.errors.split(separator: "\n")
    #expect(lines.count == 22)
    #expect(lines.first == "in.csv: 32 rows cannot be read; nothing was imported.")
    #expect(lines[1].contains("line 3: “ten”") && lines[2].contains("“12”"))
    #expect(try readings().isEmpty)
    let taken = try await Program.run(arguments + ["--skip-bad-rows"])
    #expect(taken.code == 0)
    #expect(taken.lines.contains("32 rows cannot be read and were left out."))
    #expect(try readings().map(\.counts) == ["9:1"])
  }

  @Test func whatIsUnclearIsAsked() async throws {
    let input = try folder.write("when,score\n03/04/2026,9\n", to: "in.csv")
    let start = [
      "import", file, input, "--answers", "--metric", "Would recommend", "--score", "score",
    ]
    let unclear = try await Program.run(start + ["--date", "when"])
    #expect(unclear.code == 1)
    Program.expectSentence(unclear.errors, saying: ["in.csv", "03/04/2026", "when"])
    _ = try await Program.run(start + ["--date", "when", "--day-order", "mdy"])
    #expect(try readings().map(\.day) == [CalendarDay("2026-03-31")])
    try await Program.fail(
      "import", file, input, "--answers", "--metric", "Would recommend", "--score", "punkte",
      saying: ["punkte", "“when”, “score”"])
    try await Program.fail(
      "import", file, input, "--answers", "--metric", "CSAT", "--score", "score", saying: ["CSAT"])
    try await Program.misuse("import", file, input, "--score", "score", saying: "--answers")
    try await Program.misuse(
      "import", file, input, "--answers", "--metric", "x", "--score", "y", "--by", "month",
      saying: "--date")
  }
}
