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
    let page = RegisterPage(
      session, .promises, Promise.register, records: \.outline.promises, go: { _ in })
    let listening = session.onChange { [weak page] in _ = page?.follow($0) }
    defer { _ = listening }
    let window = await show(page.widget, width: 1200, height: 600)
    let table = page.table
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
}
