import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// The page on which the plan is put together.
@MainActor
final class PlanDocumentPageTests: GtkTestCase {
  private var listening: Listening?

  private func page() throws -> (Session, PlanDocumentPage) {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    contents.promises = [Promise(rank: .middle, title: "A refund within a week")]
    contents.initiatives = [Initiative(rank: .middle, title: "Label in every parcel")]
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    let session = try Session(
      try Workspace.create(at: folder.appendingPathComponent("a.uplift"), contents: contents))
    let page = PlanDocumentPage(session, export: { _ in }, print: {}, showOrganisation: {})
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    return (session, page)
  }

  private func kept(_ session: Session) throws -> PlanDocument? {
    try session.workspace.contents().planDocuments.first
  }

  func testWhatIsChosenIsKeptAndUndone() async throws {
    let (session, page) = try page()
    let window = await show(page.widget, width: 1200, height: 800)
    XCTAssertNil(try kept(session))
    let row = try XCTUnwrap(page.rows.first { $0.section == .evidence })
    row.check.isActive = false
    XCTAssertEqual(try kept(session)?.setup.includes(.evidence), false)
    page.move(.initiatives, by: -2)
    XCTAssertEqual(
      try kept(session)?.setup.order.firstIndex(of: .initiatives),
      PlanSection.allCases.firstIndex(of: .initiatives).map { $0 - 2 })
    XCTAssertEqual(page.rows.map(\.section), try kept(session)?.setup.order)
    session.undo()
    XCTAssertEqual(page.rows.map(\.section), PlanSection.allCases)
    XCTAssertFalse(row.check.isActive)
    session.undo()
    XCTAssertNil(try kept(session))
    XCTAssertTrue(row.check.isActive)
    window.destroy()
  }

  func testTheDateOnTheCoverIsKeptAndUndone() async throws {
    let (session, page) = try page()
    let window = await show(page.widget, width: 1200, height: 800)
    let day = try XCTUnwrap(CalendarDay(year: 2027, month: 1, day: 4))
    page.dayEditor.entry.text = DayFormat.local.text(day)
    page.commitTyping()
    XCTAssertEqual(try kept(session)?.setup.day, day)
    session.undo()
    XCTAssertNil(try kept(session)?.setup.day)
    window.destroy()
  }

  func testThePagesFollowTheChoice() async throws {
    let (_, page) = try page()
    let window = await show(page.widget, width: 1200, height: 800)
    await wait(for: "the pages") { page.preview.pages != nil }
    XCTAssertNotNil(page.preview.firstPage(of: .evidence))
    XCTAssertNil(page.preview.firstPage(of: .training))
    page.preview.turn(to: .initiatives)
    XCTAssertEqual(page.preview.page, page.preview.firstPage(of: .initiatives))
    try XCTUnwrap(page.rows.first { $0.section == .evidence }).check.isActive = false
    await wait(for: "the pages without it") { page.preview.firstPage(of: .evidence) == nil }
    XCTAssertNotNil(page.preview.firstPage(of: .initiatives))
    window.destroy()
  }

  /// A page that is turned takes nothing from pages that are being set anew.
  func testTurningWhilePagesAreSetLosesNothing() async throws {
    let (_, page) = try page()
    let window = await show(page.widget, width: 1200, height: 800)
    await wait(for: "the pages") { page.preview.pages != nil }
    page.preview.turn(to: .initiatives)
    let old = page.preview.page
    // Its first page stands elsewhere afterwards, and is the one that is shown.
    page.move(.initiatives, by: -9)
    for _ in 0..<400 {
      page.preview.turn(by: 1)
      page.preview.turn(by: -1)
      page.preview.turn(to: .initiatives)
      try await Task.sleep(for: .milliseconds(2))
    }
    await wait(for: "the pages in the new order") {
      page.preview.firstPage(of: .initiatives).map { $0 < old } ?? false
    }
    await wait(for: "its first page") {
      page.preview.page == page.preview.firstPage(of: .initiatives)
    }
    window.destroy()
  }
}
