import Foundation

/// A stretch of the way up, from the first agreement of the leaders to everybody at work on it.
public struct Milestone: Ranked {
  public static let kind = EntityKind.milestone

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// What is true when it is reached.
  public var meaning: String
  public var due: CalendarDay?
  public var reachedOn: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    meaning: String = "",
    due: CalendarDay? = nil,
    reachedOn: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.meaning = meaning
    self.due = due
    self.reachedOn = reachedOn
  }
}
