import Foundation
import Testing
import UpliftCore

@Suite struct DiffTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  /// The sample with a future map of its first one in which something is different.
  private func makeWorkspace() async throws -> (current: JourneyMap, future: JourneyMap) {
    try await Program.succeed("new", file, "--template", "sample")
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file))
    let maps = try workspace.outline().journeyMaps
    let current = try #require(try workspace.journey(maps[0].id))
    let made = current.makingFutureMap(among: maps)
    try workspace.perform(made.edit)
    let future = try #require(try workspace.journey(made.record.id))
    let step = try #require(future.steps.first)
    try workspace.perform(
      try #require(future.settingText(of: step.reference, to: "Tries “it” on")))
    try workspace.perform(try #require(future.addingStep("Gets a code", after: step.id)).edit)
    try workspace.perform(
      try #require(future.settingEmotion(at: step.id, to: -1.5)))
    try workspace.close()
    return (current.map, made.record)
  }

  @Test func itPrintsWhatIsDifferentGroupedBySort() async throws {
    let (current, future) = try await makeWorkspace()
    let outcome = try await Program.succeed(
      "diff", file, "--from", current.title, "--to", future.title)
    #expect(outcome.lines[0] == "\(current.title) → \(future.title)")
    #expect(outcome.lines[1] == "3 differences")
    #expect(outcome.lines.contains("Added (1)"))
    #expect(outcome.lines.contains("  Step “Gets a code” in Decide"))
    #expect(
      outcome.lines.contains(
        "  Step “Tries “it” on” in Decide: “Tries it on” → “Tries “it” on”"))
    #expect(outcome.output.contains("→ −1.5"))
    let none = try await Program.succeed(
      "diff", file, "--from", current.title, "--to", current.id.uuidString)
    #expect(none.lines.contains("No differences"))
  }

  @Test func theJSONSaysItWithIds() async throws {
    let (current, future) = try await makeWorkspace()
    let outcome = try await Program.succeed(
      "diff", file, "--from", current.id.uuidString, "--to", future.title, "--json")
    let root = try #require(try outcome.json() as? [String: Any])
    #expect(root.keys.sorted() == ["differences", "from", "to"])
    let to = try #require(root["to"] as? [String: Any])
    #expect(to["id"] as? String == future.id.uuidString.lowercased())
    let differences = try #require(root["differences"] as? [[String: Any]])
    let reworded = try #require(differences.first { $0["sort"] as? String == "reworded" })
    let changes = try #require(reworded["changes"] as? [[String: Any]])
    #expect(changes.first?["from"] as? String == "Tries it on")
    #expect(changes.first?["field"] as? String == "title")
    let emotion = try #require(differences.first { $0["sort"] as? String == "emotion" })
    #expect((emotion["changes"] as? [[String: Any]])?.first?["to"] as? Double == -1.5)
    #expect(emotion["persona"] is String)
    #expect(
      Set(differences.compactMap { $0["sort"] as? String }) == ["added", "reworded", "emotion"])
  }

  @Test func aTitleOfTwoMapsListsBothAndAnUnknownOneSaysWhichThereAre() async throws {
    let (current, future) = try await makeWorkspace()
    let workspace = try Workspace.open(at: URL(fileURLWithPath: file))
    let twin = JourneyMap(rank: .middle, title: current.title)
    try workspace.perform(Edit(.addJourneyMap, [.insert(twin)]))
    try workspace.close()
    try await Program.fail(
      "diff", file, "--from", current.title, "--to", future.title,
      saying: [current.id.uuidString.lowercased(), twin.id.uuidString.lowercased()])
    try await Program.fail(
      "diff", file, "--from", "No such map", "--to", future.title, saying: ["No such map"])
    try await Program.misuse("diff", file, "--from", future.title)
  }

  @Test func theComparisonIsWrittenAsAPictureWithAListAndAsText() async throws {
    let (current, future) = try await makeWorkspace()
    let pdf = folder.path("a.pdf")
    try await Program.succeed(
      "export", file, pdf, "--journey", current.title, "--compare", future.title, "--page", "a4")
    let text = try await words(ofPDF: pdf)
    try expectWords(
      of: ["Gets a code", "3 differences", "Reworded", "Tries “it” on", "Emotion changed"], in: text
    )
    let markdown = folder.path("a.md")
    try await Program.succeed(
      "export", file, markdown, "--journey", current.title, "--compare", future.title)
    #expect(try String(contentsOfFile: markdown, encoding: .utf8).contains("Gets a code"))
    try await Program.fail(
      "export", file, folder.path("a.csv"), "--journey", current.title, "--compare", future.title,
      saying: ["a.csv", ".csv"])
    try await Program.misuse("export", file, pdf, "--compare", future.title)
  }
}
