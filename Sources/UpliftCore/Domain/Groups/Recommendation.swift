import Foundation

/// What a group asks for. Somebody owns it and answers, and the group is told what came of it.
public struct Recommendation: Ranked {
  public static let kind = EntityKind.recommendation

  public enum Answer: String, CaseIterable, Codable, Sendable {
    case accepted
    /// With a reason.
    case declined
    /// The owner was asked for a date and has not named one yet.
    case askedForDate = "asked_for_date"
  }

  public var id: UUID
  public var groupID: UUID
  /// The meeting at which the group asked for it, if at one.
  public var meetingID: UUID?
  public var rank: Rank
  public var text: String
  /// Who is to answer and do it: a person or a department.
  public var owner: String
  /// Nil: nobody has answered yet.
  public var answer: Answer?
  /// Why it was answered so; above all why it was declined.
  public var reason: String
  public var askedOn: CalendarDay?
  public var due: CalendarDay?
  public var doneOn: CalendarDay?
  /// The day on which the group heard what came of it.
  public var toldOn: CalendarDay?

  public init(
    id: UUID = UUID(), groupID: UUID, meetingID: UUID? = nil, rank: Rank, text: String,
    owner: String = "", answer: Answer? = nil, reason: String = "", askedOn: CalendarDay? = nil,
    due: CalendarDay? = nil, doneOn: CalendarDay? = nil, toldOn: CalendarDay? = nil
  ) {
    self.id = id
    self.groupID = groupID
    self.meetingID = meetingID
    self.rank = rank
    self.text = text
    self.owner = owner
    self.answer = answer
    self.reason = reason
    self.askedOn = askedOn
    self.due = due
    self.doneOn = doneOn
    self.toldOn = toldOn
  }

  /// Neither done nor declined: something is still to happen.
  public var isOpen: Bool { doneOn == nil && answer != .declined }

  /// Something is still owed to the group: it is open, or the group has not been told the end of it.
  public var isOwed: Bool { isOpen || toldOn == nil }

  /// Days since it was asked for, 0 or more; nil when nobody knows when that was.
  public func age(on today: CalendarDay) -> Int? { askedOn.map { max(0, $0.days(until: today)) } }

  /// Open, and its day has passed.
  public func isLate(on today: CalendarDay) -> Bool {
    guard isOpen, let due else { return false }
    return due < today
  }
}
