import UpliftCore

extension EntityKind {
  /// What records of this kind are called as a list.
  var listTitle: String {
    switch self {
    case .workspace: tr("Workspaces")
    case .department: tr("Departments")
    case .channel: tr("Channels")
    case .tag: tr("Tags")
    case .picture: tr("Pictures")
    case .persona: tr("Personas")
    case .journeyMap: tr("Journey maps")
    case .savedFilter: tr("Saved filters")
    case .stage: tr("Stages")
    case .step: tr("Steps")
    case .lane: tr("Lanes")
    case .blueprintLine: tr("Blueprint lines")
    case .metric: tr("Metrics")
    case .reading: tr("Readings")
    case .dialogue: tr("Customer dialogues")
    case .card: tr("Cards")
    case .cardDepartment: tr("Departments of cards")
    case .cardChannel: tr("Channels of cards")
    case .cardTag: tr("Tags of cards")
    case .stepDepartment: tr("Departments of steps")
    case .emotion: tr("Emotions")
    case .promise: tr("Promises")
    case .barrier: tr("Barriers")
    case .initiative: tr("Initiatives")
    case .advisoryGroup: tr("Advisory groups")
    case .member: tr("Members")
    case .dismissal: tr("Dismissed warnings")
    case .meetingSeries: tr("Meeting series")
    case .meeting: tr("Meetings")
    case .agendaItem: tr("Agenda items")
    case .attendance: tr("Attendances")
    case .recommendation: tr("Recommendations")
    case .board: tr("Boards")
    case .boardColumn: tr("Columns")
    case .cluster: tr("Clusters")
    case .note: tr("Notes")
    case .voting: tr("Rounds of votes")
    case .ballot: tr("Ballots")
    case .vote: tr("Votes")
    case .link: tr("Links")
    }
  }
}

extension EntityKind {
  /// What one of those that can be chosen is called in a sentence.
  var noun: String {
    switch self {
    case .journeyMap: tr("journey map")
    case .advisoryGroup: tr("advisory group")
    case .board: tr("board")
    default: listTitle
    }
  }
}
