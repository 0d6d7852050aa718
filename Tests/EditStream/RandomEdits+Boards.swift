import Foundation
import UpliftCore

extension RandomEdits {
  mutating func addNote(_ contents: WorkspaceContents) -> Edit? {
    guard let column = dice.pick(contents.boardColumns) else { return nil }
    let others = contents.notes.filter { $0.columnID == column.id }.inOrder()
    let place = dice.roll(others.count + 1)
    let group = contents.boards.first { $0.id == column.boardID }?.groupID
    let note = Note(
      id: dice.id(), columnID: column.id,
      rank: .between(
        place > 0 ? others[place - 1].rank : nil, place < others.count ? others[place].rank : nil),
      text: dice.text(), authorID: dice.pick(contents.members.filter { $0.groupID == group })?.id,
      createdAt: Instant(milliseconds: Int64(dice.roll(1_000_000))))
    return Edit(.addNote, [.insert(note)])
  }

  mutating func editNote(_ contents: WorkspaceContents) -> Edit? {
    guard let note = dice.pick(contents.notes) else { return nil }
    var new = note
    switch dice.roll(3) {
    case 0:
      new.text = dice.text()
      new.theme = dice.text()
    case 1:
      // To any column, sometimes on another board.
      guard let column = dice.pick(contents.boardColumns) else { return nil }
      new.columnID = column.id
      new.clusterID = nil
    default:
      guard let cluster = dice.pick(contents.clusters) else { return nil }
      new.columnID = cluster.columnID
      new.clusterID = cluster.id
    }
    return Edit(.move, [.update(from: note, to: new)])
  }

  mutating func deleteNote(_ contents: WorkspaceContents) -> Edit? {
    dice.pick(contents.notes).map { Edit(.delete, [.delete($0.reference)]) }
  }

  mutating func vote(_ contents: WorkspaceContents) -> Edit? {
    if let vote = dice.pick(contents.votes), dice.roll(3) == 0 {
      return Edit(.vote, [.delete(vote.reference)])
    }
    if let cluster = dice.pick(contents.clusters), dice.roll(3) == 0 {
      return Edit(.vote, [.insert(Vote(id: dice.id(), clusterID: cluster.id))])
    }
    return dice.pick(contents.notes).map {
      Edit(
        .vote,
        [
          .insert(Vote(id: dice.id(), noteID: $0.id, memberID: dice.pick(contents.members)?.id))
        ])
    }
  }

  /// Two notes of a column are put together, or a cluster is dissolved with its notes kept.
  mutating func cluster(_ contents: WorkspaceContents) -> Edit? {
    if let cluster = dice.pick(contents.clusters), dice.roll(2) == 0 {
      return Edit(.delete, [.delete(cluster.reference)])
    }
    guard let column = dice.pick(contents.boardColumns) else { return nil }
    let cluster = Cluster(id: dice.id(), columnID: column.id, rank: .middle, title: dice.text())
    let changes: [Change] = contents.notes.filter { $0.columnID == column.id }.prefix(2).map {
      var new = $0
      new.clusterID = cluster.id
      return .update(from: $0, to: new)
    }
    return Edit(.addCluster, [.insert(cluster)] + changes)
  }

  mutating func editColumn(_ contents: WorkspaceContents) -> Edit? {
    guard let board = dice.pick(contents.boards) else { return nil }
    let columns = contents.boardColumns.filter { $0.boardID == board.id }.inOrder()
    if let column = dice.pick(columns), columns.count > 4 {
      return Edit(.delete, [.delete(column.reference)])
    }
    return Edit(
      .addColumn,
      [
        .insert(
          BoardColumn(
            id: dice.id(), boardID: board.id, rank: .between(nil, columns.first?.rank),
            title: dice.text()))
      ])
  }

  mutating func editMember(_ contents: WorkspaceContents) -> Edit? {
    guard let group = dice.pick(contents.advisoryGroups) else { return nil }
    let members = contents.members.filter { $0.groupID == group.id }.inOrder()
    if let member = dice.pick(members), dice.roll(3) == 0 {
      return Edit(.delete, [.delete(member.reference)])
    }
    return Edit(
      .addMember,
      [
        .insert(
          Member(
            id: dice.id(), groupID: group.id, rank: .between(members.last?.rank, nil),
            name: dice.text(), termEnd: CalendarDay(year: 2026, month: 11, day: 21)))
      ])
  }

  mutating func editMeeting(_ contents: WorkspaceContents) -> Edit? {
    if let meeting = dice.pick(contents.meetings), dice.roll(2) == 0 {
      return Edit(.delete, [.delete(meeting.reference)])
    }
    guard let board = dice.pick(contents.boards) else { return nil }
    let meeting = Meeting(
      id: dice.id(), groupID: board.groupID, rank: .middle, title: dice.text(),
      day: CalendarDay(year: 2026, month: 2, day: 28))
    var new = board
    new.meetingID = meeting.id
    let attendances: [Change] = contents.members.filter { $0.groupID == board.groupID }.map {
      .insert(
        Attendance(
          id: dice.id(), meetingID: meeting.id, memberID: $0.id, isPresent: dice.roll(2) == 0))
    }
    let item = AgendaItem(
      id: dice.id(), meetingID: meeting.id, rank: .middle, title: dice.text(), minutes: 15)
    return Edit(
      .addMeeting,
      [.insert(meeting), .insert(item), .update(from: board, to: new)] + attendances)
  }
}
