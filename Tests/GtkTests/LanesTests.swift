import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class LanesTests: GtkTestCase {
  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller, controller.canvas)
    fixture.close()
  }

  private func lane(_ fixture: CanvasFixture, _ lane: Lane) throws -> Lane {
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    return try XCTUnwrap(journey.lanes.first { $0.id == lane.id })
  }

  func testKeysMakeALaneHigherAndFitAgain() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(.record(fixture.pains.reference))
      XCTAssertTrue(canvas.pressed(.down, [.shift, .alt]))
      let height = try XCTUnwrap(self.lane(fixture, fixture.pains).height)
      XCTAssertEqual(canvas.item(.record(fixture.pains.reference))?.frame.height, height)
      controller.perform(controller.contents.settingHeight(of: fixture.pains.id, to: 24))
      _ = canvas.pressed(.up, [.shift, .alt])
      XCTAssertNil(try self.lane(fixture, fixture.pains).height)
    }
  }

  func testKeysOnAStepMakeAllColumnsWider() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(.record(fixture.steps[0].reference))
      _ = canvas.pressed(.right, [.shift, .alt])
      XCTAssertEqual(controller.contents.map.columnWidth, 164)
      XCTAssertEqual(canvas.item(.record(fixture.steps[2].reference))?.frame.width, 164)
    }
  }

  func testAnEdgeIsFoundAndResizesOnlyThere() async throws {
    try await onMap { fixture, controller, canvas in
      let frame = try XCTUnwrap(canvas.frame(of: .record(fixture.actions.reference)))
      let edge = Point(frame.x + 20, frame.y + frame.height - 1)
      let found = try XCTUnwrap(canvas.resizableEdge(at: edge))
      XCTAssertEqual(found.subject, .record(fixture.actions.reference))
      XCTAssertTrue(found.isVertical)
      XCTAssertNil(canvas.resizableEdge(at: Point(edge.x, frame.y + frame.height / 2)))
      controller.canvas(canvas, resized: found.subject, to: 222)
      XCTAssertEqual(try self.lane(fixture, fixture.actions).height, 222)
    }
  }

  func testTheWordsOfAScaleAreDrawnOnce() async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    let scene = try XCTUnwrap(controller.canvas.scene)
    let words = scene.items.filter(\.staysInSight)
    XCTAssertFalse(words.isEmpty)
    // Whatever draws them where they stay in sight, the rest of the row does not.
    let bands = SceneBands()
    bands.set(scene, leavesOutStaying: true)
    var count = 0
    bands.forEach(in: .body, Rect(0, 0, 100_000, 100_000)) { _, content in
      XCTAssertFalse(words.contains { $0.content === content })
      count += 1
    }
    XCTAssertGreaterThan(count, 10)
    fixture.close()
  }

  func testAPinnedLaneKeepsItsPlaceAndStaysInSight() async throws {
    try await onMap { fixture, controller, canvas in
      let pains = ItemSubject.record(fixture.pains.reference)
      let actions = ItemSubject.record(fixture.actions.reference)
      let place = try XCTUnwrap(canvas.frame(of: pains))
      controller.perform(
        controller.contents.changingDisplay(of: fixture.pains.id) { $0.isPinned = true })
      XCTAssertEqual(canvas.frame(of: pains), place)
      controller.perform(
        controller.contents.changingDisplay(of: fixture.actions.id) { $0.isPinned = true })
      controller.perform(controller.contents.settingHeight(of: fixture.pains.id, to: 1500))
      await self.wait(for: "room to scroll") { canvas.view.contentSize.height > 1500 }
      canvas.scroll(to: Point(0, 100))
      XCTAssertEqual(canvas.view.scrolled.y, 100)
      let stuck = try XCTUnwrap(canvas.frame(of: actions))
      XCTAssertEqual(stuck.y, canvas.view.region(of: .columnHeader).maxY, accuracy: 1)
      let middle = Point(stuck.x + 30, stuck.y + stuck.height / 2)
      XCTAssertEqual(
        canvas.view.item(at: middle).flatMap { canvas.view.scene.items[$0].subject }, actions)
    }
  }

  func testPinnedLanesLeaveRoomForTheRest() async throws {
    try await onMap { fixture, controller, canvas in
      controller.perform(
        controller.contents.changingDisplay(of: fixture.actions.id) {
          $0.isPinned = true
          $0.height = 2000
        })
      await self.wait(for: "room to scroll") { canvas.view.contentSize.height > 2000 }
      canvas.select(.record(fixture.pain.reference))
      await self.wait(for: "the card") {
        canvas.item(.record(fixture.pain.reference)).map { canvas.view.shows($0) } ?? false
      }
      XCTAssertGreaterThan(canvas.view.region(of: .body).height, 100)
    }
  }

  func testWhatIsLookedForInAHiddenLaneIsShown() async throws {
    try await onMap { fixture, controller, canvas in
      controller.perform(
        controller.contents.changingDisplay(of: fixture.pains.id) { $0.isHidden = true })
      XCTAssertNil(canvas.frame(of: .record(fixture.pain.reference)))
      controller.select(fixture.pain.reference)
      XCTAssertNotNil(canvas.frame(of: .record(fixture.pain.reference)))
      XCTAssertEqual(canvas.current, .record(fixture.pain.reference))
    }
  }

  func testTypingInACollapsedLaneOpensIt() async throws {
    try await onMap { fixture, controller, canvas in
      controller.perform(
        controller.contents.changingDisplay(of: fixture.pains.id) { $0.isCollapsed = true })
      canvas.select(.cell(Cell(laneID: fixture.pains.id, stepID: fixture.steps[0].id)))
      XCTAssertTrue(canvas.beginEditing(replacing: true))
      canvas.type("Too many pages")
      canvas.endEditing()
      XCTAssertFalse(try self.lane(fixture, fixture.pains).isCollapsed)
      XCTAssertTrue(try fixture.cards().contains("Too many pages"))
    }
  }

  func testAPointIsExactlyItsPersonas() async throws {
    try await onMap { fixture, controller, canvas in
      let persona = Persona(rank: .middle, name: "Amina")
      controller.perform(Edit(.addPersona, [.insert(persona)]))
      controller.perform(
        controller.contents.settingEmotion(at: fixture.steps[1].id, to: -1, for: persona.id))
      canvas.select(
        .emotion(stepID: fixture.steps[1].reference, personaID: persona.reference))
      _ = canvas.pressed(.character("5"), [])
      let values = controller.contents.emotions[fixture.steps[1].id] ?? []
      XCTAssertEqual(values.first { $0.personaID == persona.id }?.value, 2)
      XCTAssertEqual(values.first { $0.personaID == nil }?.value, 1)
    }
  }

  func testTypingInACellOfDepartmentsFindsOrMakesOne() async throws {
    try await onMap { fixture, controller, canvas in
      controller.perform(
        Edit(.addDepartment, [.insert(Department(rank: .middle, name: "Finance"))]))
      let lane = controller.contents.addingLane(.departments)
      controller.perform(lane.edit)
      let step = fixture.steps[0].id
      canvas.select(.cell(Cell(laneID: lane.record.id, stepID: step)))
      XCTAssertTrue(canvas.pressed(.character("f"), []))
      XCTAssertFalse(canvas.isEditing)
      let popover = try XCTUnwrap(controller.departmentsPopover)
      XCTAssertEqual(popover.entry.text, "f")
      popover.entry.text = "fin"
      popover.enter()
      XCTAssertEqual(controller.contents.departments(behind: step).map(\.name), ["Finance"])
      popover.entry.text = "Depot"
      popover.enter()
      XCTAssertEqual(
        Set(controller.contents.departments(behind: step).map(\.name)), ["Finance", "Depot"])
      popover.close()
      XCTAssertTrue(canvas.pressed(.delete, []))
      XCTAssertTrue(controller.contents.departments(behind: step).isEmpty)
    }
  }

  func testTheLanesButtonSaysHowManyAreHidden() async throws {
    try await onMap { fixture, controller, canvas in
      let button = LanesButton(controller)
      controller.view.addTool(button.widget)
      XCTAssertEqual(button.text, "Lanes")
      controller.perform(
        controller.contents.changingDisplay(of: fixture.pains.id) { $0.isHidden = true })
      button.show()
      XCTAssertEqual(button.text, "Lanes, 1 hidden")
    }
  }
}
