import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class BoardCanvasTests: GtkTestCase {
  private func onBoard(
    _ body: (CanvasFixture, BoardCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showBoard(in: self)
    try await body(fixture, controller, controller.canvas)
    fixture.close()
  }

  func testEnterGoesOnToTheNextNewNoteUntilOneStaysEmpty() async throws {
    try await onBoard { fixture, _, canvas in
      canvas.select(.addition(fixture.column.reference))
      XCTAssertTrue(canvas.beginEditing())
      canvas.type("First")
      _ = canvas.pressedInEditor(.enter, [])
      XCTAssertTrue(canvas.isEditing)
      canvas.type("Second")
      _ = canvas.pressedInEditor(.enter, [])
      _ = canvas.pressedInEditor(.enter, [])
      XCTAssertFalse(canvas.isEditing)
      XCTAssertEqual(try fixture.notes(), ["Boxes come back", "First", "Second"])
    }
  }

  func testLinesBecomeNotes() async throws {
    try await onBoard { fixture, controller, canvas in
      canvas.select(.record(fixture.note.reference))
      controller.carryOut(
        .texts(html: nil, text: Data("One\nTwo\n\nThree".utf8)), controller.planning)
      XCTAssertEqual(try fixture.notes(), ["Boxes come back", "One", "Three", "Two"])
      XCTAssertEqual(controller.tableOfSelection?.rows, [["One"], ["Two"], ["Three"]])
    }
  }

  func testKeysMoveDuplicateAndDelete() async throws {
    try await onBoard { fixture, controller, canvas in
      canvas.select(.record(fixture.note.reference))
      _ = canvas.pressed(.right, .alt)
      XCTAssertEqual(controller.contents.notes[fixture.note.id]?.columnID, fixture.otherColumn.id)
      _ = canvas.pressed(.character("d"), .control)
      XCTAssertEqual(try fixture.notes().count, 2)
      canvas.selectAll()
      _ = canvas.pressed(.delete, [])
      XCTAssertEqual(try fixture.notes(), [])
      try fixture.session.workspace.undo()
      XCTAssertEqual(try fixture.notes().count, 2)
    }
  }

  func testWhatAnotherWindowDoesIsSeen() async throws {
    try await onBoard { fixture, controller, canvas in
      let edit = controller.contents.settingText(of: fixture.note.reference, to: "Half of them")
      try fixture.session.workspace.perform(try XCTUnwrap(edit))
      let texts = canvas.scene?.items.flatMap(\.content.texts) ?? []
      XCTAssertTrue(texts.contains("Half of them"))
    }
  }

  func testArrowsGoFromColumnToColumn() async throws {
    try await onBoard { fixture, _, canvas in
      canvas.select(.record(fixture.note.reference))
      _ = canvas.pressed(.right, [])
      XCTAssertEqual(canvas.current, .addition(fixture.otherColumn.reference))
      _ = canvas.pressed(.up, [])
      XCTAssertEqual(canvas.current, .record(fixture.otherColumn.reference))
    }
  }
}
