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
public struct Department: Ranked {
  public static let kind = EntityKind.department
  public var id: UUID
  public var rank: Rank
  public var name: String

  public init(id: UUID = UUID(), rank: Rank, name: String) {
    self.id = id
    self.rank = rank
    self.name = name
  }
}
