import Foundation

/// Checks that contents hold together as a workspace file demands it: ids, references, ranges and
/// pairs that may exist once.
struct WorkspaceValidation {
  private let contents: WorkspaceContents
  private let places: WorkspaceJSONFile.Places
  private var ids: [EntityKind: Set<UUID>] = [:]

  init(_ contents: WorkspaceContents, places: WorkspaceJSONFile.Places = [:])
    throws(ImportError)
  {
    self.contents = contents
    self.places = places
    ids[.workspace] = [contents.workspace.id]
    for list in WorkspaceContents.lists { try index(list) }
  }

  /// - Throws: the first fault, list by list.
  func check() throws(ImportError) {
    for list in WorkspaceContents.lists {
      try checkReferences(of: list)
      try checkRanges(of: list)
    }
    try checkJourneys()
    try checkCards()
    try checkEvidence()
    try checkGroups()
    try checkBoards()
    try checkVotings()
    for (number, link) in contents.links.enumerated() {
      let place = place(.link, number)
      try require(link.fromID, of: link.fromKind, as: "fromID", at: place)
      try require(link.toID, of: link.toKind, as: "toID", at: place)
    }
  }

  /// What the records' own types say about their numbers.
  private func checkRanges(of list: some RecordListing) throws(ImportError) {
    for (number, record) in list.records(of: contents).enumerated() {
      guard let ranged = record as? any RangedFields else { return }
      try checkRanges(of: ranged, at: place(list.kind, number))
    }
  }

  private func checkRanges(
    of record: some RangedFields, at place: ImportError.Place
  ) throws(ImportError) {
    guard let (range, value) = record.brokenRange else { return }
    throw ImportError(
      .outOfRange(
        key: range.key, value: Self.shown(value), lower: Self.shown(range.bounds.lowerBound),
        upper: Self.shown(range.bounds.upperBound)), at: place)
  }

