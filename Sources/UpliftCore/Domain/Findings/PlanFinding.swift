/// The lists that practices work out of their records, the same in the window and in files.
public enum PlanFinding: String, CaseIterable, Sendable {
  // Journeys
  case hopes, symptoms, unfiledCauses, bareSteps, unlinkedDepartments, unsaidContributions
  // Evidence
  case values, gains, ratchet
  case keyCustomers, quietCustomers, riskyCustomers
  case promises
  // Plan
  case ranking, gutAndData
  case leaders, bareGoals, goallessInitiatives, held
  case shortRuns, unasked
  case unmet, gap
  case unmanagedBarriers, openBarriers
  case lessons
  case momentum, blockedMilestones
  case lateTrainings, cascade, followUps, skillGaps, trainers
  case untold, coverage, unheard
  // People and culture
  case raci, placement
  case purpose, climate
  case correlations, turnover, wishes, staying, leaving
  case champions
  case candidates
  case readiness, disagreements

  /// The lists of a workspace that it is worked out of.
  public var kinds: Set<EntityKind> {
    switch self {
    case .hopes: [.journeyMap, .stage, .step, .promise, .standard]
    case .symptoms:
      [.initiative, .card, .lane, .opportunity, .initiativeCause, .cause, .link]
    case .unfiledCauses: [.cause, .card]
    case .bareSteps, .unlinkedDepartments, .unsaidContributions:
      [.journeyMap, .stage, .step, .department, .stepDepartment]
    case .values, .gains, .ratchet: [.metric, .reading, .targetChange, .step, .organisation]
    case .keyCustomers, .quietCustomers, .riskyCustomers: [.customer, .dialogue]
    case .promises: [.promise]
    case .ranking, .gutAndData:
      [
        .opportunity, .gutScore, .card, .reading, .dialogue, .note, .cluster, .vote, .voting,
        .ballot, .link,
      ]
    case .leaders: [.leader, .leaderAct]
    case .bareGoals, .goallessInitiatives: [.goal, .initiative]
    case .held: [.initiative, .resourceNeed, .goal, .organisation]
    case .shortRuns: [.initiative]
    case .unasked:
      [
        .initiative, .journeyMap, .persona, .stage, .step, .lane, .card, .link, .note,
        .boardColumn, .board, .advisoryGroup,
      ]
    case .unmet: [.initiative, .resourceNeed, .organisation]
    case .gap: [.resourceNeed, .initiative, .department, .organisation]
    case .unmanagedBarriers, .openBarriers: [.barrier]
    case .lessons: [.breakdown]
    case .momentum: [.initiative, .promise, .champion, .barrier]
    case .blockedMilestones: [.milestone, .barrier]
    case .lateTrainings, .cascade: [.training]
    case .followUps: [.training, .followUp]
    case .skillGaps, .trainers: [.skill, .workRole, .skillLevel]
    case .untold:
      [.initiative, .audience, .initiativeAudience, .message, .messageAudience]
    case .coverage, .unheard: [.audience, .message, .messageAudience]
    case .raci: [.decision, .workRole, .decisionRole]
    case .placement: [.cxRole, .department]
    case .purpose: [.purposeAnswer, .department]
    case .climate: [.climatePulse, .department]
    case .correlations: [.metric, .reading, .organisation]
    case .turnover: [.turnover, .department, .organisation]
    case .wishes, .staying, .leaving: [.employeeVoice]
    case .champions: [.champion]
    case .candidates: [.workRole, .candidate, .criterion, .candidateScore]
    case .readiness, .disagreements: [.readinessRound, .readinessRating]
    }
  }

  /// - Parameter contents: with the lists of `kinds`.
  public func finding(_ contents: WorkspaceContents, today: CalendarDay) -> Finding {
    let maker = FindingMaker(contents: contents, today: today)
    return switch self {
    case .hopes: maker.hopes
    case .symptoms: maker.symptoms
    case .unfiledCauses: maker.unfiledCauses
    case .bareSteps: maker.bareSteps
    case .unlinkedDepartments: maker.unlinkedDepartments
    case .unsaidContributions: maker.unsaidContributions
    case .values: maker.values
    case .gains: maker.gains
    case .ratchet: maker.ratchet
    case .keyCustomers: maker.keyCustomers
    case .quietCustomers: maker.quietCustomers
    case .riskyCustomers: maker.riskyCustomers
    case .promises: maker.promises
    case .ranking: maker.ranking
    case .gutAndData: maker.gutAndData
    case .leaders: maker.leaders
    case .bareGoals: maker.bareGoals
    case .goallessInitiatives: maker.goallessInitiatives
    case .held: maker.held
    case .shortRuns: maker.shortRuns
    case .unasked: maker.unasked
    case .unmet: maker.unmet
    case .gap: maker.gap
    case .unmanagedBarriers: maker.unmanagedBarriers
    case .openBarriers: maker.openBarriers
    case .lessons: maker.lessons
    case .momentum: maker.momentum
    case .blockedMilestones: maker.blockedMilestones
    case .lateTrainings: maker.lateTrainings
    case .cascade: maker.cascade
    case .followUps: maker.followUps
    case .skillGaps: maker.skillGaps
    case .trainers: maker.trainers
    case .untold: maker.untold
    case .coverage: maker.coverage
    case .unheard: maker.unheard
    case .raci: maker.raci
    case .placement: maker.placement
    case .purpose: maker.purpose
    case .climate: maker.climate
    case .correlations: maker.correlations
    case .turnover: maker.turnover
    case .wishes: maker.reasons(.wish)
    case .staying: maker.reasons(.stay)
    case .leaving: maker.reasons(.leave)
    case .champions: maker.champions
    case .candidates: maker.candidates
    case .readiness: maker.readiness
    case .disagreements: maker.disagreements
    }
  }
}

/// Puts analyses into words.
struct FindingMaker {
  let contents: WorkspaceContents
  let today: CalendarDay

  var organisation: Organisation? { contents.organisations.inOrder().first }
  var currency: Currency { organisation.flatMap { Currency($0.currency) } ?? .euro }
  var startMonth: Int { organisation?.fiscalYearStart ?? 1 }

  func number(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }

  /// - Parameter minorUnits: of the workspace's currency.
  func money(_ minorUnits: Int) -> String {
    Money(minorUnits: Int64(minorUnits), currency).text(rounded: true)
  }

  func day(_ day: CalendarDay?) -> String? { day.map(DayFormat.local.text) }

  /// "a · b", without what is empty.
  func line(_ parts: String?...) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// "1 Feb 2026 to 31 Oct 2026".
  func period(_ first: CalendarDay?, _ last: CalendarDay?) -> String? {
    guard let first, let last else { return day(first ?? last) }
    return tr(
      "{first} to {last}",
      ["first": DayFormat.local.text(first), "last": DayFormat.local.text(last)])
  }

  func days(_ count: Int) -> String { ntr("{count} day", "{count} days", count) }

  /// "0.5 FTE, 1,200 €"; empty when neither is more than 0.
  func resources(people: Double, money units: Int) -> String {
    var parts: [String] = []
    if people > 0.005 {
      parts.append(tr("{number} FTE", ["number": NumberFormat.local.text(people, decimals: 2)]))
    }
    if units > 0 { parts.append(money(units)) }
    return listed(parts)
  }
}
