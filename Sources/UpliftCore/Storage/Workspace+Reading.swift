import Foundation
import GRDB

extension Workspace {
  /// What the workspace holds, without the contents of its maps and boards.
  public func outline() throws -> WorkspaceOutline {
    try read { database in
      let counts = try Row.fetchAll(
        database,
        sql: """
          SELECT groupID, count(*) FROM member WHERE termEnd IS NULL OR termEnd > ?
          GROUP BY groupID
          """, arguments: [CalendarDay(Date()).description])
      return WorkspaceOutline(
        workspace: try Self.info(database),
        departments: try Self.all(Department.self, database).inOrder(),
        channels: try Self.all(Channel.self, database).inOrder(),
        tags: try Self.all(Tag.self, database).inOrder(),
        personas: try Self.all(Persona.self, database).inOrder(),
        journeyMaps: try Self.all(JourneyMap.self, database).inOrder(),
        savedFilters: try Self.all(SavedFilter.self, database).inOrder(),
        metrics: try Self.all(Metric.self, database).inOrder(),
        dialogues: try Self.all(Dialogue.self, database).inOrder(),
        groups: try Self.all(AdvisoryGroup.self, database).inOrder(),
        memberCounts: Dictionary(
          try counts.map { (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) },
          uniquingKeysWith: { first, _ in first }),
        meetings: try Self.all(Meeting.self, database).inOrder(),
        boards: try Self.all(Board.self, database).inOrder(),
        recommendations: try Self.all(Recommendation.self, database).inOrder(),
        promises: try Self.all(Promise.self, database).inOrder(),
        barriers: try Self.all(Barrier.self, database).inOrder(),
        initiatives: try Self.all(Initiative.self, database).inOrder())
    }
  }

  /// A map with everything on it; nil when there is none with this id.
  public func journey(_ id: UUID) throws -> JourneyContents? {
    try read { database -> JourneyContents? in
      guard var journey = try Self.journey(id, database) else { return nil }
      journey.futureMaps = try JourneyMap.fetchAll(
        database,
        sql: """
          SELECT * FROM journey_map WHERE basisID = ?1 AND id <> ?1 AND state = 'future'
          """, arguments: [id]
      ).inOrder()
      if let future = journey.futureMaps.first,
        let futureJourney = try Self.journey(future.id, database)
      {
        journey.futureEmotions = journey.emotions(ofFuture: futureJourney)
      }
      return journey
    }
  }

