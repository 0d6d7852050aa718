import Foundation

/// What was promised to somebody, and whether it was kept.
public struct Promise: Ranked {
  public static let kind = EntityKind.promise

  public enum Outcome: String, CaseIterable, Codable, Sendable {
    case kept, broken
  }

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var toWhom: String
  /// By whom it is kept: a person or a department.
  public var owner: String
  /// The step of a journey at which it was made, if at one.
  public var stepID: UUID?
  public var madeOn: CalendarDay?
  public var due: CalendarDay?
  /// Nil: it is open.
  public var outcome: Outcome?
  public var closedOn: CalendarDay?

  public init(
    id: UUID = UUID(), rank: Rank, title: String, toWhom: String = "", owner: String = "",
    stepID: UUID? = nil, madeOn: CalendarDay? = nil, due: CalendarDay? = nil,
    outcome: Outcome? = nil, closedOn: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.toWhom = toWhom
    self.owner = owner
    self.stepID = stepID
    self.madeOn = madeOn
    self.due = due
    self.outcome = outcome
    self.closedOn = closedOn
  }

  /// Still open when its day has passed.
  public func isLate(on today: CalendarDay) -> Bool {
    guard outcome == nil, let due else { return false }
    return due < today
  }

  /// Kept, but after its day.
  public var wasKeptLate: Bool {
    guard outcome == .kept, let due, let closedOn else { return false }
    return due < closedOn
  }
}
