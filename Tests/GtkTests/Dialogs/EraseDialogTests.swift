import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class EraseDialogTests: DialogTestCase {
  func testAFirstNameAloneIsTakenForTheWholeOne() async throws {
    let (session, _) = try makeSession()
    let goal = Goal(rank: .middle, title: "Ask Ann", owner: "Ann Oldfield")
    session.perform(Edit(.addGoal, [.insert(goal)]))
    let parent = await showParent()
    EraseDialog.show(over: parent, session: session, name: "Ann", go: { _ in }, prepare: {})
    let dialog = try XCTUnwrap(EraseDialog.existing(over: parent))
    await wait(for: "the places") { dialog.eraseButton.isSensitive }
    XCTAssertTrue(dialog.status.text.contains("“Ann Oldfield”"), dialog.status.text)
    dialog.lookForWhole()
    XCTAssertEqual(dialog.field.text, "Ann Oldfield")
    await wait(for: "the whole name") { dialog.status.text.isEmpty }
    parent.destroy()
    session.close()
  }

  func testWhatWasFoundOfAnotherIsGoneAtOnce() async throws {
    let (session, _) = try makeSession()
    session.perform(
      Edit(
        .addGoal,
        [
          .insert(Goal(rank: .middle, title: "Ask", owner: "Ann Oldfield")),
          .insert(Goal(rank: .between(.middle, nil), title: "Tell", owner: "Ben Newman")),
        ]))
    let parent = await showParent()
    EraseDialog.show(
      over: parent, session: session, name: "Ann Oldfield", go: { _ in }, prepare: {})
    let dialog = try XCTUnwrap(EraseDialog.existing(over: parent))
    await wait(for: "the places") { dialog.eraseButton.isSensitive }
    XCTAssertEqual(dialog.found.lines.count, 1)
    dialog.field.text = "Ben Newman"
    XCTAssertFalse(dialog.eraseButton.isSensitive, "not the one whose name stands there")
    dialog.look()
    XCTAssertTrue(dialog.found.lines.isEmpty)
    await wait(for: "the other") { dialog.eraseButton.isSensitive }
    XCTAssertTrue(dialog.found.lines.contains { $0.contains("Tell") })
    parent.destroy()
    session.close()
  }

  func testAPersonIsFoundShownAndErased() async throws {
    let (session, _) = try makeSession()
    let goal = Goal(rank: .middle, title: "Ask Ann Oldfield", owner: "Ann Oldfield")
    session.perform(Edit(.addGoal, [.insert(goal)]))
    let parent = await showParent()
    var gone: EntityReference?
    var prepared = 0
    EraseDialog.show(
      over: parent, session: session, name: "Ann Oldfield", go: { gone = $0 },
      prepare: { prepared += 1 })
    let dialog = try XCTUnwrap(EraseDialog.existing(over: parent))
    await wait(for: "the places") { dialog.eraseButton.isSensitive }
    XCTAssertEqual(dialog.found.lines.count, 2)
    XCTAssertTrue(dialog.found.lines.contains { $0.contains(tr("emptied")) })
    XCTAssertNil(gone)
    dialog.erase()
    await wait(for: "the end") { !dialog.eraseButton.isVisible }
    XCTAssertGreaterThan(prepared, 1)
    let left = try XCTUnwrap(session.workspace.record(goal.reference) as? Goal)
    XCTAssertEqual(left.owner, "")
    XCTAssertEqual(left.title, "Ask someone")
    let report = folder.appendingPathComponent("report.md")
    dialog.save(to: report)
    let text = try String(contentsOf: report, encoding: .utf8)
    XCTAssertFalse(text.contains("Oldfield"))
    XCTAssertTrue(text.contains("Ask someone"))
    // Undo takes the goal back, and brings nobody.
    XCTAssertEqual(session.undo(), EditName.addGoal.title)
    XCTAssertEqual(session.redo(), EditName.addGoal.title)
    let again = try XCTUnwrap(session.workspace.record(goal.reference) as? Goal)
    XCTAssertEqual(again.owner, "")
    let bytes = try Data(contentsOf: session.workspace.url)
    XCTAssertNil(bytes.range(of: Data("Oldfield".utf8)))
    parent.destroy()
    session.close()
  }
}
