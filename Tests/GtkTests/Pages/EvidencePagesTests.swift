import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class EvidencePagesTests: GtkTestCase {
  private var listening: Listening?

  private func session() throws -> Session {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    return try Session(
      try Workspace.create(
        at: folder.appendingPathComponent("a.uplift"),
        contents: WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))))
  }

  private func follow(_ page: any Page, _ session: Session) {
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
  }

  func testAMetricIsAddedWithItsReadingsAndTakenBack() async throws {
    let session = try session()
    let page = MetricsPage(session, isDark: false)
    follow(page, session)
    let window = await show(page.widget, width: 1000, height: 700)
    page.additions[0].perform()
    let metric = try XCTUnwrap(session.outline.metrics.first)
    for (day, value) in [("2026-09-30", 3.1), ("2026-10-31", 3.6)] {
      session.perform(
        Edit(
          .addReading,
          [
            .insert(
              Reading(metricID: metric.id, day: try XCTUnwrap(CalendarDay(day)), value: value))
          ]))
    }
    XCTAssertEqual(page.rows.count, 1)
    let readings = try session.workspace.readings(of: metric.id)
    XCTAssertEqual(readings.map(\.value), [3.1, 3.6])
    page.reveal(readings[0].reference)
    XCTAssertEqual(page.currentRecord, metric.reference)
    session.perform(Edit.deleting([metric.reference]))
    XCTAssertTrue(page.rows.isEmpty)
    session.undo()
    XCTAssertEqual(page.rows.count, 1)
    XCTAssertEqual(try session.workspace.readings(of: metric.id).count, 2)
    window.destroy()
  }

  func testAReadingIsKeptWhenItsValueIsANumber() async throws {
    let session = try session()
    let metric = Metric(rank: .middle, title: "Ease")
    session.perform(Edit(.addMetric, [.insert(metric)]))
    let editor = ReadingsEditor(session, isWide: true)
    func show() throws {
      editor.show(try session.workspace.readings(of: metric.id), of: metric.id, steps: [])
    }
    try show()
    let window = await self.show(editor.widget, width: 900, height: 300)
    editor.addReading()
    editor.value.text = "many"
    editor.addReading()
    XCTAssertTrue(try session.workspace.readings(of: metric.id).isEmpty)
    editor.value.text = "3.1"
    editor.addReading()
    XCTAssertEqual(try session.workspace.readings(of: metric.id).map(\.value), [3.1])
    try show()
    XCTAssertEqual(editor.rows.count, 1)
    XCTAssertEqual(editor.value.text, "")
    window.destroy()
  }

  func testADialogueIsWrittenDown() async throws {
    let session = try session()
    let page = RegisterPage(
      session, .dialogues, Dialogue.register(in:),
      records: { session in
        session.read { try session.workspace.registered(Dialogue.self) } ?? []
      }, go: { _ in })
    follow(page, session)
    let window = await show(page.widget, width: 1000, height: 700)
    page.additions[0].perform()
    let dialogue = try XCTUnwrap(session.outline.dialogues.first)
    session.perform(Edit.changing(dialogue) { $0.customer = "Noor" })
    XCTAssertEqual(page.table.shown.map(\.customer), ["Noor"])
    page.reveal(dialogue.reference)
    XCTAssertEqual(page.currentRecord, dialogue.reference)
    session.undo()
    session.undo()
    XCTAssertTrue(page.table.shown.isEmpty)
    window.destroy()
  }

  func testAPainPointHasItsChainsOfCauses() async throws {
    let session = try session()
    let map = JourneyMap(rank: .middle, title: "Returns")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Send")
    let step = Step(stageID: stage.id, rank: .middle, title: "Packs")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .painPoints)
    let card = Card(laneID: lane.id, stepID: step.id, rank: .middle, text: "No label")
    session.perform(
      Edit(
        .addStep,
        [.insert(map), .insert(stage), .insert(step), .insert(lane), .insert(card)]))
    let editor = CausesEditor(session, go: { _ in })
    listening = session.onChange { [weak editor] _ in editor?.refresh() }
    editor.show(card)
    let window = await show(editor.widget, width: 320, height: 600)
    XCTAssertEqual(editor.chainNumbers, [])
    editor.beginChain()
    editor.beginChain()
    XCTAssertEqual(editor.chainNumbers, [1, 2])
    let causes = try session.workspace.contents(of: [.cause]).causes
    XCTAssertEqual(causes.map(\.cardID), [card.id, card.id])
    session.undo()
    XCTAssertEqual(editor.chainNumbers, [1])
    editor.show(nil)
    XCTAssertFalse(editor.widget.isVisible)
    window.destroy()
  }
}
