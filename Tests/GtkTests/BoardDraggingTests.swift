import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class BoardDraggingTests: GtkTestCase {
  /// The fixture's board with two more notes in the first column, which are selected.
  private func onBoard(
    _ body: (CanvasFixture, BoardCanvasController, SceneCanvas, [EntityReference]) async throws ->
      Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showBoard(in: self)
    let (edit, notes) = controller.contents.pasting(
      ["Six calls a day", "Scans at night"], to: fixture.column.id)
    fixture.session.perform(edit)
    try await body(
      fixture, controller, controller.canvas,
      [fixture.note.reference] + notes.map(\.reference))
    fixture.close()
  }

  private func frame(_ reference: EntityReference, _ canvas: SceneCanvas) throws -> Rect {
    let frame = try XCTUnwrap(canvas.frame(of: .record(reference)))
    return Rect(frame.x, frame.y, frame.width, frame.height)
  }

  private func centre(_ reference: EntityReference, _ canvas: SceneCanvas) throws -> Point {
    let frame = try frame(reference, canvas)
    return Point(frame.midX, frame.midY)
  }

  private func drag(
    _ start: Point, _ end: Point, _ canvas: SceneCanvas, copies: Bool = false
  ) {
    XCTAssertTrue(canvas.beginDrag(from: start, to: Point(start.x + 8, start.y)))
    canvas.drag(to: Point((start.x + end.x) / 2, (start.y + end.y) / 2), copies: copies)
    canvas.drag(to: end, copies: copies)
  }

  private func texts(_ column: BoardColumn, _ controller: BoardCanvasController) -> [String] {
    (controller.contents.entries[column.id] ?? []).map { entry in
      controller.contents.notes[entry.id]?.text
        ?? "["
        + (controller.contents.clusterNotes[entry.id] ?? [])
        .compactMap { controller.contents.notes[$0]?.text }.joined(separator: ", ") + "]"
    }
  }

  func testNotesAreDroppedInOrderAndInAnotherColumn() async throws {
    try await onBoard { fixture, controller, canvas, notes in
      let top = try self.frame(notes[0], canvas)
      self.drag(try self.centre(notes[2], canvas), Point(top.midX, top.minY + 4), canvas)
      canvas.endDrag()
      XCTAssertEqual(
        self.texts(fixture.column, controller),
        ["Scans at night", "Boxes come back", "Six calls a day"])
      canvas.select(Set(notes.prefix(2).map { .record($0) }), current: .record(notes[0]))
      let header = try self.centre(fixture.otherColumn.reference, canvas)
      self.drag(try self.centre(notes[0], canvas), Point(header.x, header.y + 300), canvas)
      XCTAssertEqual(try fixture.session.workspace.history().count, 2)
      canvas.endDrag()
      XCTAssertEqual(
        self.texts(fixture.otherColumn, controller), ["Boxes come back", "Six calls a day"])
      XCTAssertEqual(canvas.selection, Set(notes.prefix(2).map { .record($0) }))
      XCTAssertEqual(try fixture.session.workspace.history().count, 3)
    }
  }

  func testANoteOnAnotherMakesAClusterThatIsNamedAtOnce() async throws {
    try await onBoard { fixture, controller, canvas, notes in
      self.drag(try self.centre(notes[2], canvas), try self.centre(notes[0], canvas), canvas)
      canvas.endDrag()
      XCTAssertTrue(canvas.isEditing)
      canvas.type("Nobody knows")
      _ = canvas.pressedInEditor(.enter, [])
      XCTAssertEqual(
        self.texts(fixture.column, controller),
        ["[Boxes come back, Scans at night]", "Six calls a day"])
      XCTAssertEqual(controller.contents.clusters.values.map(\.title), ["Nobody knows"])
      // Into the cluster, between its two notes.
      let last = try self.frame(notes[2], canvas)
      self.drag(
        try self.centre(notes[1], canvas), Point(last.midX, last.minY + 4), canvas)
      canvas.endDrag()
      XCTAssertEqual(
        self.texts(fixture.column, controller),
        ["[Boxes come back, Six calls a day, Scans at night]"])
    }
  }

  func testEscapePutsItBackAndCtrlCopies() async throws {
    try await onBoard { fixture, controller, canvas, notes in
      let before = controller.contents
      let header = try self.centre(fixture.otherColumn.reference, canvas)
      let target = Point(header.x, header.y + 200)
      self.drag(try self.centre(notes[0], canvas), target, canvas)
      XCTAssertTrue(canvas.pressed(.escape, []))
      canvas.endDrag()
      XCTAssertEqual(controller.contents, before)
      self.drag(try self.centre(notes[0], canvas), target, canvas)
      XCTAssertTrue(canvas.pressed(.leftControl, []))
      canvas.endDrag()
      XCTAssertEqual(self.texts(fixture.otherColumn, controller), ["Boxes come back"])
      XCTAssertEqual(self.texts(fixture.column, controller).count, 3)
    }
  }

  func testColumnsAreDragged() async throws {
    try await onBoard { fixture, controller, canvas, _ in
      let start = try self.centre(fixture.column.reference, canvas)
      let end = try self.frame(fixture.otherColumn.reference, canvas)
      self.drag(start, Point(end.maxX - 4, start.y), canvas)
      canvas.endDrag()
      XCTAssertEqual(
        controller.contents.columns.map(\.id), [fixture.otherColumn.id, fixture.column.id])
    }
  }

  func testKeysPutNotesTogetherAndTakeThemApart() async throws {
    try await onBoard { fixture, controller, canvas, notes in
      _ = controller.contents.moving(notes[2], .forward).map { fixture.session.perform($0) }
      canvas.select(Set(notes.map { .record($0) }), current: .record(notes[2]))
      XCTAssertTrue(canvas.pressed(.character("g"), .control))
      XCTAssertTrue(canvas.isEditing)
      canvas.type("All")
      _ = canvas.pressedInEditor(.enter, [])
      XCTAssertEqual(self.texts(fixture.column, controller), [])
      XCTAssertEqual(
        self.texts(fixture.otherColumn, controller),
        ["[Boxes come back, Six calls a day, Scans at night]"])
      let cluster = try XCTUnwrap(controller.contents.clusters.values.first)
      fixture.session.perform(controller.contents.addingVote(to: cluster.reference))
      fixture.session.perform(controller.contents.addingVote(to: notes[0]))
      canvas.select(.record(cluster.reference))
      var said = ""
      controller.onSay = { said = $0 }
      XCTAssertTrue(canvas.pressed(.character("G"), [.control, .shift]))
      XCTAssertTrue(said.contains("voted for the cluster itself is gone"), said)
      XCTAssertEqual(
        self.texts(fixture.otherColumn, controller),
        ["Boxes come back", "Six calls a day", "Scans at night"])
      XCTAssertEqual(controller.contents.votes(for: notes[0].id), 1)
      fixture.session.undo()
      XCTAssertEqual(controller.contents.votes(for: cluster.id), 1)
    }
  }

  func testTheViewScrollsWhileThePointerRestsAtItsEdge() async throws {
    try await onBoard { fixture, controller, canvas, notes in
      let (edit, _) = controller.contents.pasting(
        (1...60).map { "Note \($0)" }, to: fixture.column.id)
      fixture.session.perform(edit)
      canvas.scrollToStart()
      await self.settle()
      let start = try self.centre(notes[0], canvas)
      self.drag(start, Point(start.x, Double(canvas.height) - 5), canvas)
      await self.wait(for: "the end of the board") {
        canvas.view.scrolled.y >= canvas.view.contentSize.height - Double(canvas.height) - 1
      }
      canvas.endDrag()
      XCTAssertNotEqual(self.texts(fixture.column, controller).first, "Boxes come back")
    }
  }
}
