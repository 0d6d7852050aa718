import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class InspectorTests: GtkTestCase {
  private func sample() throws -> (Session, JourneyContents) {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let step = Step(stageID: stage.id, rank: .middle, title: "Step")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .painPoints)
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = [step]
    contents.lanes = [lane]
    contents.cards = Rank.spread(2).map {
      Card(laneID: lane.id, stepID: step.id, rank: $0, text: "No label in the box")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    let workspace = try Workspace.create(
      at: folder.appendingPathComponent("a.uplift"), contents: contents)
    let journey = try XCTUnwrap(try workspace.journey(map.id))
    return (try Session(workspace), journey)
  }

  func testTypingIsOneStepOfUndoAndStaysThroughAChangeFromElsewhere() async throws {
    let (session, journey) = try sample()
    let card = try XCTUnwrap(journey.cards.values.first)
    let id = journey.map.id
    let panel = CardPanel(session) { _ in }
    panel.show(card.id, journey)
    let listening = session.onChange { _ in
      if let journey = try? session.workspace.journey(id) { panel.show(card.id, journey) }
    }
    let text = try XCTUnwrap(panel.text)
    text.view.text = "No label in th"
    // Somebody changes another field of the card meanwhile.
    session.perform(journey.settingEvidence(of: [card.id], to: .observed))
    XCTAssertEqual(text.view.text, "No label in th")
    await wait(for: "the pause") {
      (try? session.workspace.journey(id)?.cards[card.id]?.text) == "No label in th"
    }
    text.view.text = "No label"
    panel.commitTyping()
    XCTAssertEqual(try session.workspace.journey(id)?.cards[card.id]?.text, "No label")
    XCTAssertEqual(try session.workspace.history().count, 2)
    session.undo()
    XCTAssertEqual(text.view.text, "No label in the box")
    XCTAssertEqual(try session.workspace.journey(id)?.cards[card.id]?.evidence, .observed)
    withExtendedLifetime(listening) {}
  }

  func testWhatWasTypedIsSavedWhenSomethingElseIsSelected() async throws {
    let (session, journey) = try sample()
    let cards = Array(journey.cards.values)
    let id = journey.map.id
    let inspector = JourneyInspector(session: session) { _ in }
    inspector.show(journey, selection: [.record(cards[0].reference)])
    let panel = inspector.cardPanel
    panel.text?.view.text = "Typed"
    inspector.show(journey, selection: [.record(cards[1].reference)])
    XCTAssertEqual(try session.workspace.journey(id)?.cards[cards[0].id]?.text, "Typed")
    XCTAssertEqual(panel.text?.view.text, cards[1].text)
    XCTAssertEqual(try session.workspace.journey(id)?.cards[cards[1].id]?.text, cards[1].text)
  }

  func testADayThatIsNoneIsRefusedAndNothingIsSaved() async throws {
    var saved: [CalendarDay?] = []
    let editor = DayEditor { day, _ in saved.append(day) }
    editor.begin(CalendarDay("2026-11-21"))
    editor.entry.text = "31.31.2026"
    editor.commitTyping()
    XCTAssertTrue(saved.isEmpty)
    editor.entry.text = "2026-12-01"
    editor.commitTyping()
    XCTAssertEqual(saved, [CalendarDay("2026-12-01")])
    editor.show(CalendarDay("2026-12-01"))
    editor.entry.text = ""
    editor.commitTyping()
    XCTAssertEqual(saved.last, .some(nil))
  }
}
