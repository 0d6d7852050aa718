import Foundation

/// An accolade that anyone may give to anyone.
public struct Champion: Ranked {
  public static let kind = EntityKind.champion

  public var id: UUID
  public var rank: Rank
  public var toName: String
  public var fromName: String
  /// Of the one who gets it.
  public var team: String
  public var day: CalendarDay?
  /// The value that was shown.
  public var valueID: UUID?
  public var story: String
  public var stepID: UUID?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    toName: String = "",
    fromName: String = "",
    team: String = "",
    day: CalendarDay? = nil,
    valueID: UUID? = nil,
    story: String = "",
    stepID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.toName = toName
    self.fromName = fromName
    self.team = team
    self.day = day
    self.valueID = valueID
    self.story = story
    self.stepID = stepID
  }
}
