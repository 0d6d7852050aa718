import Foundation

/// A connection between any two records, read from `from` to `to`: this "leads to" that.
public struct Link: Ranked {
  public static let kind = EntityKind.link

  public enum Role: String, CaseIterable, Codable, Sendable {
    case leadsTo = "leads_to"
    case raisedBy = "raised_by"
    case backedBy = "backed_by"
    case about
  }

  public var id: UUID
  public var rank: Rank
  public var role: Role
  public var fromKind: EntityKind
  public var fromID: UUID
  public var toKind: EntityKind
  public var toID: UUID

  public init(
    id: UUID = UUID(), rank: Rank, role: Role, from: EntityReference, to: EntityReference
  ) {
    self.id = id
    self.rank = rank
    self.role = role
    fromKind = from.kind
    fromID = from.id
    toKind = to.kind
    toID = to.id
  }

  /// The card that this says the source of: what backs it, or the note that it was made of or
  /// raised by. Nil when it says no such thing.
  public var backedCardID: UUID? {
    switch (role, fromKind, toKind) {
    case (.backedBy, .card, _), (.raisedBy, .card, .note), (.raisedBy, .card, .cluster): fromID
    case (.leadsTo, .note, .card), (.leadsTo, .cluster, .card): toID
    default: nil
    }
  }

  public var from: EntityReference { EntityReference(fromKind, fromID) }
  public var to: EntityReference { EntityReference(toKind, toID) }
}
