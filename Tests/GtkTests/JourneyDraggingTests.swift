import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class JourneyDraggingTests: GtkTestCase {
  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller, controller.canvas)
    fixture.close()
  }

  private func centre(_ subject: ItemSubject, _ canvas: SceneCanvas) throws -> Point {
    let frame = try XCTUnwrap(canvas.frame(of: subject))
    return Point(frame.x + frame.width / 2, frame.y + frame.height / 2)
  }

  private func centre<Record: Entity>(_ record: Record, _ canvas: SceneCanvas) throws -> Point {
    try centre(.record(record.reference), canvas)
  }

  private func cell(_ lane: Lane, _ step: Step) -> ItemSubject {
    .cell(Cell(laneID: lane.id, stepID: step.id))
  }

  /// As a hand does: away from where it was, and then there.
  private func drag(
    _ start: Point, _ end: Point, _ canvas: SceneCanvas, copies: Bool = false
  ) {
    XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 8, start.y)))
    canvas.drag(to: Point((start.x + end.x) / 2, (start.y + end.y) / 2), copies: copies)
    canvas.drag(to: end, copies: copies)
  }

  // MARK: Pointer

  func testACardIsDroppedInAnotherCellAsOneStep() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(.record(fixture.order.reference))
      self.drag(
        try self.centre(fixture.order, canvas),
        try self.centre(self.cell(fixture.pains, fixture.steps[2]), canvas), canvas)
      // Nothing is written until it is let go.
      XCTAssertEqual(try fixture.session.workspace.history().count, 0)
      canvas.endDrag()
      let card = try XCTUnwrap(controller.contents.cards[fixture.order.id])
      XCTAssertEqual(card.laneID, fixture.pains.id)
      XCTAssertEqual(card.stepID, fixture.steps[2].id)
      XCTAssertEqual(try fixture.session.workspace.history().count, 1)
      XCTAssertEqual(canvas.selection, [.record(fixture.order.reference)])
    }
  }

  func testEscapePutsItBack() async throws {
    try await onMap { fixture, controller, canvas in
      let before = controller.contents
      self.drag(
        try self.centre(fixture.order, canvas),
        try self.centre(self.cell(fixture.pains, fixture.steps[2]), canvas), canvas)
      XCTAssertTrue(canvas.isDragging)
      XCTAssertTrue(canvas.pressed(.escape, []))
      XCTAssertFalse(canvas.isDragging)
      canvas.endDrag()
      XCTAssertEqual(controller.contents, before)
      XCTAssertEqual(try fixture.session.workspace.history().count, 0)
    }
  }

  func testAllThatIsSelectedGoesAlongAndCopiesStayWithCtrl() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(
        [.record(fixture.look.reference), .record(fixture.secondLook.reference)],
        current: .record(fixture.look.reference))
      let target = Cell(laneID: fixture.pains.id, stepID: fixture.steps[2].id)
      self.drag(
        try self.centre(fixture.look, canvas), try self.centre(.cell(target), canvas), canvas)
      XCTAssertTrue(canvas.pressed(.leftControl, []))
      canvas.endDrag()
      XCTAssertEqual(
        controller.contents.cards(at: target).map(\.text), ["Searches the site", "Gives up"])
      XCTAssertEqual(controller.contents.cards.count, 6)
      XCTAssertEqual(try fixture.session.workspace.history().count, 1)
      // The copies are selected, and go on by themselves.
      XCTAssertEqual(canvas.selection.count, 2)
      XCTAssertFalse(canvas.selection.contains(.record(fixture.look.reference)))
    }
  }

  func testStepsLanesAndPointsAreDragged() async throws {
    try await onMap { fixture, controller, canvas in
      let first = try self.centre(fixture.steps[0], canvas)
      let last = try self.centre(fixture.steps[2], canvas)
      self.drag(first, Point(last.x + 40, last.y), canvas)
      canvas.endDrag()
      XCTAssertEqual(
        controller.contents.steps.map(\.title), ["Looks it up", "Packs", "Tries it on"])

      let lane = try self.centre(fixture.pains, canvas)
      let top = try self.centre(fixture.actions, canvas)
      self.drag(lane, Point(top.x, top.y - 20), canvas)
      canvas.endDrag()
      XCTAssertEqual(
        controller.contents.lanes.map(\.laneKind), [.painPoints, .actions, .emotion])

      let point = ItemSubject.emotion(stepID: fixture.steps[1].reference, personaID: nil)
      let start = try self.centre(point, canvas)
      self.drag(start, Point(start.x + 50, start.y + 500), canvas)
      canvas.endDrag()
      XCTAssertEqual(controller.contents.emotion(at: fixture.steps[1].id)?.value, -2)
      XCTAssertEqual(try fixture.session.workspace.history().count, 3)
    }
  }

  func testAnEdgeIsDragged() async throws {
    try await onMap { fixture, controller, canvas in
      let frame = try XCTUnwrap(canvas.frame(of: .record(fixture.order.reference)))
      let edge = Point(frame.x + frame.width - 2, frame.y + frame.height / 2)
      XCTAssertEqual(canvas.grip(at: edge)?.edge, .right)
      let last = try self.centre(fixture.steps[2], canvas)
      self.drag(edge, Point(last.x + 40, last.y), canvas)
      canvas.endDrag()
      XCTAssertEqual(controller.contents.cards[fixture.order.id]?.span, 3)
    }
  }

  func testItWorksZoomedAndScrolled() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.setZoom(1.6)
      await self.settle()
      canvas.scroll(to: Point(100, 20))
      XCTAssertGreaterThan(canvas.view.scrolled.x, 50)
      let target = Cell(laneID: fixture.actions.id, stepID: fixture.steps[2].id)
      let there = try self.centre(.cell(target), canvas)
      self.drag(try self.centre(fixture.look, canvas), there, canvas)
      canvas.endDrag()
      XCTAssertEqual(controller.contents.cards(at: target).map(\.text), ["Searches the site"])
    }
  }

  func testTheViewScrollsWhileThePointerRestsAtItsEdge() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.setZoom(4)
      canvas.scrollToStart()
      await self.settle()
      let start = try self.centre(fixture.steps[0], canvas)
      self.drag(start, Point(Double(canvas.width) - 5, start.y), canvas)
      let before = canvas.view.scrolled.x
      await self.wait(for: "the end of the map") {
        canvas.view.scrolled.x >= canvas.view.contentSize.width - Double(canvas.width) - 1
      }
      XCTAssertGreaterThan(canvas.view.scrolled.x, before)
      canvas.endDrag()
      XCTAssertEqual(controller.contents.steps.last?.title, "Tries it on")
    }
  }

  func testADragGoesOnWithWhatOthersWriteAndEndsWhenItIsGone() async throws {
    try await onMap { fixture, controller, canvas in
      let there = try self.centre(self.cell(fixture.pains, fixture.steps[2]), canvas)
      self.drag(try self.centre(fixture.order, canvas), there, canvas)
      fixture.session.perform(
        controller.contents.settingText(of: fixture.pain.reference, to: "Long"))
      XCTAssertTrue(canvas.isDragging)
      fixture.session.perform(controller.contents.deleting([fixture.order.reference]))
      XCTAssertFalse(canvas.isDragging)
      canvas.endDrag()
      XCTAssertNil(controller.contents.cards[fixture.order.id])
    }
  }

  func testAReadOnlyWorkspaceIsNotDragged() async throws {
    let fixture = try CanvasFixture()
    let url = fixture.session.workspace.url
    let session = try Session(Workspace.open(at: url, readOnly: true))
    let controller = try XCTUnwrap(
      JourneyCanvasController(session: session, mapID: fixture.map.id, theme: .light))
    let window = await show(controller.view.widget)
    let canvas = controller.canvas
    let start = try centre(fixture.order, canvas)
    XCTAssertFalse(canvas.beginDrag(from: start, to: Point(start.x + 90, start.y)))
    let frame = try XCTUnwrap(canvas.frame(of: .record(fixture.order.reference)))
    XCTAssertNil(canvas.grip(at: Point(frame.x + 1, frame.y + 9))?.edge)
    window.destroy()
    session.close()
    fixture.close()
  }

  // MARK: Keys

  func testKeysGrowSplitMergeAndDuplicate() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(.record(fixture.order.reference))
      XCTAssertTrue(canvas.pressed(.right, [.shift, .alt]))
      XCTAssertTrue(canvas.pressed(.right, [.shift, .alt]))
      XCTAssertTrue(canvas.pressed(.left, [.shift, .alt]))
      XCTAssertEqual(controller.contents.cards[fixture.order.id]?.span, 2)

      canvas.select(.record(fixture.steps[1].reference))
      XCTAssertTrue(canvas.pressed(.character("S"), [.control, .shift]))
      XCTAssertEqual(controller.contents.stages.count, 2)
      XCTAssertTrue(canvas.isEditing)
      canvas.endEditing()
      canvas.select(.record(fixture.steps[0].reference))
      XCTAssertTrue(canvas.pressed(.character("J"), [.control, .shift]))
      XCTAssertEqual(controller.contents.stages.map(\.title), ["Decide / New stage"])

      canvas.select(.record(fixture.steps[1].reference))
      XCTAssertTrue(canvas.pressed(.character("d"), .control))
      XCTAssertEqual(
        controller.contents.steps.map(\.title),
        ["Tries it on", "Looks it up", "Looks it up", "Packs"])
      XCTAssertEqual(controller.contents.cards.count, 7)
    }
  }

  func testCardsTurnIntoAnotherKindTogether() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(
        [.record(fixture.look.reference), .record(fixture.order.reference)],
        current: .record(fixture.look.reference))
      controller.convertSelection(to: .painPoints)
      let cards = controller.contents.cards
      XCTAssertEqual(cards[fixture.look.id]?.laneID, fixture.pains.id)
      XCTAssertEqual(cards[fixture.order.id]?.laneID, fixture.pains.id)
      XCTAssertEqual(canvas.selection.count, 2)
      XCTAssertEqual(try fixture.session.workspace.history().count, 1)
    }
  }
}
