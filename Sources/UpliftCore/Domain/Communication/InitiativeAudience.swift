import Foundation

/// An audience that an initiative affects.
public struct InitiativeAudience: Assignment {
  public static let kind = EntityKind.initiativeAudience

  public var id: UUID
  public var initiativeID: UUID
  public var audienceID: UUID

  public init(
    id: UUID = UUID(),
    initiativeID: UUID,
    audienceID: UUID
  ) {
    self.id = id
    self.initiativeID = initiativeID
    self.audienceID = audienceID
  }

  public var ownerID: UUID { initiativeID }
  public var targetID: UUID { audienceID }
}
