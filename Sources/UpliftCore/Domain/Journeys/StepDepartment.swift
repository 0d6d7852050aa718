import Foundation

/// A department that stands behind a step: its work there reaches the customer.
public struct StepDepartment: Assignment {
  public static let kind = EntityKind.stepDepartment
  public var id: UUID
  public var stepID: UUID
  public var departmentID: UUID
  /// What its work does for the customer there.
  public var contribution: String

  public init(id: UUID = UUID(), stepID: UUID, departmentID: UUID, contribution: String = "") {
    self.id = id
    self.stepID = stepID
    self.departmentID = departmentID
    self.contribution = contribution
  }

  public var ownerID: UUID { stepID }
  public var targetID: UUID { departmentID }
}
