import Foundation

/// What somebody feels that an opportunity is worth.
public struct GutScore: Ranked, RangedFields {
  public static let kind = EntityKind.gutScore

  public var id: UUID
  public var opportunityID: UUID
  public var rank: Rank
  public var rater: String
  /// 1 (nothing) … 5 (very much).
  public var score: Int
  public var day: CalendarDay?

  public init(
    id: UUID = UUID(),
    opportunityID: UUID,
    rank: Rank,
    rater: String = "",
    score: Int = 3,
    day: CalendarDay? = nil
  ) {
    self.id = id
    self.opportunityID = opportunityID
    self.rank = rank
    self.rater = rater
    self.score = score
    self.day = day
  }

  public static let ranges: [FieldRange<GutScore>] = [
    .field("score", 1...5, \.score)
  ]
}
