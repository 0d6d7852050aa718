import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class RegisterTests: GtkTestCase {
  private var listening: Listening?

  private func session(_ fill: (inout WorkspaceContents) -> Void = { _ in }) throws -> Session {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    fill(&contents)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    return try Session(
      try Workspace.create(at: folder.appendingPathComponent("a.uplift"), contents: contents))
  }

  private func page(_ session: Session) -> RegisterPage<Promise> {
    let page = RegisterPage(
      session, .promises, Promise.register, records: \.outline.promises, go: { _ in })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    return page
  }

  private func promises(_ titles: [String]) throws -> Session {
    try session { contents in
      contents.promises = zip(titles, Rank.spread(titles.count)).map { title, rank in
        Promise(rank: rank, title: title)
      }
    }
  }

  func testAddingBeginsToEditAndTypingGoesToTheDisk() async throws {
    let session = try session()
    let page = page(session)
    let window = await show(page.widget, width: 1200, height: 600)
    page.table.add()
    XCTAssertEqual(session.outline.promises.count, 1)
    let cell = try XCTUnwrap(page.table.rows.first?.cells.first)
    let editor = try XCTUnwrap(cell.editor)
    editor.entry.text = "We call back"
    page.commitTyping()
    XCTAssertEqual(session.outline.promises.map(\.title), ["We call back"])
    page.endTyping()
    XCTAssertNil(cell.editor)
    XCTAssertEqual(cell.label.text, "We call back")
    session.undo()
    XCTAssertEqual(session.outline.promises.map(\.title), [""])
    window.destroy()
  }

  func testADayThatIsNoneIsRefusedWithASentence() async throws {
    let session = try promises(["One"])
    let page = page(session)
    let due = try XCTUnwrap(page.table.columns.firstIndex { $0.title == "Due" })
    let id = session.outline.promises[0].id
    XCTAssertFalse(page.table.save("soon", due, of: id))
    XCTAssertTrue(page.table.save("2026-12-24", due, of: id))
    XCTAssertEqual(session.outline.promises[0].due, CalendarDay("2026-12-24"))
    let outcome = try XCTUnwrap(page.table.columns.firstIndex { $0.title == "Outcome" })
    XCTAssertFalse(page.table.save("perhaps", outcome, of: id))
    XCTAssertTrue(page.table.save("Kept", outcome, of: id))
    XCTAssertEqual(session.outline.promises[0].outcome, .kept)
  }

  func testSeveralRowsAreChangedAtOnceAndAsOneStep() async throws {
    let session = try promises(["One", "Two", "Three"])
    let page = page(session)
    let ids = session.outline.promises.map(\.id)
    page.table.pressed(ids[0], 0, count: 1, [])
    page.table.pressed(ids[2], 0, count: 1, .control)
    page.table.bar.onAction?(0)
    XCTAssertEqual(session.outline.promises.map(\.outcome), [.kept, nil, .kept])
    XCTAssertEqual(page.table.shown.map(\.title), ["Two"])
    session.undo()
    XCTAssertEqual(session.outline.promises.map(\.outcome), [nil, nil, nil])
    page.table.pressed(ids[0], 0, count: 1, [])
    page.table.pressed(ids[1], 0, count: 1, .shift)
    page.table.deleteSelected()
    XCTAssertEqual(session.outline.promises.map(\.title), ["Three"])
  }

  func testSortingFollowsTheHeadingAndWaitsForWhoTypes() async throws {
    let session = try promises(["b", "c", "", "a"])
    let page = page(session)
    let window = await show(page.widget, width: 1200, height: 600)
    page.table.order.toggle(0)
    page.table.arrange()
    XCTAssertEqual(page.table.shown.map(\.title), ["a", "b", "c", ""])
    page.table.order.toggle(0)
    page.table.arrange()
    XCTAssertEqual(page.table.shown.map(\.title), ["c", "b", "a", ""])
    let id = try XCTUnwrap(page.table.shown.last?.id)
    page.table.edit(id, 0)
    page.table.row(id)?.cells[0].editor?.entry.text = "z"
    page.commitTyping()
    XCTAssertEqual(page.table.shown.map(\.title), ["c", "b", "a", "z"])
    page.endTyping()
    XCTAssertEqual(page.table.shown.map(\.title), ["z", "c", "b", "a"])
    window.destroy()
  }

  func testRowsComeFromASpreadsheetAndGoBack() async throws {
    let session = try promises(["One"])
    let page = page(session)
    page.table.paste(
      "Due\tPromise\tOutcome\n2026-12-01\tTwo\tkept\nnever\tThree\t\n", atCurrent: false)
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two", "Three"])
    XCTAssertEqual(session.outline.promises[1].due, CalendarDay("2026-12-01"))
    XCTAssertEqual(session.outline.promises[1].outcome, .kept)
    XCTAssertNil(session.outline.promises[2].due)
    let text = RegisterPasting.text(of: session.outline.promises, page.table.columns)
    session.perform(Edit.deleting(session.outline.promises.map(\.reference)))
    page.table.paste(text, atCurrent: false)
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two", "Three"])
    XCTAssertEqual(session.outline.promises[1].outcome, .kept)
    session.undo()
    XCTAssertTrue(session.outline.promises.isEmpty)
  }

  func testABlockGoesOverTheCellsFromTheCurrentOneOn() async throws {
    let session = try promises(["One", "Two"])
    let page = page(session)
    page.table.pressed(session.outline.promises[1].id, 1, count: 1, [])
    page.table.paste("Amina\tSupport\nJonas\tDepot\n", atCurrent: true)
    XCTAssertEqual(session.outline.promises.map(\.toWhom), ["", "Amina", "Jonas"])
    XCTAssertEqual(session.outline.promises.map(\.owner), ["", "Support", "Depot"])
  }

  func testWhatIsHiddenByTheFilterIsShownWhenOneGoesThere() async throws {
    let session = try session { contents in
      contents.promises = [Promise(rank: .middle, title: "Done", outcome: .kept)]
    }
    let page = page(session)
    XCTAssertTrue(page.table.rows.isEmpty)
    page.reveal(session.outline.promises[0].reference)
    XCTAssertEqual(page.table.rows.map(\.id), session.outline.promises.map(\.id))
  }

  func testManyRowsAreBuiltAFewAtATime() async throws {
    let session = try promises((0..<450).map { "Promise \($0)" })
    let page = page(session)
    XCTAssertEqual(page.table.rows.count, 200)
    page.reveal(session.outline.promises[300].reference)
    XCTAssertEqual(page.table.rows.count, 301)
  }

  /// Against a plain sort, for records drawn at random.
  func testOrderIsWhatAPlainSortSays() async throws {
    var random = SystemRandomNumberGenerator()
    let register = Barrier.register(in: RegisterContext())
    for _ in 0..<100 {
      let barriers = Rank.spread(12).map { rank in
        Barrier(
          rank: rank, title: ["", "b", "A", "c"].randomElement(using: &random) ?? "",
          severity: Barrier.Severity.allCases.randomElement(using: &random) ?? .slows)
      }
      for isDescending in [false, true] {
        var order = RegisterOrder<Barrier>()
        order.column = 0
        order.isDescending = isDescending
        let sorted = order.applied(to: barriers, register).map(\.title)
        let filled = barriers.map(\.title).filter { !$0.isEmpty }
          .sorted { $0.lowercased() < $1.lowercased() }
        let empty = barriers.map(\.title).filter(\.isEmpty)
        XCTAssertEqual(sorted, (isDescending ? filled.reversed() : filled) + empty)
      }
    }
  }
}
