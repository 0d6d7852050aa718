import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

/// Figures that are taken hold of, walked through and read.
@MainActor
final class FigurePageTests: GtkTestCase {
  private var listening: Listening?
  private var opened: [EntityReference] = []
  private let today = CalendarDay(Date())

  private func page(_ session: Session, _ figure: PlanFigure) async -> (FigurePage, Window) {
    let page = FigurePage(
      session, .practice(.priorities), figure, isDark: false,
      open: { [weak self] in self?.opened.append($0) }, go: { _ in }, export: { _ in })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 1000, height: 700)
    await settle()
    return (page, window)
  }

  private func opportunities() -> [Opportunity] {
    let ranks = Rank.spread(3)
    return [
      Opportunity(rank: ranks[0], title: "Labels", value: 4, effort: 1),
      Opportunity(rank: ranks[1], title: "Scan messages", value: 2, effort: 4),
      Opportunity(rank: ranks[2], title: "Not rated yet"),
    ]
  }

  private func middle(_ canvas: SceneCanvas, _ reference: EntityReference) throws -> Point {
    let frame = try XCTUnwrap(canvas.frame(of: .record(reference)))
    return Point(frame.x + frame.width / 2, frame.y + frame.height / 2)
  }

  func testTheTableOfAFigureIsWalkedThrough() async throws {
    let session = try session { $0.opportunities = opportunities() }
    let (page, window) = await page(session, .priorities)
    page.toggle.isActive = true
    await settle()
    page.takeFocus()
    XCTAssertTrue(page.table.cells[0][0].isFocused)
    XCTAssertTrue(page.table.go(.down))
    XCTAssertTrue(page.table.go(.end))
    let last = try XCTUnwrap(page.table.cells[1].last)
    XCTAssertTrue(last.isFocused)
    XCTAssertEqual(
      page.table.cells.joined().filter(\.isFocusable).count, 1, "one stop of Tab")
    // Tab comes to what scrolls it, and goes on to the cell.
    page.toggle.grabFocus()
    page.table.widget.grabFocus()
    await wait(for: "the cell") { last.isFocused }
    // So does a click.
    let frame = try XCTUnwrap(page.table.cells[0][1].frame(in: page.table.box))
    page.table.press(frame.x + 2, frame.y + 2)
    XCTAssertTrue(page.table.cells[0][1].isFocused)
    window.destroy()
  }

  func testABubbleIsDraggedAndPutBack() async throws {
    let all = opportunities()
    let session = try session { $0.opportunities = all }
    let (page, window) = await page(session, .priorities)
    let canvas = page.view.canvas
    func now() throws -> Opportunity? {
      try session.workspace.record(all[0].reference) as? Opportunity
    }
    let start = try middle(canvas, all[0].reference)
    let other = try middle(canvas, all[1].reference)
    // Towards the other one: less value, more effort.
    XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 10, start.y)))
    canvas.drag(to: other, copies: false)
    let held = try middle(canvas, all[0].reference)
    XCTAssertLessThan(abs(held.x - other.x), 40, "it goes along under the pointer")
    XCTAssertEqual(try now()?.value, 4, "nothing is changed before it is let go")
    _ = canvas.pressed(.escape, [])
    XCTAssertFalse(canvas.isDragging)
    let back = try middle(canvas, all[0].reference)
    XCTAssertEqual(back.x, start.x, accuracy: 1)
    XCTAssertEqual(back.y, start.y, accuracy: 1)
    XCTAssertEqual(try now()?.value, 4)

    XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 10, start.y)))
    canvas.drag(to: other, copies: false)
    canvas.endDrag()
    XCTAssertEqual(try now()?.value, 2)
    XCTAssertEqual(try XCTUnwrap(now()?.effort), 4, accuracy: 0.5)
    XCTAssertEqual(session.undoTitle, EditName.setPriority.title)
    session.undo()
    XCTAssertEqual(try now(), all[0])
    window.destroy()
  }

  func testWhatIsLetGoOutsideOfThePlotGoesBack() async throws {
    let all = opportunities()
    let session = try session { $0.opportunities = all }
    let (page, window) = await page(session, .priorities)
    let canvas = page.view.canvas
    func now() throws -> Opportunity? {
      try session.workspace.record(all[0].reference) as? Opportunity
    }
    let start = try middle(canvas, all[0].reference)
    // Left of the value axis, below the axis of effort, and far outside of the window.
    for end in [Point(4, start.y), Point(start.x, 690), Point(-400, 300), Point(3000, 300)] {
      XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 10, start.y)))
      canvas.drag(to: Point(start.x + 60, start.y + 40), copies: false)
      XCTAssertNotEqual(try middle(canvas, all[0].reference).y, start.y, accuracy: 1)
      canvas.drag(to: end, copies: false)
      let back = try middle(canvas, all[0].reference)
      XCTAssertEqual(back.x, start.x, accuracy: 1, "it shows that it goes back: \(end)")
      XCTAssertEqual(back.y, start.y, accuracy: 1)
      canvas.endDrag()
      XCTAssertFalse(canvas.isDragging)
      XCTAssertEqual(try now(), all[0], "\(end)")
    }
    XCTAssertNil(session.undoTitle)
    // Back over the plot it lands again.
    XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 10, start.y)))
    canvas.drag(to: Point(-400, 300), copies: false)
    canvas.drag(to: try middle(canvas, all[1].reference), copies: false)
    canvas.endDrag()
    XCTAssertEqual(try now()?.value, 2)
    window.destroy()
  }

  func testABarLetGoOutsideOfTheCalendarGoesBack() async throws {
    let one = Initiative(
      rank: .middle, title: "New labels", startDay: today, endDay: today.advanced(by: 60),
      status: .running)
    let session = try session { $0.initiatives = [one] }
    let (page, window) = await page(session, .timeline)
    let canvas = page.view.canvas
    let row = try XCTUnwrap(canvas.frame(of: .record(one.reference)))
    let y = row.y + row.height / 2
    // The first place of the row that can be taken hold of is its bar.
    let left = try XCTUnwrap(
      stride(from: row.x + row.width * 0.3, to: row.x + row.width, by: 4).first { x in
        guard canvas.beginDrag(from: Point(x, y), to: Point(x + 10, y)) else { return false }
        canvas.cancelDrag()
        return true
      })
    let start = Point(left + 20, y)
    for end in [Point(20, y), Point(start.x, 690), Point(-500, y), Point(2500, y)] {
      XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 10, y)))
      canvas.drag(to: Point(start.x + 40, y), copies: false)
      canvas.drag(to: end, copies: false)
      canvas.endDrag()
      XCTAssertEqual(
        try session.workspace.record(one.reference) as? Initiative, one, "\(end)")
    }
    XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 10, y)))
    canvas.drag(to: Point(start.x + 40, y), copies: false)
    canvas.endDrag()
    XCTAssertNotEqual(try session.workspace.record(one.reference) as? Initiative, one)
    window.destroy()
  }

  func testKeysWalkThroughBubblesAndMoveThem() async throws {
    let all = opportunities()
    let session = try session { $0.opportunities = all }
    let (page, window) = await page(session, .priorities)
    let canvas = page.view.canvas
    canvas.grabFocus()
    canvas.select(nil)
    XCTAssertTrue(canvas.pressed(.tab, []))
    XCTAssertEqual(canvas.current, .record(all[0].reference))
    XCTAssertTrue(canvas.pressed(.tab, []))
    XCTAssertEqual(canvas.current, .record(all[1].reference), "only bubbles are stops")
    XCTAssertFalse(canvas.pressed(.tab, []), "and then Tab leaves")
    XCTAssertTrue(canvas.pressed(.up, .alt))
    XCTAssertTrue(canvas.pressed(.right, .alt))
    let moved = try XCTUnwrap(
      session.workspace.record(all[1].reference) as? Opportunity)
    XCTAssertEqual(moved.value, 2.5)
    XCTAssertEqual(moved.effort, 4.5)
    XCTAssertEqual(canvas.current, .record(all[1].reference), "it stays selected")
    _ = canvas.pressed(.enter, [])
    await wait(for: "its details") { self.opened == [all[1].reference] }
    // A screen reader meets the axes and the rule, too.
    await settle(milliseconds: 300)
    XCTAssertTrue(canvas.accessibleLabels.contains { $0.contains("Scan messages") })
    XCTAssertTrue(
      canvas.accessibleLabels.contains { $0.contains("person-months →") },
      "\(canvas.accessibleLabels)")
    window.destroy()
  }

  func testBarsAndMilestonesAreMovedByHandAndByKey() async throws {
    let ranks = Rank.spread(2)
    let one = Initiative(
      rank: ranks[0], title: "New labels", startDay: today, endDay: today.advanced(by: 89),
      status: .running)
    let bare = Initiative(rank: ranks[1], title: "No days yet", status: .idea)
    let milestone = Milestone(rank: .middle, title: "Everybody", due: today.advanced(by: 30))
    let session = try session {
      $0.initiatives = [one, bare]
      $0.milestones = [milestone]
    }
    let (page, window) = await page(session, .timeline)
    let canvas = page.view.canvas
    func now(_ initiative: Initiative) throws -> Initiative {
      try XCTUnwrap(session.workspace.record(initiative.reference) as? Initiative)
    }
    canvas.select(.record(one.reference))
    XCTAssertTrue(canvas.pressed(.right, .alt))
    XCTAssertEqual(try now(one).startDay, today.advanced(by: 1))
    XCTAssertEqual(try now(one).endDay, today.advanced(by: 90))
    // Twice down: its last day; a week with Shift.
    XCTAssertTrue(canvas.pressed(.down, .alt))
    XCTAssertTrue(canvas.pressed(.down, .alt))
    XCTAssertTrue(canvas.pressed(.left, [.alt, .shift]))
    XCTAssertEqual(try now(one).startDay, today.advanced(by: 1))
    XCTAssertEqual(try now(one).endDay, today.advanced(by: 83))
    canvas.select(.record(milestone.reference))
    XCTAssertTrue(canvas.pressed(.left, .alt))
    let due = (try session.workspace.record(milestone.reference) as? Milestone)?.due
    XCTAssertEqual(due, today.advanced(by: 29))
    canvas.select(.record(bare.reference))
    XCTAssertTrue(canvas.pressed(.right, .alt))
    XCTAssertEqual(try now(bare).startDay, today)
    for _ in 0..<4 { session.undo() }
    XCTAssertEqual(try now(one), one)
    XCTAssertEqual(try now(bare), bare)
    window.destroy()
  }

  func testWhatIsSelectedIsBesideItAndTheTableSaysTheSame() async throws {
    let all = opportunities()
    let session = try session { $0.opportunities = all }
    let (page, window) = await page(session, .priorities)
    XCTAssertEqual(page.view.selected, [])
    page.reveal(all[0].reference)
    XCTAssertEqual(page.view.selected, [all[0].reference])
    XCTAssertEqual(page.exportSubject, .figure(.priorities))
    session.perform(Edit.changing(all[0]) { $0.title = "Labels in every parcel" })
    await settle()
    XCTAssertTrue(page.view.selectedWords.contains("Labels in every parcel"))
    session.perform(Edit.deleting([all[0].reference]))
    XCTAssertEqual(page.view.selected, [])
    window.destroy()
  }

  func testAnEmptyPictureSaysSoBesideItself() async throws {
    let session = try session { _ in }
    for figure in [PlanFigure.priorities, .timeline, .barriers, .causes] {
      let (page, window) = await page(session, figure)
      let details = page.details.texts
      XCTAssertEqual(details, [tr("There is nothing in it yet.")], "\(figure)")
      window.destroy()
    }
  }

  func testTheListOfThoseWhoWereNotAskedCanBeWritten() async throws {
    let initiative = Initiative(
      rank: .middle, title: "A message at each scan", status: .running, touchesCustomers: true)
    let session = try session { $0.initiatives = [initiative] }
    let exports = ExportSubject.findings([.unasked], title: "Initiatives")
    let page = ExtraPage(.initiatives, CustomerVoiceView(session) { _ in }, exports: exports)
    XCTAssertEqual(page.exportSubject, exports)
    let content = try XCTUnwrap(ExportContent(exports, of: session.workspace))
    XCTAssertEqual(content.kinds, [.pdf, .csv, .markdown, .html])
    for format in [TextFormat.csv, .markdown, .html] {
      let text = String(decoding: try content.data(as: format), as: UTF8.self)
      XCTAssertTrue(text.contains("A message at each scan"), text)
    }
  }

  func testFindingsFollowTheRecordsAndLeadToThem() async throws {
    let ranks = Rank.spread(2)
    let barriers = [
      Barrier(rank: ranks[0], title: "No budget", openedOn: today),
      Barrier(rank: ranks[1], title: "No time", manager: "Ana", openedOn: today),
    ]
    let session = try session { $0.barriers = barriers }
    let page = FindingsPage(session, .barriers, title: "Barriers", [.unmanagedBarriers]) {
      [weak self] in self?.opened.append($0)
    }
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 800, height: 600)
    page.takeFocus()
    await settle()
    XCTAssertTrue(try XCTUnwrap(page.views.first?.rows.first).activate())
    await wait(for: "the record") { self.opened == [barriers[0].reference] }
    session.perform(Edit.changing(barriers[0]) { $0.manager = "Bo" })
    await settle()
    XCTAssertEqual(
      try ExportContent(.findings([.unmanagedBarriers], title: "Barriers"), of: session.workspace)
        .map { String(decoding: try $0.data(as: .csv), as: UTF8.self).contains("No budget") },
      false)
    window.destroy()
  }

  func testFiguresRegistersAndListsAreExportedAsTextsAndPictures() async throws {
    let all = opportunities()
    let session = try session { $0.opportunities = all }
    let figure = try XCTUnwrap(ExportContent(.figure(.priorities), of: session.workspace))
    XCTAssertEqual(figure.kinds, [.pdf, .svg, .png, .csv, .markdown, .html])
    for format in [TextFormat.csv, .markdown, .html] {
      let text = String(decoding: try figure.data(as: format), as: UTF8.self)
      XCTAssertTrue(text.contains("Scan messages"), format.rawValue)
    }
    let register = try XCTUnwrap(ExportContent(.register(.opportunity), of: session.workspace))
    XCTAssertEqual(register.kinds, [.pdf, .csv, .markdown, .html])
    XCTAssertTrue(
      String(decoding: try register.data(as: .markdown), as: UTF8.self).contains("Not rated yet"))
    let list = try XCTUnwrap(
      ExportContent(.findings([.ranking], title: "Priorities"), of: session.workspace))
    XCTAssertTrue(
      String(decoding: try list.data(as: .html), as: UTF8.self).contains("Labels"))
  }
}
