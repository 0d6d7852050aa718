import Foundation

/// Everything that people keep in a workspace, without its history. The JSON format is this value.
public struct WorkspaceContents: Equatable, Sendable {
  public var workspace: WorkspaceInfo
  public var departments: [Department] = []
  public var channels: [Channel] = []
  public var tags: [Tag] = []
  public var pictures: [StoredPicture] = []
  public var organisations: [Organisation] = []
  public var customers: [Customer] = []
  public var personas: [Persona] = []
  public var journeyMaps: [JourneyMap] = []
  public var savedFilters: [SavedFilter] = []
  public var stages: [Stage] = []
  public var steps: [Step] = []
  public var lanes: [Lane] = []
  public var blueprintLines: [BlueprintLine] = []
  public var metrics: [Metric] = []
  public var targetChanges: [TargetChange] = []
  public var readings: [Reading] = []
  public var dialogues: [Dialogue] = []
  public var cards: [Card] = []
  public var cardDepartments: [CardDepartment] = []
  public var cardChannels: [CardChannel] = []
  public var cardTags: [CardTag] = []
  public var stepDepartments: [StepDepartment] = []
  public var emotions: [Emotion] = []
  public var lanePersonas: [LanePersona] = []
  public var causes: [Cause] = []
  public var goals: [Goal] = []
  public var leaders: [Leader] = []
  public var leaderActs: [LeaderAct] = []
  public var workRoles: [WorkRole] = []
  public var cxRoles: [CXRole] = []
  public var decisions: [Decision] = []
  public var decisionRoles: [DecisionRole] = []
  public var opportunities: [Opportunity] = []
  public var gutScores: [GutScore] = []
  public var initiatives: [Initiative] = []
  public var initiativeDepartments: [InitiativeDepartment] = []
  public var initiativeCauses: [InitiativeCause] = []
  public var audiences: [Audience] = []
  public var initiativeAudiences: [InitiativeAudience] = []
  public var messages: [Message] = []
  public var messageAudiences: [MessageAudience] = []
  public var resourceNeeds: [ResourceNeed] = []
  public var milestones: [Milestone] = []
  public var barriers: [Barrier] = []
  public var promises: [Promise] = []
  public var standards: [Standard] = []
  public var breakdowns: [Breakdown] = []
  public var trainings: [Training] = []
  public var followUps: [FollowUp] = []
  public var skills: [Skill] = []
  public var skillLevels: [SkillLevel] = []
  public var tips: [Tip] = []
  public var cultureValues: [CultureValue] = []
  public var behaviours: [Behaviour] = []
  public var purposeAnswers: [PurposeAnswer] = []
  public var climatePulses: [ClimatePulse] = []
  public var employeeVoices: [EmployeeVoice] = []
  public var turnovers: [Turnover] = []
  public var champions: [Champion] = []
  public var criteria: [Criterion] = []
  public var candidates: [Candidate] = []
  public var candidateScores: [CandidateScore] = []
  public var readinessRounds: [ReadinessRound] = []
  public var readinessRatings: [ReadinessRating] = []
  public var planDocuments: [PlanDocument] = []
  public var advisoryGroups: [AdvisoryGroup] = []
  public var members: [Member] = []
  public var dismissals: [Dismissal] = []
  public var meetingSeries: [MeetingSeries] = []
  public var meetings: [Meeting] = []
  public var agendaItems: [AgendaItem] = []
  public var attendances: [Attendance] = []
  public var recommendations: [Recommendation] = []
  public var boards: [Board] = []
  public var boardColumns: [BoardColumn] = []
  public var clusters: [Cluster] = []
  public var notes: [Note] = []
  public var votings: [Voting] = []
  public var ballots: [Ballot] = []
  public var votes: [Vote] = []
  public var links: [Link] = []

  public init(workspace: WorkspaceInfo) { self.workspace = workspace }

  /// All records, each after those that it refers to; the workspace itself first.
  public var records: [any Entity] {
    var all: [any Entity] = [workspace]
    for list in Self.lists {
      if list.kind == .journeyMap {
        // A future map refers to its basis, which may come later in the list.
        let (based, free) = journeyMaps.partitionedByBasis()
        all += (free + based) as [any Entity]
      } else {
        all += list.records(of: self)
      }
    }
    return all
  }

  /// The map with everything on it; nil when there is none with this id.
  public func journey(_ id: UUID) -> JourneyContents? {
    guard let map = journeyMaps.first(where: { $0.id == id }) else { return nil }
    let ownStages = stages.filter { $0.mapID == id }
    let stageIDs = Set(ownStages.map(\.id))
    let ownSteps = steps.filter { stageIDs.contains($0.stageID) }
    let stepIDs = Set(ownSteps.map(\.id))
    let ownLanes = lanes.filter { $0.mapID == id }
    let laneIDs = Set(ownLanes.map(\.id))
    let ownCards = cards.filter { laneIDs.contains($0.laneID) }
    let cardIDs = Set(ownCards.map(\.id))
    var journey = JourneyContents(
      map: map, stages: ownStages, steps: ownSteps, lanes: ownLanes,
      lines: blueprintLines.filter { $0.mapID == id }, cards: ownCards,
      emotions: emotions.filter { stepIDs.contains($0.stepID) }, personas: personas,
      departments: departments,
      cardDepartments: cardDepartments.filter { cardIDs.contains($0.cardID) },
      extras: extras(of: map, ownCards, stepIDs, laneIDs))
    let isFuture = { (other: JourneyMap) in
      other.basisID == id && other.id != id && other.state == .future
    }
    journey.futureMaps = journeyMaps.inOrder().filter(isFuture)
    if let future = journey.futureMaps.first {
      var plain = self
      plain.journeyMaps.removeAll { $0.basisID == future.id }
      if let futureJourney = plain.journey(future.id) {
        journey.futureEmotions = journey.emotions(ofFuture: futureJourney)
      }
    }
    return journey
  }

