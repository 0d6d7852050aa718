import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class SurveyDialogTests: DialogTestCase {
  func testAnswersAreCountedShownAndImportedAsOneStep() async throws {
    let (session, _) = try makeSession()
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps)
    session.perform(Edit(.addMetric, [.insert(metric)]))
    let file = folder.appendingPathComponent("answers.csv")
    try Data("when;segment;score\n3.1.2026;A;9\n4.1.2026;B;10\n5.2.2026;A;x\n".utf8)
      .write(to: file)
    let parent = await showParent()
    var told = ""
    SurveyDialog.show(file, over: parent, session: session) { told = $0 }
    let dialog = try XCTUnwrap(SurveyDialog.existing(over: parent))
    await wait(for: "the count") { !dialog.preview.lines.isEmpty }
    // One row cannot be read: it is named, and nothing can be imported.
    XCTAssertTrue(dialog.preview.lines[0].contains("line 4"), dialog.preview.lines[0])
    XCTAssertTrue(dialog.preview.lines[0].contains("“x”"))
    XCTAssertFalse(dialog.importButton.isSensitive)
    try Data("when;segment;score\n3.1.2026;A;9\n4.1.2026;B;10\n5.2.2026;A;3\n".utf8)
      .write(to: file)
    SurveyDialog.show(file, over: parent, session: session) { told = $0 }
    let again = try XCTUnwrap(SurveyDialog.existing(over: parent))
    await wait(for: "the readings") { again.importButton.isSensitive }
    XCTAssertEqual(again.preview.lines.count, 5)
    again.take()
    await wait(for: "the import") { !told.isEmpty }
    XCTAssertTrue(told.contains("5"), told)
    let readings = try session.workspace.readings(of: metric.id)
    XCTAssertEqual(readings.compactMap(\.sampleSize).sorted(), [1, 1, 1, 1, 2])
    XCTAssertEqual(session.undoTitle, EditName.importFile.title)
    session.undo()
    XCTAssertEqual(try session.workspace.readings(of: metric.id), [])
    parent.destroy()
    session.close()
  }

  func testANewMetricIsCalledAsTheFieldSays() async throws {
    let (session, _) = try makeSession()
    let file = folder.appendingPathComponent("answers.csv")
    try Data("score\n9\n10\n".utf8).write(to: file)
    let parent = await showParent()
    SurveyDialog.show(file, over: parent, session: session) { _ in }
    let dialog = try XCTUnwrap(SurveyDialog.existing(over: parent))
    await wait(for: "the count") { dialog.importButton.isSensitive }
    XCTAssertEqual(dialog.form.name.text, "answers", "the file's name is proposed")
    dialog.form.name.text = "  Would recommend "
    dialog.take()
    await wait(for: "the import") { session.outline.metrics.count == 1 }
    XCTAssertEqual(session.outline.metrics.first?.title, "Would recommend")
    parent.destroy()
    session.close()
  }
}
