import Foundation

/// The workspace itself: one organisation's work. There is exactly one in a file.
public struct WorkspaceInfo: Entity {
  public static let kind = EntityKind.workspace
  public var id: UUID
  public var title: String
  public var createdAt: Instant

  public init(id: UUID = UUID(), title: String, createdAt: Instant = .now) {
    self.id = id
    self.title = title
    self.createdAt = createdAt
  }
}

/// A part of the organisation whose work reaches the customer.
public struct Department: Ranked, RangedFields {
  public static let kind = EntityKind.department
  public var id: UUID
  public var rank: Rank
  public var name: String
  /// Who leads it.
  public var head: String
  /// People, 0 or more.
  public var headcount: Int?

  public init(
    id: UUID = UUID(), rank: Rank, name: String, head: String = "", headcount: Int? = nil
  ) {
    self.id = id
    self.rank = rank
    self.name = name
    self.head = head
    self.headcount = headcount
  }

  public static let ranges: [FieldRange<Department>] = [
    .field("headcount", 0...1_000_000_000, \.headcount)
  ]
}
