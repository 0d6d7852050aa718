import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

/// Comparing on the screen, and older versions.
@MainActor
final class ComparisonTests: GtkTestCase {
  private var listening: Listening?

  private func makeFuture(_ fixture: CanvasFixture) throws -> (UUID, JourneyContents) {
    var made: UUID?
    fixture.session.makeFutureMap(of: fixture.map.id) { made = $0 }
    let id = try XCTUnwrap(made)
    return (id, try XCTUnwrap(fixture.session.workspace.journey(id)))
  }

  func testTheListFollowsAndLeadsToThePlace() async throws {
    let fixture = try CanvasFixture()
    let (id, future) = try makeFuture(fixture)
    var gone: [EntityReference] = []
    var left = 0
    let page = try XCTUnwrap(
      ComparisonPage(
        fixture.session, MapVersion(fixture.map.id), MapVersion(id), isDark: false,
        go: { gone.append($0) }, leave: { left += 1 }))
    listening = fixture.session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget)
    page.show(.list)
    XCTAssertEqual(page.comparison.differences, [])
    let card = try XCTUnwrap(future.cards.values.first { $0.basisID == fixture.order.id })
    fixture.session.perform(future.settingText(of: card.reference, to: "Orders one"))
    await wait(for: "the difference") { page.comparison.differences.count == 1 }
    XCTAssertEqual(page.list.rows.compactMap { $0?.newID }, [card.id])
    page.list.onOpen?(try XCTUnwrap(page.comparison.differences.first))
    XCTAssertEqual(gone, [card.reference])
    // Both others show it, too; the older map says what became of it.
    page.show(.overlay)
    let overlay = try XCTUnwrap(page.overlay.canvas.scene)
    XCTAssertTrue(overlay.items.contains { $0.content.texts.contains("≈ Before") })
    page.show(.sides)
    let older = try XCTUnwrap(page.sides.older.canvas.scene)
    XCTAssertTrue(older.items.contains { $0.content.texts.contains("≈ Now") })
    XCTAssertEqual(left, 0)
    window.destroy()
    fixture.close()
  }

  func testAnOlderVersionIsSeenComparedAndRestored() async throws {
    let fixture = try CanvasFixture()
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    fixture.session.perform(journey.deleting([fixture.steps[1].reference]))
    let before = try fixture.cards()
    var opened: [Place] = []
    var said: [String] = []
    let then = try fixture.session.workspace.contents(at: 0)
    let page = PastPage(
      fixture.session, 0, then, first: fixture.map.reference, isDark: false,
      open: { opened.append($0) }, say: { _ in }, sayDone: { said.append($0) }, leave: {})
    let window = await show(page.widget)
    let scene = try XCTUnwrap(page.canvas.canvas.scene)
    XCTAssertTrue(scene.items.contains { $0.content.texts.contains("Gives up") })
    page.restoreOne()
    XCTAssertEqual(try fixture.cards().count, 4)
    XCTAssertEqual(opened, [.journey(fixture.map.id)])
    XCTAssertEqual(said.count, 1)
    fixture.session.undo()
    XCTAssertEqual(try fixture.cards(), before)
    page.restoreAll()
    XCTAssertEqual(try fixture.cards().count, 4)
    XCTAssertEqual(fixture.session.undoTitle, EditName.restore.title)
    window.destroy()
    fixture.close()
  }

  func testABoardIsRestoredAloneAndExportedAsItWas() async throws {
    let fixture = try CanvasFixture()
    let session = fixture.session
    let map = try XCTUnwrap(session.workspace.journey(fixture.map.id))
    session.perform(map.deleting([fixture.order.reference]))
    let board = try XCTUnwrap(session.workspace.board(fixture.board.id))
    session.perform(board.deleting([fixture.column.reference]))
    XCTAssertEqual(try fixture.notes(), [])
    let then = try session.workspace.contents(at: 0)
    var opened: [Place] = []
    let page = PastPage(
      session, 0, then, first: fixture.board.reference, isDark: false,
      open: { opened.append($0) }, say: { _ in }, sayDone: { _ in }, leave: {})
    let subject = try XCTUnwrap(page.exportSubject)
    let content = try XCTUnwrap(ExportContent(subject, of: session.workspace))
    let text = String(decoding: try content.data(as: .markdown), as: UTF8.self)
    XCTAssertTrue(text.contains("Boxes come back"))
    XCTAssertTrue(content.title.hasPrefix("Why?, as it was on "))
    page.restoreOne()
    XCTAssertEqual(try fixture.notes(), ["Boxes come back"])
    XCTAssertFalse(try fixture.cards().contains("Orders two sizes"))
    XCTAssertEqual(opened, [.board(fixture.board.id)])
    session.undo()
    XCTAssertEqual(try fixture.notes(), [])
    fixture.close()
  }
}
