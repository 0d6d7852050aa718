import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class JourneyCanvasTests: GtkTestCase {
  private func onMap(
    _ body: (CanvasFixture, JourneyCanvasController, SceneCanvas) async throws -> Void
  ) async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    try await body(fixture, controller, controller.canvas)
    fixture.close()
  }

  private func cell(_ lane: Lane, _ step: Step) -> ItemSubject {
    .cell(Cell(laneID: lane.id, stepID: step.id))
  }

  // MARK: Travel

  func testArrowsGoFromCellToCellAndThroughTheCardsOfOne() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(.record(fixture.order.reference))
      XCTAssertTrue(canvas.pressed(.right, []))
      XCTAssertEqual(canvas.current, .record(fixture.look.reference))
      _ = canvas.pressed(.down, [])
      XCTAssertEqual(canvas.current, .record(fixture.secondLook.reference))
      _ = canvas.pressed(.down, [])
      XCTAssertEqual(
        canvas.current, .emotion(stepID: fixture.steps[1].reference, personaID: nil))
      _ = canvas.pressed(.down, [])
      XCTAssertEqual(canvas.current, .record(fixture.pain.reference))
      _ = canvas.pressed(.left, [])
      XCTAssertEqual(canvas.current, self.cell(fixture.pains, fixture.steps[0]))
      _ = canvas.pressed(.left, [])
      XCTAssertEqual(canvas.current, .record(fixture.pains.reference))
    }
  }

  func testArrowsReachTheHeaders() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(.record(fixture.look.reference))
      _ = canvas.pressed(.up, [])
      XCTAssertEqual(canvas.current, .record(fixture.steps[1].reference))
      _ = canvas.pressed(.up, [])
      XCTAssertEqual(canvas.current, .record(fixture.stage.reference))
    }
  }

  func testTabReadsCellByCellAndLeavesAtTheEnd() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(.record(fixture.order.reference))
      _ = canvas.pressed(.tab, [])
      XCTAssertEqual(canvas.current, .record(fixture.look.reference))
      _ = canvas.pressed(.tab, [])
      XCTAssertEqual(canvas.current, .record(fixture.secondLook.reference))
      _ = canvas.pressed(.tab, [])
      XCTAssertEqual(canvas.current, self.cell(fixture.actions, fixture.steps[2]))
      _ = canvas.pressed(.backTab, .shift)
      XCTAssertEqual(canvas.current, .record(fixture.secondLook.reference))
      canvas.select(self.cell(fixture.pains, fixture.steps[2]))
      XCTAssertFalse(canvas.pressed(.tab, []))
    }
  }

  func testShiftAndArrowsSelectSeveral() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(.record(fixture.order.reference))
      _ = canvas.pressed(.right, .shift)
      XCTAssertTrue(canvas.selection.contains(.record(fixture.order.reference)))
      XCTAssertTrue(canvas.selection.contains(.record(fixture.look.reference)))
      _ = canvas.pressed(.escape, [])
      XCTAssertEqual(canvas.selection, [.record(fixture.look.reference)])
    }
  }

  // MARK: Editing

  func testTypingOnAnEmptyCellMakesACardAsOneStep() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(self.cell(fixture.actions, fixture.steps[2]))
      XCTAssertTrue(canvas.beginEditing(replacing: true))
      canvas.type("Tapes it")
      canvas.commitEditing()
      XCTAssertTrue(try fixture.cards().contains("Tapes it"))
      canvas.type(" up")
      _ = canvas.pressedInEditor(.enter, [])
      XCTAssertFalse(canvas.isEditing)
      XCTAssertTrue(try fixture.cards().contains("Tapes it up"))
      try fixture.session.workspace.undo()
      XCTAssertFalse(try fixture.cards().contains { $0.hasPrefix("Tapes") })
    }
  }

  func testAPauseCommitsWhatWasTyped() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(.record(fixture.order.reference))
      XCTAssertTrue(canvas.beginEditing())
      canvas.type(", both blue")
      await self.wait(for: "the commit") {
        (try? fixture.cards().contains("Orders two sizes, both blue")) ?? false
      }
      XCTAssertTrue(canvas.isEditing)
    }
  }

  func testEscapeGivesTheOldTextBackEvenAfterACommit() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(.record(fixture.order.reference))
      canvas.beginEditing(replacing: true)
      canvas.type("Something else")
      canvas.commitEditing()
      _ = canvas.pressedInEditor(.escape, [])
      XCTAssertTrue(try fixture.cards().contains("Orders two sizes"))
      XCTAssertFalse(canvas.isEditing)
    }
  }

  func testAnEmptyDraftLeavesNothing() async throws {
    try await onMap { fixture, controller, canvas in
      let place = self.cell(fixture.actions, fixture.steps[2])
      let items = canvas.scene?.items.count
      canvas.select(place)
      canvas.beginEditing(replacing: true)
      _ = canvas.pressedInEditor(.escape, [])
      XCTAssertEqual(canvas.scene?.items.count, items)
      XCTAssertEqual(canvas.current, place)
      XCTAssertEqual(try fixture.session.workspace.history().count, 0)
      XCTAssertNil(
        controller.contents.cells[Cell(laneID: fixture.actions.id, stepID: fixture.steps[2].id)])
    }
  }

  func testACardThatWasAddedAndEscapedIsAsIfItHadNeverBeen() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(self.cell(fixture.actions, fixture.steps[2]))
      canvas.beginEditing(replacing: true)
      canvas.type("No")
      canvas.commitEditing()
      _ = canvas.pressedInEditor(.escape, [])
      XCTAssertEqual(try fixture.cards().count, 4)
      // What was done before can still be undone.
      XCTAssertNil(try fixture.session.workspace.undo())
    }
  }

  func testADraftOutlivesWhatOthersWrite() async throws {
    try await onMap { fixture, _, canvas in
      canvas.select(self.cell(fixture.actions, fixture.steps[2]))
      canvas.beginEditing(replacing: true)
      let other = try Workspace.open(at: fixture.session.workspace.url)
      let journey = try XCTUnwrap(other.journey(fixture.map.id))
      try other.perform(try XCTUnwrap(journey.settingText(of: fixture.pain.reference, to: "Short")))
      try other.close()
      try fixture.session.workspace.noticeOutsideChanges()
      XCTAssertTrue(canvas.isEditing)
      canvas.type("Mine")
      canvas.endEditing()
      XCTAssertEqual(
        try fixture.cards(), ["Gives up", "Mine", "Orders two sizes", "Searches the site", "Short"])
    }
  }

  // MARK: Commands

  func testKeysAddDeleteMoveAndMark() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(.record(fixture.look.reference))
      _ = canvas.pressed(.insert, [])
      XCTAssertTrue(canvas.isEditing)
      canvas.type("Between")
      canvas.endEditing()
      let cell = Cell(laneID: fixture.actions.id, stepID: fixture.steps[1].id)
      XCTAssertEqual(
        controller.contents.cards(at: cell).map(\.text),
        ["Searches the site", "Between", "Gives up"])

      canvas.select(.record(fixture.look.reference))
      _ = canvas.pressed(.right, .alt)
      XCTAssertEqual(controller.contents.cards[fixture.look.id]?.stepID, fixture.steps[2].id)

      _ = canvas.pressed(.character("M"), [.control, .shift])
      XCTAssertTrue(controller.contents.steps[2].isMomentOfTruth)

      _ = canvas.pressed(.delete, [])
      XCTAssertNil(controller.contents.cards[fixture.look.id])
      XCTAssertNotNil(canvas.current)
    }
  }

  func testDigitsAndSignsSetAnEmotion() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(self.cell(fixture.emotionLane, fixture.steps[0]))
      XCTAssertTrue(canvas.pressed(.character("1"), []))
      XCTAssertEqual(controller.contents.emotion(at: fixture.steps[0].id)?.value, -2)
      XCTAssertTrue(canvas.pressed(.plus, .shift))
      XCTAssertEqual(controller.contents.emotion(at: fixture.steps[0].id)?.value, -1)
      XCTAssertTrue(canvas.pressed(.delete, []))
      XCTAssertNil(controller.contents.emotion(at: fixture.steps[0].id))
      XCTAssertFalse(canvas.isEditing)
    }
  }

  func testABlockFromASpreadsheetBecomesCardsAndGoesBack() async throws {
    try await onMap { fixture, controller, canvas in
      canvas.select(self.cell(fixture.actions, fixture.steps[2]))
      controller.carryOut(
        .texts(html: nil, text: Data("Tapes\tWaits\n-1\t\nNo news\t".utf8)), controller.planning)
      let cards = try fixture.cards()
      XCTAssertTrue(Set(cards).isSuperset(of: ["Tapes", "Waits", "No news"]))
      let part = try XCTUnwrap(controller.selectedPart)
      XCTAssertEqual(
        controller.contents.table(of: part)?.rows,
        [["Tapes", "Waits"], ["-1", ""], ["No news", ""]])
    }
  }

  // MARK: View

  func testZoomStaysInItsBoundsAndAroundThePointer() async throws {
    try await onMap { _, _, canvas in
      canvas.setZoom(100)
      XCTAssertEqual(canvas.zoom, 4)
      canvas.setZoom(0)
      XCTAssertEqual(canvas.zoom, 0.05)
      canvas.setZoom(3)
      canvas.scroll(to: Point(300, 200))
      let before = canvas.view.scrolled
      canvas.setZoom(4, around: (400, 300))
      XCTAssertEqual(
        (before.x + 400) / 3, (canvas.view.scrolled.x + 400) / 4, accuracy: 0.01)
      _ = canvas.pressed(.character("1"), .control)
      XCTAssertEqual(canvas.zoom, 1)
    }
  }

  func testASelectionIsBroughtIntoSight() async throws {
    try await onMap { fixture, _, canvas in
      canvas.setZoom(4)
      canvas.scrollToStart()
      canvas.select(self.cell(fixture.pains, fixture.steps[2]))
      let frame = try XCTUnwrap(canvas.frame(of: self.cell(fixture.pains, fixture.steps[2])))
      XCTAssertLessThan(frame.x, Double(canvas.width))
      XCTAssertLessThan(frame.y, Double(canvas.height))
    }
  }

  func testASelectionIsBroughtIntoSightOfAViewThatBecameNarrower() async throws {
    let fixture = try CanvasFixture()
    defer { fixture.close() }
    let controller = try XCTUnwrap(
      JourneyCanvasController(session: fixture.session, mapID: fixture.map.id, theme: .light))
    let canvas = controller.canvas
    let other = Label("Another page")
    let pages = Stack()
    for page in [controller.view.widget, other] { pages.add(page) }
    let inspector = Label("Inspector")
    inspector.setSizeRequest(width: 300)
    inspector.isVisible = false
    let window = await show(Box(.horizontal, [pages, inspector]))
    defer { window.destroy() }
    canvas.setZoom(1.5)
    await wait(for: "the map") { canvas.width > 700 }
    let wide = canvas.width
    for isAnimated in [false, true] {
      Settings.standard?.enablesAnimations = isAnimated
      canvas.scrollToStart()
      inspector.isVisible = false
      await wait(for: "all of the room") { canvas.width == wide }
      pages.show(other)
      await settle()
      inspector.isVisible = true
      await wait(for: "less room") { pages.width < wide - 200 }
      XCTAssertEqual(canvas.width, wide)
      pages.show(controller.view.widget)
      let subject = cell(fixture.pains, fixture.steps[2])
      canvas.select(subject)
      await settle(milliseconds: 400)
      XCTAssertLessThan(canvas.width, wide - 200)
      let frame = try XCTUnwrap(canvas.frame(of: subject))
      XCTAssertLessThanOrEqual(frame.x + frame.width, Double(canvas.width))
      // Once it has been seen, who scrolls away and gets another size is left alone.
      canvas.horizontalAdjustment?.value = 0
      canvas.verticalAdjustment?.value = 0
      inspector.isVisible = false
      await wait(for: "all of the room") { canvas.width == wide }
      XCTAssertEqual(canvas.view.scrolled, .zero)
    }
    Settings.standard?.enablesAnimations = false
  }

  func testAScreenReaderFindsWhatCanBeRead() async throws {
    try await onMap { fixture, _, canvas in
      await self.wait(for: "accessible cards") {
        canvas.accessibleLabels.contains { $0.contains("Orders two sizes") }
      }
      XCTAssertTrue(canvas.accessibleLabels.contains { $0.contains("Tries it on") })
      // A map of this size is read as a whole, however little of it is in sight.
      for zoom in [0.1, 4] {
        canvas.setZoom(zoom)
        await self.settle(milliseconds: 300)
        for words in ["Orders two sizes", "Packs, step 3 of 3", "Three pages long"] {
          XCTAssertTrue(canvas.accessibleLabels.contains { $0.contains(words) }, words)
        }
      }
    }
  }

  func testAMapFromRightToLeftBeginsAtTheRight() async throws {
    let canvas = SceneCanvas()
    let item = SceneItem(
      subject: .addition(EntityReference(.stage, UUID())), role: .stepHeader,
      frame: Rect(2900, 0, 100, 40),
      content: ItemContent([.fill(.rectangle(Rect(0, 0, 100, 40)), Color(hex: 0))]))
    canvas.scene = Scene(
      title: "x", size: Size(3000, 400), items: [item], background: Color(hex: 0xffffff),
      isMirrored: true)
    let window = await show(ScrolledWindow(canvas))
    let subject = try XCTUnwrap(item.subject)
    let before = try XCTUnwrap(canvas.frame(of: subject))
    XCTAssertEqual(before.x + before.width, Double(canvas.width), accuracy: 1)
    // A step is added at the left.
    var wider = item
    wider.frame.x += 148
    canvas.scene = Scene(
      title: "x", size: Size(3148, 400), items: [wider], background: Color(hex: 0xffffff),
      isMirrored: true)
    XCTAssertEqual(try XCTUnwrap(canvas.frame(of: subject)).x, before.x, accuracy: 1)
    window.destroy()
  }

  func testFramesAreDrawn() async throws {
    try await onMap { _, _, canvas in
      let times = try canvas.measureFrames(3, width: 400, height: 300) { (1, Double($0) * 10, 0) }
      XCTAssertEqual(times.count, 3)
    }
  }

  /// As in a spreadsheet: a second Delete, or the next word, hits nothing else.
  func testTheKeyboardStaysInTheCellOfACardThatGoes() async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    let cell = ItemSubject.cell(Cell(laneID: fixture.pains.id, stepID: fixture.steps[1].id))
    controller.select(fixture.pain.reference)
    controller.deleteSelection()
    XCTAssertEqual(controller.canvas.current, cell)
    controller.deleteSelection()
    XCTAssertEqual(try fixture.cards().count, 3)
    // What comes back is where the keyboard goes.
    fixture.session.undo { _ in }
    controller.select(whatCameBackIn: try XCTUnwrap(fixture.session.travelled))
    XCTAssertEqual(controller.canvas.current, .record(fixture.pain.reference))
    // Another card of the same cell is nearer than any other one.
    controller.select(fixture.look.reference)
    controller.deleteSelection()
    XCTAssertEqual(controller.canvas.current, .record(fixture.secondLook.reference))
    fixture.session.undo { _ in }
    // Undoing what made the selected thing leads to where it was asked for.
    controller.select(fixture.pain.reference)
    controller.duplicate()
    XCTAssertNotEqual(controller.canvas.current, .record(fixture.pain.reference))
    fixture.session.undo { _ in }
    XCTAssertEqual(controller.canvas.current, .record(fixture.pain.reference))
    fixture.close()
  }
}
