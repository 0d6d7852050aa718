import Foundation

/// What there are grids of, and what has to be chosen before one can be shown: a map, a round, a
/// role and an interviewer.
public enum GridSubject: String, CaseIterable, Sendable {
  case decisions, skills, scorecards, readiness, contributions, gutScores

  public var title: String {
    switch self {
    case .decisions: tr("Who decides")
    case .skills: tr("Skills and roles")
    case .scorecards: tr("Scorecards")
    case .readiness: tr("Ratings")
    case .contributions: tr("What departments do")
    case .gutScores: tr("Gut scores by person")
    }
  }

  /// Lists that it reads.
  public var kinds: Set<EntityKind> {
    switch self {
    case .decisions: [.decision, .workRole, .decisionRole]
    case .skills: [.skill, .workRole, .skillLevel]
    case .scorecards: [.workRole, .candidate, .criterion, .candidateScore]
    case .readiness: [.readinessRound, .readinessRating]
    case .contributions: [.department, .journeyMap, .stage, .step, .stepDepartment]
    case .gutScores:
      [
        .opportunity, .gutScore, .card, .reading, .dialogue, .note, .cluster, .vote, .voting,
        .ballot, .link,
      ]
    }
  }

  /// Records that are shown in it.
  public var shownKinds: Set<EntityKind> {
    switch self {
    case .decisions: [.decisionRole]
    case .skills: [.skillLevel]
    case .scorecards: [.candidateScore]
    case .readiness: [.readinessRating]
    case .contributions: [.stepDepartment]
    case .gutScores: []
    }
  }

  /// What is chosen over the grid, in order.
  ///
  /// - Parameters:
  ///   - chosen: ids that were chosen before, in the same order.
  ///   - pending: names that nothing stands under yet.
  public func pickers(
    in contents: WorkspaceContents, chosen: [String] = [], pending: [String] = []
  ) -> [GridPicker] {
    switch self {
    case .decisions, .skills, .gutScores: return []
    case .readiness:
      return [
        GridPicker(
          tr("Round"),
          contents.readinessRounds.inOrder().map { round in
            .init(round.id.uuidString, Self.name(of: round))
          }, chosen: chosen.first, fallback: .last, addTitle: tr("Add round"))
      ]
    case .contributions:
      let maps = contents.journeyMaps.inOrder()
      let current = maps.first { $0.state == .current } ?? maps.first
      return [
        GridPicker(
          tr("Map"), maps.map { .init($0.id.uuidString, $0.title) },
          chosen: chosen.first ?? current?.id.uuidString)
      ]
    case .scorecards:
      let known = Set(contents.candidates.map(\.roleID) + contents.criteria.map(\.roleID))
      let all = contents.workRoles.inOrder()
      // Roles that somebody is looked for come first.
      let roles = all.filter { known.contains($0.id) } + all.filter { !known.contains($0.id) }
      let role = GridPicker(
        tr("Role"),
        roles.map {
          .init($0.id.uuidString, $0.title.isBlank ? tr("a role without a name") : $0.title)
        },
        chosen: chosen.first, addTitle: tr("Add role"), asksForName: true)
      let candidates = Set(
        contents.candidates.filter { $0.roleID.uuidString == role.chosen }.map(\.id))
      let used = contents.candidateScores.filter { candidates.contains($0.candidateID) }
        .map(\.interviewer)
      let names = NamedColumns(used: used, pending: pending).names
      return [
        role,
        GridPicker(
          tr("Interviewer"),
          [.init("", tr("All (means)"))] + names.map { .init($0, $0) },
          chosen: chosen.count > 1 ? chosen[1] : names.first ?? "", addTitle: tr("Add interviewer"),
          asksForName: true, isNameOnly: true),
      ]
    }
  }

  /// Nil when there is nothing to choose from yet.
  public func grid(
    in contents: WorkspaceContents, chosen: [String] = [], pending: [String] = [],
    today: CalendarDay
  ) -> (any RecordGrid)? {
    let picked = pickers(in: contents, chosen: chosen, pending: pending).map(\.chosen)
    switch self {
    case .decisions: return RACIGrid(contents)
    case .skills: return SkillGrid(contents)
    case .gutScores:
      return contents.opportunities.isEmpty
        ? nil : GutScoreGrid(contents, pending: pending, today: today)
    case .readiness:
      return contents.readinessRounds.first { $0.id.uuidString == picked.first }.map {
        ReadinessGrid(contents, round: $0, pending: pending)
      }
    case .contributions:
      return contents.journeyMaps.first { $0.id.uuidString == picked.first }.map {
        ContributionGrid(contents, map: $0)
      }
    case .scorecards:
      return contents.workRoles.first { $0.id.uuidString == picked.first }.map {
        ScorecardGrid(contents, role: $0, interviewer: (picked.last ?? nil) ?? "")
      }
    }
  }

