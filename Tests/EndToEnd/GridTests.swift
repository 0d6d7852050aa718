import Foundation
import Testing
import UpliftCore

/// Somebody fills grids of the sample workspace with keys, a block from a spreadsheet, and undo.
@Suite(.serialized) struct GridTests {
  let desktop: Desktop

  init() throws { desktop = try Desktop() }

  private func contents(_ file: URL) throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  private func goTo(_ page: String, tab: String) throws {
    try desktop.press("ctrl+k")
    try desktop.type(page)
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.waitForWindow(page)
    try desktop.press(tab)
    desktop.pause(400_000)
  }

  @Test func decisionsRatingsAndScoresAreSetByKeysPastedAndTakenBack() throws {
    let file = desktop.file("Sample.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Larkfield|Returning|Uplift")
    let before = try contents(file)
    let decisions = before.decisions.inOrder()
    let roles = before.workRoles.inOrder()
    func letters(_ row: Int) throws -> [String] {
      let parts = try contents(file).decisionRoles.filter { $0.decisionID == decisions[row].id }
      return roles.map { role in parts.first { $0.roleID == role.id }?.part.sign ?? "" }
    }

    try goTo("CX role and decisions", tab: "alt+2")
    try desktop.press("c", "Right", "i", "Right", "b")
    try desktop.eventually("three parts of the first decision") {
      try Array(letters(0).prefix(3)) == ["C", "I", "A/R"]
    }
    try desktop.press("Delete")
    try desktop.eventually("the third part is gone") { try letters(0)[2] == "" }
    try desktop.press("ctrl+z")
    try desktop.eventually("and back") { try letters(0)[2] == "A/R" }
    // The list says what the letters mean; its first entry is R.
    try desktop.press("Return", "Home", "Return")
    try desktop.eventually("R out of the list") { try letters(0)[2] == "R" }

    // A block from a spreadsheet over the second decision.
    let block = desktop.file("block.txt")
    try Data("A\tR\tC\nI\tA\tR\n".utf8).write(to: block)
    try desktop.start("/usr/bin/xclip", ["-quiet", "-selection", "clipboard", "-i", block.path])
    desktop.pause(400_000)
    let third = try letters(2)
    try desktop.press("ctrl+Home", "Down", "ctrl+v")
    try desktop.eventually("the block") {
      try Array(letters(1).prefix(3)) == ["A", "R", "C"]
        && Array(letters(2).prefix(3)) == ["I", "A", "R"]
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("the block is gone as one step") { try letters(2) == third }

    // A new decision, by name, and at once its first part.
    try desktop.press("Insert")
    try desktop.type("Who answers on Sundays")
    try desktop.press("Tab", "a")
    try desktop.eventually("a new decision with its part") {
      let now = try contents(file)
      guard let new = now.decisions.first(where: { $0.title == "Who answers on Sundays" }) else {
        return false
      }
      return now.decisionRoles.contains {
        $0.decisionID == new.id && $0.roleID == roles[0].id && $0.part == .accountable
      }
    }

    // Readiness: the first rater of the newest round, with evidence.
    try goTo("Readiness", tab: "alt+2")
    let round = try #require(before.readinessRounds.inOrder().last)
    let raters = Set(before.readinessRatings.filter { $0.roundID == round.id }.map(\.rater))
    let first = try #require(raters.sorted { $0.lowercased() < $1.lowercased() }.first)
    func rating() throws -> ReadinessRating? {
      try contents(file).readinessRatings.first {
        $0.roundID == round.id && $0.rater == first && $0.condition == .leaders
      }
    }
    let old = try #require(try rating())
    let new = old.score == 1 ? 2 : 1
    try desktop.press("\(new)")
    try desktop.eventually("the rating") { try rating()?.score == new }
    #expect(try rating()?.evidence == old.evidence)

    // Talent: the first interviewer's score of the first candidate.
    try goTo("Talent", tab: "alt+1")
    let scores = before.candidateScores.count
    try desktop.press("0")
    try desktop.eventually("a score of 0") {
      let now = try contents(file)
      return now.candidateScores.count == scores
        && now.candidateScores.filter { $0.score == 0 }.count
          == before.candidateScores.filter { $0.score == 0 }.count + 1
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("the old score") {
      try contents(file).candidateScores.filter { $0.score == 0 }.count
        == before.candidateScores.filter { $0.score == 0 }.count
    }
  }

  @Test func aKeyPressedRightAfterEnterArrives() throws {
    let file = desktop.file("New.uplift")
    try desktop.command("new", file.path, "--template", "blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.press("ctrl+k")
    try desktop.type("Initiatives")
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Initiatives")
    // The page's first button adds.
    try desktop.press("space")
    desktop.pause(300_000)
    // All in one go, with nothing between the keys.
    _ = try desktop.run(
      "/usr/bin/xdotool",
      [
        "key", "--delay", "0", "o", "n", "e", "Return", "Insert", "t", "w", "o", "Return",
        "Insert", "s", "i", "x", "Return",
      ])
    try desktop.eventually("three initiatives") {
      try contents(file).initiatives.inOrder().map(\.title) == ["one", "two", "six"]
    }
  }

  @Test func aScreenReaderHearsRowsColumnsAndValues() throws {
    let desktop = try Desktop()
    let file = desktop.file("Sample.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+k")
    try desktop.type("CX role and decisions")
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.waitForWindow("CX role and decisions")
    try desktop.press("alt+2")
    let all = try contents(file)
    let decision = try #require(all.decisions.inOrder().first)
    let roles = all.workRoles.inOrder()
    try desktop.eventually("the grid of decisions") {
      let trees = try desktop.accessibleTrees()
      guard let tree = trees.first(where: { $0.name == "Who decides" }) else { return false }
      let isFocused = tree.nodes.contains {
        $0.isFocused && $0.name.hasPrefix("\(roles[0].title) of \(decision.title): ")
      }
      return isFocused && tree.names("row header").contains("Row \(decision.title)")
        && tree.names("heading").contains("Column \(roles[1].title)")
        && tree.names("table cell").contains { $0.contains("consulted") }
    }
  }
}
