import Foundation

/// A record of a workspace: one row of the table that `kind` names.
public protocol Entity: Codable, Hashable, Sendable, Identifiable where ID == UUID {
  static var kind: EntityKind { get }
  var id: UUID { get set }
}

/// Anything that stands in an order.
public protocol Placed {
  var id: UUID { get }
  var rank: Rank { get }
  /// Whether it stands before another one; the order is total.
  func precedes(_ other: Self) -> Bool
}

/// A record that stands in an order among its siblings.
public protocol Ranked: Entity, Placed {
  var rank: Rank { get set }
}

/// Names one record of a workspace, whatever its kind.
public struct EntityReference: Hashable, Sendable, Codable {
  public var kind: EntityKind
  public var id: UUID

  public init(_ kind: EntityKind, _ id: UUID) {
    self.kind = kind
    self.id = id
  }
}

extension Entity {
  public var reference: EntityReference { EntityReference(Self.kind, id) }
}

extension Sequence where Element: Ranked {
  /// By rank; equal ranks, which two merged copies may hold, by id, so that the order is total.
  public func inOrder() -> [Element] {
    sorted { $0.precedes($1) }
  }
}

extension Placed {
  /// By rank, then by id.
  public func precedes(_ other: Self) -> Bool {
    // The order of their spelling, without spelling them out, which takes longer than all the rest.
    rank == other.rank ? id < other.id : rank < other.rank
  }
}
