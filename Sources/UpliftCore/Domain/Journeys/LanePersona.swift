import Foundation

/// A persona whose curve a lane of emotions shows. A lane without any shows all.
public struct LanePersona: Assignment {
  public static let kind = EntityKind.lanePersona

  public var id: UUID
  public var laneID: UUID
  public var personaID: UUID

  public init(
    id: UUID = UUID(),
    laneID: UUID,
    personaID: UUID
  ) {
    self.id = id
    self.laneID = laneID
    self.personaID = personaID
  }

  public var ownerID: UUID { laneID }
  public var targetID: UUID { personaID }
}
