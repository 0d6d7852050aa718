import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// A table that is wider than the window, and its headings.
@MainActor
final class WideTableTests: GtkTestCase {
  private var listening: Listening?

  private func page() throws -> RegisterPage<Promise> {
    let session = try session { contents in
      contents.promises = zip(["One", "Two", "Three"], Rank.spread(3)).map { title, rank in
        Promise(rank: rank, title: title, due: CalendarDay("2026-12-01"))
      }
    }
    let page = RegisterPage(
      session, .promises, Promise.register(in:), records: \.outline.promises, go: { _ in })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    return page
  }

  func testTheFirstColumnStaysAndHidesNoCellThatOneIsIn() async throws {
    let page = try page()
    let table = page.table
    let window = await show(page.widget, width: 640, height: 500)
    await wait(for: "rows") { table.rows.first?.cells[0].box.frame(in: page.widget) != nil }
    let row = try XCTUnwrap(table.rows.first)
    let id = row.id
    func frame(_ column: Int) throws -> Rectangle {
      try XCTUnwrap(row.cells[column].box.frame(in: page.widget))
    }
    let adjustment = try XCTUnwrap(table.header.places.adjustment)
    XCTAssertGreaterThan(adjustment.upper, adjustment.pageSize)
    let beginning = try frame(0)
    let last = table.columns.count - 1
    table.focus(id, last)
    await settle()
    XCTAssertGreaterThan(adjustment.value, 0)
    XCTAssertEqual(try frame(0), beginning, "it stays")
    XCTAssertLessThanOrEqual(try frame(last).x + frame(last).width, 640)
    for column in [0, last] {
      let heading = try XCTUnwrap(table.header.buttons[column].frame(in: page.widget))
      XCTAssertEqual(heading.x, try frame(column).x, "the heading stands over its column")
    }
    // One cell back after the other, none is left below the first column.
    for column in stride(from: last - 1, through: 0, by: -1) {
      table.step(from: (id, column + 1), columns: -1)
      await settle(milliseconds: 20)
      XCTAssertEqual(table.current?.column, column)
      let now = try frame(column)
      XCTAssertGreaterThanOrEqual(
        now.x, column == 0 ? beginning.x : beginning.x + beginning.width, "\(column)")
      XCTAssertLessThanOrEqual(now.x + now.width, 640)
    }
    XCTAssertEqual(adjustment.value, 0, "the second column stands at the beginning")
    // What lies below the first column is not pressed in its place.
    adjustment.value = 60
    await settle()
    let (x, y) = (beginning.x + beginning.width - 30, beginning.y + 10)
    XCTAssertTrue(page.widget.isTouched(row.cells[0].box, atX: x, y: y))
    XCTAssertFalse(page.widget.isTouched(row.cells[1].box, atX: x, y: y))
    XCTAssertTrue(
      page.widget.isTouched(row.cells[1].box, atX: beginning.x + beginning.width + 4, y: y))
    // A heading that is gone to comes out from below it.
    table.header.buttons[1].grabFocus()
    await wait(for: "the heading") { adjustment.value == 0 }
    window.destroy()
  }

  /// Where one column takes half of the room, it goes along with the others.
  func testANarrowViewIsNotFilledByTheFirstColumn() async throws {
    let page = try page()
    let window = await show(page.widget, width: 800, height: 500)
    let table = page.table
    let places = table.header.places
    let first = places.widths(in: table.header.box.width)[0]
    XCTAssertEqual(places.hidden(in: 2000, isMirrored: false), 0, "nothing is scrolled")
    let adjustment = Adjustment.make(value: 100, upper: 2000, pageSize: Double(first * 2 - 1))
    places.adjustment = adjustment
    XCTAssertEqual(places.hidden(in: places.leastWidth, isMirrored: false), 0)
    window.destroy()
  }

  func testTheKeyboardStaysInTheTableWhenAnAddedRowIsTakenBack() async throws {
    let page = try page()
    let table = page.table
    let window = await show(page.widget, width: 1000, height: 500)
    table.focus(table.shown[1].id, 0)
    table.add()
    XCTAssertEqual(table.shown.count, 4)
    await settle()
    page.endTyping()
    table.session.undo()
    await settle()
    XCTAssertEqual(table.shown.map(\.title), ["One", "Two", "Three"])
    XCTAssertEqual(table.current?.id, table.shown[2].id)
    XCTAssertTrue(try XCTUnwrap(table.row(table.shown[2].id)).cells[0].box.isFocused)
    window.destroy()
  }

  func testTheKeyboardGoesToTheFirstButtonWhenTheOnlyRowIsTakenBack() async throws {
    let session = try session()
    let page = RegisterPage(
      session, .promises, Promise.register(in:), records: \.outline.promises, go: { _ in })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 1000, height: 500)
    page.table.add()
    await settle()
    page.endTyping()
    session.undo()
    await settle()
    XCTAssertTrue(try XCTUnwrap(page.table.firstAdd).isFocused)
    window.destroy()
  }

  /// Among them one that was the last before: it has a line below it now.
  func testOnlyTheLastRowHasNoLineBelowIt() async throws {
    let page = try page()
    let table = page.table
    let window = await show(page.widget, width: 1000, height: 500)
    XCTAssertEqual(table.rows.map { $0.box.hasClass("last") }, [false, false, true])
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString + ".csv")
    addTeardownBlock { try? FileManager.default.removeItem(at: file) }
    try Data("promise\nFour\nFive\n".utf8).write(to: file)
    table.take(file)
    XCTAssertEqual(
      table.rows.map { $0.box.hasClass("last") }, [false, false, false, false, true])
    window.destroy()
  }

  func testALargeFileIsTakenWithProgressAndWholeOrNotAtAll() async throws {
    let page = try page()
    let table = page.table
    let session = table.session
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString + ".csv")
    addTeardownBlock { try? FileManager.default.removeItem(at: file) }
    let rows = (0..<12_000).map { "Promise number \($0),2026-12-01" }
    try Data(("promise,due\n" + rows.joined(separator: "\n")).utf8).write(to: file)
    table.take(file)
    let work = try XCTUnwrap(session.longWork)
    await wait(for: "it to get going") { work.fraction > 0.05 }
    work.cancel()
    await wait(for: "its end") { session.longWork == nil }
    XCTAssertEqual(session.outline.promises.count, 3)
    XCTAssertTrue(table.remarks.isVisible)
    XCTAssertNil(session.undoTitle, "nothing was done")
    try Data(("promise,due\nBad,soon\n" + rows.joined(separator: "\n")).utf8).write(to: file)
    table.take(file)
    await wait(for: "its end") { session.longWork == nil }
    XCTAssertEqual(session.outline.promises.count, 3)
    XCTAssertTrue(table.message.isVisible)
    let some = rows.prefix(6_000).joined(separator: "\n")
    try Data(("promise,due\n" + some).utf8).write(to: file)
    table.take(file)
    XCTAssertNotNil(session.longWork)
    for _ in 0..<4 where session.longWork != nil { await settle(milliseconds: 4_000) }
    XCTAssertEqual(session.outline.promises.count, 6_003)
    XCTAssertEqual(table.shown.count, 6_003)
    session.undo()
    XCTAssertEqual(session.outline.promises.count, 3, "one step")
  }
}

/// A page whose table has headings.
@MainActor protocol HeadedPage {
  var header: RegisterHeader { get }
}

extension RegisterPage: HeadedPage {
  var header: RegisterHeader { table.header }
}
