import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

/// What goes through the display's clipboard, both ways.
@MainActor
final class ClipboardTests: GtkTestCase {
  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController, Clipboard) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller, try XCTUnwrap(Clipboard.standard))
    fixture.close()
  }

  /// What another program would get.
  private func read(_ type: String, from clipboard: Clipboard) async -> Data {
    var result: Result<[UInt8], ReadingError>?
    clipboard.read(type, limit: 10_000_000) { result = $0 }
    await wait(for: type) { result != nil }
    return (try? result?.get()).map { Data($0) } ?? Data()
  }

  func testACopyIsOfferedInEveryFormat() async throws {
    try await onMap { fixture, controller, clipboard in
      controller.canvas.select(
        [.record(fixture.order.reference), .record(fixture.pain.reference)],
        current: .record(fixture.order.reference))
      controller.copy()
      XCTAssertEqual(
        Array(clipboard.types.prefix(2)), [MapClip.mediaType, "text/html"])
      let clip = try MapClip(await read(MapClip.mediaType, from: clipboard))
      XCTAssertEqual(clip.shape, .cells)
      XCTAssertEqual(Set(clip.contents.cards.map(\.id)), [fixture.order.id, fixture.pain.id])
      let text = String(
        decoding: await read("text/plain;charset=utf-8", from: clipboard), as: UTF8.self)
      // A row a lane, with the emotion between them.
      XCTAssertEqual(text, "Orders two sizes\t\n\t+1\n\tThree pages long")
      let html = String(decoding: await read("text/html", from: clipboard), as: UTF8.self)
      XCTAssertEqual(TextTable(html: html)?.rows, TextTable(text).rows)
      let svg = String(decoding: await read("image/svg+xml", from: clipboard), as: UTF8.self)
      XCTAssertTrue(svg.contains("Three pages long") && svg.contains("</svg>"))
      // Nothing that lies outside the block.
      XCTAssertFalse(svg.contains("Packs"))
      let texture = try Texture(data: Array(await read("image/png", from: clipboard)))
      XCTAssertGreaterThan(texture.width, 400)
    }
  }

  func testACopyIsOfThingsAsTheyWere() async throws {
    try await onMap { fixture, controller, clipboard in
      controller.canvas.select(.record(fixture.order.reference))
      controller.cut()
      XCTAssertFalse(try fixture.cards().contains("Orders two sizes"))
      let text = String(decoding: await read("text/plain", from: clipboard), as: UTF8.self)
      XCTAssertEqual(text, "Orders two sizes")
      controller.canvas.select(.cell(Cell(laneID: fixture.pains.id, stepID: fixture.steps[2].id)))
      controller.paste()
      await wait(for: "the card") { ((try? fixture.cards()) ?? []).contains("Orders two sizes") }
      let copy = try XCTUnwrap(
        controller.contents.cards.values.first { $0.text == "Orders two sizes" })
      XCTAssertEqual(copy.laneID, fixture.pains.id)
      XCTAssertNotEqual(copy.id, fixture.order.id)
      XCTAssertEqual(controller.canvas.selection, [.record(copy.reference)])
      try fixture.session.workspace.undo()
      XCTAssertFalse(try fixture.cards().contains("Orders two sizes"))
    }
  }

  func testAPastedTableOfAnotherProgramKeepsItsCells() async throws {
    try await onMap { fixture, controller, clipboard in
      clipboard.set([
        ("text/html", Array("<table><tr><td>Two<br>lines</td><td>b</td></tr></table>".utf8)),
        ("text/plain;charset=utf-8", Array("\"Two\nlines\"\tb".utf8)),
      ])
      controller.canvas.select(.record(fixture.order.reference))
      controller.paste()
      await wait(for: "the cards") { ((try? fixture.cards()) ?? []).contains("b") }
      XCTAssertTrue(try fixture.cards().contains("Two\nlines"))
    }
  }

  func testARowOfValuesIsPastedAsEmotionsAndOneThatIsNoneRefusesAll() async throws {
    try await onMap { fixture, controller, clipboard in
      var said: [String] = []
      controller.onSay = { said.append($0) }
      let lane = try XCTUnwrap(
        controller.contents.lanes.first { $0.laneKind == .emotion }, "an emotion lane")
      let cell = Cell(laneID: lane.id, stepID: fixture.steps[0].id)
      let values = { fixture.steps.map { controller.contents.emotion(at: $0.id)?.value } }
      let before = values()
      @MainActor func paste(_ text: String) {
        clipboard.set([("text/plain;charset=utf-8", Array(text.utf8))])
        controller.canvas.select(.cell(cell))
        controller.paste()
      }
      paste("2\t5")
      await wait(for: "the sentence") { said.contains { $0.contains("“5”") } }
      XCTAssertEqual(values(), before)
      paste("2\t−1,5")
      await wait(for: "the emotions") { values() != before }
      XCTAssertEqual(Array(values().prefix(2)), [2, -1.5])
      XCTAssertEqual(controller.canvas.selection.count, 2)
    }
  }

  func testLinesComeIntoOneCellAndAColumnDownTheLanes() async throws {
    try await onMap { fixture, controller, clipboard in
      var said: [String] = []
      controller.onSay = { said.append($0) }
      let cell = Cell(laneID: fixture.pains.id, stepID: fixture.steps[2].id)
      let lines = Array("one\ntwo\nthree".utf8)
      let texts = { controller.contents.cards(at: cell).map(\.text) }
      let before = texts()
      clipboard.set([("text/plain;charset=utf-8", lines)])
      controller.canvas.select(.cell(cell))
      controller.paste()
      await wait(for: "the cards") { texts().count == before.count + 3 }
      XCTAssertEqual(Array(texts().suffix(3)), ["one", "two", "three"])
      XCTAssertEqual(fixture.session.undo(), tr("Paste"))
      // A spreadsheet says that it is a column.
      let table = "<table><tr><td>one</td></tr><tr><td>two</td></tr></table>"
      for offer in [("text/html", Array(table.utf8)), ("text/tab-separated-values", lines)] {
        let rows = controller.contents.lanes.count
        clipboard.set([offer, ("text/plain;charset=utf-8", lines)])
        controller.canvas.select(.cell(cell))
        controller.paste()
        await wait(for: "the column") { texts() == before + ["one"] }
        XCTAssertGreaterThan(controller.contents.lanes.count, rows)
        XCTAssertEqual(said.count, 1, "\(said)")
        said = []
        XCTAssertEqual(fixture.session.undo(), tr("Paste"))
      }
    }
  }

  func testARangeTakesTheEmotionsBetweenAlong() async throws {
    try await onMap { fixture, controller, clipboard in
      let lane = try XCTUnwrap(controller.contents.lanes.first { $0.laneKind == .emotion })
      let rows = controller.contents.lanes
      let index = try XCTUnwrap(rows.firstIndex(of: lane))
      let cards = controller.contents.cards.values
      let below = try XCTUnwrap(
        cards.first { card in rows[index...].contains { $0.id == card.laneID } }, "a card below")
      controller.canvas.select(.record(fixture.order.reference))
      controller.canvas.extendSelection(to: .record(below.reference))
      controller.copy()
      let text = String(decoding: await read("text/plain", from: clipboard), as: UTF8.self)
      let last = try XCTUnwrap(rows.firstIndex { $0.id == below.laneID })
      XCTAssertEqual(TextTable(text).rows.count, last + 1)
      XCTAssertTrue(TextTable(text).rows[index].contains("+1"), text)
    }
  }

  func testWhatIsDraggedOutIsAPictureBeforeAllElse() async throws {
    try await onMap { fixture, controller, _ in
      let canvas = controller.canvas
      let offer = controller.canvas(canvas, offersDragged: [.record(fixture.order.reference)])
      let types = try XCTUnwrap(offer?.types)
      XCTAssertEqual(Array(types.prefix(2)), ["image/png", "image/svg+xml"])
      XCTAssertTrue(types.contains("text/plain"))
      XCTAssertEqual(canvas.selection, [.record(fixture.order.reference)])
      let text = offer?.make("text/plain").map { String(decoding: $0, as: UTF8.self) }
      XCTAssertEqual(text, "Orders two sizes")
    }
  }

  func testWhatCannotBePastedIsSaid() async throws {
    try await onMap { fixture, controller, clipboard in
      var said: [String] = []
      controller.onSay = { said.append($0) }
      let before = try fixture.cards()
      // Nothing is selected.
      controller.canvas.select(nil)
      clipboard.set([("text/plain;charset=utf-8", Array("Lost".utf8))])
      controller.paste()
      await wait(for: "a sentence") { said.count == 1 }
      controller.canvas.select(.record(fixture.order.reference))
      clipboard.set([(MapClip.mediaType, Array("{\"format\":\"uplift\"}".utf8))])
      controller.paste()
      await wait(for: "a second one") { said.count == 2 }
      XCTAssertTrue(said[1].contains("cannot be read"), said[1])
      clipboard.set([("application/x-of-another-program", [1, 2, 3])])
      controller.paste()
      await wait(for: "a third one") { said.count == 3 }
      XCTAssertEqual(try fixture.cards(), before)
    }
  }

  func testThousandsOfLinesArePastedInTheBackgroundAsOneStep() async throws {
    try await onMap { fixture, controller, clipboard in
      let text = Array(repeating: "A text of a few words", count: 10_000)
        .joined(separator: "\n")
      clipboard.set([("text/plain;charset=utf-8", Array(text.utf8))])
      controller.canvas.select(.record(fixture.order.reference))
      controller.paste()
      await wait(for: "the work") { fixture.session.longWork != nil }
      XCTAssertEqual(controller.contents.cards.count, 4)
      let end = ContinuousClock.now + .seconds(60)
      while fixture.session.longWork != nil, ContinuousClock.now < end { await settle() }
      XCTAssertEqual(try fixture.cards().count, 10_004)
      XCTAssertEqual(controller.contents.cards.count, 10_004)
      XCTAssertEqual(controller.canvas.selection.count, 10_000)
      XCTAssertEqual(fixture.session.undo(), tr("Paste"))
      XCTAssertEqual(try fixture.cards().count, 4)
    }
  }

  func testALongPasteCanBeCancelled() async throws {
    try await onMap { fixture, controller, _ in
      var said: [String] = []
      controller.onSay = { said.append($0) }
      controller.canvas.select(.record(fixture.order.reference))
      let text = String(repeating: "A text of a few words\n", count: 20_000)
      controller.carryOut(.texts(html: nil, text: Data(text.utf8)), controller.planning)
      try XCTUnwrap(fixture.session.longWork).cancel()
      let end = ContinuousClock.now + .seconds(60)
      while fixture.session.longWork != nil, ContinuousClock.now < end { await settle() }
      XCTAssertEqual(said.count, 1)
      XCTAssertEqual(try fixture.cards().count, 4)
    }
  }

  func testABoardIsCopiedAsTextAndPicture() async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showBoard(in: self)
    let clipboard = try XCTUnwrap(Clipboard.standard)
    controller.canvas.select(.record(fixture.note.reference))
    controller.copy()
    let text = String(decoding: await read("text/plain", from: clipboard), as: UTF8.self)
    XCTAssertEqual(text, "Boxes come back")
    let svg = String(decoding: await read("image/svg+xml", from: clipboard), as: UTF8.self)
    XCTAssertTrue(svg.contains("Boxes come back"))
    XCTAssertFalse(svg.contains("Why it happens"))
    controller.canvas.select(nil)
    controller.copyPicture()
    let whole = String(decoding: await read("image/svg+xml", from: clipboard), as: UTF8.self)
    XCTAssertTrue(whole.contains("Why it happens"))
    fixture.close()
  }
}
