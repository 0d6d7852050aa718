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
    /// What is known, by the place of the skill: of thousands a role has a few.
    public let levels: [Int: SkillLevel]
    /// Levels that are missing, all skills together.
    public let gap: Int
    /// Skills in which something is missing.
    public let lacking: Int
    public let unrated: Int

    public var id: UUID { role.id }

    init(_ role: WorkRole, _ levels: [Int: SkillLevel]) {
      self.role = role
      self.levels = levels
      let cells = levels.values.map { Cell(level: $0) }
      gap = cells.reduce(0) { $0 + ($1.gap ?? 0) }
      lacking = cells.count { ($0.gap ?? 0) > 0 }
      unrated = cells.count(where: \.isUnrated)
    }

    /// - Parameter skill: its place.
    public func cell(_ skill: Int) -> Cell { Cell(level: levels[skill]) }
  }

  /// In order.
  public let skills: [Skill]
  /// Roles in order.
  public let rows: [Row]

  public init(skills: [Skill], roles: [WorkRole], levels: [SkillLevel]) {
    let skills = skills.inOrder()
    self.skills = skills
    let places = Dictionary(
      skills.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byRole: [UUID: [Int: SkillLevel]] = [:]
    for level in levels {
      guard let place = places[level.skillID], byRole[level.roleID]?[place] == nil else { continue }
      byRole[level.roleID, default: [:]][place] = level
    }
    rows = roles.inOrder().map { Row($0, byRole[$0.id] ?? [:]) }
  }

  /// Largest gap first; roles without one are left out.
  public var byGap: [Row] {
    rows.filter { $0.gap > 0 }.enumerated().sorted {
      ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset)
    }.map(\.element)
  }

  /// Skills that some role needs and that nobody has so well that they could train others.
  public var skillsWithoutTrainer: [Skill] {
    var needed: Set<Int> = []
    var mastered: Set<Int> = []
    for (place, level) in rows.lazy.flatMap(\.levels) {
      if (level.needed ?? 0) > 0 { needed.insert(place) }
      if (level.present ?? 0) >= Self.trainsOthers { mastered.insert(place) }
    }
    return needed.subtracting(mastered).sorted().map { skills[$0] }
  }

  /// Levels of which both sides are known.
  public var n: Int {
    rows.reduce(0) { $0 + $1.levels.values.count { Cell(level: $0).gap != nil } }
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Gap: level needed less level present, 0 to 4, where both are known; 4 can train others. A role’s gap is the sum over its skills."
    )
  }
}
