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
  /// The goal of the vision that it serves.
  public var goalID: UUID?
  /// What it came from.
  public var opportunityID: UUID?
  /// Of the short run before the long one.
  public var pilotStart: CalendarDay?
  public var pilotEnd: CalendarDay?
  /// What the pilot taught.
  public var pilotLearned: String
  /// The initiative that it makes room for while it is held. That one may be gone.
  public var heldForID: UUID?
  public var notes: String

  public init(
    id: UUID = UUID(), rank: Rank, title: String, goal: String = "", owner: String = "",
    startDay: CalendarDay? = nil, endDay: CalendarDay? = nil, status: Status = .idea,
    touchesCustomers: Bool = true,
    goalID: UUID? = nil, opportunityID: UUID? = nil, pilotStart: CalendarDay? = nil,
    pilotEnd: CalendarDay? = nil, pilotLearned: String = "", heldForID: UUID? = nil,
    notes: String = ""
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
    self.goalID = goalID
    self.opportunityID = opportunityID
    self.pilotStart = pilotStart
    self.pilotEnd = pilotEnd
    self.pilotLearned = pilotLearned
    self.heldForID = heldForID
    self.notes = notes
  }
}
