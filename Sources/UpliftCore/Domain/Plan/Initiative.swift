import Foundation

/// A change that somebody carries out.
public struct Initiative: Ranked {
  public static let kind = EntityKind.initiative

  public enum Status: String, CaseIterable, Codable, Sendable {
    case idea, planned, running, held, done, dropped
  }

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// The goal that it serves.
  public var goal: String
  public var owner: String
  public var startDay: CalendarDay?
  public var endDay: CalendarDay?
  public var status: Status
  /// Whether customers notice it. Then they are asked before it begins.
  public var touchesCustomers: Bool

  public init(
    id: UUID = UUID(), rank: Rank, title: String, goal: String = "", owner: String = "",
    startDay: CalendarDay? = nil, endDay: CalendarDay? = nil, status: Status = .idea,
    touchesCustomers: Bool = true
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.goal = goal
    self.owner = owner
    self.startDay = startDay
    self.endDay = endDay
    self.status = status
    self.touchesCustomers = touchesCustomers
  }
}