  private static func shown(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private func checkJourneys() throws(ImportError) {
    for (number, persona) in contents.personas.enumerated() {
      let place = place(.persona, number)
      try require(persona.age, in: 0...150, as: "age", at: place)
    }
    for (number, map) in contents.journeyMaps.enumerated() {
      let place = place(.journeyMap, number)
      try require(map.columnWidth, in: JourneyMap.columnWidths, as: "columnWidth", at: place)
    }
    try checkBases()
    for (number, lane) in contents.lanes.enumerated() {
      let place = place(.lane, number)
      try require(lane.height, in: Lane.heights, as: "height", at: place)
    }
    var lines = Set<[String]>()
    for (number, line) in contents.blueprintLines.enumerated() {
      let place = place(.blueprintLine, number)
      try requireNew(
        [line.mapID.uuidString, line.line.rawValue], in: &lines, "mapID", "line", place)
    }
    var feelings = Set<[UUID?]>()
    for (number, emotion) in contents.emotions.enumerated() {
      let place = place(.emotion, number)
      if !Emotion.scale.contains(emotion.value) {
        throw ImportError(
          .outOfRange(key: "value", value: "\(emotion.value)", lower: "-2", upper: "2"), at: place)
      }
      try requireNew(
        [emotion.stepID, emotion.personaID], in: &feelings, "stepID", "personaID", place)
    }
  }

  private func checkBases() throws(ImportError) {
    let bases = Dictionary(
      contents.journeyMaps.map { ($0.id, $0.basisID) }, uniquingKeysWith: { first, _ in first })
    var sound = Set<UUID>()
    for (number, map) in contents.journeyMaps.enumerated() {
      var path = Set<UUID>()
      var next: UUID? = map.id
      while let id = next, !sound.contains(id) {
        guard path.insert(id).inserted else {
          throw ImportError(.basisCircle, at: place(.journeyMap, number))
        }
        next = bases[id] ?? nil
      }
      sound.formUnion(path)
    }
  }

  private func checkCards() throws(ImportError) {
    let mapsOfStages = Dictionary(
      contents.stages.map { ($0.id, $0.mapID) }, uniquingKeysWith: { first, _ in first })
    var mapsOfSteps: [UUID: UUID] = [:]
    for step in contents.steps { mapsOfSteps[step.id] = mapsOfStages[step.stageID] }
    let mapsOfLanes = Dictionary(
      contents.lanes.map { ($0.id, $0.mapID) }, uniquingKeysWith: { first, _ in first })
    for (number, card) in contents.cards.enumerated() {
      let place = place(.card, number)
      if mapsOfLanes[card.laneID] != mapsOfSteps[card.stepID] {
        throw ImportError(.doesNotBelong(key: "stepID", to: .journeyMap), at: place)
      }
      try require(card.span, in: 1...10_000, as: "span", at: place)
    }
  }

  private func checkEvidence() throws(ImportError) {
    for (number, picture) in contents.pictures.enumerated() {
      let place = place(.picture, number)
      try require(picture.width, in: 1...65_535, as: "width", at: place)
      try require(picture.height, in: 1...65_535, as: "height", at: place)
      guard (1...StoredPicture.largestSize).contains(picture.data.count) else {
        throw ImportError(
          .outOfRange(
            key: "data", value: "\(picture.data.count)", lower: "1",
            upper: "\(StoredPicture.largestSize)"), at: place)
      }
    }
    for (number, reading) in contents.readings.enumerated() {
      let place = place(.reading, number)
      try require(reading.sampleSize, in: 0...Int.max, as: "sampleSize", at: place)
    }
  }

  private func checkGroups() throws(ImportError) {
    for (number, group) in contents.advisoryGroups.enumerated() {
      let place = place(.advisoryGroup, number)
      try require(group.minimumSize, in: 1...Int.max, as: "minimumSize", at: place)
      try require(
        group.maximumSize, in: group.minimumSize...Int.max, as: "maximumSize", at: place)
    }
    for (number, item) in contents.agendaItems.enumerated() {
      let place = place(.agendaItem, number)
      try require(item.minutes, in: 0...1440, as: "minutes", at: place)
      try require(item.extraMinutes, in: 0...1440, as: "extraMinutes", at: place)
    }
  }

  private func checkBoards() throws(ImportError) {
    let groupsOfMeetings = Dictionary(
      contents.meetings.map { ($0.id, $0.groupID) }, uniquingKeysWith: { first, _ in first })
    for (number, board) in contents.boards.enumerated() {
      let place = place(.board, number)
      if let meeting = board.meetingID, groupsOfMeetings[meeting] != board.groupID {
        throw ImportError(.doesNotBelong(key: "meetingID", to: .advisoryGroup), at: place)
      }
    }
    let columnsOfClusters = Dictionary(
      contents.clusters.map { ($0.id, $0.columnID) }, uniquingKeysWith: { first, _ in first })
    for (number, note) in contents.notes.enumerated() {
      let place = place(.note, number)
      if let cluster = note.clusterID, columnsOfClusters[cluster] != note.columnID {
        throw ImportError(.doesNotBelong(key: "clusterID", to: .boardColumn), at: place)
      }
    }
    for (number, vote) in contents.votes.enumerated() {
      let place = place(.vote, number)
      if (vote.noteID == nil) == (vote.clusterID == nil) {
        throw ImportError(.voteTarget, at: place)
      }
    }
  }

  private func checkVotings() throws(ImportError) {
    var votings: [UUID: Voting] = [:]
    for (number, voting) in contents.votings.enumerated() {
      let place = place(.voting, number)
      try require(voting.votesEach, in: Voting.limits, as: "votesEach", at: place)
      try require(voting.votesEachThing, in: Voting.limits, as: "votesEachThing", at: place)
      try require(voting.voters, in: Voting.voterLimits, as: "voters", at: place)
      votings[voting.id] = voting
    }
    var ballots: [UUID: Ballot] = [:]
    var turns = Set<[String]>()
    for (number, ballot) in contents.ballots.enumerated() {
      let place = place(.ballot, number)
      try require(ballot.number, in: 1...Int.max, as: "number", at: place)
      try require(ballot.voters, in: Voting.voterLimits, as: "voters", at: place)
      try requireNew(
        [ballot.votingID.uuidString, "\(ballot.number)"], in: &turns, "votingID", "number", place)
      ballots[ballot.id] = ballot
    }
    try checkLimits(votings, ballots)
    var warnings = Set<[String]>()
    for (number, dismissal) in contents.dismissals.enumerated() {
      try requireNew(
        [dismissal.groupID.uuidString, dismissal.warning], in: &warnings, "groupID", "warning",
        place(.dismissal, number))
    }
  }

  /// No ballot holds more votes than its round allows, and all are for what stands on its board.
  private func checkLimits(
    _ votings: [UUID: Voting], _ ballots: [UUID: Ballot]
  ) throws(ImportError) {
    let boardsOfColumns = Dictionary(
      contents.boardColumns.map { ($0.id, $0.boardID) }, uniquingKeysWith: { first, _ in first })
    var boards: [UUID: UUID] = [:]
    for note in contents.notes { boards[note.id] = boardsOfColumns[note.columnID] }
    for cluster in contents.clusters { boards[cluster.id] = boardsOfColumns[cluster.columnID] }
    var counts: [[UUID]: Int] = [:]
    for (number, vote) in contents.votes.enumerated() {
      guard let id = vote.ballotID, let ballot = ballots[id],
        let voting = votings[ballot.votingID], let target = vote.noteID ?? vote.clusterID
      else { continue }
      let place = place(.vote, number)
      if boards[target] != voting.boardID {
        throw ImportError(.doesNotBelong(key: "ballotID", to: .board), at: place)
      }
      counts[[id], default: 0] += 1
      counts[[id, target], default: 0] += 1
      if counts[[id], default: 0] > voting.votesEach * ballot.voters
        || counts[[id, target], default: 0] > voting.votesEachThing * ballot.voters
      {
        throw ImportError(.tooManyVotes, at: place)
      }
    }
  }

  private func checkReferences<List: RecordListing>(of list: List) throws(ImportError) {
    let references = list.references.filter(\.mustExist)
    guard !references.isEmpty else { return }
    var pairs = Set<[UUID?]>()
    for (number, record) in contents[keyPath: list.path].enumerated() {
      let place = place(list.kind, number)
      for reference in references {
        try require(reference.id(record), of: reference.kind, as: reference.key, at: place)
      }
      if list.isPair {
        try requireNew(
          references.map { $0.id(record) }, in: &pairs, references[0].key, references[1].key,
          place)
      }
    }
  }

  private func place(_ kind: EntityKind, _ index: Int) -> ImportError.Place {
    let lines = places[kind] ?? []
    return .init(
      line: index < lines.count ? lines[index] : nil, kind: kind, number: index + 1)
  }

  private mutating func index<List: RecordListing>(_ list: List) throws(ImportError) {
    let records = contents[keyPath: list.path]
    var seen = Set<UUID>(minimumCapacity: records.count)
    for (number, record) in records.enumerated() where !seen.insert(record.id).inserted {
      throw ImportError(
        .repeatedID(record.id.uuidString.lowercased()), at: place(list.kind, number))
    }
    ids[list.kind] = seen
  }

  private func require(
    _ id: UUID?, of kind: EntityKind, as key: String, at place: ImportError.Place
  ) throws(ImportError) {
    guard let id, ids[kind]?.contains(id) != true else { return }
    throw ImportError(
      .noSuchRecord(key: key, kind: kind, id: id.uuidString.lowercased()), at: place)
  }

  private func require(
    _ number: Int?, in range: ClosedRange<Int>, as key: String, at place: ImportError.Place
  ) throws(ImportError) {
    guard let number, !range.contains(number) else { return }
    let upper = range.upperBound == .max ? nil : "\(range.upperBound)"
    throw ImportError(
      .outOfRange(key: key, value: "\(number)", lower: "\(range.lowerBound)", upper: upper),
      at: place)
  }

  private func require(
    _ number: Double?, in range: ClosedRange<Double>, as key: String, at place: ImportError.Place
  ) throws(ImportError) {
    guard let number, !range.contains(number) else { return }
    throw ImportError(
      .outOfRange(
        key: key, value: "\(number)", lower: "\(range.lowerBound)", upper: "\(range.upperBound)"),
      at: place)
  }

  private func requireNew<Value: Hashable>(
    _ value: Value, in seen: inout Set<Value>, _ first: String, _ second: String,
    _ place: ImportError.Place
  ) throws(ImportError) {
    if !seen.insert(value).inserted { throw ImportError(.repeatedPair(first, second), at: place) }
  }
}
