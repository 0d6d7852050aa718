import Foundation

/// What the vision asks for, in the order of importance.
public struct Goal: Ranked {
  public static let kind = EntityKind.goal

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// How one sees that it is reached.
  public var measure: String
  /// What it is measured by.
  public var metricID: UUID?
  public var due: CalendarDay?
  public var owner: String
  /// What rests so that there is room for it.
  public var putOnHold: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    measure: String = "",
    metricID: UUID? = nil,
    due: CalendarDay? = nil,
    owner: String = "",
    putOnHold: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.measure = measure
    self.metricID = metricID
    self.due = due
    self.owner = owner
    self.putOnHold = putOnHold
  }
}
