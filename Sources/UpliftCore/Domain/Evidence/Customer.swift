import Foundation

/// A customer whom one can talk to: a person or an organisation.
public struct Customer: Ranked {
  public static let kind = EntityKind.customer

  public var id: UUID
  public var rank: Rank
  public var name: String
  /// What kind of customer.
  public var segment: String
  /// Who looks after them.
  public var owner: String
  /// One whom the organisation must not lose.
  public var isKey: Bool
  public var notes: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    name: String = "",
    segment: String = "",
    owner: String = "",
    isKey: Bool = false,
    notes: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.name = name
    self.segment = segment
    self.owner = owner
    self.isKey = isKey
    self.notes = notes
  }
}
