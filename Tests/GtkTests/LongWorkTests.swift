import Foundation
import UpliftCore
import XCTest

@testable import UpliftApp

/// What takes its time says how far it is, and can be cancelled.
final class LongWorkTests: GtkTestCase {
  func testAnImportIsOneStepOfUndo() async throws {
    let fixture = try CanvasFixture()
    let file = fixture.folder.appending(path: "notes.mmd")
    try Data("journey\n title Shop\n section Look\n  Walk in: 4: Me\n".utf8).write(to: file)
    var result: Result<Session.Imported, any Error>?
    fixture.session.importFile(file) { result = $0 }
    XCTAssertNotNil(fixture.session.longWork)
    await wait(for: "the import") { result != nil }
    XCTAssertNoThrow(try result?.get())
    XCTAssertTrue(fixture.session.outline.journeyMaps.contains { $0.title == "Shop" })
    fixture.session.undo()
    XCTAssertFalse(fixture.session.outline.journeyMaps.contains { $0.title == "Shop" })
    fixture.close()
  }

  func testACancelledImportChangesNothing() async throws {
    let fixture = try CanvasFixture()
    let file = fixture.folder.appending(path: "large.csv")
    var text = "stage,step,lane,card\n"
    for number in 0..<20_000 { text += "One,Step \(number / 100),Actions,Card \(number)\n" }
    try Data(text.utf8).write(to: file)
    let before = try fixture.session.workspace.contents()
    var result: Result<Session.Imported, any Error>?
    fixture.session.importFile(file) { result = $0 }
    let work = try XCTUnwrap(fixture.session.longWork)
    await wait(for: "it to get going") { work.fraction > 0.2 || result != nil }
    XCTAssertNil(result)
    work.cancel()
    await wait(for: "its end") { result != nil }
    guard case .failure(is CancellationError) = result else {
      return XCTFail("it was not cancelled")
    }
    XCTAssertEqual(try fixture.session.workspace.contents().cards, before.cards)
    XCTAssertNil(fixture.session.longWork)
    fixture.close()
  }

  func testALargeUndoDoesNotHoldUpTheWindow() async throws {
    let fixture = try CanvasFixture()
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    let block = (0..<4_000).map { "Card \($0)" }
    let cell = Cell(laneID: fixture.actions.id, stepID: fixture.steps[0].id)
    let pasting = try XCTUnwrap(journey.pasting(lines: block, at: cell))
    fixture.session.perform(pasting.edit)
    var results: [Session.Travelled] = []
    fixture.session.undo { results.append($0) }
    try XCTUnwrap(fixture.session.longWork).cancel()
    await wait(for: "the end") { !results.isEmpty }
    XCTAssertEqual(results, [.cancelled])
    XCTAssertEqual(try fixture.cards().count, 4_004)
    XCTAssertFalse(fixture.session.isUnsaved)
    fixture.session.undo { results.append($0) }
    XCTAssertNotNil(fixture.session.longWork)
    await wait(for: "the undo") { results.count == 2 }
    XCTAssertEqual(results.last, .done("Paste · 4,000 cards"))
    XCTAssertEqual(try fixture.cards().count, 4)
    fixture.session.redo { results.append($0) }
    await wait(for: "the redo") { results.count == 3 }
    XCTAssertEqual(try fixture.cards().count, 4_004)
    // A small step is taken back at once.
    fixture.session.perform(Edit.changing(fixture.map, .rename) { $0.title = "Another" })
    fixture.session.undo { results.append($0) }
    XCTAssertNil(fixture.session.longWork)
    XCTAssertEqual(results.last, .done("Rename · “Another”"))
    fixture.close()
  }

  func testThousandsOfCardsAreDeletedWhileTheWindowsWait() async throws {
    let fixture = try CanvasFixture()
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    let block = (0..<2_000).map { "Card \($0)" }
    let cell = Cell(laneID: fixture.actions.id, stepID: fixture.steps[0].id)
    let pasting = try XCTUnwrap(journey.pasting(lines: block, at: cell))
    fixture.session.perform(pasting.edit)
    var heard: [EditName] = []
    let listening = fixture.session.onEdit { edit, _ in heard.append(edit.name) }
    let gone = Edit(.delete, pasting.added.map { .delete($0) })
    var results: [Bool] = []
    fixture.session.perform(gone, saying: "Deleting") { results.append($0) }
    try XCTUnwrap(fixture.session.longWork).cancel()
    await wait(for: "the end") { !results.isEmpty }
    XCTAssertEqual(try fixture.cards().count, 2_004)
    fixture.session.perform(gone, saying: "Deleting") { results.append($0) }
    await wait(for: "the deletion") { results.count == 2 }
    XCTAssertEqual(results, [false, true])
    XCTAssertEqual(heard, [.delete])
    XCTAssertEqual(try fixture.cards().count, 4)
    _ = listening
    fixture.close()
  }

