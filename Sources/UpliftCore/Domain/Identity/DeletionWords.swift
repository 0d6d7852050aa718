/// What was deleted, with what went along.
public enum DeletionWords {
  /// "1 stage, 2 steps and 7 cards". What only joins two others is not named; empty when there is
  /// nothing else.
  public static func listed(_ deletions: [EntityReference]) -> String {
    var counts: [EntityKind: Int] = [:]
    for reference in deletions { counts[reference.kind, default: 0] += 1 }
    // With a meeting goes who came to it; with a member, what was noted at meetings that stay.
    if counts[.member] == nil || counts[.meeting] != nil { counts[.attendance] = nil }
    return UpliftCore.listed(
      EntityKind.allCases.compactMap { kind in
        counts[kind].flatMap { counted($0, of: kind) }
      })
  }

  private static func counted(_ count: Int, of kind: EntityKind) -> String? {
    switch kind {
    case .department: ntr("{count} department", "{count} departments", count)
    case .channel: ntr("{count} channel", "{count} channels", count)
    case .tag: ntr("{count} tag", "{count} tags", count)
    case .persona: ntr("{count} persona", "{count} personas", count)
    case .journeyMap: ntr("{count} journey map", "{count} journey maps", count)
    case .savedFilter: ntr("{count} saved filter", "{count} saved filters", count)
    case .stage: ntr("{count} stage", "{count} stages", count)
    case .step: ntr("{count} step", "{count} steps", count)
    case .lane: ntr("{count} lane", "{count} lanes", count)
    case .blueprintLine: ntr("{count} blueprint line", "{count} blueprint lines", count)
    case .metric: ntr("{count} metric", "{count} metrics", count)
    case .targetChange: ntr("{count} target", "{count} targets", count)
    case .reading: ntr("{count} reading", "{count} readings", count)
    case .dialogue: ntr("{count} customer dialogue", "{count} customer dialogues", count)
    case .card: ntr("{count} card", "{count} cards", count)
    case .emotion: ntr("{count} emotion", "{count} emotions", count)
    case .promise: ntr("{count} promise", "{count} promises", count)
    case .barrier: ntr("{count} barrier", "{count} barriers", count)
    case .initiative: ntr("{count} initiative", "{count} initiatives", count)
    case .advisoryGroup: ntr("{count} group", "{count} groups", count)
    case .member: ntr("{count} member", "{count} members", count)
    case .meetingSeries: ntr("{count} meeting series", "{count} meeting series", count)
    case .meeting: ntr("{count} meeting", "{count} meetings", count)
    case .attendance:
      ntr("what was noted at {count} meeting", "what was noted at {count} meetings", count)
    case .agendaItem: ntr("{count} agenda item", "{count} agenda items", count)
    case .recommendation: ntr("{count} recommendation", "{count} recommendations", count)
    case .board: ntr("{count} board", "{count} boards", count)
    case .boardColumn: ntr("{count} column", "{count} columns", count)
    case .cluster: ntr("{count} cluster", "{count} clusters", count)
    case .note: ntr("{count} note", "{count} notes", count)
    case .voting: ntr("{count} round of votes", "{count} rounds of votes", count)
    case .vote: ntr("{count} vote", "{count} votes", count)
    case .customer: ntr("{count} customer", "{count} customers", count)
    case .cause: ntr("{count} cause", "{count} causes", count)
    case .goal: ntr("{count} goal", "{count} goals", count)
    case .leader: ntr("{count} leader", "{count} leaders", count)
    case .leaderAct: ntr("{count} visible act", "{count} visible acts", count)
    case .workRole: ntr("{count} role", "{count} roles", count)
    case .cxRole: ntr("{count} CX role", "{count} CX roles", count)
    case .decision: ntr("{count} decision", "{count} decisions", count)
    case .opportunity: ntr("{count} opportunity", "{count} opportunities", count)
    case .gutScore: ntr("{count} gut score", "{count} gut scores", count)
    case .audience: ntr("{count} audience", "{count} audiences", count)
    case .message: ntr("{count} message", "{count} messages", count)
    case .resourceNeed: ntr("{count} resource", "{count} resources", count)
    case .milestone: ntr("{count} milestone", "{count} milestones", count)
    case .standard: ntr("{count} standard", "{count} standards", count)
    case .breakdown: ntr("{count} breakdown", "{count} breakdowns", count)
    case .training: ntr("{count} training", "{count} trainings", count)
    case .followUp: ntr("{count} follow-up", "{count} follow-ups", count)
    case .skill: ntr("{count} skill", "{count} skills", count)
    case .tip: ntr("{count} tip", "{count} tips", count)
    case .cultureValue: ntr("{count} value", "{count} values", count)
    case .behaviour: ntr("{count} behaviour", "{count} behaviours", count)
    case .purposeAnswer:
      ntr("{count} answer of a colleague", "{count} answers of colleagues", count)
    case .climatePulse: ntr("{count} climate pulse", "{count} climate pulses", count)
    case .employeeVoice: ntr("{count} employee voice", "{count} employee voices", count)
    case .turnover: ntr("{count} turnover", "{count} turnovers", count)
    case .champion: ntr("{count} Customer Champion", "{count} Customer Champions", count)
    case .criterion: ntr("{count} criterion", "{count} criteria", count)
    case .candidate: ntr("{count} candidate", "{count} candidates", count)
    case .candidateScore: ntr("{count} score of a candidate", "{count} scores of candidates", count)
    case .readinessRound: ntr("{count} round of readiness", "{count} rounds of readiness", count)
    case .readinessRating: ntr("{count} rating of readiness", "{count} ratings of readiness", count)
    case .link: ntr("{count} link", "{count} links", count)
    case .workspace, .picture, .cardDepartment, .cardChannel, .cardTag, .stepDepartment,
      .dismissal, .ballot, .organisation, .lanePersona, .decisionRole,
      .initiativeDepartment, .initiativeCause, .initiativeAudience, .messageAudience, .skillLevel,
      .planDocument:
      nil
    }
  }
}
