import Foundation

/// Department × step: what the work of each department does for the customer at each step.
public struct DepartmentSteps: Equatable, Sendable {
  public struct Row: Equatable, Sendable, Identifiable {
    public var department: Department
    /// By the place of the step, those that it stands behind.
    public let lines: [Int: StepDepartment]

    public var id: UUID { department.id }
    /// Steps that it stands behind.
    public var count: Int { lines.count }
    /// Steps that it stands behind and nobody says what for.
    public var unexplained: Int { lines.values.count { $0.contribution.isBlank } }
  }

  /// In the order in which they were given.
  public let steps: [Step]
  /// Departments in order.
  public let rows: [Row]

  /// - Parameter steps: of one map or of several, in order.
  public init(departments: [Department], steps: [Step], lines: [StepDepartment]) {
    self.steps = steps
    let places = Dictionary(
      steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byDepartment: [UUID: [Int: StepDepartment]] = [:]
    for line in lines {
      guard let place = places[line.stepID], byDepartment[line.departmentID]?[place] == nil else {
        continue
      }
      byDepartment[line.departmentID, default: [:]][place] = line
    }
    rows = departments.inOrder().map { Row(department: $0, lines: byDepartment[$0.id] ?? [:]) }
  }

  /// Departments that stand behind no step: nobody sees how their work reaches the customer.
  public var departmentsWithoutStep: [Department] {
    rows.filter { $0.count == 0 }.map(\.department)
  }

  /// Steps that no department stands behind.
  public var stepsWithoutDepartment: [Step] {
    let carried = Set(rows.lazy.flatMap(\.lines.keys))
    return steps.indices.filter { !carried.contains($0) }.map { steps[$0] }
  }

  /// Lines from a department to a step.
  public var n: Int { rows.reduce(0) { $0 + $1.count } }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A line is drawn where a department stands behind a step. Departments without a line, and steps without one, are named."
    )
  }
}
