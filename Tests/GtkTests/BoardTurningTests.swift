import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class BoardTurningTests: GtkTestCase {
  private func onBoard(
    _ body: (CanvasFixture, BoardCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showBoard(in: self)
    try await body(fixture, controller, controller.canvas)
    fixture.close()
  }

  func testANoteShowsItsStepAndLeadsToIt() async throws {
    try await onBoard { fixture, controller, canvas in
      let step = fixture.steps[1].reference
      fixture.session.perform(controller.contents.linking([fixture.note.reference], to: step))
      let mark = ItemSubject.connection(from: fixture.note.reference, to: step)
      let item = try XCTUnwrap(canvas.item(mark))
      XCTAssertEqual(item.label, "Go to “Looks it up”")
      let note = try XCTUnwrap(canvas.item(.record(fixture.note.reference)))
      XCTAssertTrue(note.content.texts.contains("Looks it up"))
      var gone: [EntityReference] = []
      controller.onGo = { gone.append($0) }
      controller.canvas(canvas, follows: mark)
      canvas.select(.record(fixture.note.reference))
      XCTAssertTrue(canvas.pressed(.enter, .alt))
      XCTAssertEqual(gone, [step, step])
      // The step is renamed elsewhere.
      var renamed = fixture.steps[1]
      renamed.title = "Asks"
      fixture.session.perform(Edit(.rename, [.update(from: fixture.steps[1], to: renamed)]))
      let now = try XCTUnwrap(canvas.item(.record(fixture.note.reference)))
      XCTAssertTrue(now.content.texts.contains("Asks"))
    }
  }

  func testNotesBecomeRecommendationsAndSayWhatCameOfThem() async throws {
    try await onBoard { fixture, controller, canvas in
      var said = ""
      controller.onSay = { said = $0 }
      canvas.select(.record(fixture.note.reference))
      controller.turnSelection(into: .recommendation)
      let made = try XCTUnwrap(try fixture.session.workspace.contents().recommendations.first)
      XCTAssertEqual(made.text, "Boxes come back")
      XCTAssertEqual(made.askedOn, CalendarDay(Date()))
      XCTAssertTrue(said.contains("Recommendation"), said)
      fixture.session.perform(
        Edit.changing(made) {
          $0.owner = "IT"
          $0.answer = .accepted
        })
      let note = try XCTUnwrap(canvas.item(.record(fixture.note.reference)))
      XCTAssertTrue(note.content.texts.contains("→ Owner: IT · accepted"))
      controller.turnSelection(into: .recommendation)
      XCTAssertEqual(try fixture.session.workspace.contents().recommendations.count, 1)
      fixture.session.undo()
      fixture.session.undo()
      XCTAssertEqual(try fixture.session.workspace.contents().recommendations.count, 0)
      XCTAssertTrue(controller.contents.outcomes(of: fixture.note.id).isEmpty)
    }
  }

  func testAListIsPastedWithoutItsBullets() async throws {
    try await onBoard { fixture, controller, canvas in
      canvas.select(.record(fixture.note.reference))
      controller.carryOut(
        .texts(html: nil, text: Data("1. One\n2. Two\n- Three".utf8)), controller.planning)
      XCTAssertEqual(try fixture.notes(), ["Boxes come back", "One", "Three", "Two"])
      XCTAssertEqual(try fixture.session.workspace.history().count, 1)
    }
  }

  func testTextsOfAnotherProgramBecomeNotesWhereTheyAreDropped() async throws {
    try await onBoard { fixture, controller, canvas in
      @MainActor func place(on reference: EntityReference) throws -> Point {
        let frame = canvas.view.frame(of: try XCTUnwrap(canvas.item(.record(reference))))
        return Point(frame.minX + 10, frame.minY + 10)
      }
      let other = try place(on: fixture.otherColumn.reference)
      XCTAssertTrue(canvas.drop(.text("One\nTwo"), at: other))
      XCTAssertEqual(controller.contents.noteCount(of: fixture.otherColumn.id), 2)
      let note = try place(on: fixture.note.reference)
      XCTAssertTrue(canvas.drop(.text("Three"), at: note))
      XCTAssertEqual(controller.contents.noteCount(of: fixture.column.id), 2)
      XCTAssertEqual(try fixture.session.workspace.history().count, 2)
      var said = ""
      controller.onSay = { said = $0 }
      let file = URL(fileURLWithPath: "/tmp/picture.png")
      XCTAssertFalse(canvas.drop(.files([file]), at: note))
      XCTAssertTrue(said.contains("Pictures"), said)
    }
  }

  func testTwoThousandLinesArePastedAndMovedInOneStepEach() async throws {
    try await onBoard { fixture, controller, canvas in
      let lines = (1...2000).map { "Note \($0)" }.joined(separator: "\n")
      controller.carryOut(.texts(html: nil, text: Data(lines.utf8)), controller.planning)
      // A change is heard before the work that made it is over.
      @MainActor func wait(for what: String, _ isThere: @escaping () -> Bool) async {
        await self.wait(for: what) { isThere() && fixture.session.longWork == nil }
      }
      await wait(for: "all notes") { controller.contents.notes.count == 2001 }
      canvas.selectAll()
      XCTAssertTrue(canvas.pressed(.right, .alt))
      await wait(for: "all on the other side") {
        controller.contents.noteCount(of: fixture.otherColumn.id) == 2001
      }
      XCTAssertEqual(try fixture.session.workspace.history().count, 2)
      XCTAssertTrue(canvas.pressed(.character("g"), .control))
      await wait(for: "the cluster") { controller.contents.clusters.count == 1 }
      canvas.endEditing()
      let cluster = try XCTUnwrap(controller.contents.clusters.values.first)
      XCTAssertEqual(controller.contents.clusterNotes[cluster.id]?.count, 2001)
      canvas.select(.record(cluster.reference))
      XCTAssertTrue(canvas.pressed(.character("G"), [.control, .shift]))
      await wait(for: "all notes by themselves") {
        controller.contents.entries[fixture.otherColumn.id]?.count == 2001
      }
    }
  }

  func testAnEmptyBoardBeginsWithATemplate() async throws {
    try await onBoard { fixture, controller, canvas in
      let board = try XCTUnwrap(
        fixture.session.addBoard(to: fixture.board.groupID, .startStopContinue))
      let contents = try XCTUnwrap(fixture.session.workspace.board(board))
      XCTAssertEqual(contents.columns.map(\.title), ["Start", "Stop", "Continue"])
      let copy = try XCTUnwrap(
        fixture.session.duplicateBoard(controller.boardID, withNotes: true))
      let copied = try XCTUnwrap(fixture.session.workspace.board(copy))
      XCTAssertEqual(copied.board.title, "Why? (2)")
      XCTAssertEqual(copied.notes.values.map(\.text), ["Boxes come back"])
      // Right after the board that it is a copy of.
      XCTAssertEqual(
        fixture.session.outline.boards(of: fixture.board.groupID).map(\.id),
        [controller.boardID, copy, board])
    }
  }
}
