import Foundation

/// What the work of each department does for the customer at each step of a map.
public struct ContributionGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  /// Stands in a cell where a department stands behind a step and nobody has said what for.
  public static let bare = "✓"

  private var departments: RankedLines<Department>
  private let steps: [Step]
  private let stages: [UUID: Stage]
  private var lines: JoinedRecords<PairOfIDs, StepDepartment>
  private let withoutStep: Set<UUID>
  private let withoutDepartment: Set<UUID>
  public let summary: [String]

  public init(_ contents: WorkspaceContents, map: JourneyMap) {
    let stages = contents.stages.filter { $0.mapID == map.id }.inOrder()
    let byStage = Dictionary(grouping: contents.steps, by: \.stageID)
    let steps = stages.flatMap { (byStage[$0.id] ?? []).inOrder() }
    let ids = Set(steps.map(\.id))
    let own = contents.stepDepartments.filter { ids.contains($0.stepID) }
    self.steps = steps
    self.stages = Dictionary(stages.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    departments = RankedLines(contents.departments)
    lines = JoinedRecords(own) { PairOfIDs(row: $0.departmentID, column: $0.stepID) }
    let figures = DepartmentSteps(
      departments: contents.departments, steps: steps, lines: own)
    withoutStep = Set(figures.departmentsWithoutStep.map(\.id))
    withoutDepartment = Set(figures.stepsWithoutDepartment.map(\.id))
    let unexplained = figures.rows.reduce(0) { $0 + $1.unexplained }
    summary =
      figures.rows.isEmpty || steps.isEmpty
      ? []
      : [
        [
          ntr(
            "{count} department without a line", "{count} departments without a line",
            withoutStep.count),
          ntr(
            "{count} step that nobody stands behind", "{count} steps that nobody stands behind",
            withoutDepartment.count),
          ntr(
            "{count} line without words", "{count} lines without words", unexplained),
        ].joined(separator: " · ")
      ]
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("What departments do") }
  public var corner: String { tr("Department") }
  public var rule: String { DepartmentSteps.rule }
  public var editName: EditName { .setContribution }
  public var explanation: String {
    steps.isEmpty
      ? tr("This map has no steps yet. Draw them on the map; they are the columns here.")
      : tr(
        "Write what a department’s work does for the customer at a step. Space draws a line without words."
      )
  }

  private func makeRows() -> [GridLine] {
    departments.lines(
      \.name, nameless: tr("a department without a name"), new: tr("Add department")
    ).map { line in
      guard !steps.isEmpty, let id = line.reference?.id, withoutStep.contains(id) else {
        return line
      }
      var line = line
      line.detail = tr("No line to any step.")
      line.isMarked = true
      return line
    }
  }

  private func makeColumns() -> [GridLine] {
    steps.map { step in
      var line = GridLine(
        id: step.id.uuidString,
        title: step.title.isBlank ? tr("a step without a name") : step.title,
        name: step.title, reference: step.reference, isEditable: false)
      line.above = stages[step.stageID]?.title ?? ""
      line.aboveID = step.stageID.uuidString
      line.isMarked = withoutDepartment.contains(step.id)
      line.detail = line.isMarked ? tr("Nobody stands behind it.") : ""
      return line
    }
  }

  public func kind(at place: GridPlace) -> GridCellKind { .text }

  private func key(_ place: GridPlace) -> PairOfIDs? {
    guard departments.indices.contains(place.row), steps.indices.contains(place.column) else {
      return nil
    }
    return PairOfIDs(row: departments[place.row].id, column: steps[place.column].id)
  }

  public func cell(at place: GridPlace) -> GridCell {
    guard let line = key(place).flatMap({ lines[$0] }) else { return GridCell() }
    return line.contribution.isBlank
      ? GridCell(
        Self.bare, tone: .good, mark: tr("Nobody has said what for."),
        spoken: tr("stands behind it"))
      : GridCell(line.contribution, tone: .good)
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    guard let key = key(place) else { return false }
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else {
      lines.remove(key)
      return true
    }
    var record = lines[key] ?? StepDepartment(stepID: key.column, departmentID: key.row)
    record.contribution = [Self.bare, "x", "X", "●"].contains(text) ? "" : text
    lines.put(record)
    return true
  }

  public mutating func rename(row: Int, to name: String) -> Bool {
    defer { rows = makeRows() }
    return departments.rename(row, to: name, \.name) { Department(rank: $0, name: "") }
  }
  public var changes: [Change] { departments.changes + lines.changes }
  public func removing(row: Int) -> Edit? { departments.removing(row) }
  public func moving(row: Int, _ direction: Direction) -> Edit? {
    departments.moving(row, direction)
  }
}
