/// What a record is. The raw value is the name of its table, and of its list in the JSON format.
public enum EntityKind: String, CaseIterable, Codable, Hashable, Sendable {
  case workspace
  case department
  case channel
  case tag
  case picture
  case organisation
  case customer
  case persona
  case journeyMap = "journey_map"
  case savedFilter = "saved_filter"
  case stage
  case step
  case lane
  case blueprintLine = "blueprint_line"
  case metric
  case targetChange = "target_change"
  case reading
  case dialogue
  case card
  case cardDepartment = "card_department"
  case cardChannel = "card_channel"
  case cardTag = "card_tag"
  case stepDepartment = "step_department"
  case emotion
  case lanePersona = "lane_persona"
  case cause
  case goal
  case leader
  case leaderAct = "leader_act"
  case workRole = "work_role"
  case cxRole = "cx_role"
  case decision
  case decisionRole = "decision_role"
  case opportunity
  case gutScore = "gut_score"
  case initiative
  case initiativeDepartment = "initiative_department"
  case initiativeCause = "initiative_cause"
  case audience
  case initiativeAudience = "initiative_audience"
  case message
  case messageAudience = "message_audience"
  case resourceNeed = "resource_need"
  case milestone
  case barrier
  case promise
  case standard
  case breakdown
  case training
  case followUp = "follow_up"
  case skill
  case skillLevel = "skill_level"
  case tip
  case cultureValue = "culture_value"
  case behaviour
  case purposeAnswer = "purpose_answer"
  case climatePulse = "climate_pulse"
  case employeeVoice = "employee_voice"
  case turnover
  case champion
  case criterion
  case candidate
  case candidateScore = "candidate_score"
  case readinessRound = "readiness_round"
  case readinessRating = "readiness_rating"
  case planDocument = "plan_document"
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
    case .organisation: Organisation.self
    case .customer: Customer.self
    case .persona: Persona.self
    case .journeyMap: JourneyMap.self
    case .savedFilter: SavedFilter.self
    case .stage: Stage.self
    case .step: Step.self
    case .lane: Lane.self
    case .blueprintLine: BlueprintLine.self
    case .metric: Metric.self
    case .targetChange: TargetChange.self
    case .reading: Reading.self
    case .dialogue: Dialogue.self
    case .card: Card.self
    case .cardDepartment: CardDepartment.self
    case .cardChannel: CardChannel.self
    case .cardTag: CardTag.self
    case .stepDepartment: StepDepartment.self
    case .emotion: Emotion.self
    case .lanePersona: LanePersona.self
    case .cause: Cause.self
    case .goal: Goal.self
    case .leader: Leader.self
    case .leaderAct: LeaderAct.self
    case .workRole: WorkRole.self
    case .cxRole: CXRole.self
    case .decision: Decision.self
    case .decisionRole: DecisionRole.self
    case .opportunity: Opportunity.self
    case .gutScore: GutScore.self
    case .initiative: Initiative.self
    case .initiativeDepartment: InitiativeDepartment.self
    case .initiativeCause: InitiativeCause.self
    case .audience: Audience.self
    case .initiativeAudience: InitiativeAudience.self
    case .message: Message.self
    case .messageAudience: MessageAudience.self
    case .resourceNeed: ResourceNeed.self
    case .milestone: Milestone.self
    case .barrier: Barrier.self
    case .promise: Promise.self
    case .standard: Standard.self
    case .breakdown: Breakdown.self
    case .training: Training.self
    case .followUp: FollowUp.self
    case .skill: Skill.self
    case .skillLevel: SkillLevel.self
    case .tip: Tip.self
    case .cultureValue: CultureValue.self
    case .behaviour: Behaviour.self
    case .purposeAnswer: PurposeAnswer.self
    case .climatePulse: ClimatePulse.self
    case .employeeVoice: EmployeeVoice.self
    case .turnover: Turnover.self
    case .champion: Champion.self
    case .criterion: Criterion.self
    case .candidate: Candidate.self
    case .candidateScore: CandidateScore.self
    case .readinessRound: ReadinessRound.self
    case .readinessRating: ReadinessRating.self
    case .planDocument: PlanDocument.self
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
