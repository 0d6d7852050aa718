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

  @Test func readingsThatAreThereStayUnlessTheyAreToBeReplaced() async throws {
    let first = try folder.write("when,score\n2026-01-03,9\n2026-01-04,10\n", to: "a.csv")
    let second = try folder.write("when,score\n2026-01-03,9\n2026-01-04,1\n", to: "b.csv")
    func arguments(_ input: String) -> [String] {
      [
        "import", file, input, "--answers", "--metric", "Would recommend", "--score", "score",
        "--date", "when",
      ]
    }
    #expect(try await Program.run(arguments(first)).code == 0)
    let left = try await Program.run(arguments(second))
    #expect(left.code == 0)
    #expect(
      left.lines.contains("January 2026, all: 100 (n 2) stays; the file comes to 0 (n 2)."),
      "\(left.lines)")
    #expect(left.lines.contains { $0.contains("--replace") })
    #expect(try readings().map(\.value) == [100])
    let replaced = try await Program.run(arguments(second) + ["--replace"])
    #expect(replaced.lines.contains { $0.contains("replaced") })
    #expect(try readings().map(\.value) == [0])
  }

  @Test func aFileWithoutAnswersIsRefused() async throws {
    let start = ["--answers", "--metric", "Would recommend", "--score", "score"]
    let headings = try folder.write("when,score\n", to: "h.csv")
    let empty = try folder.write("when,score\n2026-01-03,\n", to: "e.csv")
    for (input, words) in [(headings, "below the headings"), (empty, "“score”")] {
      let outcome = try await Program.run(["import", file, input] + start)
      #expect(outcome.code == 1)
      Program.expectSentence(outcome.errors, saying: [".csv", words])
    }
    #expect(try await Program.succeed("history", file).lines.isEmpty)
  }

  @Test func aNewMetricIsCalledAsItIsSaid() async throws {
    let input = try folder.write("score\n4\n5\n", to: "in.csv")
    let arguments = [
      "import", file, input, "--answers", "--metric", "At the counter", "--score", "score",
      "--measure", "csat", "--day", "2026-02-01",
    ]
    let made = try await Program.run(arguments)
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.lines.first == "Added the metric “At the counter”.")
    #expect(try await Program.succeed("history", file).lines.count == 1, "one step")
    let again = try await Program.run(arguments)
    #expect(again.lines.contains("1 reading was there already."))
    try await Program.fail(
      "import", file, input, "--answers", "--metric", "Would recommend", "--score", "score",
      "--measure", "csat", saying: ["Would recommend", "NPS"])
    try await Program.misuse(
      "import", file, input, "--measure", "csat", saying: "--answers")
  }
}