  private func extras(
    of map: JourneyMap, _ cards: [Card], _ stepIDs: Set<UUID>, _ laneIDs: Set<UUID>
  ) -> JourneyExtras {
    let cardIDs = Set(cards.map(\.id))
    let portrait = personas.first { $0.id == map.personaID }?.pictureID
    let shownPictures = Set(cards.compactMap(\.pictureID) + [portrait].compactMap(\.self))
    let shownMetrics = Set(cards.compactMap(\.metricID))
    return JourneyExtras(
      channels: channels.inOrder(), tags: tags.inOrder(), metrics: metrics.inOrder(),
      cardChannels: Assignments(cardChannels.filter { cardIDs.contains($0.cardID) }),
      cardTags: Assignments(cardTags.filter { cardIDs.contains($0.cardID) }),
      stepDepartments: Assignments(stepDepartments.filter { stepIDs.contains($0.stepID) }),
      pictures: pictures.filter { shownPictures.contains($0.id) },
      readings: readings.filter { shownMetrics.contains($0.metricID) },
      mapTitles: Dictionary(
        journeyMaps.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }),
      backings: Dictionary(
        links.compactMap { link in
          link.backedCardID.flatMap { cardIDs.contains($0) ? (link.id, $0) : nil }
        },
        uniquingKeysWith: { first, _ in first }),
      curveChoices: (lanePersonas.map { CurveChoice($0) } + links.compactMap { CurveChoice($0) })
        .filter { laneIDs.contains($0.laneID) })
  }

  /// The board with everything on it; nil when there is none with this id.
  public func board(_ id: UUID) -> BoardContents? {
    guard let board = boards.first(where: { $0.id == id }) else { return nil }
    let columns = boardColumns.filter { $0.boardID == id }
    let columnIDs = Set(columns.map(\.id))
    let ownNotes = notes.filter { columnIDs.contains($0.columnID) }
    let ownClusters = clusters.filter { columnIDs.contains($0.columnID) }
    let targets = Set(ownNotes.map(\.id) + ownClusters.map(\.id))
    return BoardContents(
      board: board, group: advisoryGroups.first { $0.id == board.groupID },
      meeting: meetings.first { $0.id == board.meetingID }, columns: columns,
      clusters: ownClusters, notes: ownNotes,
      votes: votes.filter { vote in (vote.noteID ?? vote.clusterID).map(targets.contains) ?? false
      },
      members: members.filter { $0.groupID == board.groupID },
      votings: votings.filter { $0.boardID == id },
      ballots: ballots.filter { ballot in
        votings.contains { $0.id == ballot.votingID && $0.boardID == id }
      }, connections: connections(of: targets))
  }

  private func connections(of targets: Set<UUID>) -> BoardConnections {
    let links = links.filter { targets.contains($0.fromID) || targets.contains($0.toID) }
    let others = Set(links.flatMap { [$0.from, $0.to] })
    guard !others.isEmpty else { return BoardConnections() }
    let kinds = Dictionary(lanes.map { ($0.id, $0.laneKind) }, uniquingKeysWith: { $1 })
    var things: [EntityReference: BoardConnection.Thing] = [:]
    func take(_ record: some Entity, _ lane: Lane.Kind? = nil) {
      guard others.contains(record.reference) else { return }
      things[record.reference] = BoardConnection.Thing(record, laneKind: lane)
    }
    for step in steps { take(step) }
    for card in cards where others.contains(card.reference) { take(card, kinds[card.laneID]) }
    for recommendation in recommendations { take(recommendation) }
    for promise in promises { take(promise) }
    for barrier in barriers { take(barrier) }
    return BoardConnections(links, things)
  }
}

extension [JourneyMap] {
  /// Maps that are based on another one, in an order in which each basis comes before them, and
  /// the maps that are not.
  fileprivate func partitionedByBasis() -> (based: [JourneyMap], free: [JourneyMap]) {
    var placed = Set<UUID>()
    let ids = Set(map(\.id))
    let free = filter { map in map.basisID.map { !ids.contains($0) } ?? true }
    placed.formUnion(free.map(\.id))
    var waiting = filter { !placed.contains($0.id) }
    var based: [JourneyMap] = []
    while !waiting.isEmpty {
      let ready = waiting.filter { map in map.basisID.map(placed.contains) ?? true }
      if ready.isEmpty { return (based + waiting, free) }
      based += ready
      placed.formUnion(ready.map(\.id))
      waiting.removeAll { placed.contains($0.id) }
    }
    return (based, free)
  }
}
