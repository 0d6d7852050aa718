import Foundation

extension GroupContents {
  /// Puts the points of a template below those that are there.
  public func adding(_ template: AgendaTemplate, to meetingID: UUID) -> Edit? {
    guard meetings.contains(where: { $0.id == meetingID }) else { return nil }
    let items = AgendaTemplate.items(
      template.points, for: meetingID, after: agendaItems[meetingID]?.last?.rank)
    return Edit(.editDetails, items.map { .insert($0) })
  }

  /// A point in which the group hears what came of what it asked for, as the first one.
  public func addingOwedItem(to meetingID: UUID, minutes: Int = 10) -> Addition<AgendaItem>? {
    guard meetings.contains(where: { $0.id == meetingID }) else { return nil }
    let item = AgendaItem(
      meetingID: meetingID, rank: .between(nil, agendaItems[meetingID]?.first?.rank),
      title: tr("What came of what we asked for"), minutes: minutes)
    return Addition(edit: Edit(.editDetails, [.insert(item)]), record: item)
  }

  /// Minutes of all points that are not skipped, with those that were added while they ran.
  public func minutes(of meetingID: UUID) -> Int {
    (agendaItems[meetingID] ?? []).filter { $0.state != .skipped }
      .reduce(0) { $0 + $1.minutes + $1.extraMinutes }
  }

  /// Minutes from the meeting's beginning to the beginning of each point, in order.
  public func beginnings(of meetingID: UUID) -> [Int] {
    var sum = 0
    return (agendaItems[meetingID] ?? []).map { item in
      defer { if item.state != .skipped { sum += item.minutes + item.extraMinutes } }
      return sum
    }
  }

  /// A board for a meeting, after the group's other boards.
  public func addingBoard(
    for meetingID: UUID, title: String, _ template: BoardTemplate = .causes
  ) -> Addition<Board> {
    let board = Board(
      groupID: group.id, meetingID: meetingID, rank: boards.rank(after: nil), title: title)
    let records: [any Entity] = [board] + template.columns(of: board.id)
    return Addition(edit: Edit(.addBoard, records.map { .insert($0) }), record: board)
  }
}
