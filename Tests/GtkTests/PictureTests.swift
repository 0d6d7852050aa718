import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class PictureTests: GtkTestCase {
  private static let drawing = Data(
    "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='60' height='40' fill='#ff0000'/></svg>"
      .utf8)

  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller, controller.canvas)
    fixture.close()
  }

  private func file(_ name: String, _ data: Data, in fixture: CanvasFixture) throws -> URL {
    let url = fixture.folder.appending(path: name)
    try data.write(to: url)
    return url
  }

  private func pictured(_ fixture: CanvasFixture) throws -> [Card] {
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    return journey.cards.values.filter { journey.picture(of: $0) != nil }
  }

  func testSeveralFilesGoToStepsOneAfterTheOther() async throws {
    try await onMap { fixture, controller, canvas in
      let urls = try ["a.svg", "b.svg"].map { try file($0, Self.drawing, in: fixture) }
      let cell = Cell(laneID: fixture.actions.id, stepID: fixture.steps[1].id)
      controller.addPictures(urls.map { .file($0) }, at: .cell(cell))
      await wait(for: "the cards") { (try? self.pictured(fixture).count) == 2 }
      let steps = Set(try pictured(fixture).map(\.stepID))
      XCTAssertEqual(steps, [fixture.steps[1].id, fixture.steps[2].id])
      XCTAssertEqual(canvas.selection.count, 2)
      fixture.session.undo()
      XCTAssertEqual(try pictured(fixture).count, 0)
      XCTAssertEqual(try fixture.session.workspace.contents().pictures.count, 0)
    }
  }

  func testOnePictureOnACardBecomesItsOwn() async throws {
    try await onMap { fixture, controller, _ in
      controller.addPictures([.data(Self.drawing)], at: .record(fixture.order.reference))
      await wait(for: "the picture") { (try? self.pictured(fixture).first?.id) == fixture.order.id }
      XCTAssertEqual(try fixture.cards().count, 4)
      controller.select(fixture.order.reference)
      XCTAssertNotNil(controller.currentPicture)
      controller.removePictures()
      XCTAssertEqual(try pictured(fixture).count, 0)
      XCTAssertEqual(try fixture.cards().count, 4)
    }
  }

  func testALaneWithoutCardsLeavesThePictureToALaneOfImages() async throws {
    try await onMap { fixture, controller, _ in
      let cell = Cell(laneID: fixture.emotionLane.id, stepID: fixture.steps[0].id)
      controller.addPictures([.data(Self.drawing)], at: .cell(cell))
      await wait(for: "the picture") { (try? self.pictured(fixture).count) == 1 }
      let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
      XCTAssertTrue(journey.lanes.contains { $0.laneKind == .images })
    }
  }

  func testWhatIsNoPictureIsAnsweredWithASentence() async throws {
    try await onMap { fixture, controller, _ in
      let text = try file("diary.png", Data("Dear diary".utf8), in: fixture)
      let good = try file("good.svg", Self.drawing, in: fixture)
      let cell = Cell(laneID: fixture.actions.id, stepID: fixture.steps[0].id)
      controller.addPictures([.file(text), .file(good)], at: .cell(cell))
      await wait(for: "the sentence") { fixture.session.problem != nil }
      XCTAssertTrue(fixture.session.problem?.contains("diary.png") ?? false)
      XCTAssertEqual(try pictured(fixture).count, 1)
    }
  }

  func testAPictureComesToTheScreen() async throws {
    try await onMap { fixture, controller, canvas in
      controller.addPictures([.data(Self.drawing)], at: .record(fixture.order.reference))
      await wait(for: "the picture") { (try? self.pictured(fixture).count) == 1 }
      let image = try XCTUnwrap(controller.canvas.scene?.items.lazy.flatMap(\.content.images).first)
      await wait(for: "its pixels") {
        if case .ready = canvas.nodes.textures.state(of: image) { true } else { false }
      }
      // What is shown is red where the picture is.
      let item = try XCTUnwrap(
        canvas.scene?.items.first { $0.subject == .record(fixture.order.reference) })
      let node = try XCTUnwrap(canvas.nodes.node(for: item.content, .full))
      let texture = try XCTUnwrap(
        SoftwareRenderer().render(node, Rectangle(40, 30, 1, 1)))
      let pixels = try XCTUnwrap(
        texture.png.flatMap { try? PictureImport.picture(from: $0) }.flatMap {
          PixelImage.unpack($0, edge: 8)
        })
      let colour = pixels.withBytes { Array($0.prefix(4)) }
      XCTAssertEqual(colour, [0, 0, 255, 255])
    }
  }

  func testAFrameShowsWhereADropWouldLand() async throws {
    try await onMap { fixture, controller, canvas in
      let cell = ItemSubject.cell(Cell(laneID: fixture.pains.id, stepID: fixture.steps[0].id))
      XCTAssertEqual(canvas.dropping.target?(cell), cell)
      XCTAssertEqual(
        canvas.dropping.target?(.record(fixture.order.reference)),
        .record(fixture.order.reference))
      XCTAssertNil(canvas.dropping.target?(.record(fixture.pains.reference)))
      _ = controller
    }
  }

  func testATextOfAnotherProgramBecomesACard() async throws {
    try await onMap { fixture, controller, canvas in
      let cell = Cell(laneID: fixture.pains.id, stepID: fixture.steps[1].id)
      let item = try XCTUnwrap(canvas.item(.cell(cell)))
      let frame = canvas.view.frame(of: item)
      let place = Point(frame.minX + 4, frame.minY + 4)
      XCTAssertTrue(canvas.drop(.text("Nobody answers"), at: place))
      XCTAssertTrue(try fixture.cards().contains("Nobody answers"))
      let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
      XCTAssertEqual(journey.cards(at: cell).map(\.text).last, "Nobody answers")
      XCTAssertNil(canvas.dropping.place)
      XCTAssertFalse(canvas.drop(.text(" \n"), at: place))
      fixture.session.undo()
      XCTAssertFalse(try fixture.cards().contains("Nobody answers"))
      _ = controller
    }
  }

  func testAPortraitIsKeptAndTakenAway() async throws {
    let fixture = try CanvasFixture()
    let added = fixture.session.outline.addingPersona("Amina Diallo")
    fixture.session.perform(added.edit)
    var sheets: [UUID] = []
    let page = PeoplePage(fixture.session) { sheets.append($0) }
    let listening = fixture.session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget)
    let row = try XCTUnwrap(page.personaRows.first)
    row.portrait?.take(.data(Self.drawing))
    await wait(for: "the portrait") {
      fixture.session.outline.personas.first?.pictureID != nil
    }
    let contents = try fixture.session.workspace.contents()
    XCTAssertEqual(contents.pictures.map(\.data), [Self.drawing])
    row.portrait?.take(.data(Data("no picture".utf8)))
    await wait(for: "the sentence") { fixture.session.problem != nil }
    XCTAssertEqual(try fixture.session.workspace.contents().pictures.count, 1)
    fixture.session.undo()
    XCTAssertEqual(try fixture.session.workspace.contents().pictures.count, 0)
    _ = (listening, sheets)
    window.destroy()
    fixture.close()
  }
}
