/// A picture of what a practice works out, the same in the window, in the plan and on the command
/// line. What it shows is worked out by the analyses of the library; their rule stands beneath.
///
/// The raw value is for the command line, for good.
public enum PlanFigure: String, CaseIterable, Sendable {
  case priorities, timeline
  case people, money
  case barriers, breakdowns, momentum
  case promises, causes, trends
  case readiness
  case receivers, givers, teams
  case departments, coverage, skills, decisions
  case values, climate
  case chain
  case wayUp = "way-up"
  case cascade

  /// In the language of the program.
  public var title: String {
    switch self {
    case .priorities: tr("Priority matrix")
    case .timeline: tr("Timeline")
    case .people: tr("People asked for and granted")
    case .money: tr("Money asked for and granted")
    case .barriers: tr("Open barriers by age")
    case .breakdowns: tr("Breakdowns reported")
    case .momentum: tr("Momentum")
    case .promises: tr("Open promises by age")
    case .causes: tr("Causes by factor")
    case .trends: tr("Metrics over time")
    case .readiness: tr("Readiness")
    case .receivers: tr("Customer Champions")
    case .givers: tr("Who names Customer Champions")
    case .teams: tr("Customer Champions by team")
    case .departments: tr("Departments and steps")
    case .coverage: tr("Who hears something when")
    case .skills: tr("Skills by role")
    case .decisions: tr("Who decides what")
    case .values: tr("Values and what shows them")
    case .climate: tr("Climate by department")
    case .chain: tr("Service–profit chain")
    case .wayUp: tr("The way up")
    case .cascade: tr("Training, wave by wave")
    }
  }

  /// The lists of a workspace that it is worked out of.
  public var kinds: Set<EntityKind> {
    switch self {
    case .priorities:
      [
        .opportunity, .gutScore, .card, .reading, .dialogue, .note, .cluster, .vote, .voting,
        .ballot, .link,
      ]
    case .timeline: [.initiative, .goal, .milestone, .barrier, .organisation]
    case .people, .money: [.resourceNeed, .initiative, .department, .organisation]
    case .barriers: [.barrier]
    case .breakdowns: [.breakdown]
    case .momentum: [.initiative, .promise, .champion, .barrier]
    case .promises: [.promise]
    case .causes: [.cause]
    case .trends: [.metric, .reading, .targetChange, .step, .organisation]
    case .readiness: [.readinessRound, .readinessRating]
    case .receivers, .givers, .teams: [.champion]
    case .departments: [.journeyMap, .stage, .step, .department, .stepDepartment]
    case .coverage: [.audience, .message, .messageAudience]
    case .skills: [.skill, .workRole, .skillLevel]
    case .decisions: [.decision, .workRole, .decisionRole]
    case .values: [.cultureValue, .behaviour, .champion, .organisation]
    case .climate: [.climatePulse, .purposeAnswer, .department]
    case .chain: [.metric, .reading, .organisation]
    case .wayUp: [.milestone, .barrier]
    case .cascade: [.training]
    }
  }
}
