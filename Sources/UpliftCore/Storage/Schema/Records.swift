import Foundation
import GRDB

// The database side of the domain's records: a table each, a column a property.

extension WorkspaceInfo: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Department: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Persona: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension JourneyMap: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Stage: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Step: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Lane: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension BlueprintLine: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Card: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension CardDepartment: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Emotion: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension AdvisoryGroup: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Member: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Meeting: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension AgendaItem: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Attendance: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Board: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension BoardColumn: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Cluster: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Note: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Vote: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Link: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Channel: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Tag: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension StoredPicture: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension SavedFilter: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Metric: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Reading: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Dialogue: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension CardChannel: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension CardTag: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension StepDepartment: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Promise: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Barrier: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Initiative: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Dismissal: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension MeetingSeries: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Recommendation: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Voting: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Ballot: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension EntityKind {
  /// The type of its records, with its database side.
  var storedType: any (Entity & FetchableRecord & PersistableRecord).Type {
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
