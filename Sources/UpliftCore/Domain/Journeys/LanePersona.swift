import Foundation

/// A persona whose curve a lane of emotions shows. A lane without any shows all.
public struct LanePersona: Entity {
  public static let kind = EntityKind.lanePersona

  public var id: UUID
  public var laneID: UUID
  /// Nil stands for the customer whom nobody named.
  public var personaID: UUID?

  public init(
    id: UUID = UUID(),
    laneID: UUID,
    personaID: UUID?
  ) {
    self.id = id
    self.laneID = laneID
    self.personaID = personaID
  }
}

/// Says that a lane shows somebody's curve: a record of its own, or a link, as people made it
/// before version 5 of the file, and still can.
public struct CurveChoice: Hashable, Sendable {
  public let reference: EntityReference
  public let laneID: UUID
  /// Nil stands for the customer whom nobody named.
  public let personaID: UUID?

  public init(_ entry: LanePersona) {
    reference = entry.reference
    laneID = entry.laneID
    personaID = entry.personaID
  }

  /// Nil when the link says something else.
  public init?(_ link: Link) {
    guard link.role == .about, link.fromKind == .lane, link.toKind == .persona else { return nil }
    reference = link.reference
    laneID = link.fromID
    personaID = link.toID
  }
}
