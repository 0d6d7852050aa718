import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class FilterTests: GtkTestCase {
  private var fixture: CanvasFixture?

  private func start() throws -> CanvasFixture {
    let fixture = try CanvasFixture()
    self.fixture = fixture
    return fixture
  }

  override func tearDown() async throws {
    await MainActor.run { fixture?.close() }
  }

  func testWhatDoesNotMatchIsPaleUntilEscape() async throws {
    let fixture = try start()
    let controller = try await fixture.showMap(in: self)
    let before = try XCTUnwrap(controller.canvas.scene)
    var filter = JourneyFilter()
    filter.text = "pages"
    controller.setFilter(filter)
    XCTAssertEqual(controller.focus.match?.cards, [fixture.pain.id])
    let after = try XCTUnwrap(controller.canvas.scene)
    XCTAssertEqual(before.items.map(\.frame), after.items.map(\.frame))
    func content(_ scene: Scene, _ card: Card) -> ItemContent? {
      scene.items.first { $0.subject == .record(card.reference) }?.content
    }
    XCTAssertTrue(content(before, fixture.pain) === content(after, fixture.pain))
    XCTAssertFalse(content(before, fixture.order) === content(after, fixture.order))
    XCTAssertTrue(controller.canvas.pressed(.escape, []))
    XCTAssertNil(controller.focus.match)
    let again = try XCTUnwrap(controller.canvas.scene)
    XCTAssertTrue(content(before, fixture.order) === content(again, fixture.order))
  }

  func testAllThatIsSelectedIsAllThatMatches() async throws {
    let fixture = try start()
    let controller = try await fixture.showMap(in: self)
    var filter = JourneyFilter()
    filter.text = "pages"
    controller.setFilter(filter)
    XCTAssertTrue(controller.canvas.pressed(.character("a"), .control))
    XCTAssertEqual(controller.canvas.selection, [.record(fixture.pain.reference)])
    controller.setFilter(JourneyFilter())
    XCTAssertTrue(controller.canvas.pressed(.character("a"), .control))
    XCTAssertEqual(controller.canvas.selection.count, 4)
  }

  func testTheWayGoesFromMatchToMatchAndRound() async throws {
    let fixture = try start()
    let controller = try await fixture.showMap(in: self)
    var filter = JourneyFilter()
    filter.kinds = [.actions]
    controller.setFilter(filter)
    var visited: [ItemSubject?] = []
    for _ in 0..<4 {
      controller.goToMatch(backwards: false)
      visited.append(controller.canvas.current)
    }
    let cards = [fixture.order, fixture.look, fixture.secondLook, fixture.order]
    XCTAssertEqual(visited, cards.map { .record($0.reference) })
    controller.goToMatch(backwards: true)
    XCTAssertEqual(controller.canvas.current, .record(fixture.secondLook.reference))
  }

  func testAFilterFollowsWhatIsEdited() async throws {
    let fixture = try start()
    let controller = try await fixture.showMap(in: self)
    var filter = JourneyFilter()
    filter.evidence = [.observed]
    controller.setFilter(filter)
    XCTAssertEqual(controller.focus.match?.cards, [])
    fixture.session.perform(
      controller.contents.settingEvidence(of: [fixture.look.id], to: .observed))
    XCTAssertEqual(controller.focus.match?.cards, [fixture.look.id])
  }

  func testAFilterIsSavedChosenAndDeleted() async throws {
    let fixture = try start()
    let session = fixture.session
    var filter = JourneyFilter()
    filter.kinds = [.painPoints]
    session.perform(session.outline.savedFilters.saving(filter, as: "Pain"))
    XCTAssertEqual(session.outline.savedFilters.map(\.title), ["Pain"])
    let saved = try XCTUnwrap(session.outline.savedFilters.first)
    XCTAssertEqual(JourneyFilter(definition: saved.definition), filter)
    session.perform(session.outline.savedFilters.renaming(saved.id, to: "What hurts"))
    XCTAssertEqual(session.outline.savedFilters.map(\.title), ["What hurts"])
    session.perform(Edit.deleting([saved.reference]))
    XCTAssertTrue(session.outline.savedFilters.isEmpty)
    session.undo()
    XCTAssertEqual(session.outline.savedFilters.map(\.title), ["What hurts"])
  }

  func testAnExportHasTheFilterOfTheScreen() async throws {
    let fixture = try start()
    var filter = JourneyFilter()
    filter.text = "pages"
    let content = try XCTUnwrap(
      try ExportContent(
        .journey(fixture.map.id), of: fixture.session.workspace, filter: filter))
    guard case .journey(let journey) = content.picture else { return XCTFail("no map") }
    XCTAssertEqual(journey.focus?.cards, [fixture.pain.id])
  }

  func testAStepOpensItsMapAndTheMapKnowsTheWayBack() async throws {
    let fixture = try start()
    let controller = try await fixture.showMap(in: self)
    var gone: [EntityReference] = []
    controller.onGo = { gone.append($0) }
    let step = fixture.steps[1]
    controller.select(step.reference)
    XCTAssertTrue(controller.canvas.pressed(.enter, .alt))
    XCTAssertTrue(gone.isEmpty)
    let added = try XCTUnwrap(
      controller.contents.addingNestedMap(
        to: step.id, among: fixture.session.outline.journeyMaps))
    fixture.session.perform(added.edit)
    XCTAssertTrue(controller.canvas.pressed(.enter, .alt))
    XCTAssertEqual(gone, [added.record.reference])
    let header = controller.canvas.scene?.items.first { $0.subject == .record(step.reference) }
    XCTAssertEqual(header?.label, "Looks it up, step 2 of 3, opens the map “Looks it up”")
    controller.follow(.nestedMap(stepID: step.reference))
    XCTAssertEqual(gone.count, 2)
    let workspace = fixture.session.workspace
    XCTAssertEqual(try workspace.path(toMap: added.record.id).map(\.step.id), [step.id])
    // Back again, in a circle: the way is shown once.
    let nested = try XCTUnwrap(try workspace.journey(added.record.id))
    fixture.session.perform(
      nested.settingNestedMap(of: nested.steps[0].id, to: fixture.map.id))
    XCTAssertEqual(try workspace.path(toMap: added.record.id).map(\.step.id), [step.id])
    XCTAssertNil(nested.settingNestedMap(of: nested.steps[0].id, to: nested.map.id))
  }

  func testAMixedSelectionIsChangedInOneStep() async throws {
    let fixture = try start()
    let session = fixture.session
    let controller = try await fixture.showMap(in: self)
    let journey = controller.contents
    let inspector = JourneyInspector(session: session) { _ in }
    let steps = fixture.steps.prefix(2)
    inspector.show(
      journey,
      selection: steps.map { .record($0.reference) } + [.record(fixture.order.reference)])
    let count = try session.workspace.history().count
    let changed = Edit.changing(Array(steps), .setMomentOfTruth) { $0.isMomentOfTruth = true }
    XCTAssertTrue(session.perform(changed))
    XCTAssertEqual(try session.workspace.history().count, count + 1)
    XCTAssertEqual(
      try session.workspace.journey(fixture.map.id)?.steps.map(\.isMomentOfTruth),
      [true, true, false])
    session.undo()
    XCTAssertEqual(
      try session.workspace.journey(fixture.map.id)?.steps.contains { $0.isMomentOfTruth }, false)
  }

  func testALinkToWhatBacksACardIsKnownToTheMap() async throws {
    let fixture = try start()
    let session = fixture.session
    let controller = try await fixture.showMap(in: self)
    let dialogue = Dialogue(rank: .middle, customer: "Noor")
    session.perform(Edit(.addDialogue, [.insert(dialogue)]))
    let links: [Link] = []
    let added = try XCTUnwrap(
      links.adding(.backedBy, from: fixture.look.reference, to: dialogue.reference))
    session.perform(added.edit)
    XCTAssertEqual(Set(controller.contents.extras.backings.values), [fixture.look.id])
    XCTAssertEqual(
      try session.workspace.journey(fixture.map.id)?.extras.backings,
      controller.contents.extras.backings)
    session.perform(Edit.deleting([dialogue.reference]))
    XCTAssertTrue(controller.contents.extras.backings.isEmpty)
  }
}
