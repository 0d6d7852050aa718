import Foundation

/// A filter of a map that somebody keeps under a name.
public struct SavedFilter: Ranked {
  public static let kind = EntityKind.savedFilter
  public var id: UUID
  public var rank: Rank
  public var title: String
  /// The filter as JSON. What a program does not know in it, it leaves as it is.
  public var definition: String

  public init(id: UUID = UUID(), rank: Rank, title: String, definition: String) {
    self.id = id
    self.rank = rank
    self.title = title
    self.definition = definition
  }
}
