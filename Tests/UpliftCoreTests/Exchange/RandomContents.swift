import Foundation

@testable import UpliftCore
@testable import edit_stream

/// Contents of every kind, drawn from a seed.
struct RandomContents {
  var random: Dice

  init(seed: UInt64) { random = Dice(seed: seed) }

  static let texts = [
    "", "Orders online", "„Anführung“ & <b>fett</b>", "退货 📦", "مرحبا بالعالم", "a\nb\tc", "\"\\/",
    "=SUM(A1)", "e\u{301}", "👩🏽‍💻 at work", "x; y, z | q", "\u{1}bell", "line\r\nline", "'quoted",
  ]

  mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }

  mutating func id() -> UUID {
    func byte() -> UInt8 { UInt8.random(in: 0...255, using: &random) }
    return UUID(
      uuid: (
        byte(), byte(), byte(), byte(), byte(), byte(), byte(), byte(), byte(), byte(), byte(),
        byte(), byte(), byte(), byte(), byte()
      ))
  }

  mutating func ranks(_ count: Int) -> [Rank] {
    // Now and then two have the same rank, as after a merge.
    var ranks = Rank.spread(count)
    if count > 1, Bool.random(using: &random) { ranks[1] = ranks[0] }
    return ranks.shuffled(using: &random)
  }

  mutating func count(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &random) }

  mutating func instant() -> Instant {
    Instant(milliseconds: Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &random))
  }

  mutating func day() -> CalendarDay? {
    guard Bool.random(using: &random) else { return nil }
    return CalendarDay(
      year: Int.random(in: 1...9999, using: &random), month: Int.random(in: 1...12, using: &random),
      day: Int.random(in: 1...28, using: &random))
  }

  mutating func colour() -> Swatch? {
    Bool.random(using: &random) ? Swatch.allCases.randomElement(using: &random) : nil
  }

  mutating func contents() -> WorkspaceContents {
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(id: id(), title: text(), createdAt: instant()))
    contents.departments = ranks(count(4)).map {
      Department(id: id(), rank: $0, name: text())
    }
    addLists(to: &contents)
    contents.personas = ranks(count(4)).map {
      Persona(
        id: id(), rank: $0, name: text(),
        role: Persona.Role.allCases.randomElement(using: &random) ?? .customer,
        age: Bool.random(using: &random) ? count(150) : nil, goals: text(), quote: text(),
        context: text(), pictureID: contents.pictures.randomElement(using: &random)?.id,
        colour: colour())
    }
    for rank in ranks(count(3)) { addMap(rank, to: &contents) }
    for rank in ranks(count(2)) { addGroup(rank, to: &contents) }
    addReadings(to: &contents)
    addPlan(to: &contents)
    addPractices(to: &contents)
    addLaterFields(to: &contents)
    let references = contents.records.map(\.reference)
    contents.links = ranks(count(4)).compactMap { rank in
      guard let from = references.randomElement(using: &random),
        let to = references.randomElement(using: &random)
      else { return nil }
      return Link(
        id: id(), rank: rank, role: Link.Role.allCases.randomElement(using: &random) ?? .about,
        from: from, to: to)
    }
    return contents
  }

  private mutating func addLists(to contents: inout WorkspaceContents) {
    contents.channels = ranks(count(3)).map {
      Channel(
        id: id(), rank: $0, name: text(),
        mark: Channel.Mark.allCases.randomElement(using: &random) ?? .other)
    }
    contents.tags = ranks(count(3)).map { Tag(id: id(), rank: $0, name: text(), colour: colour()) }
    contents.pictures = (0..<count(3)).map { _ in
      StoredPicture(
        id: id(),
        mediaType: StoredPicture.MediaType.allCases.randomElement(using: &random) ?? .png,
        width: 1 + count(3000), height: 1 + count(3000),
        data: Data((0...count(50)).map { UInt8($0) }))
    }
    contents.savedFilters = ranks(count(2)).map {
      SavedFilter(id: id(), rank: $0, title: text(), definition: text())
    }
    contents.metrics = ranks(count(3)).map {
      Metric(
        id: id(), rank: $0, title: text(),
        measure: Metric.Measure.allCases.randomElement(using: &random) ?? .own, unit: text(),
        lowest: Bool.random(using: &random) ? Double(count(9)) : nil,
        highest: Bool.random(using: &random) ? Double(count(99)) : nil,
        target: Bool.random(using: &random) ? Double(count(99)) : nil,
        isHigherBetter: Bool.random(using: &random), source: text())
    }
    contents.dialogues = ranks(count(2)).map {
      Dialogue(
        id: id(), rank: $0, day: day(), leader: text(), customer: text(), likes: text(),
        wouldImprove: text(), leftUnsaid: text(), followUp: text(),
        risk: Bool.random(using: &random) ? .medium : nil)
    }
  }

  private mutating func addPlan(to contents: inout WorkspaceContents) {
    contents.promises = ranks(count(3)).map {
      Promise(
        id: id(), rank: $0, title: text(), toWhom: text(), owner: text(),
        stepID: contents.steps.randomElement(using: &random)?.id, madeOn: day(), due: day(),
        outcome: Promise.Outcome.allCases.randomElement(using: &random), closedOn: day())
    }
    contents.barriers = ranks(count(3)).map {
      Barrier(
        id: id(), rank: $0, title: text(), inTheWayOf: text(),
        severity: Barrier.Severity.allCases.randomElement(using: &random) ?? .slows,
        manager: text(), openedOn: day(), clearedOn: day())
    }
    contents.initiatives = ranks(count(3)).map {
      Initiative(
        id: id(), rank: $0, title: text(), goal: text(), owner: text(), startDay: day(),
        endDay: day(), status: Initiative.Status.allCases.randomElement(using: &random) ?? .idea,
        touchesCustomers: Bool.random(using: &random))
    }
  }

  private mutating func addReadings(to contents: inout WorkspaceContents) {
    for metric in contents.metrics {
      for _ in 0..<count(4) {
        guard let day = day() else { continue }
        contents.readings.append(
          Reading(
            id: id(), metricID: metric.id,
            stepID: contents.steps.randomElement(using: &random)?.id, day: day,
            value: Double(count(100)) / 3,
            sampleSize: Bool.random(using: &random) ? count(500) : nil, method: text()))
      }
    }
  }

  private mutating func addMap(_ rank: Rank, to contents: inout WorkspaceContents) {
    let map = JourneyMap(
      id: id(), rank: rank, title: text(),
      personaID: contents.personas.randomElement(using: &random)?.id, scenario: text(),
      expectations: text(),
      state: JourneyMap.State.allCases.randomElement(using: &random) ?? .current,
      basisID: Bool.random(using: &random)
        ? contents.journeyMaps.randomElement(using: &random)?.id : nil, owner: text(),
      status: JourneyMap.Status.allCases.randomElement(using: &random) ?? .agreed,
      columnWidth: Bool.random(using: &random) ? 80 + Double(count(900)) : nil)
    contents.journeyMaps.append(map)
    let stages = ranks(count(3)).map {
      Stage(
        id: id(), mapID: map.id, rank: $0, title: text(), colour: colour(),
        basisID: contents.stages.randomElement(using: &random)?.id)
    }
    contents.stages += stages
    let steps = stages.flatMap { stage in
      ranks(count(3)).map {
        Step(
          id: id(), stageID: stage.id, rank: $0, title: text(),
          isMomentOfTruth: Bool.random(using: &random),
          basisID: contents.steps.randomElement(using: &random)?.id,
          opensMapID: contents.journeyMaps.randomElement(using: &random)?.id)
      }
    }
    contents.steps += steps
    let lanes = ranks(count(5)).map {
      Lane(
        id: id(), mapID: map.id, rank: $0,
        kind: Lane.Kind.allCases.randomElement(using: &random) ?? .text, title: text(),
        subtitle: text(), height: Bool.random(using: &random) ? 24 + Double(count(400)) : nil,
        isHidden: Bool.random(using: &random), isCollapsed: Bool.random(using: &random),
        isPinned: Bool.random(using: &random),
        emotionScale: Lane.EmotionScale.allCases.randomElement(using: &random) ?? .words,
        basisID: contents.lanes.randomElement(using: &random)?.id)
    }
    contents.lanes += lanes
    contents.blueprintLines += BlueprintLine.Line.allCases.prefix(count(3)).map {
      BlueprintLine(id: id(), mapID: map.id, rank: .middle, line: $0)
    }
    for step in steps {
      for lane in lanes {
        for rank in ranks(count(2)) {
          let card = Card(
            id: id(), laneID: lane.id, stepID: step.id, rank: rank, span: 1 + count(3),
            kind: Bool.random(using: &random) ? .actions : nil, text: text(), colour: colour(),
            evidence: EvidenceLevel.allCases.randomElement(using: &random) ?? .assumed,
            source: text(), basisID: contents.cards.randomElement(using: &random)?.id,
            pictureID: contents.pictures.randomElement(using: &random)?.id,
            metricID: contents.metrics.randomElement(using: &random)?.id)
          contents.cards.append(card)
          contents.cardChannels += contents.channels.prefix(count(2)).map {
            CardChannel(id: id(), cardID: card.id, channelID: $0.id)
          }
          contents.cardTags += contents.tags.prefix(count(2)).map {
            CardTag(id: id(), cardID: card.id, tagID: $0.id)
          }
          contents.cardDepartments += contents.departments.prefix(count(2)).map {
            CardDepartment(id: id(), cardID: card.id, departmentID: $0.id)
          }
        }
      }
      contents.stepDepartments += contents.departments.prefix(count(2)).map {
        StepDepartment(id: id(), stepID: step.id, departmentID: $0.id)
      }
      let whose: [UUID?] = [nil] + contents.personas.prefix(count(2)).map(\.id)
      contents.emotions += zip(ranks(whose.count), whose).map {
        Emotion(
          id: id(), stepID: step.id, personaID: $1, rank: $0,
          value: Double.random(in: -2...2, using: &random))
      }
    }
  }

  private mutating func addGroup(_ rank: Rank, to contents: inout WorkspaceContents) {
    let group = AdvisoryGroup(
      id: id(), rank: rank,
      kind: AdvisoryGroup.Kind.allCases.randomElement(using: &random) ?? .focusGroup,
      title: text(), purpose: text(), scope: text(), limitsOfAuthority: text(), cadence: text(),
      term: text(), termEnd: day(), reviewDate: day(), minimumSize: 1 + count(3),
      maximumSize: 4 + count(9))
    contents.advisoryGroups.append(group)
    let members = ranks(count(4)).map {
      Member(
        id: id(), groupID: group.id, rank: $0, name: text(), function: text(), level: text(),
        site: text(), shift: text(), tenure: text(), termStart: day(), termEnd: day(),
        successor: text(), pictureID: contents.pictures.randomElement(using: &random)?.id)
    }
    contents.members += members
    let series = ranks(count(2)).map {
      MeetingSeries(
        id: id(), groupID: group.id, rank: $0, title: text(),
        cadence: MeetingSeries.Cadence.allCases.randomElement(using: &random) ?? .monthly)
    }
    contents.meetingSeries += series
    let meetings = ranks(count(2)).map {
      Meeting(
        id: id(), groupID: group.id, rank: $0, title: text(), day: day(),
        seriesID: series.randomElement(using: &random)?.id, place: text(), notes: text())
    }
    contents.meetings += meetings
    contents.recommendations += ranks(count(3)).map {
      Recommendation(
        id: id(), groupID: group.id, meetingID: meetings.randomElement(using: &random)?.id,
        rank: $0, text: text(), owner: text(),
        answer: Bool.random(using: &random)
          ? Recommendation.Answer.allCases.randomElement(using: &random) : nil,
        reason: text(), askedOn: day(), due: day(), doneOn: day(), toldOn: day())
    }
    contents.dismissals += (0..<count(2)).map {
      Dismissal(
        id: id(), groupID: group.id, warning: "warning \($0)", reason: text(), day: day())
    }
    for meeting in meetings {
      contents.agendaItems += ranks(count(3)).map {
        AgendaItem(
          id: id(), meetingID: meeting.id, rank: $0, title: text(), minutes: count(1440),
          state: AgendaItem.State.allCases.randomElement(using: &random) ?? .open,
          activity: AgendaItem.Activity.allCases.randomElement(using: &random) ?? .talk,
          extraMinutes: count(90), startedAt: Bool.random(using: &random) ? instant() : nil,
          endedAt: Bool.random(using: &random) ? instant() : nil, outcome: text())
      }
      contents.attendances += members.map {
        Attendance(
          id: id(), meetingID: meeting.id, memberID: $0.id,
          isPresent: Bool.random(using: &random))
      }
    }
    for rank in ranks(count(2)) {
      let board = Board(
        id: id(), groupID: group.id, meetingID: meetings.randomElement(using: &random)?.id,
        rank: rank, title: text(),
        colouring: Board.Colouring.allCases.randomElement(using: &random) ?? .column,
        isPrivate: Bool.random(using: &random))
      contents.boards.append(board)
      addVotings(of: board, to: &contents)
      for rank in ranks(count(3)) {
        addColumn(
          BoardColumn(id: id(), boardID: board.id, rank: rank, title: text(), colour: colour()),
          members: members, to: &contents)
      }
    }
  }

  private mutating func addColumn(
    _ column: BoardColumn, members: [Member], to contents: inout WorkspaceContents
  ) {
    contents.boardColumns.append(column)
    let clusters = ranks(count(2)).map {
      Cluster(id: id(), columnID: column.id, rank: $0, title: text())
    }
    contents.clusters += clusters
    let notes = ranks(count(5)).map {
      Note(
        id: id(), columnID: column.id,
        clusterID: Bool.random(using: &random) ? clusters.randomElement(using: &random)?.id : nil,
        rank: $0, text: text(), authorID: members.randomElement(using: &random)?.id,
        theme: text(), colour: colour(), createdAt: instant(),
        isPrivate: Bool.random(using: &random))
    }
    contents.notes += notes
    for note in notes {
      for _ in 0..<count(2) {
        contents.votes.append(
          Vote(
            id: id(), noteID: note.id, memberID: members.randomElement(using: &random)?.id,
            ballotID: ballot(with: column.boardID, in: contents)))
      }
    }
    for cluster in clusters where Bool.random(using: &random) {
      contents.votes.append(Vote(id: id(), clusterID: cluster.id))
    }
  }

  private mutating func addVotings(of board: Board, to contents: inout WorkspaceContents) {
    for rank in ranks(count(2)) {
      let voting = Voting(
        id: id(), boardID: board.id, rank: rank, title: text(),
        manner: Bool.random(using: &random) ? .inTurn : .counts, votesEach: 100,
        votesEachThing: 1 + count(3), voters: 1 + count(20),
        state: Bool.random(using: &random) ? .open : .closed, openedAt: instant(),
        closedAt: Bool.random(using: &random) ? instant() : nil)
      contents.votings.append(voting)
      contents.ballots += (0..<count(3)).map {
        Ballot(
          id: id(), votingID: voting.id, number: $0 + 1, voters: 10,
          isCast: Bool.random(using: &random))
      }
    }
  }

  /// A ballot of a round on this board, which has room for all the votes that come.
  private mutating func ballot(with boardID: UUID, in contents: WorkspaceContents) -> UUID? {
    let rounds = Set(contents.votings.filter { $0.boardID == boardID }.map(\.id))
    return contents.ballots.filter { rounds.contains($0.votingID) }.randomElement(using: &random)?
      .id
  }

  /// The same records in another order, as a database might give them.
  mutating func shuffled(_ contents: WorkspaceContents) -> WorkspaceContents {
    var result = contents
    for list in WorkspaceContents.lists { list.shuffle(&result, using: &random) }
    return result
  }
}

extension RecordListing {
  fileprivate func shuffle(
    _ contents: inout WorkspaceContents, using random: inout Dice
  ) {
    contents[keyPath: path].shuffle(using: &random)
  }
}
