import Foundation

/// What went wrong, what was learned, and what changed because of it. Nobody is blamed: there is no
/// field for it.
public struct Breakdown: Ranked {
  public static let kind = EntityKind.breakdown

  public var id: UUID
  public var rank: Rank
  /// What went wrong.
  public var title: String
  /// When it was reported.
  public var day: CalendarDay?
  public var stepID: UUID?
  /// What was learned.
  public var lesson: String
  /// What changed because of it.
  public var change: String
  public var changedOn: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    day: CalendarDay? = nil,
    stepID: UUID? = nil,
    lesson: String = "",
    change: String = "",
    changedOn: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.day = day
    self.stepID = stepID
    self.lesson = lesson
    self.change = change
    self.changedOn = changedOn
  }
}
