import Foundation
import Testing
import UpliftCore

/// In the morning: what needs somebody, there, done, back, and the page printed for the meeting.
@Suite(.serialized) struct OverviewTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+k")
    try desktop.type("Overview")
    desktop.pause(400_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Overview")
    desktop.pause(800_000)
  }

  private func promise(_ title: String) throws -> Promise? {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents().promises.first { $0.title == title }
  }

  @Test func theFirstMatterIsOneKeyAwayAndSoIsTheWayBack() throws {
    try desktop.press("Return")
    try desktop.waitForWindow("Promises")
    // The row of the latest promise is chosen: what is typed there goes into it.
    try desktop.type("The refund, seven days after hand-over")
    try desktop.press("Return")
    try desktop.eventually("the new words") {
      try promise("The refund, seven days after hand-over") != nil
    }
    try desktop.press("ctrl+z")
    try desktop.press("alt+Left")
    try desktop.waitForWindow("Overview")
    desktop.pause(600_000)
    // Down to the fourth, which is a recommendation of a group.
    try desktop.press("Down", "Down", "Down", "Return")
    try desktop.waitForWindow("Employee advisory group")
    try desktop.press("alt+Left")
    try desktop.waitForWindow("Overview")
  }

  @Test func thePageIsExported() throws {
    let target = desktop.file("Overview.pdf")
    try desktop.press("ctrl+e")
    try desktop.waitForWindow("Export “Larkfield")
    try desktop.export(to: target)
    try desktop.eventually("the page") {
      FileManager.default.fileExists(atPath: target.path)
    }
    let words = try desktop.run("/usr/bin/pdftotext", [target.path, "-"])
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("What needs somebody today"))
    #expect(words.contains("The money seven days after hand-over"))
  }
}
