import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class RegisterTests: GtkTestCase {
  private var listening: Listening?

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
    XCTAssertEqual(page.table.shown.map(\.title), ["One", "Two", "Three"], "they stay for now")
    session.undo()
    XCTAssertEqual(session.outline.promises.map(\.outcome), [nil, nil, nil])
    page.table.pressed(ids[0], 0, count: 1, [])
    page.table.pressed(ids[1], 0, count: 1, .shift)
    page.table.deleteSelected()
    XCTAssertEqual(session.outline.promises.map(\.title), ["Three"])
  }

  func testARowThatFitsTheViewNoMoreStaysWhileOneIsInIt() async throws {
    let session = try promises(["One", "Two", "Three"])
    let page = page(session)
    let window = await show(page.widget, width: 1200, height: 600)
    let ids = session.outline.promises.map(\.id)
    let outcome = try XCTUnwrap(page.table.columns.firstIndex { $0.name == "outcome" })
    page.table.focus(ids[1], outcome)
    page.table.saveAll("Kept", outcome, at: ids[1])
    XCTAssertEqual(session.outline.promises[1].outcome, .kept)
    XCTAssertEqual(page.table.shown.map(\.title), ["One", "Two", "Three"], "it is where it was")
    XCTAssertTrue(page.table.tab(from: (ids[1], outcome), by: 1))
    XCTAssertTrue(page.table.save("2026-11-20", outcome + 1, of: ids[1]))
    XCTAssertEqual(page.table.shown.map(\.title), ["One", "Two", "Three"])
    page.table.focus(ids[2], 0)
    XCTAssertEqual(page.table.shown.map(\.title), ["One", "Three"], "and goes when one leaves it")
    XCTAssertEqual(page.table.current?.id, ids[2])
    window.destroy()
  }

  func testRowsThatWereChangedTogetherStayTogetherAndNothingUnseenIsSelected() async throws {
    let session = try promises(["One", "Two", "Three"])
    let page = page(session)
    let window = await show(page.widget, width: 1200, height: 600)
    let ids = session.outline.promises.map(\.id)
    page.table.focus(ids[0], 0)
    page.table.pressed(ids[0], 0, count: 1, [])
    page.table.pressed(ids[1], 0, count: 1, .shift)
    page.table.bar.onAction?(0)
    XCTAssertEqual(session.outline.promises.map(\.outcome), [.kept, .kept, nil])
    XCTAssertEqual(page.table.shown.map(\.title), ["One", "Two", "Three"])
    XCTAssertEqual(page.table.selection.ids, Set(ids.prefix(2)))
    page.table.pressed(ids[2], 0, count: 1, [])
    XCTAssertEqual(page.table.shown.map(\.title), ["Three"])
    XCTAssertEqual(page.table.selection.ids, [ids[2]])
    // What goes out of sight by itself is selected no more, and is not deleted with the rest.
    page.table.bar.onAction?(0)
    page.table.staying = []
    page.table.arrange()
    XCTAssertTrue(page.table.selection.ids.isEmpty)
    page.table.deleteSelected()
    XCTAssertEqual(session.outline.promises.count, 3)
    window.destroy()
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

  func testSelectedRowsAreCopiedWhole() async throws {
    let session = try session { contents in
      contents.initiatives = [
        Initiative(rank: .middle, title: "A shorter form", notes: "Ask first")
      ]
    }
    let page = RegisterPage(
      session, .initiatives, Initiative.register, records: \.outline.initiatives, go: { _ in })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    page.table.pressed(session.outline.initiatives[0].id, 0, count: 1, [])
    page.table.copyRows()
    var text: String?
    Clipboard.standard?.readText { text = $0 }
    await wait(for: "the clipboard") { text != nil }
    let copied = try XCTUnwrap(text)
    XCTAssertTrue(copied.contains("Ask first"), copied)
    page.table.paste(copied, atCurrent: false)
    XCTAssertEqual(session.outline.initiatives.map(\.notes), ["Ask first", "Ask first"])
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

  func testOnlyTheRowsInSightExistHoweverManyThereAre() async throws {
    let session = try promises((0..<5000).map { "Promise \($0)" })
    let page = page(session)
    let window = await show(page.widget, width: 1200, height: 600)
    XCTAssertEqual(page.table.shown.count, 5000)
    XCTAssertLessThan(page.table.rows.count, 100)
    let ids = session.outline.promises.map(\.id)
    page.reveal(session.outline.promises[4000].reference)
    await wait(for: "the row to come into the view") {
      guard let frame = page.table.row(ids[4000])?.box.frame(in: page.widget) else { return false }
      return frame.y >= 0 && frame.y + frame.height <= 600
    }
    let row = try XCTUnwrap(page.table.row(ids[4000]))
    XCTAssertEqual(row.cells[0].label.text, "Promise 4000")
    XCTAssertTrue(row.cells[0].box.isFocused)
    XCTAssertLessThan(page.table.rows.count, 100)
    // It is in sight, and the rows stand in their order.
    let frame = try XCTUnwrap(row.box.frame(in: page.widget))
    XCTAssertGreaterThanOrEqual(frame.y, 0)
    XCTAssertLessThanOrEqual(frame.y + frame.height, 600)
    XCTAssertEqual(
      page.table.rows.map(\.id), Array(ids[page.table.view.first...].prefix(page.table.rows.count)))
    page.table.order.toggle(0)
    page.table.arrange()
    await settle()
    let first = page.table.view.first
    XCTAssertEqual(
      page.table.rows.map(\.place), Array(first..<(first + page.table.rows.count)))
    for row in page.table.rows {
      XCTAssertEqual(row.cells[0].label.text, page.table.shown[row.place].title)
    }
    window.destroy()
  }

  func testARowThatIsUsedAgainShowsNothingOfTheLastRecord() async throws {
    let session = try session { contents in
      contents.promises = Rank.spread(600).enumerated().map { place, rank in
        Promise(
          rank: rank, title: place.isMultiple(of: 2) ? "Promise \(place)" : "",
          due: place.isMultiple(of: 3) ? CalendarDay("2020-01-01") : nil)
      }
    }
    let page = page(session)
    let window = await show(page.widget, width: 1200, height: 600)
    let due = try XCTUnwrap(page.table.columns.firstIndex { $0.name == "due" })
    var random = SystemRandomNumberGenerator()
    for _ in 0..<12 {
      page.reveal(session.outline.promises[Int.random(in: 0..<600, using: &random)].reference)
      await settle()
      for row in page.table.rows {
        let record = page.table.shown[row.place]
        XCTAssertEqual(row.id, record.id)
        XCTAssertEqual(row.cells[0].label.text, record.title)
        XCTAssertEqual(
          row.cells[due].label.text, record.due == nil ? "" : "⚠\u{00A0}2020\u{2011}01\u{2011}01")
      }
    }
    window.destroy()
  }

  func testFillingDownDuplicatingAndMovingAreOneStepEach() async throws {
    let session = try promises(["One", "Two", "Three"])
    let page = page(session)
    let ids = session.outline.promises.map(\.id)
    page.table.save("Amina", 1, of: ids[0])
    page.table.pressed(ids[0], 1, count: 1, [])
    page.table.pressed(ids[2], 1, count: 1, .shift)
    page.table.fillDown()
    XCTAssertEqual(session.outline.promises.map(\.toWhom), ["Amina", "Amina", "Amina"])
    session.undo()
    XCTAssertEqual(session.outline.promises.map(\.toWhom), ["Amina", "", ""])
    page.table.pressed(ids[1], 1, count: 1, [])
    page.table.fillDown()
    XCTAssertEqual(session.outline.promises.map(\.toWhom), ["Amina", "Amina", ""])
    page.table.pressed(ids[0], 0, count: 1, [])
    page.table.pressed(ids[1], 0, count: 1, .shift)
    XCTAssertTrue(page.table.move(ids[1], .down))
    XCTAssertEqual(session.outline.promises.map(\.title), ["Three", "One", "Two"])
    session.undo()
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two", "Three"])
    page.table.duplicateSelected()
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two", "One", "Two", "Three"])
    XCTAssertEqual(page.table.selection.ids.count, 2)
    session.undo()
    XCTAssertEqual(session.outline.promises.count, 3)
  }

  func testAFieldIsSetInAllSelectedRows() async throws {
    let session = try promises(["One", "Two", "Three"])
    let page = page(session)
    let due = try XCTUnwrap(page.table.columns.firstIndex { $0.name == "due" })
    page.table.selection.selectAll(session.outline.promises.map(\.id))
    XCTAssertNotNil(page.table.setAll(due, "soon"))
    XCTAssertEqual(session.outline.promises.compactMap(\.due).count, 0)
    XCTAssertNil(page.table.setAll(due, "2026-12-24"))
    XCTAssertEqual(session.outline.promises.compactMap(\.due).count, 3)
    session.undo()
    XCTAssertEqual(session.outline.promises.compactMap(\.due).count, 0)
  }

  func testFiltersStayWhileTheWorkspaceIsOpenAndEscapeEndsThem() async throws {
    let session = try promises(["Call Amina", "Call Jonas", "Write"])
    let page = page(session)
    page.table.tools.onWords?("call")
    XCTAssertEqual(page.table.shown.map(\.title), ["Call Amina", "Call Jonas"])
    page.table.order.filters[0] = .contains("jonas")
    page.table.arrange()
    XCTAssertEqual(page.table.shown.map(\.title), ["Call Jonas"])
    let again = self.page(session)
    XCTAssertEqual(again.table.shown.map(\.title), ["Call Jonas"])
    again.table.endFilter()
    XCTAssertEqual(again.table.shown.count, 3)
    XCTAssertEqual(self.page(session).table.shown.count, 3)
  }

  func testOnlyWhatNeedsAttentionIsShown() async throws {
    let session = try session { contents in
      contents.promises = [
        Promise(rank: .middle, title: "Late", due: CalendarDay("2020-01-01")),
        Promise(rank: .between(.middle, nil), title: "Fine"),
      ]
    }
    let page = page(session)
    page.table.tools.onMarked?(true)
    XCTAssertEqual(page.table.shown.map(\.title), ["Late"])
  }

  func testTheFormShowsTheCurrentRowAndChangesIt() async throws {
    let session = try promises(["One", "Two"])
    let register = Promise.register(in: session.registerContext())
    let form = RegisterForm(session, register, go: { _ in })
    let window = await show(form.widget, width: 400, height: 800)
    form.show(session.outline.promises[1])
    form.commitTyping()
    form.show(session.outline.promises[0])
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two"])
    window.destroy()
  }

  func testAFileIsTakenWholeOrNotAtAll() async throws {
    let session = try promises(["One"])
    let page = page(session)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString + ".csv")
    addTeardownBlock { try? FileManager.default.removeItem(at: file) }
    try Data("promise,due\nTwo,2026-01-01\nThree,never\n".utf8).write(to: file)
    page.table.take(file)
    XCTAssertEqual(session.outline.promises.map(\.title), ["One"])
    try Data("promise,due\nTwo,2026-01-01\n".utf8).write(to: file)
    page.table.take(file)
    XCTAssertEqual(session.outline.promises.map(\.title), ["One", "Two"])
    page.table.write(to: file)
    XCTAssertTrue(try String(contentsOf: file, encoding: .utf8).contains("2026-01-01"))
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
