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

  /// With those that others open.
  private func entries(_ controller: JourneyCanvasController) -> [CanvasMenu.Entry] {
    controller.menuSections.joined().flatMap { [$0] + $0.children }
  }

  private func titles(_ controller: JourneyCanvasController) -> [String] {
    entries(controller).map(\.title)
  }

  private func choose(_ title: String, _ controller: JourneyCanvasController) throws {
    try XCTUnwrap(entries(controller).first { $0.title == title }).action()
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

  func testAMenuIsShortEnoughToBeSeenAtOnce() async throws {
    try await onMap { fixture, controller in
      let subjects: [ItemSubject] = [
        .record(fixture.order.reference), .record(fixture.steps[1].reference),
        .record(fixture.stage.reference), .record(fixture.emotionLane.reference),
        .cell(Cell(laneID: fixture.pains.id, stepID: fixture.steps[1].id)),
      ]
      for subject in subjects {
        controller.canvas.select(subject)
        XCTAssertLessThanOrEqual(controller.menuSections.joined().count, 14, "\(subject)")
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

  func testEnterStaysAtThePainPointSoThatItsOpportunityIsOfTheSameStep() async throws {
    try await onMap { fixture, controller in
      controller.select(fixture.look.reference)
      for (key, text) in [("p", "Too long"), ("o", "Make it short")] {
        XCTAssertTrue(
          controller.canvas.pressed(.character(Character(key)), [.control, .shift]))
        controller.canvas.type(text)
        controller.canvas.endEditing(.keptForNext)
        let card = try XCTUnwrap(controller.contents.cards.values.first { $0.text == text })
        XCTAssertEqual(card.stepID, fixture.steps[1].id)
        XCTAssertEqual(controller.canvas.current, .record(card.reference))
      }
      // Edited later, Enter goes on.
      let current = controller.canvas.current
      _ = controller.canvas.beginEditing()
      controller.canvas.endEditing(.keptForNext)
      XCTAssertNotEqual(controller.canvas.current, current)
    }
  }

  func testWhatWasLookedForIsReadableInSpiteOfAFilter() async throws {
    try await onMap { fixture, controller in
      var filter = JourneyFilter()
      filter.text = "two sizes"
      controller.setFilter(filter)
      XCTAssertEqual(controller.contents.focus?.cards, [fixture.order.id])
      controller.visit(fixture.pain.reference)
      XCTAssertEqual(controller.contents.focus?.cards, [fixture.order.id, fixture.pain.id])
      // It is shown, and does not match.
      XCTAssertEqual(controller.focus.match?.cards, [fixture.order.id])
      filter.text = "sizes"
      controller.setFilter(filter)
      XCTAssertEqual(controller.contents.focus?.cards, [fixture.order.id])
    }
  }

  func testALaneCalledLikeItsKindIsWrittenAnew() async throws {
    try await onMap { fixture, controller in
      XCTAssertTrue(controller.isProposed(fixture.actions.reference))
      XCTAssertFalse(controller.isProposed(fixture.steps[0].reference))
      let edit = Edit.changing(fixture.actions, .rename) { $0.title = "What she does" }
      XCTAssertTrue(controller.session.perform(edit))
      XCTAssertFalse(controller.isProposed(fixture.actions.reference))
    }
  }

  func testAltAndSignsMakeACardWiderToo() async throws {
    try await onMap { fixture, controller in
      controller.select(fixture.order.reference)
      _ = controller.canvas.pressed(.plus, .alt)
      XCTAssertEqual(controller.contents.cards[fixture.order.id]?.span, 2)
      _ = controller.canvas.pressed(.minus, .alt)
      XCTAssertEqual(controller.contents.cards[fixture.order.id]?.span, 1)
    }
  }

  func testWhatIsReadOnlyIsNotLost() async throws {
    let fixture = try CanvasFixture()
    let file = fixture.session.workspace.url
    let session = try Session(Workspace.open(at: file, readOnly: true))
    var said: [String] = []
    let listening = session.onRefusal { said.append($0) }
    XCTAssertFalse(session.perform(Edit(.delete, [.delete(fixture.pain.reference)])))
    session.perform(Edit(.delete, [.delete(fixture.pain.reference)]), saying: "Deleting…")
    XCTAssertEqual(said.count, 2)
    XCTAssertFalse(session.isUnsaved || session.offersCopy)
    XCTAssertNil(session.problem)
    _ = listening
    fixture.close()
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
