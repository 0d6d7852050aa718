import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp
@testable import UpliftDrawing

/// What could be done with the pointer only, done with keys.
@MainActor final class KeyboardTests: GtkTestCase {
  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller)
    fixture.close()
  }

  private func corner(_ controller: JourneyCanvasController) throws -> ItemSubject {
    try XCTUnwrap(controller.canvas.scene?.items.first { $0.role == .title }?.subject)
  }

  func testTheCornerTakesAPersonaWithAnAge() async throws {
    try await onMap { fixture, controller in
      controller.canvas.select(try corner(controller))
      XCTAssertTrue(controller.canvas.beginEditing())
      let popover = try XCTUnwrap(controller.pointOfViewPopover)
      popover.entry.text = "Amina, 34"
      popover.enter()
      let persona = try XCTUnwrap(controller.contents.persona)
      XCTAssertEqual(persona.name, "Amina")
      XCTAssertEqual(persona.age, 34)
      // The corner stands for her, and stays where the keys are.
      XCTAssertEqual(controller.canvas.current, .record(persona.reference))
      fixture.session.undo()
      XCTAssertNil(controller.contents.persona)
      XCTAssertTrue(controller.contents.personas.isEmpty)
    }
  }

  func testWhoIsThereAlreadyIsTakenNotAddedAgain() async throws {
    try await onMap { fixture, controller in
      let ada = fixture.session.outline.addingPersona("Ada")
      fixture.session.perform(ada.edit)
      fixture.session.perform(fixture.session.outline.addingPersona("Adam").edit)
      controller.canvas.select(try corner(controller))
      _ = controller.canvas.beginEditing()
      let popover = try XCTUnwrap(controller.pointOfViewPopover)
      popover.entry.text = "ada"
      popover.enter()
      XCTAssertEqual(controller.contents.persona?.id, ada.record.id)
      XCTAssertEqual(fixture.session.outline.personas.count, 2)
    }
  }

  func testWhereOneWritesStaysInSight() async throws {
    try await onMap { fixture, controller in
      let canvas = controller.canvas
      canvas.select(.record(fixture.pain.reference))
      XCTAssertTrue(canvas.beginEditing())
      for line in 1...60 {
        canvas.type("line \(line)\n")
        await settle(milliseconds: 5)
      }
      await wait(for: "the last line in sight") {
        guard let editing = canvas.editing, let cursor = canvas.editor.widget.cursorFrame else {
          return false
        }
        let bottom =
          canvas.editor.frame(of: editing, in: canvas).y
          + Double(cursor.y + cursor.height) * canvas.editor.scale(in: canvas)
        return bottom > canvas.view.region(of: .body).minY && bottom < canvas.view.size.height
      }
    }
  }

  func testTheKeyboardsPlaceIsNoChoiceOfAnEmptyCell() async throws {
    try await onMap { fixture, controller in
      let cell = Cell(laneID: fixture.pains.id, stepID: fixture.steps[0].id)
      controller.canvas.select(.cell(cell))
      XCTAssertTrue(controller.isNothingSelected)
      controller.canvas.select(.record(fixture.pain.reference))
      XCTAssertFalse(controller.isNothingSelected)
    }
  }

  func testWhoGoesOnAfterTheLastStepWritesOverNoCard() async throws {
    try await onMap { fixture, controller in
      let canvas = controller.canvas
      let last = try XCTUnwrap(controller.contents.steps.last)
      canvas.select(.record(last.reference))
      controller.addStep()
      let new = try XCTUnwrap(controller.contents.steps.last)
      XCTAssertNotEqual(new.id, last.id)
      XCTAssertTrue(canvas.commitEditing())
      controller.goOn(after: .record(new.reference))
      guard case .cell(let cell) = canvas.current else {
        return XCTFail("\(String(describing: canvas.current)) is no cell")
      }
      XCTAssertEqual(cell.stepID, new.id)
      XCTAssertTrue(controller.contents.cards(at: cell).isEmpty)
      // Nor after one that was just added before others.
      canvas.select(.record(try XCTUnwrap(controller.contents.steps.first).reference))
      controller.addStep()
      let middle = controller.contents.steps[1]
      XCTAssertTrue(canvas.commitEditing())
      controller.goOn(after: .record(middle.reference))
      guard case .cell(let under) = canvas.current else {
        return XCTFail("\(String(describing: canvas.current)) is no cell")
      }
      XCTAssertEqual(under.stepID, middle.id)
      // With no card anywhere it is the first cell of all.
      fixture.session.perform(
        try XCTUnwrap(
          controller.contents.deleting(controller.contents.cards.values.map(\.reference))))
      canvas.select(.record(new.reference))
      controller.goOn(after: .record(new.reference))
      guard case .cell(let first) = canvas.current else {
        return XCTFail("\(String(describing: canvas.current)) is no cell")
      }
      XCTAssertEqual(first.stepID, controller.contents.steps.first?.id)
    }
  }

  func testSeveralCardsAreLinkedInOneStep() async throws {
    try await onMap { fixture, controller in
      let canvas = controller.canvas
      canvas.select(
        [.record(fixture.order.reference), .record(fixture.look.reference)],
        current: .record(fixture.order.reference))
      XCTAssertTrue(canvas.pressed(.character("l"), .control))
      let search = try XCTUnwrap(controller.linkPopover?.search)
      // What is selected is not offered.
      search.type("Orders")
      XCTAssertTrue(search.hits.isEmpty)
      search.type("three")
      XCTAssertEqual(search.hits, [fixture.pain.reference])
      XCTAssertTrue(search.chooseRole(.character("3")))
      search.choose(0)
      let links = try fixture.session.workspace.links(of: fixture.pain.reference)
      XCTAssertEqual(Set(links.map(\.from)), [fixture.order.reference, fixture.look.reference])
      XCTAssertEqual(Set(links.map(\.role)), [.backedBy])
      // Again: there is nothing to add.
      controller.link([fixture.order.reference], .backedBy, to: fixture.pain.reference)
      XCTAssertEqual(try fixture.session.workspace.links(of: fixture.pain.reference).count, 2)
      fixture.session.undo()
      XCTAssertTrue(try fixture.session.workspace.links(of: fixture.pain.reference).isEmpty)
    }
  }

  func testACellStandsForItsStepAndADraftForNothing() async throws {
    try await onMap { fixture, controller in
      let canvas = controller.canvas
      let cell = ItemSubject.cell(
        Cell(laneID: fixture.pains.id, stepID: fixture.steps[0].id))
      canvas.select(cell)
      XCTAssertEqual(controller.linkable, [fixture.steps[0].reference])
      XCTAssertTrue(canvas.beginEditing(replacing: true))
      XCTAssertTrue(canvas.pressedInEditor(.character("l"), .control))
      XCTAssertNil(canvas.editedText)
      XCTAssertEqual(controller.linkable, [fixture.steps[0].reference])
    }
  }

  func testAPlaceIsRenamedOnceAndOnlyWhenItIsAnother() async throws {
    try await onMap { fixture, _ in
      let outline = fixture.session.outline
      XCTAssertNil(outline.renaming(.journey(fixture.map.id), to: " Returning an order "))
      XCTAssertNil(outline.renaming(.people, to: "X"))
      fixture.session.perform(outline.renaming(.journey(fixture.map.id), to: "Sending back"))
      XCTAssertEqual(fixture.session.outline.journeyMaps.first?.title, "Sending back")
      fixture.session.perform(outline.renaming(.board(fixture.board.id), to: "Why not?"))
      XCTAssertEqual(fixture.session.outline.boards.first?.title, "Why not?")
    }
  }
}
