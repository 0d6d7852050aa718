import Foundation
import Testing

@testable import UpliftCore

struct GroupEditingTests {
  private let group: GroupContents = {
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Group")
    let ranks = Rank.spread(3)
    let names = [
      ("Josephine Okafor", "Stores", "Front"), ("Lucía Barros", "stores ", "Lead"),
      ("Daniel Eriksen", "Depot", "Front"),
    ]
    let members = zip(names, ranks).map { name, rank in
      Member(groupID: group.id, rank: rank, name: name.0, function: name.1, level: name.2)
    }
    let meeting = Meeting(groupID: group.id, rank: .middle, title: "First")
    return GroupContents(
      group: group, members: members, meetings: [meeting], agendaItems: [:], attendances: [:],
      boards: [])
  }()

  private func balance(_ departments: [String]) -> GroupBalance {
    GroupBalance(
      group: group.group, members: group.members,
      departments: zip(departments, Rank.spread(departments.count)).map {
        Department(rank: $1, name: $0)
      })
  }

  @Test func aBoardThatIsCalledLikeItsMeetingIsRenamedWithIt() throws {
    var group = group
    let meeting = group.meetings[0]
    group.boards = zip(["First", "Ideas", "First"], Rank.spread(3)).map {
      Board(groupID: group.group.id, meetingID: meeting.id, rank: $1, title: $0)
    }
    group.boards[2].meetingID = nil
    let edit = try #require(group.renaming(meeting, to: "Kick-off"))
    let renamed = edit.changes.compactMap { change -> Board? in
      if case .update(_, let board as Board) = change { board } else { nil }
    }
    #expect(edit.changes.count == 2)
    #expect(renamed.map(\.id) == [group.boards[0].id] && renamed.map(\.title) == ["Kick-off"])
    #expect(group.renaming(meeting, to: "First") == nil)
  }

