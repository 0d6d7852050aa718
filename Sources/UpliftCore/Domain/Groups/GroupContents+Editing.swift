import Foundation

/// Edits of a group. Each is a pure function of the group as it is; nil: nothing to change.
extension GroupContents {
  /// After `memberID`, or last.
  public func addingMember(_ name: String, after memberID: UUID? = nil) -> Addition<Member> {
    let member = Member(groupID: group.id, rank: members.rank(after: memberID), name: name)
    return Addition(edit: Edit(.addMember, [.insert(member)]), record: member)
  }

  /// A block of texts, as it comes from a spreadsheet: rows go down the members and columns along
  /// their fields, from `field` of `memberID` on (nil: below the last member). Rows past the last
  /// member are new ones. A first row that is the table's own heading is passed over.
  ///
  /// - Parameter headings: the table's, in order.
  /// - Returns: nil when nothing is in the block; `refused` are texts that should be days and are
  ///   none, and were left out.
  public func pastingMembers(
    _ block: [[String]], at memberID: UUID?, field: MemberField = .name,
    headings: [String] = [], format: DayFormat = .local
  ) -> (edit: Edit, refused: [String])? {
    var rows = block.map { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    let names = headings.dropFirst(field.rawValue).map { $0.lowercased() }
    if let first = rows.first, first.count > 1, first.count <= names.count,
      zip(first, names).allSatisfy({ $0.lowercased() == $1 })
    {
      rows.removeFirst()
    }
    rows.removeAll { $0.allSatisfy(\.isEmpty) }
    guard !rows.isEmpty else { return nil }
    let start = memberID.flatMap { id in members.firstIndex { $0.id == id } } ?? members.count
    var changes: [Change] = []
    var refused: [String] = []
    var lastRank = members.last?.rank
    for (offset, row) in rows.enumerated() {
      let index = start + offset
      let old = members.indices.contains(index) ? members[index] : nil
      var member =
        old ?? Member(groupID: group.id, rank: .between(lastRank, nil), name: "")
      for (column, text) in row.enumerated() {
        guard let target = MemberField(rawValue: field.rawValue + column) else { break }
        if !member.set(target, to: text, format) { refused.append(text) }
      }
      if let old {
        if member != old { changes.append(.update(from: old, to: member)) }
      } else {
        lastRank = member.rank
        changes.append(.insert(member))
      }
    }
    guard !changes.isEmpty || !refused.isEmpty else { return nil }
    return (Edit(.paste, changes), refused)
  }

  /// After the group's other meetings.
  public func addingMeeting(_ title: String, day: CalendarDay? = nil) -> Addition<Meeting> {
    let meeting = Meeting(
      groupID: group.id, rank: meetings.rank(after: nil), title: title, day: day)
    return Addition(edit: Edit(.addMeeting, [.insert(meeting)]), record: meeting)
  }

  /// After `itemID`, or last. Nil when the meeting is not this group's.
  public func addingAgendaItem(
    _ title: String, minutes: Int = 10, to meetingID: UUID, after itemID: UUID? = nil
  ) -> Addition<AgendaItem>? {
    guard meetings.contains(where: { $0.id == meetingID }) else { return nil }
    let item = AgendaItem(
      meetingID: meetingID, rank: (agendaItems[meetingID] ?? []).rank(after: itemID),
      title: title, minutes: min(max(minutes, 0), 1440))
    return Addition(edit: Edit(.editDetails, [.insert(item)]), record: item)
  }

  /// - Parameter isPresent: nil: the member was not asked.
  public func settingAttendance(of memberID: UUID, at meetingID: UUID, to isPresent: Bool?)
    -> Edit?
  {
    let old = attendances[meetingID]?.first { $0.memberID == memberID }
    guard let isPresent else { return old.map { Edit(.setAttendance, [.delete($0.reference)]) } }
    if let old { return Edit.changing(old, .setAttendance) { $0.isPresent = isPresent } }
    return Edit(
      .setAttendance,
      [.insert(Attendance(meetingID: meetingID, memberID: memberID, isPresent: isPresent))])
  }

  /// Everybody came whose attendance nobody has noted yet.
  public func settingAllPresent(at meetingID: UUID) -> Edit? {
    let known = Set((attendances[meetingID] ?? []).map(\.memberID))
    let changes = membersAsked(to: meetingID).filter { !known.contains($0.id) }.map {
      Change.insert(Attendance(meetingID: meetingID, memberID: $0.id, isPresent: true))
    }
    return changes.isEmpty ? nil : Edit(.setAttendance, changes)
  }

  /// Another kind of group; sizes that were the old kind's usual ones become the new kind's.
  public func settingKind(to kind: AdvisoryGroup.Kind) -> Edit? {
    Edit.changing(group) { group in
      let old = group.groupKind.usualSize
      if group.minimumSize == old.lowerBound, group.maximumSize == old.upperBound {
        group.minimumSize = kind.usualSize.lowerBound
        group.maximumSize = kind.usualSize.upperBound
      }
      group.groupKind = kind
    }
  }

  /// The usual size, from 1 person up; the other end gives way.
  public func settingMinimumSize(to size: Int) -> Edit? {
    Edit.changing(group) {
      $0.minimumSize = max(size, 1)
      $0.maximumSize = max($0.maximumSize, $0.minimumSize)
    }
  }

  public func settingMaximumSize(to size: Int) -> Edit? {
    Edit.changing(group) {
      $0.maximumSize = max(size, 1)
      $0.minimumSize = min($0.minimumSize, $0.maximumSize)
    }
  }
}
