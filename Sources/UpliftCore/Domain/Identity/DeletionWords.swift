/// What was deleted, with what went along.
public enum DeletionWords {
  /// "1 stage, 2 steps and 7 cards". What only joins two others is not named; empty when there is
  /// nothing else.
  public static func listed(_ deletions: [EntityReference]) -> String {
    var counts: [EntityKind: Int] = [:]
    for reference in deletions { counts[reference.kind, default: 0] += 1 }
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
    case .agendaItem: ntr("{count} agenda item", "{count} agenda items", count)
    case .recommendation: ntr("{count} recommendation", "{count} recommendations", count)
    case .board: ntr("{count} board", "{count} boards", count)
    case .boardColumn: ntr("{count} column", "{count} columns", count)
    case .cluster: ntr("{count} cluster", "{count} clusters", count)
    case .note: ntr("{count} note", "{count} notes", count)
    case .voting: ntr("{count} round of votes", "{count} rounds of votes", count)
    case .vote: ntr("{count} vote", "{count} votes", count)
    case .link: ntr("{count} link", "{count} links", count)
    case .workspace, .picture, .cardDepartment, .cardChannel, .cardTag, .stepDepartment,
      .dismissal, .attendance, .ballot:
      nil
    }
  }
}
