import Foundation

/// Which skills each role needs, has and lacks.
public struct SkillGaps: Equatable, Sendable {
  /// From which on somebody can train others.
  public static let trainsOthers = 4

  public struct Cell: Equatable, Sendable {
    /// Nil: nobody has said anything of it.
    public var level: SkillLevel?

    /// Needed less present, 0 or more; nil when one of both is unknown or nothing is needed.
    public var gap: Int? {
      guard let needed = level?.needed, let present = level?.present else { return nil }
      return max(0, needed - present)
    }
    /// It is needed and nobody has said how far it is there.
    public var isUnrated: Bool { (level?.needed ?? 0) > 0 && level?.present == nil }
  }

  public struct Row: Equatable, Sendable, Identifiable {
    public var role: WorkRole
    /// One for each skill.
    public var cells: [Cell]

    public var id: UUID { role.id }
    /// Levels that are missing, all skills together.
    public var gap: Int { cells.reduce(0) { $0 + ($1.gap ?? 0) } }
    /// Skills in which something is missing.
    public var lacking: Int { cells.count { ($0.gap ?? 0) > 0 } }
    public var unrated: Int { cells.count(where: \.isUnrated) }
  }

  /// In order.
  public let skills: [Skill]
  /// Roles in order.
  public let rows: [Row]

  public init(skills: [Skill], roles: [WorkRole], levels: [SkillLevel]) {
    struct Place: Hashable {
      var skill: UUID
      var role: UUID
    }
    let byPlace = Dictionary(
      levels.map { (Place(skill: $0.skillID, role: $0.roleID), $0) },
      uniquingKeysWith: { first, _ in first })
    let skills = skills.inOrder()
    self.skills = skills
    rows = roles.inOrder().map { role in
      Row(
        role: role, cells: skills.map { Cell(level: byPlace[Place(skill: $0.id, role: role.id)]) })
    }
  }

  /// Largest gap first; roles without one are left out.
  public var byGap: [Row] {
    rows.filter { $0.gap > 0 }.enumerated().sorted {
      ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset)
    }.map(\.element)
  }

  /// Skills that some role needs and that nobody has so well that they could train others.
  public var skillsWithoutTrainer: [Skill] {
    skills.indices.filter { index in
      let levels = rows.compactMap { $0.cells[index].level }
      return levels.contains { ($0.needed ?? 0) > 0 }
        && !levels.contains { ($0.present ?? 0) >= Self.trainsOthers }
    }.map { skills[$0] }
  }

  /// Levels of which both sides are known.
  public var n: Int { rows.reduce(0) { $0 + $1.cells.count { $0.gap != nil } } }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Gap: level needed less level present, 0 to 4, where both are known; 4 can train others. A role’s gap is the sum over its skills."
    )
  }
}
