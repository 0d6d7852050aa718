import Foundation

/// Department × step: what the work of each department does for the customer at each step.
public struct DepartmentSteps: Equatable, Sendable {
  public struct Row: Equatable, Sendable, Identifiable {
    public var department: Department
    /// One for each step; nil: the department does not stand behind it.
    public var cells: [StepDepartment?]

    public var id: UUID { department.id }
    /// Steps that it stands behind.
    public var count: Int { cells.count { $0 != nil } }
    /// Steps that it stands behind and nobody says what for.
    public var unexplained: Int { cells.count { $0.map { $0.contribution.isBlank } ?? false } }
  }

  /// In the order in which they were given.
  public let steps: [Step]
  /// Departments in order.
  public let rows: [Row]

  /// - Parameter steps: of one map or of several, in order.
  public init(departments: [Department], steps: [Step], lines: [StepDepartment]) {
    struct Place: Hashable {
      var step: UUID
      var department: UUID
    }
    let byPlace = Dictionary(
      lines.map { (Place(step: $0.stepID, department: $0.departmentID), $0) },
      uniquingKeysWith: { first, _ in first })
    self.steps = steps
    rows = departments.inOrder().map { department in
      Row(
        department: department,
        cells: steps.map { byPlace[Place(step: $0.id, department: department.id)] })
    }
  }

  /// Departments that stand behind no step: nobody sees how their work reaches the customer.
  public var departmentsWithoutStep: [Department] {
    rows.filter { $0.count == 0 }.map(\.department)
  }

  /// Steps that no department stands behind.
  public var stepsWithoutDepartment: [Step] {
    steps.indices.filter { index in rows.allSatisfy { $0.cells[index] == nil } }
      .map { steps[$0] }
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
