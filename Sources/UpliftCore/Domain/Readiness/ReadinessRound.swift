import Foundation

/// A time when several people rate how ready the organisation is.
public struct ReadinessRound: Ranked {
  public static let kind = EntityKind.readinessRound

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var day: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    day: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.day = day
  }
}
