import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

/// The menu of what is selected has its own things and no others.
@MainActor
final class JourneyMenuTests: GtkTestCase {
  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller)
    fixture.close()
  }

  private func titles(_ controller: JourneyCanvasController) -> [String] {
    controller.menuSections.joined().map(\.title)
  }

  private func choose(_ title: String, _ controller: JourneyCanvasController) throws {
    try XCTUnwrap(controller.menuSections.joined().first { $0.title == title }).action()
  }

  func testAStageHasNothingOfItsSteps() async throws {
    try await onMap { fixture, controller in
      controller.select(fixture.stage.reference)
      for title in ["Moment of truth", "Add picture…", "Split stage here", "Add card"] {
        XCTAssertFalse(titles(controller).contains(title), title)
      }
      XCTAssertTrue(titles(controller).contains("Add step"))
      controller.select(fixture.steps[0].reference)
      for title in ["Moment of truth", "Add picture…", "Add card"] {
        XCTAssertTrue(titles(controller).contains(title), title)
      }
    }
  }

  func testTheStarOfAStageIsNobodys() async throws {
    try await onMap { fixture, controller in
      var said: [String] = []
      controller.onSay = { said.append($0) }
      controller.select(fixture.stage.reference)
      XCTAssertTrue(controller.canvas.pressed(.character("m"), [.control, .shift]))
      XCTAssertFalse(controller.contents.steps.contains(where: \.isMomentOfTruth))
      XCTAssertEqual(said.count, 1)
      controller.select(fixture.steps[1].reference)
      _ = controller.canvas.pressed(.character("m"), [.control, .shift])
      XCTAssertEqual(controller.contents.steps.map(\.isMomentOfTruth), [false, true, false])
    }
  }

  func testALaneGetsOneAboveOrBelow() async throws {
    try await onMap { fixture, controller in
      controller.select(fixture.emotionLane.reference)
      try choose("Add lane above", controller)
      controller.canvas.type("Above")
      controller.canvas.endEditing()
      controller.select(fixture.actions.reference)
      try choose("Add lane above", controller)
      controller.canvas.type("First")
      controller.canvas.endEditing()
      controller.select(fixture.emotionLane.reference)
      try choose("Add lane below", controller)
      controller.canvas.type("Below")
      controller.canvas.endEditing()
      XCTAssertEqual(
        controller.contents.lanes.map {
          // What was typed stands behind the name that it was to replace.
          JourneyWords.title(of: $0).replacing("Text", with: "")
        },
        ["First", "Actions", "Above", "Emotion", "Below", "Pain points"])
    }
  }

  func testWhatCannotBeSplitOrMergedSaysWhy() async throws {
    try await onMap { fixture, controller in
      var said: [String] = []
      controller.onSay = { said.append($0) }
      controller.select(fixture.steps[0].reference)
      _ = controller.canvas.pressed(.character("s"), [.control, .shift])
      XCTAssertEqual(said.count, 1)
      _ = controller.canvas.pressed(.character("j"), [.control, .shift])
      XCTAssertEqual(said.count, 2)
      XCTAssertEqual(controller.contents.stages.count, 1)
      controller.select(fixture.steps[1].reference)
      _ = controller.canvas.pressed(.character("s"), [.control, .shift])
      XCTAssertEqual(controller.contents.stages.count, 2)
      XCTAssertEqual(said.count, 2)
    }
  }

  func testAStepIsAddedAtTheEndOfTheStage() async throws {
    try await onMap { fixture, controller in
      controller.select(fixture.stage.reference)
      controller.addStep()
      controller.canvas.selectEditedText()
      controller.canvas.endEditing()
      XCTAssertEqual(controller.contents.steps.dropLast().map(\.id), fixture.steps.map(\.id))
      XCTAssertEqual(controller.contents.steps.count, 4)
    }
  }

  func testAMapThatWasJustMadeGoesOnFromStageToStep() async throws {
    try await onMap { fixture, controller in
      controller.beginFirstStage()
      XCTAssertEqual(controller.canvas.current, .record(fixture.stage.reference))
      controller.canvas.type("Sign the contract")
      controller.canvas.endEditing(.keptForNext)
      XCTAssertEqual(controller.canvas.current, .record(fixture.steps[0].reference))
      XCTAssertTrue(controller.canvas.isEditing)
    }
  }
}
