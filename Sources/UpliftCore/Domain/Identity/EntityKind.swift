/// What a record is. The raw value is the name of its table, and of its list in the JSON format.
public enum EntityKind: String, CaseIterable, Codable, Hashable, Sendable {
  case workspace
  case department
  case channel
  case tag
  case picture
  case persona
  case journeyMap = "journey_map"
  case savedFilter = "saved_filter"
  case stage
  case step
  case lane
  case blueprintLine = "blueprint_line"
  case metric
  case reading
  case dialogue
  case card
  case cardDepartment = "card_department"
  case cardChannel = "card_channel"
  case cardTag = "card_tag"
  case stepDepartment = "step_department"
  case emotion
  case promise
  case barrier
  case initiative
  case advisoryGroup = "advisory_group"
  case member
  case dismissal
  case meetingSeries = "meeting_series"
  case meeting
  case agendaItem = "agenda_item"
  case attendance
  case recommendation
  case board
  case boardColumn = "board_column"
  case cluster
  case note
  case voting
  case ballot
  case vote
  case link

  /// The type whose values are stored in this kind's table.
  public var type: any Entity.Type {
    switch self {
    case .workspace: WorkspaceInfo.self
    case .department: Department.self
    case .channel: Channel.self
    case .tag: Tag.self
    case .picture: StoredPicture.self
    case .persona: Persona.self
    case .journeyMap: JourneyMap.self
    case .savedFilter: SavedFilter.self
    case .stage: Stage.self
    case .step: Step.self
    case .lane: Lane.self
    case .blueprintLine: BlueprintLine.self
    case .metric: Metric.self
    case .reading: Reading.self
    case .dialogue: Dialogue.self
    case .card: Card.self
    case .cardDepartment: CardDepartment.self
    case .cardChannel: CardChannel.self
    case .cardTag: CardTag.self
    case .stepDepartment: StepDepartment.self
    case .emotion: Emotion.self
    case .promise: Promise.self
    case .barrier: Barrier.self
    case .initiative: Initiative.self
    case .advisoryGroup: AdvisoryGroup.self
    case .member: Member.self
    case .dismissal: Dismissal.self
    case .meetingSeries: MeetingSeries.self
    case .meeting: Meeting.self
    case .agendaItem: AgendaItem.self
    case .attendance: Attendance.self
    case .recommendation: Recommendation.self
    case .board: Board.self
    case .boardColumn: BoardColumn.self
    case .cluster: Cluster.self
    case .note: Note.self
    case .voting: Voting.self
    case .ballot: Ballot.self
    case .vote: Vote.self
    case .link: Link.self
    }
  }
}
