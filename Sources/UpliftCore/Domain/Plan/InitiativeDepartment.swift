import Foundation

/// A department that takes part in an initiative.
public struct InitiativeDepartment: Assignment {
  public static let kind = EntityKind.initiativeDepartment

  public var id: UUID
  public var initiativeID: UUID
  public var departmentID: UUID

  public init(
    id: UUID = UUID(),
    initiativeID: UUID,
    departmentID: UUID
  ) {
    self.id = id
    self.initiativeID = initiativeID
    self.departmentID = departmentID
  }

  public var ownerID: UUID { initiativeID }
  public var targetID: UUID { departmentID }
}
