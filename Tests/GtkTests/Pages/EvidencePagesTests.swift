import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class EvidencePagesTests: GtkTestCase {
  private var listening: Listening?

  private func follow(_ page: any Page, _ session: Session) {
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
  }

  private func page<Record: RegisterRecord>(
    _ type: Record.Type, _ place: Place, _ session: Session
  ) -> RegisterPage<Record> {
    let page = RegisterPage(
      session, place, Record.register(in:),
      records: { session in session.read { try session.workspace.registered(type) } ?? [] },
      parts: RegisterParts.parts(of: type, session) { _ in }, go: { _ in })
    follow(page, session)
    return page
  }

  func testAMetricIsAddedWithItsReadingsAndTakenBack() async throws {
    let session = try session()
    let page = page(Metric.self, .metrics, session)
    let details = try XCTUnwrap(page.inspector)
    let window = await show(Box(.horizontal, [page.widget, details]), width: 1200, height: 700)
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
    XCTAssertEqual(page.table.shown.map(\.id), [metric.id])
    let column = try XCTUnwrap(page.table.columns.first { $0.name == "newest" })
    XCTAssertEqual(page.table.shown.first.map(column.text), "3.6")
    page.reveal(metric.reference)
    XCTAssertEqual(page.currentRecord, metric.reference)
    session.perform(Edit.deleting([metric.reference]))
    XCTAssertTrue(page.table.shown.isEmpty)
    session.undo()
    XCTAssertEqual(page.table.shown.map(\.id), [metric.id])
    XCTAssertEqual(try session.workspace.readings(of: metric.id).count, 2)
    window.destroy()
  }

  func testATargetThatIsSetInSeveralRowsIsKeptInTheHistory() async throws {
    let session = try session()
    let metric = Metric(rank: .middle, title: "Ease", target: 4)
    session.perform(Edit(.addMetric, [.insert(metric)]))
    let page = page(Metric.self, .metrics, session)
    let window = await show(page.widget, width: 1000, height: 700)
    page.reveal(metric.reference)
    let place = try XCTUnwrap(page.table.columns.firstIndex { $0.name == "target" })
    XCTAssertNil(page.table.setAll(place, "5.5"))
    XCTAssertEqual(session.outline.metrics.first?.target, 5.5)
    let history = try session.workspace.contents(of: [.targetChange]).targetChanges
    XCTAssertEqual(history.map(\.target), [5.5])
    session.undo()
    XCTAssertEqual(session.outline.metrics.first?.target, 4)
    window.destroy()
  }

  func testManyReadingsAreARegisterAndTheNewestStandBesideTheirMetric() async throws {
    let session = try session()
    let metric = Metric(rank: .middle, title: "Ease")
    let first = try XCTUnwrap(CalendarDay("2020-01-01"))
    session.perform(
      Edit(
        .importFile,
        [.insert(metric)]
          + (0..<300).map {
            .insert(
              Reading(metricID: metric.id, day: first.advanced(by: $0), value: Double($0)))
          }))
    let page = page(Reading.self, .metrics, session)
    let window = await show(page.widget, width: 1000, height: 700)
    XCTAssertEqual(page.table.shown.map(\.value), (0..<300).map(Double.init))
    window.destroy()
    let part = try XCTUnwrap(
      RegisterParts.parts(of: Metric.self, session) { _ in }
        .compactMap { $0 as? ChildRegister<Metric, Reading> }.first)
    part.show(metric)
    XCTAssertEqual(part.shown.map(\.value), (288..<300).map(Double.init))
  }

  func testAReadingIsKeptWhenItsValueIsANumber() async throws {
    let session = try session()
    let metric = Metric(rank: .middle, title: "Ease")
    session.perform(Edit(.addMetric, [.insert(metric)]))
    let editor = ReadingsEditor(session)
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
    let page = page(Dialogue.self, .dialogues, session)
    let window = await show(page.widget, width: 1000, height: 700)
    page.additions[0].perform()
    let dialogue = try XCTUnwrap(session.outline.dialogues.first)
    session.perform(Edit.changing(dialogue) { $0.customer = "Noor" })
    XCTAssertEqual(page.table.shown.count, 1)
    page.reveal(dialogue.reference)
    XCTAssertEqual(page.currentRecord, dialogue.reference)
    session.undo()
    session.undo()
    XCTAssertTrue(page.table.shown.isEmpty)
    window.destroy()
  }
}
