import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class PresentationWindowTests: GtkTestCase {
  private var parent: Window?

  private func present(
    _ source: any PresentationSource, _ fixture: CanvasFixture, isDark: Bool? = nil
  ) async -> PresentationWindow {
    let parent = await show(Label("Parent"))
    self.parent = parent
    let shown = PresentationWindow(source, session: fixture.session, over: parent, isDark: isDark)
    shown.present()
    await wait(for: "the page") { shown.canvas.page != nil && shown.canvas.width > 1 }
    return shown
  }

  private func onMap(
    selecting reference: (CanvasFixture) -> EntityReference?,
    _ body: (CanvasFixture, JourneyCanvasController, PresentationWindow) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    if let reference = reference(fixture) { controller.select(reference) }
    let shown = await present(PresentedJourney(controller), fixture)
    try await body(fixture, controller, shown)
    shown.leave()
    parent?.destroy()
    fixture.close()
  }

  private func texts(_ shown: PresentationWindow) -> [String] {
    shown.canvas.page?.seenItems.flatMap(\.item.content.texts) ?? []
  }

  func testItBeginsAtTheSelectionAndAKeyGoesOn() async throws {
    try await onMap(selecting: { $0.look.reference }) { fixture, _, shown in
      XCTAssertEqual(shown.course.stop, .stage(fixture.stage.id))
      XCTAssertEqual(shown.sentence, "Stage 1 of 1: Decide")
      XCTAssertTrue(self.texts(shown).contains("Searches the site"))
      XCTAssertTrue(shown.pressed(.pageUp, []))
      XCTAssertEqual(shown.sentence, "Overview: Returning an order")
      for key in [Key.pageDown, .pageDown, .space, .enter, .right, .down] {
        XCTAssertTrue(shown.pressed(key, []))
        XCTAssertEqual(shown.course.stop, .stage(fixture.stage.id))
      }
      XCTAssertTrue(shown.pressed(.character("l"), []))
      XCTAssertEqual(shown.sentence, "Lane 1 of 3: Actions")
      XCTAssertFalse(self.texts(shown).contains("Three pages long"))
      XCTAssertTrue(shown.pressed(.end, []))
      XCTAssertEqual(shown.sentence, "Lane 3 of 3: Pain points")
      XCTAssertTrue(self.texts(shown).contains("Three pages long"))
      XCTAssertTrue(shown.pressed(.character("S"), .shift))
      XCTAssertEqual(shown.course.stop, .stage(fixture.stage.id))
      XCTAssertTrue(shown.pressed(.home, []))
      XCTAssertEqual(shown.course.stop, .overview)
      XCTAssertFalse(shown.pressed(.character("z"), .control))
    }
  }

  func testNothingSelectedBeginsWithTheWholeAndALaneWithItself() async throws {
    try await onMap(selecting: { _ in nil }) { _, _, shown in
      XCTAssertEqual(shown.course.stop, .overview)
    }
    try await onMap(selecting: { $0.pains.reference }) { fixture, _, shown in
      XCTAssertEqual(shown.course.stop, .lane(fixture.pains.id))
    }
  }

  func testLeavingSelectsWhereItEnded() async throws {
    try await onMap(selecting: { $0.look.reference }) { fixture, controller, shown in
      var hasLeft = false
      shown.onLeft = { hasLeft = true }
      _ = shown.pressed(.character("l"), [])
      _ = shown.pressed(.end, [])
      _ = shown.pressed(.escape, [])
      await self.wait(for: "the end") { hasLeft }
      XCTAssertEqual(controller.canvas.current, .record(fixture.pains.reference))
    }
    try await onMap(selecting: { $0.look.reference }) { fixture, controller, shown in
      var hasLeft = false
      shown.onLeft = { hasLeft = true }
      _ = shown.pressed(.f5, [])
      await self.wait(for: "the end") { hasLeft }
      // It is still there: nothing else is to be selected.
      XCTAssertEqual(controller.canvas.current, .record(fixture.look.reference))
    }
  }

  func testWhatIsChangedElsewhereShowsAtOnce() async throws {
    try await onMap(selecting: { $0.stage.reference }) { fixture, _, shown in
      var card = fixture.order
      card.text = "Orders three sizes"
      XCTAssertTrue(
        fixture.session.perform(Edit(.editText, [.update(from: fixture.order, to: card)])))
      XCTAssertTrue(self.texts(shown).contains("Orders three sizes"))
      XCTAssertTrue(
        fixture.session.perform(Edit(.delete, [.delete(fixture.stage.reference)])))
      XCTAssertEqual(shown.course.stop, .overview)
      XCTAssertEqual(shown.source.emptySentence, "This map is empty")
      XCTAssertEqual(shown.canvas.page?.panels.count, 0)
    }
  }

  func testAMapThatIsDeletedIsNotPresentedAnyMore() async throws {
    try await onMap(selecting: { _ in nil }) { fixture, _, shown in
      var hasLeft = false
      shown.onLeft = { hasLeft = true }
      XCTAssertTrue(fixture.session.perform(Edit(.delete, [.delete(fixture.map.reference)])))
      await self.wait(for: "the end") { hasLeft }
    }
  }

  func testABlankScreenComesBackWhereItWas() async throws {
    try await onMap(selecting: { $0.look.reference }) { fixture, _, shown in
      for key in [Key.character("."), .character("b")] {
        _ = shown.pressed(key, [])
        XCTAssertTrue(shown.canvas.isBlank)
        _ = shown.pressed(key, [])
        XCTAssertFalse(shown.canvas.isBlank)
      }
      _ = shown.pressed(.character("b"), [])
      _ = shown.pressed(.pageUp, [])
      XCTAssertFalse(shown.canvas.isBlank)
      XCTAssertEqual(shown.course.stop, .stage(fixture.stage.id))
    }
  }

  func testTheLaserPointerFollowsAndRests() async throws {
    try await onMap(selecting: { _ in nil }) { _, _, shown in
      XCTAssertFalse(shown.canvas.laser.isOn)
      shown.press(at: Point(40, 40))
      XCTAssertTrue(shown.canvas.laser.isOn)
      Settings.standard?.enablesAnimations = true
      shown.pointerMoved(to: Point(80, 60))
      XCTAssertTrue(shown.canvas.laser.isMoving)
      await self.wait(for: "the trail to fade") { !shown.canvas.laser.isMoving }
      Settings.standard?.enablesAnimations = false
      shown.pointerMoved(to: Point(90, 60))
      XCTAssertFalse(shown.canvas.laser.isMoving)
      shown.release()
      XCTAssertFalse(shown.canvas.laser.isOn)
      _ = shown.pressed(.character("p"), [])
      shown.release()
      XCTAssertTrue(shown.canvas.laser.isOn)
      _ = shown.pressed(.character("p"), [])
      XCTAssertFalse(shown.canvas.laser.isOn)
    }
  }

  func testDarkIsChosenForPresentationsUntilItIsChosenAgain() async throws {
    try await onMap(selecting: { _ in nil }) { _, controller, shown in
      var chosen: [Bool?] = []
      shown.onDarkChosen = { chosen.append($0) }
      let light = shown.canvas.page?.scene.background
      _ = shown.pressed(.character("d"), [])
      XCTAssertEqual(shown.canvas.page?.scene.background, Theme.dark.surface)
      _ = shown.pressed(.character("d"), [])
      XCTAssertEqual(shown.canvas.page?.scene.background, light)
      XCTAssertEqual(chosen, [true, nil])
      controller.theme = .dark
      shown.refresh()
      XCTAssertEqual(shown.canvas.page?.scene.background, Theme.dark.surface)
    }
  }

  func testABoardIsPresentedColumnByColumn() async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showBoard(in: self)
    controller.select(fixture.note.reference)
    let shown = await present(PresentedBoard(controller, BoardRun(controller)), fixture)
    XCTAssertEqual(shown.sentence, "Column 1 of 2: What we see")
    XCTAssertTrue(texts(shown).contains("Boxes come back"))
    _ = shown.pressed(.right, [])
    XCTAssertEqual(shown.sentence, "Column 2 of 2: Why it happens")
    // There are no lanes.
    _ = shown.pressed(.character("l"), [])
    XCTAssertEqual(shown.sentence, "Column 2 of 2: Why it happens")
    shown.leave()
    await settle()
    XCTAssertEqual(controller.canvas.current, .record(fixture.otherColumn.reference))
    parent?.destroy()
    fixture.close()
  }
}
