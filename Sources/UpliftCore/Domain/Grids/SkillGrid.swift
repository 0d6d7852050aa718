import Foundation

/// How well each role masters each skill, and how well it should: skills × roles.
public struct SkillGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  private var skills: RankedLines<Skill>
  private var roles: RankedLines<WorkRole>
  private var levels: JoinedRecords<PairOfIDs, SkillLevel>
  private let withoutTrainer: Set<UUID>
  public let summary: [String]

  public init(_ contents: WorkspaceContents) {
    skills = RankedLines(contents.skills)
    roles = RankedLines(contents.workRoles)
    levels = JoinedRecords(contents.skillLevels) { PairOfIDs(row: $0.skillID, column: $0.roleID) }
    let gaps = SkillGaps(
      skills: contents.skills, roles: contents.workRoles, levels: contents.skillLevels)
    withoutTrainer = Set(gaps.skillsWithoutTrainer.map(\.id))
    let largest = gaps.byGap.prefix(3).map {
      tr("{role} {gap}", ["role": $0.role.title, "gap": $0.gap])
    }
    summary =
      largest.isEmpty
      ? [] : [tr("Largest gaps, in levels: {roles}", ["roles": largest.joined(separator: " · ")])]
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("Skills and roles") }
  public var corner: String { tr("Skill") }
  public var rule: String { SkillGaps.rule }
  public var editName: EditName { .setSkillLevel }
  public var explanation: String {
    tr(
      "Write a skill in the first column and a role in the first row; then how well the role needs it and how well it has it, 0 (not at all) to 4 (can train others)."
    )
  }

  private func makeRows() -> [GridLine] {
    skills.lines(\.title, nameless: tr("a skill without a name"), new: tr("Add skill")).map {
      line in
      guard let id = line.reference?.id, withoutTrainer.contains(id) else { return line }
      var line = line
      line.detail = tr("Nobody can train others in it.")
      line.isMarked = true
      return line
    }
  }

  /// Two of each role.
  private func makeColumns() -> [GridLine] {
    roles.lines(\.title, nameless: tr("a role without a name")).flatMap { role in
      [tr("needed"), tr("present")].enumerated().map { index, title in
        var line = role
        line.id += index == 0 ? " needed" : " present"
        line.above = role.title
        line.aboveID = role.id
        line.title = title
        return line
      }
    } + [GridLine.new(tr("Add role"))]
  }

  private static let values = GridCellKind.scale([
    (0, tr("not at all")), (1, tr("has heard of it")), (2, tr("with help")), (3, tr("alone")),
    (4, tr("can train others")),
  ])

  public func kind(at place: GridPlace) -> GridCellKind { Self.values }

  private func key(_ place: GridPlace) -> PairOfIDs? {
    guard skills.indices.contains(place.row), roles.indices.contains(place.column / 2),
      place.column >= 0
    else { return nil }
    return PairOfIDs(row: skills[place.row].id, column: roles[place.column / 2].id)
  }

  private func isNeeded(_ place: GridPlace) -> Bool { place.column.isMultiple(of: 2) }

  public func cell(at place: GridPlace) -> GridCell {
    guard let key = key(place) else { return GridCell() }
    let cell = SkillGaps.Cell(level: levels[key])
    guard !isNeeded(place) else { return GridCell(cell.level?.needed.map(String.init) ?? "") }
    if cell.isUnrated {
      return GridCell(
        tone: .missing, mark: tr("It is needed, and nobody has said how far it is there."))
    }
    let gap = cell.gap ?? 0
    return GridCell(
      cell.level?.present.map(String.init) ?? "",
      tone: cell.gap == nil ? .plain : gap > 0 ? .poor : .good,
      mark: gap > 0
        ? ntr("{count} level less than needed", "{count} levels less than needed", gap) : "")
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    guard let key = key(place), let value = Self.values.value(text) else { return false }
    var record = levels[key] ?? SkillLevel(skillID: key.row, roleID: key.column)
    if isNeeded(place) { record.needed = Int(value) } else { record.present = Int(value) }
    if record.needed == nil, record.present == nil {
      levels.remove(key)
    } else {
      levels.put(record)
    }
    return true
  }

  public mutating func rename(row: Int, to name: String) -> Bool {
    defer { rows = makeRows() }
    return skills.rename(row, to: name, \.title) { Skill(rank: $0) }
  }
  public mutating func rename(column: Int, to name: String) -> Bool {
    defer { columns = makeColumns() }
    guard column >= 0 else { return false }
    return roles.rename(column / 2, to: name, \.title) { WorkRole(rank: $0) }
  }
  public var changes: [Change] { skills.changes + roles.changes + levels.changes }
  public func removing(row: Int) -> Edit? { skills.removing(row) }
  public func removing(column: Int) -> Edit? { roles.removing(column / 2) }
  public func moving(row: Int, _ direction: Direction) -> Edit? { skills.moving(row, direction) }
  public func moving(column: Int, _ direction: Direction) -> Edit? {
    roles.moving(column / 2, direction)
  }
}
