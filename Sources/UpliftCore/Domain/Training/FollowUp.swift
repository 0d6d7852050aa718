import Foundation

/// A look back at a training, some days after it.
public struct FollowUp: Ranked, RangedFields {
  public static let kind = EntityKind.followUp

  public var id: UUID
  public var trainingID: UUID
  public var rank: Rank
  /// After the training was done, 1 or more.
  public var days: Int
  public var doneOn: CalendarDay?
  public var notes: String

  public init(
    id: UUID = UUID(),
    trainingID: UUID,
    rank: Rank,
    days: Int = 30,
    doneOn: CalendarDay? = nil,
    notes: String = ""
  ) {
    self.id = id
    self.trainingID = trainingID
    self.rank = rank
    self.days = days
    self.doneOn = doneOn
    self.notes = notes
  }

  public static let ranges: [FieldRange<FollowUp>] = [
    .field("days", 1...3_650, \.days)
  ]
}
