import Foundation
import Testing
import UpliftCore

/// What leaves a window and what comes into one: by clipboard, to other programs, onto paper.
@Suite(.serialized) struct GivingAwayTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
  }

  private func contents(of file: URL) throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  /// What another program reads from the clipboard.
  private func clipboard(_ type: String) throws -> String {
    try desktop.run("/usr/bin/xclip", ["-selection", "clipboard", "-o", "-t", type])
  }

  @Test func aBlockGoesFromOneWorkspaceIntoTheWindowOfAnother() throws {
    let other = desktop.file("Other.uplift")
    try desktop.command("new", other.path, "--template", "blank")
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.goTo("Policy is three pages long")
    try desktop.press("shift+Right", "ctrl+c")
    let before = try contents(of: other)
    let title = try #require(before.journeyMaps.first).title
    // A process of its own.
    try desktop.open([other.path], title: title)
    try desktop.press("Tab", "Tab", "Tab", "ctrl+Home")
    try desktop.press("Down", "Down", "Down")
    try desktop.press("ctrl+v")
    try desktop.eventually("the cards in the other workspace") {
      let now = try contents(of: other)
      return now.cards.contains { $0.text == "No label in the box" }
    }
    let now = try contents(of: other)
    let source = try contents(of: file)
    for text in ["Policy is three pages long", "No label in the box"] {
      let original = try #require(source.cards.first { $0.text == text })
      let copy = try #require(now.cards.first { $0.text == text })
      #expect(copy.evidence == original.evidence && copy.source == original.source)
      #expect(copy.id != original.id)
      let names = { (contents: WorkspaceContents, card: Card) in
        let ids = contents.cardDepartments.filter { $0.cardID == card.id }.map(\.departmentID)
        return contents.departments.filter { ids.contains($0.id) }.map(\.name).sorted()
      }
      #expect(names(now, copy) == names(source, original))
    }
    // Beside each other, as they were.
    let journey = try #require(now.journey(now.journeyMaps[0].id))
    let steps = ["Policy is three pages long", "No label in the box"].map { text in
      journey.steps.firstIndex { step in
        journey.cards.values.contains { $0.stepID == step.id && $0.text == text }
      }
    }
    #expect(try #require(steps[1]) == (try #require(steps[0])) + 1)
    try desktop.press("ctrl+z")
    try desktop.eventually("that it is one step of undo") {
      try contents(of: other).cards.count == before.cards.count
    }
  }

  @Test func otherProgramsGetTextTableAndPicture() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.goTo("No label in the box")
    try desktop.press("ctrl+c")
    desktop.pause(300_000)
    let types = try clipboard("TARGETS").split(separator: "\n").map(String.init)
    for type in [MapClip.mediaType, "text/html", "UTF8_STRING", "image/png", "image/svg+xml"] {
      #expect(types.contains(type), "\(type) is not among \(types)")
    }
    #expect(try clipboard("UTF8_STRING") == "No label in the box")
    #expect(try clipboard("text/html").contains("<td>No label in the box</td>"))
    #expect(try clipboard("image/svg+xml").contains("No label in the box"))
    try desktop.press("ctrl+shift+c")
    desktop.pause(500_000)
    #expect(try !clipboard("TARGETS").contains("text/html"))
  }

  @Test func aTableFromASpreadsheetKeepsItsShape() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.goTo("Searches “returns”")
    let table = desktop.file("table.html")
    let html =
      "<table><tr><td>First</td><td></td></tr><tr><td>two<br>lines</td><td>last</td></tr></table>"
    try Data(html.utf8).write(to: table)
    // It keeps the clipboard as long as it lives.
    try desktop.start(
      "/usr/bin/xclip",
      ["-quiet", "-selection", "clipboard", "-t", "text/html", "-i", table.path])
    desktop.pause(300_000)
    try desktop.press("ctrl+v")
    try desktop.eventually("the cards") {
      try contents(of: file).cards.contains { $0.text == "two\nlines" }
    }
    let now = try contents(of: file)
    let first = try #require(now.cards.first { $0.text == "First" })
    let last = try #require(now.cards.first { $0.text == "last" })
    let lanes = now.lanes.filter { $0.mapID == now.lanes.first { $0.id == first.laneID }?.mapID }
      .sorted { $0.rank < $1.rank }.map(\.id)
    #expect(lanes.firstIndex(of: last.laneID) == lanes.firstIndex(of: first.laneID).map { $0 + 1 })
    #expect(first.stepID != last.stepID)
  }

  @Test func aMapIsPrintedIntoAFile() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+p")
    try desktop.waitForWindow("Print “Returning")
    sleep(2)
    try desktop.press("Return")
    try desktop.waitForWindow("^Print$")
    sleep(1)
    // There is one, which is a file.
    try desktop.clickPrinter()
    let printed = desktop.file("Returning an online order.pdf")
    try desktop.eventually("the file") {
      let facts = try desktop.run("/usr/bin/pdfinfo", [printed.path])
      return facts.contains("Pages:")
    }
    let text = try desktop.run("/usr/bin/pdftotext", [printed.path, "-"])
    for card in ["No label in the box", "Gets the refund", "Carrier runs 2,100 counters"] {
      #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(card))
    }
  }
}

extension Desktop {
  /// Chooses the only printer of the system's dialog, which stands in the middle of the screen,
  /// and prints.
  fileprivate func clickPrinter() throws {
    try click(495, 292)
    pause(700_000)
    try click(983, 688)
  }
}
