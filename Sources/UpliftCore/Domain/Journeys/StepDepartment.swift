import Foundation

/// A department that stands behind a step: its work there reaches the customer.
public struct StepDepartment: Assignment {
  public static let kind = EntityKind.stepDepartment
  public var id: UUID
  public var stepID: UUID
  public var departmentID: UUID

  public init(id: UUID = UUID(), stepID: UUID, departmentID: UUID) {
    self.id = id
    self.stepID = stepID
    self.departmentID = departmentID
  }

  public var ownerID: UUID { stepID }
  public var targetID: UUID { departmentID }
}
