import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class GridEditorTests: GtkTestCase {
  private var listening: Listening?

  private func page(_ session: Session, _ subject: GridSubject) -> GridPage {
    let page = GridPage(session, .practice(.roles), subject) { _ in }
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    return page
  }

  private func decisions(_ rows: Int, _ columns: Int) throws -> Session {
    try session { contents in
      contents.decisions = zip(0..., Rank.spread(rows)).map {
        Decision(rank: $1, title: "Decision \($0)")
      }
      contents.workRoles = zip(0..., Rank.spread(columns)).map {
        WorkRole(rank: $1, title: "Role \($0)")
      }
    }
  }

  private func parts(_ session: Session) throws -> [DecisionRole] {
    try session.workspace.contents(of: [.decisionRole]).decisionRoles
  }

  func testOnlyWhatCanBeSeenExistsAndTheCurrentCellAlways() async throws {
    let session = try decisions(500, 60)
    let page = page(session, .decisions)
    let window = await show(page.widget, width: 1000, height: 700)
    let view = page.editor.view
    await wait(for: "the cells") { view.cells[GridPlace(0, 0)] != nil }
    XCTAssertEqual(view.rows.count, 501)
    XCTAssertEqual(view.columns.count, 61)
    XCTAssertLessThan(view.cells.count, 700)
    page.editor.select(GridPlace(480, 55))
    await settle()
    XCTAssertLessThan(view.cells.count, 700)
    let cell = try XCTUnwrap(view.cells[GridPlace(480, 55)])
    XCTAssertTrue(cell.box.containsFocus)
    let frame = try XCTUnwrap(view.frame(GridPlace(480, 55)))
    XCTAssertGreaterThanOrEqual(frame.x, Double(view.geometry.headWidth))
    XCTAssertLessThanOrEqual(frame.x + frame.width, Double(view.width))
    XCTAssertLessThanOrEqual(frame.y + frame.height, Double(view.height))
    // Its headings are in sight with it.
    XCTAssertNotNil(view.cells[GridPlace(480, -1)])
    XCTAssertNotNil(view.cells[GridPlace(-1, 55)])
    // Scrolled away, the keyboard stays on it.
    view.verticalAdjustment?.value = 0
    await settle()
    XCTAssertTrue(view.cells[GridPlace(480, 55)]?.box.containsFocus ?? false)
    page.editor.set("R")
    XCTAssertEqual(try parts(session).map(\.part), [.responsible])
    window.destroy()
  }

  func testAllCellsAreFilledPastedAndCleared() async throws {
    let session = try decisions(500, 60)
    let page = page(session, .decisions)
    let window = await show(page.widget, width: 1000, height: 700)
    let line = Array(repeating: "C", count: 60).joined(separator: "\t")
    page.editor.select(GridPlace(0, 0))
    page.editor.paste(Array(repeating: line, count: 500).joined(separator: "\n"))
    XCTAssertEqual(try parts(session).count, 30_000)
    session.undo()
    XCTAssertEqual(try parts(session).count, 0)
    window.destroy()
  }

  func testCellsSayTheirRowColumnAndValue() async throws {
    let session = try decisions(3, 3)
    let page = page(session, .decisions)
    let window = await show(page.widget, width: 1000, height: 700)
    page.editor.select(GridPlace(1, 2))
    page.editor.set("a")
    await settle()
    let cell = try XCTUnwrap(page.editor.view.cells[GridPlace(1, 2)])
    XCTAssertEqual(cell.text, "A")
    XCTAssertEqual(cell.spoken, "Role 2 of Decision 1: A, accountable")
    window.destroy()
  }

  func testANameInTheLastRowMakesADecisionAndEscapeDoesNot() async throws {
    let session = try decisions(1, 1)
    let page = page(session, .decisions)
    let window = await show(page.widget, width: 1000, height: 700)
    let editor = page.editor
    editor.edit(GridPlace(1, -1))
    let text = try XCTUnwrap(editor.editing?.editor.view)
    text.text = "Refunds"
    editor.endEditing(keeps: false)
    XCTAssertEqual(editor.view.rows.count, 2)
    editor.edit(GridPlace(1, -1))
    try XCTUnwrap(editor.editing?.editor.view).text = "Refunds"
    editor.endEditing()
    XCTAssertNil(editor.editing)
    XCTAssertEqual(
      try session.workspace.contents(of: [.decision]).decisions.inOrder().map(\.title),
      ["Decision 0", "Refunds"])
    XCTAssertEqual(session.undoTitle, EditName.addDecision.title)
    window.destroy()
  }

  func testWhatWasOnTheDiskAlreadyIsTakenBackToo() async throws {
    let session = try decisions(1, 1)
    let page = page(session, .decisions)
    let window = await show(page.widget, width: 1000, height: 700)
    let editor = page.editor
    editor.edit(GridPlace(0, -1))
    let field = try XCTUnwrap(editor.editing?.editor)
    field.view.text = "Somebody else's"
    field.commitTyping()
    func titles() throws -> [String] {
      try session.workspace.contents(of: [.decision]).decisions.map(\.title)
    }
    XCTAssertEqual(try titles(), ["Somebody else's"])
    editor.endEditing(keeps: false)
    XCTAssertEqual(try titles(), ["Decision 0"])
    window.destroy()
  }

  func testARaterIsANameUntilTheyRate() async throws {
    let session = try session {
      $0.readinessRounds = [ReadinessRound(rank: .middle, title: "Now")]
    }
    let page = page(session, .readiness)
    let window = await show(page.widget, width: 1000, height: 700)
    let editor = page.editor
    editor.edit(GridPlace(-1, 0))
    try XCTUnwrap(editor.editing?.editor.view).text = "Amina"
    editor.endEditing()
    XCTAssertEqual(editor.view.columns.first?.title, "Amina")
    editor.select(GridPlace(0, 0))
    editor.set("7")
    XCTAssertEqual(try session.workspace.contents().readinessRatings.count, 0)
    editor.set("4")
    XCTAssertTrue(editor.writeNote())
    try XCTUnwrap(editor.editing?.editor.view).text = "They signed."
    editor.endEditing()
    let rating = try XCTUnwrap(try session.workspace.contents().readinessRatings.first)
    XCTAssertEqual(rating.rater, "Amina")
    XCTAssertEqual(rating.score, 4)
    XCTAssertEqual(rating.evidence, "They signed.")
    window.destroy()
  }

  func testANameIsKeptWhileItIsWrittenAndIsOneStep() async throws {
    let session = try decisions(2, 2)
    let page = page(session, .decisions)
    let window = await show(page.widget, width: 1000, height: 700)
    await wait(for: "the cells") { page.editor.view.cells[GridPlace(0, 0)] != nil }
    func titles() throws -> [String] {
      try session.workspace.contents(of: [.decision]).decisions.inOrder().map(\.title)
    }
    page.editor.edit(GridPlace(0, -1))
    let editor = try XCTUnwrap(page.editor.editing?.editor)
    for text in ["Refunds", "Refunds above", "Refunds above 50"] {
      editor.view.text = text
      editor.commitTyping()
      XCTAssertEqual(try titles().first, text)
    }
    page.editor.endEditing()
    session.undo()
    XCTAssertEqual(try titles(), ["Decision 0", "Decision 1"])
    // What is new is there with its first letters, and goes again with Escape.
    page.editor.edit(GridPlace(2, -1))
    let new = try XCTUnwrap(page.editor.editing?.editor)
    new.view.text = "Who c"
    new.commitTyping()
    new.view.text = "Who calls"
    new.commitTyping()
    XCTAssertEqual(try titles(), ["Decision 0", "Decision 1", "Who calls"])
    XCTAssertEqual(page.editor.editing?.place, GridPlace(2, -1))
    page.editor.endEditing(keeps: false)
    XCTAssertEqual(try titles(), ["Decision 0", "Decision 1"])
    window.destroy()
  }
}