  /// Who leaves stays in the minutes of what was before, and is asked to nothing that comes later.
  @Test func whoLeavesStaysInThePast() throws {
    var group = group
    let today = CalendarDay(Date())
    let (leaver, meeting) = (group.members[0], group.meetings[0])
    #expect(group.ending(termOf: leaver.id) == nil)
    group.attendances[meeting.id] = [
      Attendance(meetingID: meeting.id, memberID: leaver.id, isPresent: true)
    ]
    let edit = try #require(group.ending(termOf: leaver.id))
    guard case .update(_, let left as Member) = edit.changes.first, edit.changes.count == 1 else {
      Issue.record("nobody leaves")
      return
    }
    #expect(left.termEnd == today)
    group.members[0] = left
    group.meetings.append(
      Meeting(groupID: group.group.id, rank: .middle, title: "Next", day: today.advanced(by: 1)))
    group.meetings[0].day = today.advanced(by: -7)
    #expect(group.currentMembers.map(\.name) == ["Lucía Barros", "Daniel Eriksen"])
    #expect(group.formerMembers.map(\.id) == [leaver.id])
    #expect(group.meetingsNoted(for: leaver.id) == 1)
    #expect(group.membersAsked(to: meeting.id).count == 3)
    #expect(group.membersAsked(to: group.meetings[1].id).count == 2)
    #expect(group.settingAllPresent(at: group.meetings[1].id)?.changes.count == 2)
    #expect(group.ending(termOf: leaver.id) == nil)
    #expect(group.resuming(termOf: leaver.id) != nil)
    let warnings = GroupWarnings(group, departments: [], focusGroups: 0, on: today)
    #expect(
      !warnings.standing.contains { $0.sentence.contains("One voice alone speaks for Stores") })
    #expect(
      GroupBalance(group: group.group, members: group.currentMembers, departments: []).size == 2)
  }

  @Test func functionsAreOneWhateverTheirCase() {
    let balance = balance(["Stores", "Depot", "Finance"])
    #expect(balance.levels == ["Front", "Lead"])
    #expect(balance.functions.map(\.name) == ["Stores", "Depot", "Finance"])
    #expect(balance.functions.map(\.counts) == [[1, 1], [1, 0], [0, 0]])
    #expect(balance.missing == ["Finance"])
    #expect(balance.singleVoices == ["Depot"])
    #expect(balance.wantsAttention)
  }

  @Test func theSentenceSaysTheRule() {
    #expect(
      balance(["Finance", "IT", "Law"]).sentences == [
        "Nobody from Finance, IT and Law.", "One voice alone speaks for Depot.",
        "10–12 members is the usual size: 3 is few.",
      ])
  }

  @Test func customersBelongToNoDepartment() {
    var customers = group.group
    customers.groupKind = .customerAdvisoryBoard
    let balance = GroupBalance(
      group: customers, members: group.members,
      departments: [Department(rank: .middle, name: "Finance")])
    #expect(balance.missing.isEmpty)
    #expect(balance.singleVoices.isEmpty)
  }

  @Test func nobodyIsMissingFromAnEmptyGroup() {
    let balance = GroupBalance(
      group: group.group, members: [], departments: [Department(rank: .middle, name: "Finance")])
    #expect(balance.functions.isEmpty)
    #expect(!balance.wantsAttention)
  }

  @Test func termsThatEndSoon() throws {
    let today = try #require(CalendarDay("2026-11-21"))
    var members = group.members
    members[0].termEnd = CalendarDay("2027-01-20")
    members[1].termEnd = CalendarDay("2027-01-21")
    members[2].termEnd = CalendarDay("2026-11-21")
    let ending = GroupBalance.endingTerms(of: members, from: today)
    #expect(ending.map(\.name) == ["Daniel Eriksen", "Josephine Okafor"])
  }

  @Test func daysAreCountedOverLeapYears() throws {
    let start = try #require(CalendarDay("2024-02-28"))
    let end = try #require(CalendarDay("2024-03-01"))
    let later = try #require(CalendarDay("2025-03-01"))
    #expect(start.days(until: end) == 2)
    #expect(end.days(until: later) == 365)
    #expect(end.days(until: start) == -2)
  }

  @Test func aBlockOfRowsFillsMembersAndAddsMore() throws {
    let block = [["Depot", "Lead"], ["IT", "Front"], ["Law", ""]]
    let pasted = try #require(
      group.pastingMembers(block, at: group.members[1].id, field: .function))
    #expect(pasted.edit.changes.count == 3)
    let members = pasted.edit.changes.compactMap { change -> Member? in
      switch change {
      case .insert(let record), .update(_, let record): record as? Member
      case .delete: nil
      }
    }
    #expect(members.map(\.function) == ["Depot", "IT", "Law"])
    #expect(members[2].groupID == group.group.id)
    #expect(members[2].rank > group.members[2].rank)
  }

  @Test func aHeadingRowIsNoMemberAndNonsenseIsNoDay() throws {
    let block = [["Name", "Function"], ["Ada", "IT", "", "", "", "", "soon", "2027-02-01"]]
    let pasted = try #require(
      group.pastingMembers(
        block, at: nil, headings: ["Name", "Function", "Level"], format: DayFormat(pattern: "")))
    #expect(pasted.edit.changes.count == 1)
    #expect(pasted.refused == ["soon"])
    guard case .insert(let record) = pasted.edit.changes[0], let ada = record as? Member else {
      Issue.record("no member was added")
      return
    }
    #expect(ada.name == "Ada")
    #expect(ada.termStart == nil)
    #expect(ada.termEnd == CalendarDay("2027-02-01"))
    #expect(group.pastingMembers([["", " "]], at: nil) == nil)
  }

  @Test func attendanceIsNotedOnceAMember() throws {
    let meeting = group.meetings[0].id
    let member = group.members[0].id
    #expect(group.settingAttendance(of: member, at: meeting, to: nil) == nil)
    var noted = group
    let attendance = Attendance(meetingID: meeting, memberID: member, isPresent: true)
    noted.attendances = [meeting: [attendance]]
    #expect(noted.settingAttendance(of: member, at: meeting, to: true) == nil)
    #expect(noted.settingAllPresent(at: meeting)?.changes.count == 2)
    let edit = try #require(noted.settingAttendance(of: member, at: meeting, to: nil))
    guard case .delete(attendance.reference) = edit.changes[0] else {
      Issue.record("the attendance is still there")
      return
    }
  }

  @Test func theUsualSizeFollowsTheKindUnlessSomebodySetIt() throws {
    func size(_ edit: Edit?) -> ClosedRange<Int>? {
      guard case .update(_, let record)? = edit?.changes.first,
        let group = record as? AdvisoryGroup
      else { return nil }
      return group.minimumSize...group.maximumSize
    }
    #expect(size(group.settingKind(to: .focusGroup)) == 6...8)
    var own = group
    own.group.maximumSize = 14
    #expect(size(own.settingKind(to: .focusGroup)) == 10...14)
    #expect(size(group.settingMinimumSize(to: 20)) == 20...20)
    #expect(size(group.settingMaximumSize(to: 4)) == 4...4)
  }

  @Test func movingKeepsWithinTheList() throws {
    let first = group.members[0].id
    #expect(group.members.moving(first, .up) == nil)
    let edit = try #require(group.members.moving(first, .down))
    guard case .update(_, let record) = edit.changes[0], let moved = record as? Member else {
      Issue.record("nobody moved")
      return
    }
    #expect(moved.rank > group.members[1].rank)
    #expect(moved.rank < group.members[2].rank)
  }
}
