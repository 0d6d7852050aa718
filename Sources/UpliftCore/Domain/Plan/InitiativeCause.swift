import Foundation

/// A cause that an initiative treats.
public struct InitiativeCause: Assignment {
  public static let kind = EntityKind.initiativeCause

  public var id: UUID
  public var initiativeID: UUID
  public var causeID: UUID

  public init(
    id: UUID = UUID(),
    initiativeID: UUID,
    causeID: UUID
  ) {
    self.id = id
    self.initiativeID = initiativeID
    self.causeID = causeID
  }

  public var ownerID: UUID { initiativeID }
  public var targetID: UUID { causeID }
}
