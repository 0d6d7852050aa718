import Foundation

extension TextDocument {
  mutating func add(_ group: AdvisoryGroup, of contents: WorkspaceContents, level: Int) {
    addHeading(level, group.title)
    addFacts([
      (tr("Kind"), GroupWords.name(of: group.groupKind)), (tr("Purpose"), group.purpose),
      (tr("Scope"), group.scope), (tr("Limits of authority"), group.limitsOfAuthority),
      (tr("Cadence"), group.cadence), (tr("Term"), group.term),
      (tr("Term ends"), group.termEnd?.description ?? ""),
      (tr("Review"), group.reviewDate?.description ?? ""),
      (
        tr("Size"),
        tr("{least} to {most}", ["least": group.minimumSize, "most": group.maximumSize])
      ),
    ])
    let members = contents.members.filter { $0.groupID == group.id }.inOrder()
    if !members.isEmpty {
      addHeading(level + 1, tr("Members"))
      blocks.append(.list(members.map(item)))
    }
    let meetings = contents.meetings.filter { $0.groupID == group.id }.inOrder()
    if !meetings.isEmpty { addHeading(level + 1, tr("Meetings")) }
    for meeting in meetings { add(meeting, of: contents, level: level + 2) }
    addRecommendations(
      contents.recommendations.filter { $0.groupID == group.id }.inOrder(), tr("Recommendations"),
      CalendarDay(Date()), level: level + 1)
    for board in contents.boards.filter({ $0.groupID == group.id }).inOrder() {
      if let board = contents.board(board.id) { add(board, level: level + 1) }
    }
  }

  private func item(of member: Member) -> Item {
    var remarks = [
      member.function, member.level, member.site, member.shift, member.tenure,
    ].filter { !$0.isEmpty }
    if let start = member.termStart { remarks.append(tr("from {day}", ["day": start])) }
    if let end = member.termEnd { remarks.append(tr("until {day}", ["day": end])) }
    if !member.successor.isEmpty {
      remarks.append(tr("then {name}", ["name": member.successor]))
    }
    return Item(text: member.name, remark: remarks.joined(separator: ", "))
  }

  private mutating func add(_ meeting: Meeting, of contents: WorkspaceContents, level: Int) {
    addHeading(
      level,
      meeting.day.map { tr("{title}, {day}", ["title": meeting.title, "day": $0]) }
        ?? meeting.title)
    let names = Dictionary(
      contents.members.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let attendances = contents.attendances.filter { $0.meetingID == meeting.id }
    func people(_ isPresent: Bool) -> String {
      attendances.filter { $0.isPresent == isPresent }.compactMap { names[$0.memberID] }.sorted()
        .joined(separator: ", ")
    }
    addFacts([(tr("Present"), people(true)), (tr("Absent"), people(false))])
    let items = contents.agendaItems.filter { $0.meetingID == meeting.id }.inOrder()
    guard !items.isEmpty else { return }
    blocks.append(
      .list(
        items.map { item in
          let length = ntr("{count} minute", "{count} minutes", item.minutes)
          return Item(
            text: item.title,
            remark: [length, GroupWords.name(of: item.state)].compactMap(\.self)
              .joined(separator: ", "))
        }))
  }

  mutating func add(_ contents: BoardContents, level: Int) {
    let board = contents.veiled
    addHeading(level, board.board.title)
    addFacts([
      (tr("Group"), board.group?.title ?? ""), (tr("Meeting"), board.meeting?.title ?? ""),
      (tr("Hidden notes"), board.hiddenCount == 0 ? "" : String(board.hiddenCount)),
    ])
    addColumns(of: board, level: level + 1)
  }

  /// The notes of each column under its title.
  mutating func addColumns(of board: BoardContents, level: Int) {
    for column in board.columns {
      addHeading(level, column.title)
      let items = (board.entries[column.id] ?? []).compactMap { entry -> Item? in
        switch entry {
        case .note(let id): board.notes[id].map { item(of: $0, on: board) }
        case .cluster(let id):
          board.clusters[id].map { cluster in
            Item(
              text: board.shownTitle(of: cluster.reference), remark: votes(board.votes(for: id)),
              children: (board.clusterNotes[id] ?? []).compactMap { board.notes[$0] }
                .map { item(of: $0, on: board) })
          }
        }
      }
      if !items.isEmpty { blocks.append(.list(items)) }
    }
  }

  private func item(of note: Note, on board: BoardContents) -> Item {
    let remarks = [
      board.author(of: note)?.name ?? "", note.theme, votes(board.votes(for: note.id)),
    ]
    return Item(
      text: note.shownText, remark: remarks.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private func votes(_ count: Int) -> String {
    count == 0 ? "" : ntr("{count} vote", "{count} votes", count)
  }
}
