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
      "organisations", \.organisations, [.to(.picture, "pictureID", \.pictureID)],
      isUnderFirst: false),
    RecordList("customers", \.customers),
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
    RecordList("targetChanges", \.targetChanges, [.to(.metric, "metricID", \.metricID)]) {
      record, positions in
      FilePlace(first: positions(.metric, record.metricID))
    },
    RecordList(
      "readings", \.readings,
      [.to(.metric, "metricID", \.metricID), .to(.step, "stepID", \.stepID)]
    ) { reading, positions in FilePlace(first: positions(.metric, reading.metricID)) },
    RecordList(
      "dialogues", \.dialogues, [.to(.customer, "customerID", \.customerID)], isUnderFirst: false),
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

  private static let planLists: [any RecordListing] =
    directionLists + initiativeLists + practiceLists

  private static let directionLists: [any RecordListing] = [
    RecordList(
      "lanePersonas", \.lanePersonas,
      [.to(.lane, "laneID", \.laneID), .to(.persona, "personaID", \.personaID)], isPair: true
    ) { entry, positions in
      FilePlace(
        first: positions(.lane, entry.laneID),
        second: entry.personaID.flatMap { positions(.persona, $0) })
    },
    RecordList("causes", \.causes, [.to(.card, "cardID", \.cardID)]),
    RecordList("goals", \.goals, [.to(.metric, "metricID", \.metricID)], isUnderFirst: false),
    RecordList("leaders", \.leaders),
    RecordList("leaderActs", \.leaderActs, [.to(.leader, "leaderID", \.leaderID)]),
    RecordList(
      "workRoles", \.workRoles, [.to(.department, "departmentID", \.departmentID)],
      isUnderFirst: false),
    RecordList(
      "cxRoles", \.cxRoles, [.to(.department, "departmentID", \.departmentID)], isUnderFirst: false),
    RecordList("decisions", \.decisions),
    RecordList(
      "decisionRoles", \.decisionRoles, owner: .to(.decision, "decisionID", \.decisionID),
      target: .to(.workRole, "roleID", \.roleID)),
    RecordList(
      "opportunities", \.opportunities, [.to(.card, "cardID", \.cardID)], isUnderFirst: false),
    RecordList("gutScores", \.gutScores, [.to(.opportunity, "opportunityID", \.opportunityID)]),
  ]

  private static let initiativeLists: [any RecordListing] = [
    RecordList(
      "initiatives", \.initiatives,
      [
        .to(.goal, "goalID", \.goalID), .to(.opportunity, "opportunityID", \.opportunityID),
        .to(.initiative, "heldForID", \.heldForID, mustExist: false),
      ], isUnderFirst: false),
    RecordList(
      "initiativeDepartments", \.initiativeDepartments,
      owner: .to(.initiative, "initiativeID", \.initiativeID),
      target: .to(.department, "departmentID", \.departmentID)),
    RecordList(
      "initiativeCauses", \.initiativeCauses,
      owner: .to(.initiative, "initiativeID", \.initiativeID),
      target: .to(.cause, "causeID", \.causeID)),
    RecordList("audiences", \.audiences),
    RecordList(
      "initiativeAudiences", \.initiativeAudiences,
      owner: .to(.initiative, "initiativeID", \.initiativeID),
      target: .to(.audience, "audienceID", \.audienceID)),
    RecordList(
      "messages", \.messages, [.to(.initiative, "initiativeID", \.initiativeID)],
      isUnderFirst: false),
    RecordList(
      "messageAudiences", \.messageAudiences, owner: .to(.message, "messageID", \.messageID),
      target: .to(.audience, "audienceID", \.audienceID)),
    RecordList(
      "resourceNeeds", \.resourceNeeds,
      [
        .to(.initiative, "initiativeID", \.initiativeID),
        .to(.department, "departmentID", \.departmentID),
      ]),
    RecordList("milestones", \.milestones),
    RecordList(
      "barriers", \.barriers,
      [
        .to(.initiative, "initiativeID", \.initiativeID),
        .to(.milestone, "milestoneID", \.milestoneID),
      ], isUnderFirst: false),
    RecordList(
      "promises", \.promises, [.to(.step, "stepID", \.stepID)], isUnderFirst: false),
  ]

  private static let practiceLists: [any RecordListing] = [
    RecordList(
      "standards", \.standards,
      [.to(.step, "stepID", \.stepID), .to(.promise, "promiseID", \.promiseID)], isUnderFirst: false
    ),
    RecordList("breakdowns", \.breakdowns, [.to(.step, "stepID", \.stepID)], isUnderFirst: false),
    RecordList(
      "trainings", \.trainings, [.to(.initiative, "initiativeID", \.initiativeID)],
      isUnderFirst: false),
    RecordList("followUps", \.followUps, [.to(.training, "trainingID", \.trainingID)]),
    RecordList("skills", \.skills),
    RecordList(
      "skillLevels", \.skillLevels, owner: .to(.skill, "skillID", \.skillID),
      target: .to(.workRole, "roleID", \.roleID)),
    RecordList("tips", \.tips),
    RecordList("cultureValues", \.cultureValues),
    RecordList("behaviours", \.behaviours, [.to(.cultureValue, "valueID", \.valueID)]),
    RecordList(
      "purposeAnswers", \.purposeAnswers, [.to(.department, "departmentID", \.departmentID)],
      isUnderFirst: false),
    RecordList(
      "climatePulses", \.climatePulses, [.to(.department, "departmentID", \.departmentID)],
      isUnderFirst: false),
    RecordList(
      "employeeVoices", \.employeeVoices, [.to(.department, "departmentID", \.departmentID)],
      isUnderFirst: false),
    RecordList(
      "turnovers", \.turnovers, [.to(.department, "departmentID", \.departmentID)],
      isUnderFirst: false),
    RecordList(
      "champions", \.champions,
      [.to(.cultureValue, "valueID", \.valueID), .to(.step, "stepID", \.stepID)],
      isUnderFirst: false),
    RecordList("criteria", \.criteria, [.to(.workRole, "roleID", \.roleID)]),
    RecordList("candidates", \.candidates, [.to(.workRole, "roleID", \.roleID)]),
    RecordList(
      "candidateScores", \.candidateScores,
      [
        .to(.candidate, "candidateID", \.candidateID),
        .to(.criterion, "criterionID", \.criterionID),
      ]
    ) { record, positions in
      FilePlace(first: positions(.candidate, record.candidateID))
    },
    RecordList("readinessRounds", \.readinessRounds),
    RecordList("readinessRatings", \.readinessRatings, [.to(.readinessRound, "roundID", \.roundID)])
    { record, positions in
      FilePlace(first: positions(.readinessRound, record.roundID))
    },
    RecordList("planDocuments", \.planDocuments),
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
