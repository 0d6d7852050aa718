import Foundation

extension Member {
  /// Whether the member's term is over. Who has left stays in the minutes of the meetings before, and
  /// is counted, warned of and asked no more.
  public func hasLeft(by day: CalendarDay) -> Bool { termEnd.map { $0 <= day } ?? false }
}

extension Sequence<Member> {
  /// Those whose term is not over.
  public func current(on day: CalendarDay = CalendarDay(Date())) -> [Member] {
    filter { !$0.hasLeft(by: day) }
  }
}

extension GroupContents {
  /// Those who belong to it now, in order.
  public var currentMembers: [Member] { members.current() }
  /// Those whose term is over, who left last first.
  public var formerMembers: [Member] {
    let today = CalendarDay(Date())
    return members.filter { $0.hasLeft(by: today) }.sorted {
      ($0.termEnd ?? today, $1.rank, $1.id.uuidString) > (
        $1.termEnd ?? today, $0.rank, $0.id.uuidString
      )
    }
  }

  /// Meetings that the member came to or stayed away from, as it was noted.
  public func meetingsNoted(for memberID: UUID) -> Int {
    attendances.values.count { $0.contains { $0.memberID == memberID } }
  }

  /// Whose attendance a meeting asks for: who belonged to the group on its day, and who was noted.
  public func membersAsked(to meetingID: UUID) -> [Member] {
    let noted = Set((attendances[meetingID] ?? []).map(\.memberID))
    let day = meetings.first { $0.id == meetingID }?.day ?? CalendarDay(Date())
    return members.filter { member in
      noted.contains(member.id) || member.termEnd.map { $0 >= day } ?? true
    }
  }

  /// A member leaves today: the term ends, and what was noted of past meetings stays. Nil when there
  /// is nothing to be kept, or nobody to leave.
  public func ending(termOf memberID: UUID, on day: CalendarDay = CalendarDay(Date())) -> Edit? {
    guard let member = members.first(where: { $0.id == memberID }), !member.hasLeft(by: day),
      meetingsNoted(for: memberID) > 0
    else { return nil }
    return Edit.changing(member, .editDetails) { $0.termEnd = day }
  }

  /// Somebody who has left is a member again, until further notice.
  public func resuming(termOf memberID: UUID) -> Edit? {
    members.first { $0.id == memberID }.flatMap { member in
      Edit.changing(member, .editDetails) { $0.termEnd = nil }
    }
  }
}
