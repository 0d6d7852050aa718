import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class PrintDialogTests: DialogTestCase {
  private func output(_ program: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func open(_ choices: PrintChoices) async throws -> (PrintDialog, Window, Session) {
    let (session, map) = try makeSession()
    let parent = await showParent()
    let preferences = makePreferences()
    preferences.printing = choices
    PrintDialog.show(
      over: parent, session: session, subject: .journey(map.id), preferences: preferences)
    let dialog = try XCTUnwrap(PrintDialog.existing(over: parent))
    await wait(for: "the pages") { dialog.pages != nil && dialog.printButton.isSensitive }
    return (dialog, parent, session)
  }

  /// Prints into a file, as the file printer of the system's dialog does.
  private func printed(_ dialog: PrintDialog, to name: String) async throws -> URL {
    let url = folder.appendingPathComponent(name)
    var outcome: PrintOperation.Outcome?
    try XCTUnwrap(dialog.makeOperation()).export(to: url.path) { outcome = $0 }
    await wait(for: "the file") { outcome != nil }
    guard case .printed(let count)? = outcome else {
      XCTFail("\(String(describing: outcome))")
      return url
    }
    XCTAssertEqual(count, dialog.pages?.count)
    return url
  }

  func testAPrinterGetsThePagesOfThePreview() async throws {
    var choices = PrintChoices()
    choices.setup = PageSetup(paper: .a4, orientation: .across, fit: .sheets)
    let (dialog, parent, session) = try await open(choices)
    let url = try await printed(dialog, to: "sheets.pdf")
    let facts = try output("pdfinfo", url.path)
    XCTAssertTrue(facts.contains("Pages:           1"), facts)
    XCTAssertTrue(
      facts.contains("841.89 x 595.28 pts") || facts.contains("841.89 x 595.276"), facts)
    let text = try output("pdftotext", url.path, "-")
    for word in ["Orders two sizes", "Tries it on", "1 of 1"] {
      XCTAssertTrue(text.contains(word), "\(word) is not in \(text)")
    }
    parent.destroy()
    session.close()
  }

  func testAWholeMapFitsOnOnePage() async throws {
    let (session, map) = try makeSession()
    var contents = try XCTUnwrap(session.workspace.journey(map.id))
    var changes: [Change] = []
    for number in 1...40 {
      changes += contents.addingStep("Step \(number)")?.edit.changes ?? []
    }
    XCTAssertTrue(session.perform(Edit(.addStep, changes)))
    contents = try XCTUnwrap(session.workspace.journey(map.id))
    for paper in PageSetup.Paper.allCases {
      let one = try PrintedPages(
        .journey(contents), theme: .print, setup: PageSetup(paper: paper, fit: .onePage))
      XCTAssertEqual(one.count, 1)
      XCTAssertGreaterThan(one.paper.width, one.paper.height)
      let many = try PrintedPages(
        .journey(contents), theme: .print,
        setup: PageSetup(paper: paper, orientation: .upright, fit: .sheets))
      XCTAssertGreaterThan(many.count, 2)
      XCTAssertEqual(many.paper, paper.size)
      for page in [0, many.count - 1] {
        let texture = try Texture(data: many.preview(page, within: Size(200, 200)))
        XCTAssertEqual(max(texture.width, texture.height), 200)
      }
    }
    session.close()
  }

  func testChoicesAreRemembered() async throws {
    let preferences = makePreferences()
    var choices = PrintChoices()
    choices.setup = PageSetup(paper: .letter, orientation: .upright, fit: .onePage)
    choices.style = .dark
    preferences.printing = choices
    XCTAssertEqual(makePreferences().printing, choices)
  }
}