  /// Makes another thing to choose; nil when that changes nothing in the workspace.
  ///
  /// - Parameters:
  ///   - picker: its place.
  ///   - name: nothing where none is asked for.
  public func adding(
    _ name: String, toPicker picker: Int, in contents: WorkspaceContents, today: CalendarDay
  ) -> (edit: Edit, id: String)? {
    switch (self, picker) {
    case (.readiness, 0):
      let round = ReadinessRound(
        rank: .between(contents.readinessRounds.inOrder().last?.rank, nil), day: today)
      return (Edit(.addReadinessRound, [.insert(round)]), round.id.uuidString)
    case (.scorecards, 0):
      guard !name.isBlank else { return nil }
      let role = WorkRole(
        rank: .between(contents.workRoles.inOrder().last?.rank, nil),
        title: name.trimmingCharacters(in: .whitespacesAndNewlines))
      return (Edit(.addWorkRole, [.insert(role)]), role.id.uuidString)
    default: return nil
    }
  }

  /// What is said where nothing can be chosen yet.
  public var emptyText: String {
    switch self {
    case .readiness:
      tr(
        "No round yet. Let several people rate how ready the organisation is; do it again later and see what changed."
      )
    case .contributions: tr("There is no journey map yet. Its steps are the columns here.")
    case .scorecards:
      tr("No role yet. Name the role that you look for; candidates and criteria come next.")
    case .gutScores:
      tr(
        "There is no opportunity yet. Add one in the register; the opportunities are the rows here."
      )
    case .decisions, .skills: ""
    }
  }

  /// What it takes first, and is made elsewhere; nil: one begins in the grid itself.
  public var beginning: EntityKind? {
    switch self {
    case .contributions: .journeyMap
    case .scorecards: .workRole
    case .gutScores: .opportunity
    case .decisions, .skills, .readiness: nil
    }
  }

  private static func name(of round: ReadinessRound) -> String {
    let day = round.day.map(DayFormat.local.text) ?? ""
    guard !round.title.isBlank else { return day.isEmpty ? tr("Round without a name") : day }
    return day.isEmpty ? round.title : tr("{round}, {day}", ["round": round.title, "day": day])
  }

  /// What has to be chosen so that a record is in the grid, and the pair of lines it stands at.
  public func place(
    of id: UUID, in contents: WorkspaceContents
  ) -> (chosen: [String], row: String, column: String)? {
    switch self {
    case .decisions:
      return contents.decisionRoles.first { $0.id == id }.map {
        ([], $0.decisionID.uuidString, $0.roleID.uuidString)
      }
    case .skills:
      return contents.skillLevels.first { $0.id == id }.map {
        ([], $0.skillID.uuidString, $0.roleID.uuidString + " present")
      }
    case .gutScores:
      return contents.gutScores.first { $0.id == id }.map {
        ([], $0.opportunityID.uuidString, $0.rater.folded)
      }
    case .readiness:
      return contents.readinessRatings.first { $0.id == id }.map {
        ([$0.roundID.uuidString], $0.condition.rawValue, $0.rater.folded)
      }
    case .contributions:
      guard let line = contents.stepDepartments.first(where: { $0.id == id }),
        let step = contents.steps.first(where: { $0.id == line.stepID }),
        let stage = contents.stages.first(where: { $0.id == step.stageID })
      else { return nil }
      return ([stage.mapID.uuidString], line.departmentID.uuidString, step.id.uuidString)
    case .scorecards:
      guard let score = contents.candidateScores.first(where: { $0.id == id }),
        let candidate = contents.candidates.first(where: { $0.id == score.candidateID })
      else { return nil }
      return (
        [candidate.roleID.uuidString, score.interviewer], candidate.id.uuidString,
        score.criterionID.uuidString
      )
    }
  }
}

/// Something that is chosen over a grid.
public struct GridPicker: Equatable, Sendable {
  public struct Choice: Equatable, Sendable {
    public var id: String
    public var title: String

    public init(_ id: String, _ title: String) {
      self.id = id
      self.title = title
    }
  }

  enum Fallback {
    case first, last
  }

  public var title: String
  public var choices: [Choice]
  /// Nil: there is nothing to choose.
  public var chosen: String?
  /// "Add round"; empty: one cannot here.
  public var addTitle: String
  /// Whether a new one is made with a name.
  public var asksForName: Bool
  /// Whether a new one is nothing but a name until something stands under it.
  public var isNameOnly: Bool

  init(
    _ title: String, _ choices: [Choice], chosen: String?, fallback: Fallback = .first,
    addTitle: String = "", asksForName: Bool = false, isNameOnly: Bool = false
  ) {
    self.title = title
    self.choices = choices
    self.addTitle = addTitle
    self.asksForName = asksForName
    self.isNameOnly = isNameOnly
    let known =
      choices.first { $0.id == chosen }
      ?? choices.first { isNameOnly && $0.id.folded == chosen?.folded }
    self.chosen = known?.id ?? (fallback == .first ? choices.first?.id : choices.last?.id)
  }
}
