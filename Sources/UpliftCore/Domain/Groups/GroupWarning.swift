/// Something about a group that wants a thought. It warns and never blocks, and whoever has thought
/// about it may put it aside with a reason.
public struct GroupWarning: Hashable, Sendable {
  /// Stays the same as long as its cause does; a `Dismissal` names it. What it is about is part of
  /// it, so that another cause of the same sort is said again.
  public var key: String
  /// What is the case: "Nobody from Finance."
  public var sentence: String
  /// Why that is a warning, with its limits: "10–12 members is usual."
  public var rule: String

  public init(key: String, sentence: String, rule: String) {
    self.key = key
    self.sentence = sentence
    self.rule = rule
  }
}

/// The warnings about a group: those that stand, and those that somebody put aside.
public struct GroupWarnings: Equatable, Sendable {
  public struct PutAside: Equatable, Sendable {
    public var warning: GroupWarning
    public var dismissal: Dismissal
  }

  public private(set) var standing: [GroupWarning] = []
  /// Only those whose cause is still there.
  public private(set) var putAside: [PutAside] = []

  /// - Parameters:
  ///   - departments: of the workspace, in order.
  ///   - focusGroups: how many the workspace has.
  public init(
    _ group: GroupContents, departments: [Department], focusGroups: Int, on today: CalendarDay,
    format: DayFormat = .local
  ) {
    let dismissals = Dictionary(
      group.dismissals.map { ($0.warning, $0) }, uniquingKeysWith: { first, _ in first })
    let all = Self.all(
      group, departments: departments, focusGroups: focusGroups, on: today, format: format)
    for warning in all {
      if let dismissal = dismissals[warning.key] {
        putAside.append(PutAside(warning: warning, dismissal: dismissal))
      } else {
        standing.append(warning)
      }
    }
  }
  /// What a group of the workspace is warned of.
  public init(
    of group: AdvisoryGroup, in contents: WorkspaceContents, on today: CalendarDay,
    format: DayFormat = .local
  ) {
    self.init(
      GroupContents(
        group: group, members: contents.members.filter { $0.groupID == group.id }.inOrder(),
        meetings: [], agendaItems: [:], attendances: [:], boards: [],
        dismissals: contents.dismissals.filter { $0.groupID == group.id }),
      departments: contents.departments.inOrder(),
      focusGroups: contents.advisoryGroups.count { $0.groupKind == .focusGroup }, on: today,
      format: format)
  }

  /// Whether there is neither one that stands nor one that was put aside.
  public var isEmpty: Bool { standing.isEmpty && putAside.isEmpty }
}
