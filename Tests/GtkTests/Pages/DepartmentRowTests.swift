import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// Who leads a department and how many people it has, and what a step carries.
@MainActor
final class DepartmentRowTests: GtkTestCase {
  func testHeadAndHeadcountAreAStepEachAndMayBeEmpty() async throws {
    let session = try session { contents in
      contents.departments = [
        Department(rank: .middle, name: "Stores", head: "Ada", headcount: 1324)
      ]
    }
    let page = PeoplePage(session)
    let listening = session.onChange { [weak page] in _ = page?.follow($0) }
    defer { _ = listening }
    let window = await show(page.widget, width: 760, height: 560)
    func now() throws -> Department { try XCTUnwrap(session.outline.departments.first) }
    let row = try XCTUnwrap(page.departmentRows.first)
    XCTAssertEqual(row.head.entry.text, "Ada")
    XCTAssertEqual(row.headcount.line.entry.text, NumberFormat.local.text(1324))
    row.head.entry.text = "Ben"
    page.commitTyping()
    row.headcount.line.entry.text = "1,204"
    page.commitTyping()
    XCTAssertEqual(try now().head, "Ben")
    XCTAssertEqual(try now().headcount, 1204)
    session.undo()
    XCTAssertEqual(try now().headcount, 1324)
    XCTAssertEqual(try now().head, "Ben")
    row.headcount.line.entry.text = "many"
    page.commitTyping()
    XCTAssertEqual(try now().headcount, 1324, "what is no number is refused")
    row.headcount.line.entry.text = ""
    page.commitTyping()
    XCTAssertNil(try now().headcount)
    window.destroy()
  }

  func testADepartmentThatOneGoesToIsInSight() async throws {
    let departments = Rank.spread(60).enumerated().map {
      Department(rank: $1, name: "Department \($0)")
    }
    let session = try session { $0.departments = departments }
    let page = PeoplePage(session)
    let last = try XCTUnwrap(departments.last)
    page.reveal(last.reference)
    let window = await show(page.widget, width: 760, height: 560)
    await settle(milliseconds: 300)
    let row = try XCTUnwrap(page.departmentRows.last)
    let frame = try XCTUnwrap(row.widget.frame(in: page.widget))
    XCTAssertGreaterThanOrEqual(frame.y, 0)
    XCTAssertLessThanOrEqual(frame.y + frame.height, Double(page.widget.height))
    window.destroy()
  }

  func testAStepListsItsStandardsAndBeginsOne() async throws {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let step = Step(stageID: stage.id, rank: .middle, title: "Serves alone")
    let session = try session { contents in
      contents.journeyMaps = [map]
      contents.stages = [stage]
      contents.steps = [step]
      contents.standards = [
        Standard(rank: .middle, stepID: step.id, practice: "Calls back", keeper: "Ada"),
        Standard(rank: .middle, practice: "Another one"),
      ]
    }
    var gone: [EntityReference] = []
    let editor = StandardsEditor(session) { gone.append($0) }
    let window = await show(editor.widget, width: 300)
    editor.show(step.id)
    XCTAssertEqual(editor.shown.map(\.practice), ["Calls back"])
    editor.addStandard()
    editor.show(step.id)
    XCTAssertEqual(editor.shown.map(\.practice), ["Calls back", ""])
    XCTAssertEqual(gone, [try XCTUnwrap(editor.shown.last).reference])
    session.undo()
    editor.show(step.id)
    XCTAssertEqual(editor.shown.map(\.practice), ["Calls back"])
    window.destroy()
  }
}
