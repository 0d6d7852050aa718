import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// Keys of a register that the window has a part in, or the order of the rows.
@MainActor
final class RegisterKeysTests: GtkTestCase {
  private func promises() throws -> Session {
    try session { contents in
      contents.promises = zip(["One", "Two", "Three"], Rank.spread(3)).enumerated().map {
        Promise(rank: $1.1, title: $1.0, due: CalendarDay("2026-12-0\($0 + 1)"))
      }
    }
  }

  /// The register of promises in a window, following what is done; keep what is returned.
  private func register(
    _ session: Session
  ) async -> (table: RegisterTable<Promise>, window: Window, following: [AnyObject]) {
    let page = RegisterPage(
      session, .promises, Promise.register(in:), records: \.outline.promises, go: { _ in })
    let listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 1200, height: 600)
    return (page.table, window, [page, listening])
  }

  func testTheKeyThatComparesMapsDuplicatesRowsInARegister() async throws {
    let session = try promises()
    let window = MainWindow(try PlacesFitTests.program.get())
    defer { window.close() }
    window.show(session, at: .promises)
    window.present()
    await wait(for: "the window") { window.view.isMapped && window.view.width > 0 }
    let page = try XCTUnwrap(
      (window.page as? PracticePage)?.current as? RegisterPage<Promise>)
    let ids = session.outline.promises.map(\.id)
    page.table.pressed(ids[0], 0, count: 1, [])
    page.table.pressed(ids[1], 0, count: 1, .shift)
    XCTAssertTrue(window.activateAction("win.compare-counterpart"))
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two", "One", "Two", "Three"])
    XCTAssertEqual(page.table.selection.ids.count, 2)
  }

  func testEnterGoesToTheRowThatStoodBelow() async throws {
    let session = try promises()
    let (table, window, following) = await register(session)
    defer { _ = following }
    let due = try XCTUnwrap(table.columns.firstIndex { $0.name == "due" })
    table.order.column = due
    table.arrange()
    let ids = session.outline.promises.map(\.id)
    table.edit(ids[0], due)
    let editor = try XCTUnwrap(table.row(ids[0])?.cells[due].editor)
    editor.entry.text = "2026-12-24"
    editor.onEnter?()
    XCTAssertEqual(table.shown.map(\.title), ["Two", "Three", "One"])
    XCTAssertEqual(table.current?.id, ids[1], "it stood below")
    table.edit(ids[0], due)
    try XCTUnwrap(table.row(ids[0])?.cells[due].editor).onEnter?()
    XCTAssertEqual(table.current?.id, ids[0], "none stood below")
    window.destroy()
  }

  func testArrowsWhileWritingGoOnFromWhereTheRowStood() async throws {
    let session = try promises()
    let (table, window, following) = await register(session)
    defer { _ = following }
    let due = try XCTUnwrap(table.columns.firstIndex { $0.name == "due" })
    table.order.column = due
    table.arrange()
    let ids = session.outline.promises.map(\.id)
    func write(_ day: String, at id: UUID, then step: Int) throws {
      table.edit(id, due)
      try XCTUnwrap(table.row(id)?.cells[due].editor).entry.text = day
      XCTAssertTrue(table.step(from: (id, due), rows: step))
    }
    try write("2026-12-24", at: ids[0], then: 1)
    XCTAssertEqual(table.shown.map(\.title), ["Two", "Three", "One"])
    XCTAssertEqual(table.current?.id, ids[1], "it stood below")
    try write("2026-12-01", at: ids[0], then: -1)
    XCTAssertEqual(table.shown.map(\.title), ["One", "Two", "Three"])
    XCTAssertEqual(table.current?.id, ids[2], "it stood above")
    window.destroy()
  }

  func testWhatIsKeptInAllSelectedRowsIsOneStep() async throws {
    let session = try promises()
    let (table, window, following) = await register(session)
    defer { _ = following }
    let ids = session.outline.promises.map(\.id)
    table.pressed(ids[0], 1, count: 1, [])
    table.pressed(ids[2], 1, count: 1, .shift)
    table.edit(ids[2], 1)
    let editor = try XCTUnwrap(table.row(ids[2])?.cells[1].editor)
    editor.entry.text = "Ad"
    await settle(milliseconds: 700)
    editor.entry.text = "Ada"
    table.keepInAll(editor, 1, at: ids[2])
    XCTAssertEqual(session.outline.promises.map(\.toWhom), ["Ada", "Ada", "Ada"])
    session.undo()
    XCTAssertEqual(session.outline.promises.map(\.toWhom), ["", "", ""])
    window.destroy()
  }

  func testPastedRowsAreSeenAndSayWhatWasLeftOut() async throws {
    let session = try promises()
    let (table, window, following) = await register(session)
    defer { _ = following }
    table.tools.onWords?("one")
    XCTAssertEqual(table.shown.count, 1)
    table.paste(
      "Promise\tTo whom\tBudget\tDue\nFour\tAda\t12\tsoon\nFive\tBen\t3\t2026-12-09",
      atCurrent: false)
    XCTAssertEqual(table.shown.map(\.title), ["One", "Two", "Three", "Four", "Five"])
    XCTAssertEqual(table.selectedRecords.map(\.title), ["Four", "Five"])
    let said = table.message.text
    XCTAssertTrue(said.contains("soon (Due)"), said)
    XCTAssertTrue(said.contains("no field is called so: Budget."), said)
    XCTAssertTrue(said.contains("By whom"), said)
    XCTAssertFalse(said.contains("To whom"), said)
    session.undo()
    XCTAssertEqual(table.shown.map(\.title), ["One", "Two", "Three"])
    window.destroy()
  }
}
