import Foundation

/// How the plan is put together as a document: its sections, their order, its page.
public struct PlanDocument: Ranked {
  public static let kind = EntityKind.planDocument

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var subtitle: String
  /// JSON.
  public var definition: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    subtitle: String = "",
    definition: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.subtitle = subtitle
    self.definition = definition
  }
}
