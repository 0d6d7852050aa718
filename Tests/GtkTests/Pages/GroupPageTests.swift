import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class GroupPageTests: GtkTestCase {
  private var listening: Listening?
  private var folder = FileManager.default.temporaryDirectory

  private func opened(
    _ kind: AdvisoryGroup.Kind = .employeeAdvisoryGroup, members: [String] = ["Ada", "Ben"],
    _ fill: (inout WorkspaceContents, AdvisoryGroup) -> Void = { _, _ in }
  ) throws -> (Session, AdvisoryGroup, GroupPage) {
    let group = AdvisoryGroup(rank: .middle, kind: kind, title: "Group")
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    contents.advisoryGroups = [group]
    contents.members = zip(members, Rank.spread(members.count)).map {
      Member(groupID: group.id, rank: $1, name: $0)
    }
    fill(&contents, group)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let made = folder
    addTeardownBlock { try? FileManager.default.removeItem(at: made) }
    let session = try Session(
      try Workspace.create(at: folder.appendingPathComponent("a.uplift"), contents: contents))
    let page = try XCTUnwrap(GroupPage(session, groupID: group.id) { _ in })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    return (session, group, page)
  }

  func testTheKeyboardStaysInTheTableWhenAnAddedMemberIsTakenBack() async throws {
    let (session, _, page) = try opened()
    let window = await show(page.widget, width: 1200, height: 900)
    page.members.addLast()
    XCTAssertEqual(page.members.rows.count, 3)
    await settle()
    page.endTyping()
    session.undo()
    await settle()
    XCTAssertEqual(page.members.rows.count, 2)
    XCTAssertTrue(page.members.rows[1].editors[0].entry.containsFocus)
    window.destroy()
  }

  func testMembersComeFromAFileAsOneStep() async throws {
    let (session, group, page) = try opened()
    let file = folder.appendingPathComponent("people.csv")
    try Data("function,name\nIT,Ada\nLaw,Cleo\n".utf8).write(to: file)
    page.members.take(file)
    XCTAssertEqual(
      try session.workspace.group(group.id)?.members.map(\.function), ["IT", "", "Law"])
    session.undo()
    XCTAssertEqual(page.members.rows.count, 2)
    try Data("name,term end\nDan,soon\n".utf8).write(to: file)
    page.members.take(file)
    XCTAssertEqual(page.members.rows.count, 2)
  }

  func testWhoCameToMeetingsLeavesAndIsNotDeleted() async throws {
    let (session, group, page) = try opened(members: ["Ada", "Ben", "Cleo"]) { contents, group in
      let meeting = Meeting(groupID: group.id, rank: .middle, title: "First")
      contents.meetings = [meeting]
      contents.attendances = [
        Attendance(meetingID: meeting.id, memberID: contents.members[0].id, isPresent: true)
      ]
    }
    var said: [String] = []
    page.connect(offer: { sentence, _, _ in said.append(sentence) })
    let (ada, ben) = (page.members.rows[0].id, page.members.rows[1].id)
    page.members.delete(ada)
    XCTAssertEqual(page.members.rows.count, 2)
    XCTAssertEqual(said, ["Ada has left the group, and stays in the minutes of 1 meeting."])
    var now = try XCTUnwrap(try session.workspace.group(group.id))
    XCTAssertEqual(now.attendances.values.first?.count, 1)
    XCTAssertEqual(now.formerMembers.map(\.name), ["Ada"])
    XCTAssertEqual(session.outline.memberCounts[group.id], 2)
    page.members.delete(ben)
    now = try XCTUnwrap(try session.workspace.group(group.id))
    XCTAssertEqual(now.members.map(\.name), ["Ada", "Cleo"])
    session.undo()
    session.undo()
    XCTAssertEqual(page.members.rows.count, 3)
  }

  func testANewMeetingHasABoardAndIsOneStep() async throws {
    let (session, group, page) = try opened()
    page.additions[1].perform()
    let contents = try XCTUnwrap(try session.workspace.group(group.id))
    XCTAssertEqual(contents.boards.map(\.meetingID), [contents.meetings.first?.id])
    session.undo()
    let after = try XCTUnwrap(try session.workspace.group(group.id))
    XCTAssertTrue(after.meetings.isEmpty && after.boards.isEmpty)
  }

  func testARecommendationIsAddedAnsweredAndTold() async throws {
    let (session, group, page) = try opened()
    let window = await show(page.widget, width: 1200, height: 800)
    page.recommendations.add()
    page.recommendations.rows.first?.cells[0].editor?.entry.text = "A label in every parcel"
    page.recommendations.endEditing()
    XCTAssertEqual(
      try session.workspace.group(group.id)?.recommendations.map(\.text),
      ["A label in every parcel"])
    for action in [0, 3, 4] { page.recommendations.bar.onAction?(action) }
    let one = try XCTUnwrap(try session.workspace.group(group.id)?.recommendations.first)
    XCTAssertEqual(one.answer, .accepted)
    XCTAssertFalse(one.isOwed)
    // What is owed no longer stays while one is in it, and is seen no longer then, until one asks
    // for it.
    XCTAssertEqual(page.recommendations.shown.map(\.id), [one.id])
    page.recommendations.leaveStaying(for: UUID())
    XCTAssertTrue(page.recommendations.shown.isEmpty)
    page.reveal(one.reference)
    XCTAssertEqual(page.recommendations.shown.map(\.id), [one.id])
    window.destroy()
  }

  func testAPortraitOfAPersonaBecomesAMembersPhoto() async throws {
    let picture = StoredPicture(mediaType: .svg, width: 1, height: 1, data: Data("<svg/>".utf8))
    let (session, group, _) = try opened { contents, _ in
      contents.pictures = [picture]
      contents.personas = [Persona(rank: .middle, name: "Amina", pictureID: picture.id)]
    }
    let ada = try XCTUnwrap(try session.workspace.group(group.id)?.members.first)
    session.perform(Edit.changing(ada, .setPicture) { $0.pictureID = picture.id })
    session.perform(
      Edit.changing(session.outline.personas[0], .setPicture) { $0.pictureID = nil })
    // The member still shows it.
    XCTAssertNotNil(try session.workspace.picture(picture.id))
    let now = try XCTUnwrap(try session.workspace.group(group.id)?.members.first)
    session.perform(now.setting(photo: nil))
    XCTAssertNil(try session.workspace.picture(picture.id))
  }

  func testAnEmptyGroupOfEachKindIsShown() async throws {
    for kind in AdvisoryGroup.Kind.allCases {
      let (_, _, page) = try opened(kind, members: [])
      let window = await show(page.widget, width: 800, height: 600)
      XCTAssertTrue(page.widget.isMapped)
      window.destroy()
    }
  }
}
