import Foundation

extension TextDocument {
  /// The minutes of a meeting: who came, what was still owed to the group, the agenda with what came
  /// of it, the boards with the result of the vote, what was recommended. Nil when there is no such
  /// meeting. Notes that are not yet revealed say nothing.
  public init?(
    minutesOf meetingID: UUID, in contents: WorkspaceContents, today: CalendarDay? = nil
  ) {
    guard let meeting = contents.meetings.first(where: { $0.id == meetingID }),
      let group = contents.advisoryGroups.first(where: { $0.id == meeting.groupID })
    else { return nil }
    let title = meeting.title.isEmpty ? tr("Meeting") : meeting.title
    self.init(title: title)
    addHeading(1, title)
    blocks.append(
      .rule(
        [tr("Minutes"), group.title, Self.position(of: meeting, in: contents)]
          .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")))
    addPeople(of: meeting, in: contents)
    if !meeting.notes.isEmpty { blocks.append(.paragraph(meeting.notes)) }
    let day = today ?? meeting.day ?? CalendarDay(Date())
    let all = contents.recommendations.filter { $0.groupID == group.id }.inOrder()
    let order = contents.meetings.filter { $0.groupID == group.id }.inChronologicalOrder()
    let place = order.firstIndex { $0.id == meetingID } ?? 0
    let earlier = Set(order[..<place].map(\.id))
    addRecommendations(
      all.filter { $0.isOwed && ($0.meetingID.map(earlier.contains) ?? $0.isAsked(by: meeting)) },
      tr("Open from earlier meetings"), day)
    addAgenda(of: meeting, in: contents)
    let boards = contents.boards.filter { $0.meetingID == meetingID }.inOrder()
      .compactMap { contents.board($0.id) }
    for board in boards { addOutcome(of: board) }
    addRecommendations(
      all.filter { $0.meetingID == meetingID }, tr("Recommendations"), day)
    addWhatCameOf(boards.map(\.veiled), in: contents, on: day)
  }

  /// "meeting 3 of 6"; nil for one that is in no series.
  private static func position(of meeting: Meeting, in contents: WorkspaceContents) -> String? {
    guard let series = meeting.seriesID else { return nil }
    let all = contents.meetings.filter { $0.seriesID == series }.inChronologicalOrder()
    guard let index = all.firstIndex(where: { $0.id == meeting.id }) else { return nil }
    return tr("meeting {number} of {count}", ["number": index + 1, "count": all.count])
  }

  private mutating func addPeople(of meeting: Meeting, in contents: WorkspaceContents) {
    let names = Dictionary(
      contents.members.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let attendances = contents.attendances.filter { $0.meetingID == meeting.id }
    func people(_ isPresent: Bool) -> [String] {
      attendances.filter { $0.isPresent == isPresent }.compactMap { names[$0.memberID] }
        .sorted { Self.key($0) < Self.key($1) }
    }
    let (present, absent) = (people(true), people(false))
    addFacts([
      (tr("Date"), meeting.day.map(DayFormat.local.text) ?? ""), (tr("Place"), meeting.place),
      (
        tr("Present"),
        present.isEmpty
          ? ""
          : tr(
            "{people} ({count} of {all})",
            [
              "people": present.joined(separator: ", "), "count": present.count,
              "all": present.count + absent.count,
            ])
      ),
      (tr("Absent"), absent.joined(separator: ", ")),
    ])
  }

  /// By which names are sorted in any locale: "Émile" among those with E, "van Dam" among those with V.
  private static func key(_ name: String) -> (String, String) {
    (name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil), name)
  }

  private mutating func addAgenda(of meeting: Meeting, in contents: WorkspaceContents) {
    let items = contents.agendaItems.filter { $0.meetingID == meeting.id }.inOrder()
    guard !items.isEmpty else { return }
    addHeading(2, tr("Agenda"))
    let hasOutcome = items.contains { !$0.outcome.isEmpty }
    var columns = [
      Grid.Column(tr("Agenda item"), weight: 2.5),
      Grid.Column(tr("Minutes planned"), isFigure: true),
      Grid.Column(tr("Minutes taken"), isFigure: true), Grid.Column(tr("State")),
    ]
    if hasOutcome { columns.append(Grid.Column(tr("What came of it"), weight: 4)) }
    blocks.append(
      .grid(
        Grid(
          "", columns,
          items.map { item in
            var row = [
              item.title, String(item.minutes), Self.taken(by: item),
              GroupWords.name(of: item.state) ?? tr("open"),
            ]
            if hasOutcome { row.append(item.outcome) }
            return row
          })))
  }

  /// In whole minutes, rounded; "–" when nobody ran it with the clock.
  private static func taken(by item: AgendaItem) -> String {
    guard let start = item.startedAt, let end = item.endedAt, end > start else { return "–" }
    return String((end.milliseconds - start.milliseconds + 30_000) / 60_000)
  }

  private mutating func addOutcome(of board: BoardContents) {
    let board = board.veiled
    let title = board.board.title.isEmpty ? tr("Untitled board") : board.board.title
    addHeading(2, title)
    if board.votings.isEmpty {
      add(
        board.ranking, tr("Votes without a round"),
        board.ranking.isEmpty
          ? ""
          : tr("Set by hand, without a limit: nobody opened a vote on this board."), of: board)
    }
    for round in board.closedRounds { add(round.ranking, round.title, round.rule, of: board) }
    if !board.columns.isEmpty { blocks.append(.board(board, caption: title)) }
    addHeading(3, tr("All notes"))
    addColumns(of: board, level: 4)
    if board.hiddenCount > 0 {
      blocks.append(
        .rule(
          ntr(
            "{count} note has not been revealed.", "{count} notes have not been revealed.",
            board.hiddenCount)))
    }
  }

  private mutating func add(
    _ ranking: [RankedResult], _ title: String, _ rule: String, of board: BoardContents
  ) {
    guard !ranking.isEmpty || !rule.isEmpty else { return }
    addHeading(3, title)
    if !rule.isEmpty { blocks.append(.rule(rule)) }
    guard !ranking.isEmpty else {
      blocks.append(.paragraph(tr("Nobody voted.")))
      return
    }
    blocks.append(
      .grid(
        Grid(
          "",
          [
            Grid.Column(tr("Rank"), weight: 0.6, isFigure: true),
            Grid.Column(tr("Votes"), weight: 0.6, isFigure: true),
            Grid.Column(tr("What was voted for"), weight: 6),
          ],
          ranking.map { result in
            [
              String(result.place), String(result.votes), board.shownTitle(of: result.reference),
            ]
          })))
  }

  private static var recommendationRule: String {
    tr(
      "A recommendation is open until it is done or declined, and owed to the group until the group has been told what came of it."
    )
  }

  mutating func addRecommendations(
    _ recommendations: [Recommendation], _ title: String, _ today: CalendarDay, level: Int = 2
  ) {
    guard !recommendations.isEmpty else { return }
    addHeading(level, title)
    // Where the first of them stand.
    if !blocks.contains(.rule(Self.recommendationRule)) {
      blocks.append(.rule(Self.recommendationRule))
    }
    let days = DayFormat.local
    blocks.append(
      .grid(
        Grid(
          "",
          [
            Grid.Column(tr("Recommendation"), weight: 3), Grid.Column(tr("Owner"), weight: 1.4),
            Grid.Column(tr("Answer"), weight: 3), Grid.Column(tr("Due"), weight: 1.2),
            Grid.Column(tr("State"), weight: 2.2),
          ],
          recommendations.map { item in
            let answer = item.answer.map { GroupWords.name(of: $0) } ?? tr("not yet")
            return [
              item.text, item.owner,
              item.reason.isEmpty ? answer : "\(answer): \(item.reason)",
              item.due.map(days.text) ?? "", GroupWords.state(of: item, on: today, days),
            ]
          })))
  }
}

extension GroupWords {
  /// "open for 9 days", "done on 2026-11-02, the group was told".
  public static func state(
    of recommendation: Recommendation, on today: CalendarDay, _ days: DayFormat = .local
  ) -> String {
    var parts: [String] = []
    if let done = recommendation.doneOn {
      parts.append(tr("done on {day}", ["day": days.text(done)]))
    } else if recommendation.isOpen {
      parts.append(
        recommendation.age(on: today).map {
          ntr("open for {count} day", "open for {count} days", $0)
        } ?? tr("open"))
      if recommendation.isLate(on: today) { parts.append(tr("late")) }
    }
    if let told = recommendation.toldOn {
      parts.append(tr("the group was told on {day}", ["day": days.text(told)]))
    } else if !recommendation.isOpen {
      parts.append(tr("the group has not been told"))
    }
    return parts.joined(separator: ", ")
  }
}

extension [Meeting] {
  /// By day, those without one last; then by rank.
  func inChronologicalOrder() -> [Meeting] {
    let ordered = inOrder()
    return ordered.enumerated().sorted { left, right in
      switch (left.element.day, right.element.day) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
