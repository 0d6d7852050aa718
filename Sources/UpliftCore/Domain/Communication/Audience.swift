import Foundation

/// People who are spoken to together.
public struct Audience: Ranked, RangedFields {
  public static let kind = EntityKind.audience

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// People, 0 or more.
  public var size: Int?
  /// Whether they are customers.
  public var isCustomers: Bool

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    size: Int? = nil,
    isCustomers: Bool = false
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.size = size
    self.isCustomers = isCustomers
  }

  public static let ranges: [FieldRange<Audience>] = [
    .field("size", 0...1_000_000_000, \.size)
  ]
}
