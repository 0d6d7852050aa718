import Foundation

extension WorkspaceContents {
  /// All lists, each after those that its records refer to.
  static let lists: [any RecordListing] =
    commonLists + journeyLists + evidenceLists + planLists + groupLists + boardLists + [
      RecordList("links", \.links)
    ]

  private static let commonLists: [any RecordListing] = [
    RecordList("departments", \.departments),
    RecordList("channels", \.channels),
    RecordList("tags", \.tags),
    RecordList("pictures", \.pictures) { _, _ in FilePlace() },
    RecordList(
      "personas", \.personas, [.to(.picture, "pictureID", \.pictureID)], isUnderFirst: false),
  ]

  private static let journeyLists: [any RecordListing] = [
    RecordList(
      "journeyMaps", \.journeyMaps,
      [.to(.persona, "personaID", \.personaID), .to(.journeyMap, "basisID", \.basisID)],
      isUnderFirst: false),
    RecordList("savedFilters", \.savedFilters),
    RecordList(
      "stages", \.stages,
      [
        .to(.journeyMap, "mapID", \.mapID),
        .to(.stage, "basisID", \.basisID, mustExist: false),
      ]),
    RecordList(
      "steps", \.steps,
      [
        .to(.stage, "stageID", \.stageID),
        .to(.step, "basisID", \.basisID, mustExist: false),
        .to(.journeyMap, "opensMapID", \.opensMapID),
      ]),
    RecordList(
      "lanes", \.lanes,
      [
        .to(.journeyMap, "mapID", \.mapID),
        .to(.lane, "basisID", \.basisID, mustExist: false),
      ]),
    RecordList("blueprintLines", \.blueprintLines, [.to(.journeyMap, "mapID", \.mapID)]),
  ]

  private static let evidenceLists: [any RecordListing] = [
    RecordList("metrics", \.metrics),
    RecordList(
      "readings", \.readings,
      [.to(.metric, "metricID", \.metricID), .to(.step, "stepID", \.stepID)]
    ) { reading, positions in FilePlace(first: positions(.metric, reading.metricID)) },
    RecordList("dialogues", \.dialogues),
    RecordList(
      "cards", \.cards,
      [
        .to(.lane, "laneID", \.laneID), .to(.step, "stepID", \.stepID),
        .to(.card, "basisID", \.basisID, mustExist: false),
        .to(.picture, "pictureID", \.pictureID), .to(.metric, "metricID", \.metricID),
      ]
    ) { card, positions in
      FilePlace(
        first: positions(.lane, card.laneID), second: positions(.step, card.stepID),
        rank: card.rank)
    },
    RecordList(
      "cardDepartments", \.cardDepartments, owner: .to(.card, "cardID", \.cardID),
      target: .to(.department, "departmentID", \.departmentID)),
    RecordList(
      "cardChannels", \.cardChannels, owner: .to(.card, "cardID", \.cardID),
      target: .to(.channel, "channelID", \.channelID)),
    RecordList(
      "cardTags", \.cardTags, owner: .to(.card, "cardID", \.cardID),
      target: .to(.tag, "tagID", \.tagID)),
    RecordList(
      "stepDepartments", \.stepDepartments, owner: .to(.step, "stepID", \.stepID),
      target: .to(.department, "departmentID", \.departmentID)),
    RecordList(
      "emotions", \.emotions,
      [.to(.step, "stepID", \.stepID), .to(.persona, "personaID", \.personaID)]),
  ]

  private static let planLists: [any RecordListing] = [
    RecordList(
      "promises", \.promises, [.to(.step, "stepID", \.stepID)], isUnderFirst: false),
    RecordList("barriers", \.barriers),
    RecordList("initiatives", \.initiatives),
  ]

  private static let groupLists: [any RecordListing] = [
    RecordList("advisoryGroups", \.advisoryGroups),
    RecordList(
      "members", \.members,
      [.to(.advisoryGroup, "groupID", \.groupID), .to(.picture, "pictureID", \.pictureID)]),
    RecordList(
      "dismissals", \.dismissals, [.to(.advisoryGroup, "groupID", \.groupID)]
    ) { dismissal, positions in
      FilePlace(first: positions(.advisoryGroup, dismissal.groupID))
    },
    RecordList("meetingSeries", \.meetingSeries, [.to(.advisoryGroup, "groupID", \.groupID)]),
    RecordList(
      "meetings", \.meetings,
      [
        .to(.advisoryGroup, "groupID", \.groupID),
        .to(.meetingSeries, "seriesID", \.seriesID),
      ]),
    RecordList("agendaItems", \.agendaItems, [.to(.meeting, "meetingID", \.meetingID)]),
    RecordList(
      "attendances", \.attendances, owner: .to(.meeting, "meetingID", \.meetingID),
      target: .to(.member, "memberID", \.memberID)),
    RecordList(
      "recommendations", \.recommendations,
      [.to(.advisoryGroup, "groupID", \.groupID), .to(.meeting, "meetingID", \.meetingID)]),
  ]

  private static let boardLists: [any RecordListing] = [
    RecordList(
      "boards", \.boards,
      [.to(.advisoryGroup, "groupID", \.groupID), .to(.meeting, "meetingID", \.meetingID)]),
    RecordList("boardColumns", \.boardColumns, [.to(.board, "boardID", \.boardID)]),
    RecordList("clusters", \.clusters, [.to(.boardColumn, "columnID", \.columnID)]),
    RecordList(
      "notes", \.notes,
      [
        .to(.boardColumn, "columnID", \.columnID), .to(.cluster, "clusterID", \.clusterID),
        .to(.member, "authorID", \.authorID),
      ]
    ) { note, positions in
      FilePlace(
        first: positions(.boardColumn, note.columnID),
        second: note.clusterID.map { (positions(.cluster, $0) ?? 0) + 1 } ?? 0, rank: note.rank)
    },
    RecordList("votings", \.votings, [.to(.board, "boardID", \.boardID)]),
    RecordList(
      "ballots", \.ballots, [.to(.voting, "votingID", \.votingID)]
    ) { ballot, positions in
      FilePlace(first: positions(.voting, ballot.votingID), second: ballot.number)
    },
    RecordList(
      "votes", \.votes,
      [
        .to(.note, "noteID", \.noteID), .to(.cluster, "clusterID", \.clusterID),
        .to(.member, "memberID", \.memberID), .to(.ballot, "ballotID", \.ballotID),
      ]
    ) { vote, positions in
      let target =
        vote.noteID.map { positions(.note, $0) ?? 0 }
        ?? vote.clusterID.map { positions.count(of: .note) + (positions(.cluster, $0) ?? 0) }
      return FilePlace(
        first: target,
        second: vote.memberID.map { (positions(.member, $0) ?? 0) + 1 }
          ?? vote.ballotID.map { -1 - (positions(.ballot, $0) ?? 0) } ?? 0)
    },
  ]
}
