import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class PagesTests: GtkTestCase {
  private var listening: Listening?

  private func follow(_ page: any Page, _ session: Session) {
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
  }

  private func groupSession() throws -> (Session, AdvisoryGroup) {
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Group")
    let session = try session { contents in
      contents.advisoryGroups = [group]
      contents.members = zip(["Ada", "Ben"], Rank.spread(2)).map {
        Member(groupID: group.id, rank: $1, name: $0)
      }
    }
    return (session, group)
  }

  func testEnterOnTheLastMemberAddsOneBelow() async throws {
    let (session, group) = try groupSession()
    let page = try XCTUnwrap(GroupPage(session, groupID: group.id) { _ in })
    follow(page, session)
    let table = page.members
    let window = await show(page.widget, width: 1200, height: 800)
    let first = try XCTUnwrap(try session.workspace.group(group.id)?.members.first)
    table.enter(from: first.id, .name)
    XCTAssertEqual(try session.workspace.group(group.id)?.members.count, 2)
    let last = try XCTUnwrap(try session.workspace.group(group.id)?.members.last)
    table.enter(from: last.id, .name)
    let members = try XCTUnwrap(try session.workspace.group(group.id)?.members)
    XCTAssertEqual(members.map(\.name), ["Ada", "Ben", ""])
    let row = try XCTUnwrap(table.rows.last)
    XCTAssertTrue(row.widget.containsFocus || row.editors[0].entry.containsFocus)
    window.destroy()
  }

  func testMovingAMemberKeepsWhatIsTyped() async throws {
    let (session, group) = try groupSession()
    let page = try XCTUnwrap(GroupPage(session, groupID: group.id) { _ in })
    follow(page, session)
    let row = try XCTUnwrap(page.members.rows.first)
    row.editors[0].entry.text = "Ada Lovelace"
    page.members.move(row.id, .down)
    XCTAssertEqual(page.members.rows.map(\.id).last, row.id)
    XCTAssertEqual(row.editors[0].entry.text, "Ada Lovelace")
    page.commitTyping()
    XCTAssertEqual(
      try session.workspace.group(group.id)?.members.map(\.name), ["Ben", "Ada Lovelace"])
  }

  func testRowsOfASpreadsheetBecomeMembers() async throws {
    let (session, group) = try groupSession()
    let page = try XCTUnwrap(GroupPage(session, groupID: group.id) { _ in })
    follow(page, session)
    try XCTUnwrap(Clipboard.standard).setText("Cleo\tStores\tLead\nDan\tDepot\n")
    page.members.paste(at: nil, .name)
    await wait(for: "the paste") { page.members.rows.count == 4 }
    let members = try XCTUnwrap(try session.workspace.group(group.id)?.members)
    XCTAssertEqual(members.map(\.name), ["Ada", "Ben", "Cleo", "Dan"])
    XCTAssertEqual(members.map(\.function), ["", "", "Stores", "Depot"])
    session.undo()
    XCTAssertEqual(page.members.rows.count, 2)
  }

  func testADayThatIsNoneIsMarkedAndNotSaved() async throws {
    let (session, group) = try groupSession()
    let page = try XCTUnwrap(GroupPage(session, groupID: group.id) { _ in })
    follow(page, session)
    let row = try XCTUnwrap(page.members.rows.first)
    row.editors[MemberField.termEnd.rawValue].entry.text = "soon"
    page.commitTyping()
    XCTAssertNil(try session.workspace.group(group.id)?.members.first?.termEnd)
    XCTAssertEqual(row.editors[MemberField.termEnd.rawValue].entry.text, "soon")
    row.editors[MemberField.termEnd.rawValue].entry.text = "2027-01-31"
    page.commitTyping()
    XCTAssertEqual(
      try session.workspace.group(group.id)?.members.first?.termEnd, CalendarDay("2027-01-31"))
  }

  func testAGroupThatIsGoneSaysSo() async throws {
    let (session, group) = try groupSession()
    let page = try XCTUnwrap(GroupPage(session, groupID: group.id) { _ in })
    session.perform(Edit.deleting([group.reference]))
    XCTAssertFalse(page.follow(WorkspaceChange(deletions: [group.reference])))
  }

  func testPeopleFollowUndo() async throws {
    let session = try session()
    let page = PeoplePage(session)
    follow(page, session)
    page.additions[0].perform()
    page.additions[1].perform()
    XCTAssertEqual(page.personaRows.count, 1)
    XCTAssertEqual(page.departmentRows.count, 1)
    session.undo()
    session.undo()
    XCTAssertTrue(page.personaRows.isEmpty)
    XCTAssertTrue(page.departmentRows.isEmpty)
  }

  func testAnEmptyWorkspaceOffersAFirstStep() async throws {
    let session = try session()
    var places: [Place] = []
    let page = OverviewPage(session) { places.append($0) }
    follow(page, session)
    page.addJourney()
    page.addGroup()
    XCTAssertEqual(places.count, 2)
    XCTAssertEqual(session.outline.journeyMaps.count, 1)
    XCTAssertEqual(session.outline.groups.count, 1)
  }
}