  private static func journey(_ id: UUID, _ database: Database) throws -> JourneyContents? {
    guard
      let map = try JourneyMap.fetchOne(
        database, sql: "SELECT * FROM journey_map WHERE id = ?", arguments: [id])
    else { return nil }
    let cards = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(Card.columns) FROM card JOIN lane ON lane.id = card.laneID WHERE lane.mapID = ?
        """, arguments: [id])
    var found: [Card] = []
    while let row = try cards.next() { found.append(try Card.fromColumns(row)) }
    func of<Record: FetchableRecord>(_ type: Record.Type, _ sql: String) throws -> [Record] {
      try Record.fetchAll(database, sql: sql, arguments: [id])
    }
    func ofCards<Entry: Assignment & FetchableRecord>(_ type: Entry.Type) throws -> [Entry] {
      try of(
        Entry.self,
        """
        SELECT entry.* FROM \(Entry.kind.rawValue) AS entry JOIN card ON card.id = entry.cardID
        JOIN lane ON lane.id = card.laneID WHERE lane.mapID = ?
        """)
    }
    return JourneyContents(
      map: map,
      stages: try of(Stage.self, "SELECT * FROM stage WHERE mapID = ?"),
      steps: try of(
        Step.self,
        "SELECT step.* FROM step JOIN stage ON stage.id = step.stageID WHERE stage.mapID = ?"),
      lanes: try of(Lane.self, "SELECT * FROM lane WHERE mapID = ?"),
      lines: try of(BlueprintLine.self, "SELECT * FROM blueprint_line WHERE mapID = ?"),
      cards: found,
      emotions: try of(
        Emotion.self,
        """
        SELECT emotion.* FROM emotion JOIN step ON step.id = emotion.stepID
        JOIN stage ON stage.id = step.stageID WHERE stage.mapID = ?
        """),
      personas: try all(Persona.self, database),
      departments: try all(Department.self, database),
      cardDepartments: try ofCards(CardDepartment.self),
      extras: JourneyExtras(
        channels: try all(Channel.self, database).inOrder(),
        tags: try all(Tag.self, database).inOrder(),
        metrics: try all(Metric.self, database).inOrder(),
        cardChannels: Assignments(try ofCards(CardChannel.self)),
        cardTags: Assignments(try ofCards(CardTag.self)),
        stepDepartments: Assignments(
          try of(
            StepDepartment.self,
            """
            SELECT step_department.* FROM step_department
            JOIN step ON step.id = step_department.stepID
            JOIN stage ON stage.id = step.stageID WHERE stage.mapID = ?
            """)),
        pictures: try pictures(of: found, map, database),
        readings: try readings(of: found, database),
        mapTitles: try mapTitles(database), backings: try backings(of: id, database),
        curveChoices: try of(
          LanePersona.self,
          """
          SELECT lane_persona.* FROM lane_persona JOIN lane ON lane.id = lane_persona.laneID
          WHERE lane.mapID = ?
          """
        ).map { CurveChoice($0) }
          + of(
            Link.self,
            """
            SELECT link.* FROM link JOIN lane ON lane.id = link.fromID
            WHERE link.fromKind = 'lane' AND link.role = 'about' AND link.toKind = 'persona'
            AND lane.mapID = ?
            """
          ).compactMap { CurveChoice($0) }))
  }

  private static func mapTitles(_ database: Database) throws -> [UUID: String] {
    let rows = try Row.fetchAll(database, sql: "SELECT id, title FROM journey_map")
    return Dictionary(
      try rows.map { (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func pictures(
    of cards: [Card], _ map: JourneyMap, _ database: Database
  ) throws -> [StoredPicture] {
    let portrait = try UUID.fetchOne(
      database, sql: "SELECT pictureID FROM persona WHERE id = ? AND pictureID IS NOT NULL",
      arguments: [map.personaID])
    return try Set(cards.compactMap(\.pictureID) + [portrait].compactMap(\.self)).compactMap { id in
      try StoredPicture.fetchOne(
        database, sql: "SELECT * FROM picture WHERE id = ?", arguments: [id])
    }
  }

  private static func backings(of mapID: UUID, _ database: Database) throws -> [UUID: UUID] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH source(id, cardID) AS (
          SELECT id, fromID FROM link WHERE fromKind = 'card'
            AND (role = 'backed_by' OR role = 'raised_by' AND toKind IN ('note', 'cluster'))
          UNION ALL SELECT id, toID FROM link
            WHERE toKind = 'card' AND role = 'leads_to' AND fromKind IN ('note', 'cluster'))
        SELECT source.id, card.id FROM source JOIN card ON card.id = source.cardID
        JOIN lane ON lane.id = card.laneID WHERE lane.mapID = ?
        """, arguments: [mapID])
    return Dictionary(
      try rows.map { (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func readings(of cards: [Card], _ database: Database) throws -> [Reading] {
    try Set(cards.compactMap(\.metricID)).flatMap { id in
      try Reading.fetchAll(
        database, sql: "SELECT * FROM reading WHERE metricID = ?", arguments: [id])
    }
  }

  /// A board with everything on it; nil when there is none with this id.
  public func board(_ id: UUID) throws -> BoardContents? {
    try read { database in
      guard
        let board = try Board.fetchOne(
          database, sql: "SELECT * FROM board WHERE id = ?", arguments: [id])
      else { return nil }
      func of<Record: FetchableRecord>(_ type: Record.Type, _ sql: String) throws -> [Record] {
        try Record.fetchAll(database, sql: sql, arguments: [id])
      }
      return BoardContents(
        board: board,
        group: try Self.record(EntityReference(.advisoryGroup, board.groupID), in: database)
          as? AdvisoryGroup,
        meeting: try board.meetingID.flatMap {
          try Self.record(EntityReference(.meeting, $0), in: database) as? Meeting
        },
        columns: try of(BoardColumn.self, "SELECT * FROM board_column WHERE boardID = ?"),
        clusters: try of(
          Cluster.self,
          """
          SELECT cluster.* FROM cluster JOIN board_column ON board_column.id = cluster.columnID
          WHERE board_column.boardID = ?
          """),
        notes: try of(
          Note.self,
          """
          SELECT note.* FROM note JOIN board_column ON board_column.id = note.columnID
          WHERE board_column.boardID = ?
          """),
        votes: try of(
          Vote.self,
          """
          SELECT vote.* FROM vote JOIN note ON note.id = vote.noteID
          JOIN board_column ON board_column.id = note.columnID WHERE board_column.boardID = ?1
          UNION ALL
          SELECT vote.* FROM vote JOIN cluster ON cluster.id = vote.clusterID
          JOIN board_column ON board_column.id = cluster.columnID WHERE board_column.boardID = ?1
          """),
        members: try Member.fetchAll(
          database, sql: "SELECT * FROM member WHERE groupID = ?", arguments: [board.groupID]),
        votings: try of(Voting.self, "SELECT * FROM voting WHERE boardID = ?"),
        ballots: try of(
          Ballot.self,
          """
          SELECT ballot.* FROM ballot JOIN voting ON voting.id = ballot.votingID
          WHERE voting.boardID = ?
          """), connections: try Self.connections(ofBoard: id, in: database))
    }
  }

  /// A group with its people and meetings; nil when there is none with this id.
  public func group(_ id: UUID) throws -> GroupContents? {
    try read { database in
      let reference = EntityReference(.advisoryGroup, id)
      guard let group = try Self.record(reference, in: database) as? AdvisoryGroup else {
        return nil
      }
      func of<Record: FetchableRecord>(_ type: Record.Type, _ sql: String) throws -> [Record] {
        try Record.fetchAll(database, sql: sql, arguments: [id])
      }
      let items = try of(
        AgendaItem.self,
        """
        SELECT agenda_item.* FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meetingID
        WHERE meeting.groupID = ?
        """)
      let attendances = try of(
        Attendance.self,
        """
        SELECT attendance.* FROM attendance JOIN meeting ON meeting.id = attendance.meetingID
        WHERE meeting.groupID = ?
        """)
      return GroupContents(
        group: group,
        members: try of(Member.self, "SELECT * FROM member WHERE groupID = ?").inOrder(),
        meetings: try of(Meeting.self, "SELECT * FROM meeting WHERE groupID = ?").inOrder(),
        agendaItems: Dictionary(grouping: items.inOrder(), by: \.meetingID),
        attendances: Dictionary(grouping: attendances, by: \.meetingID),
        boards: try of(Board.self, "SELECT * FROM board WHERE groupID = ?").inOrder(),
        series: try of(MeetingSeries.self, "SELECT * FROM meeting_series WHERE groupID = ?")
          .inOrder(),
        recommendations: try of(
          Recommendation.self, "SELECT * FROM recommendation WHERE groupID = ?"
        ).inOrder(),
        dismissals: try of(Dismissal.self, "SELECT * FROM dismissal WHERE groupID = ?"))
    }
  }

  /// Everything, in one consistent state.
  public func contents() throws -> WorkspaceContents { try read { try Self.contents($0) } }

  static func contents(_ database: Database) throws -> WorkspaceContents {
    var contents = WorkspaceContents(workspace: try Self.info(database))
    for list in WorkspaceContents.lists {
      guard list.kind != .card else { continue }
      try load(list, into: &contents, database)
    }
    let cards = try Row.fetchCursor(database, sql: "SELECT \(Card.columns) FROM card")
    while let row = try cards.next() { contents.cards.append(try Card.fromColumns(row)) }
    return contents
  }

  static func load<List: RecordListing>(
    _ list: List, into contents: inout WorkspaceContents, _ database: Database
  ) throws {
    func all<Record: Entity & FetchableRecord>(_ type: Record.Type) throws -> Any {
      try Self.all(type, database)
    }
    contents[keyPath: list.path] = try all(list.kind.storedType) as? [List.Record] ?? []
  }

  /// One record as it is now; nil when it is gone.
  public func record(_ reference: EntityReference) throws -> (any Entity)? {
    try read { try Self.record(reference, in: $0) }
  }

  /// Links from or to a record, in order.
  public func links(of reference: EntityReference) throws -> [Link] {
    try read { database in
      try Link.fetchAll(
        database,
        sql:
          "SELECT * FROM link WHERE (fromKind = ?1 AND fromID = ?2) OR (toKind = ?1 AND toID = ?2)",
        arguments: [reference.kind.rawValue, reference.id]
      ).inOrder()
    }
  }

  /// Newest first.
  public func history(limit: Int = .max) throws -> [HistoryStep] {
    try read { database in
      try Self.steps(database, "ORDER BY sequence DESC LIMIT ?", [limit])
    }
  }

  /// What `undo` would take back.
  public func nextUndo() throws -> HistoryStep? {
    try read { try Self.steps($0, "WHERE " + HistoryStep.newestDone).first }
  }

  /// What `redo` would do again.
  public func nextRedo() throws -> HistoryStep? {
    try read { try Self.steps($0, "WHERE " + HistoryStep.oldestUndone).first }
  }

  static func steps(
    _ database: Database, _ clause: String, _ arguments: StatementArguments = []
  ) throws -> [HistoryStep] {
    try Row.fetchAll(
      database, sql: "SELECT sequence, at, name, state, length(changeset) FROM history " + clause,
      arguments: arguments
    ).map { row in
      guard let state = HistoryStep.State(rawValue: try row.decode(atIndex: 3)) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "history")
      }
      return HistoryStep(
        sequence: try row.decode(atIndex: 0), at: try row.decode(atIndex: 1),
        name: EditName(rawValue: try row.decode(atIndex: 2)), state: state,
        size: try row.decode(atIndex: 4))
    }
  }

  static func info(_ database: Database) throws -> WorkspaceInfo {
    guard let info = try WorkspaceInfo.fetchOne(database, sql: "SELECT * FROM workspace") else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "workspace")
    }
    return info
  }

  private static func all<Record: Entity & FetchableRecord>(
    _ type: Record.Type, _ database: Database
  ) throws -> [Record] {
    try Record.fetchAll(database, sql: "SELECT * FROM \(Record.kind.rawValue)")
  }
}