  private func pasting(_ count: Int, into fixture: CanvasFixture) throws {
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    let block = (0..<count).map { "Card \($0)" }
    let cell = Cell(laneID: fixture.actions.id, stepID: fixture.steps[0].id)
    let pasting = try XCTUnwrap(journey.pasting(lines: block, at: cell))
    fixture.session.perform(pasting.edit)
  }

  func testALargeRestoreDoesNotHoldUpTheWindow() async throws {
    let fixture = try CanvasFixture()
    let session = fixture.session
    try pasting(4_000, into: fixture)
    var results: [Bool] = []
    session.restore(0) { results.append($0) }
    try XCTUnwrap(session.longWork).cancel()
    await wait(for: "the end") { !results.isEmpty }
    XCTAssertEqual(try fixture.cards().count, 4_004)
    XCTAssertNil(session.problem)
    session.restore(0) { results.append($0) }
    await wait(for: "the older version") { results.count == 2 }
    XCTAssertEqual(results, [false, true])
    XCTAssertEqual(try fixture.cards().count, 4)
    XCTAssertEqual(session.undoTitle, EditName.restore.title)
    var undone: Session.Travelled?
    session.undo { undone = $0 }
    await wait(for: "the undo") { undone != nil }
    XCTAssertEqual(try fixture.cards().count, 4_004)
    // A map alone, from the page that shows how it was.
    let then = try session.workspace.contents(at: 0)
    var opened: [Place] = []
    let page = PastPage(
      session, 0, then, first: fixture.map.reference, isDark: false,
      open: { opened.append($0) }, say: { _ in }, sayDone: { _ in }, leave: {})
    page.restoreOne()
    XCTAssertNotNil(session.longWork)
    await wait(for: "the map") { !opened.isEmpty }
    XCTAssertEqual(try fixture.cards().count, 4)
    fixture.close()
  }

  func testAMapOfThousandsIsDeletedWhileTheWindowsWait() async throws {
    let fixture = try CanvasFixture()
    let session = fixture.session
    try pasting(4_000, into: fixture)
    let gone = Edit(.delete, [.delete(fixture.map.reference)])
    var results: [Bool] = []
    session.perform(gone, saying: "Deleting") { results.append($0) }
    try XCTUnwrap(session.longWork).cancel()
    await wait(for: "the end") { !results.isEmpty }
    XCTAssertEqual(try fixture.cards().count, 4_004)
    session.perform(gone, saying: "Deleting") { results.append($0) }
    await wait(for: "the deletion") { results.count == 2 }
    XCTAssertTrue(try session.workspace.contents().cards.isEmpty)
    fixture.close()
  }

  func testALargeMapIsCopiedWhileTheWindowsWait() async throws {
    let fixture = try CanvasFixture()
    let session = fixture.session
    try pasting(2_000, into: fixture)
    var made: [UUID] = []
    session.duplicateMap(fixture.map.id) { made.append($0) }
    XCTAssertNotNil(session.longWork)
    await wait(for: "the copy") { made.count == 1 }
    XCTAssertEqual(session.undoTitle, EditName.duplicate.title)
    session.makeFutureMap(of: fixture.map.id) { made.append($0) }
    XCTAssertNotNil(session.longWork)
    await wait(for: "the future") { made.count == 2 }
    XCTAssertEqual(try session.workspace.contents().cards.count, 3 * 2_004)
    let titles = session.outline.journeyMaps.map(\.title)
    XCTAssertEqual(
      titles,
      ["Returning an order", "Returning an order, future state", "Returning an order (2)"])
    fixture.close()
  }

  func testWhoeverCancelsDoesNotWaitForWhatCannotBeStopped() async throws {
    let fixture = try CanvasFixture()
    let gate = DispatchSemaphore(value: 0)
    var isDone = false
    fixture.session.work("Waiting") { _, work in
      try work.leaving { gate.wait() }
    } done: { (_: Result<Void, any Error>) in
      isDone = true
    }
    await settle()
    XCTAssertFalse(isDone)
    fixture.session.longWork?.cancel()
    await wait(for: "the end") { isDone }
    gate.signal()
    fixture.close()
  }

  func testWhoAsksForTheVersionOpensNoFile() throws {
    let fixture = try CanvasFixture()
    let path = fixture.session.workspace.url.path
    XCTAssertNil(WorkspaceOpening.begin(["uplift", "--version", path]))
    XCTAssertNil(WorkspaceOpening.begin(["uplift", path, "-v"]))
    let opening = try XCTUnwrap(WorkspaceOpening.begin(["uplift", path]))
    try opening.finish().workspace.close()
    fixture.close()
  }
}
