import Foundation

/// A meeting of an advisory group.
public struct Meeting: Ranked {
  public static let kind = EntityKind.meeting
  public var id: UUID
  public var groupID: UUID
  public var rank: Rank
  public var title: String
  public var day: CalendarDay?
  /// The series that it is one of, if of one.
  public var seriesID: UUID?
  public var place: String
  /// What was said, for the minutes.
  public var notes: String

  public init(
    id: UUID = UUID(), groupID: UUID, rank: Rank, title: String, day: CalendarDay? = nil,
    seriesID: UUID? = nil, place: String = "", notes: String = ""
  ) {
    self.id = id
    self.groupID = groupID
    self.rank = rank
    self.title = title
    self.day = day
    self.seriesID = seriesID
    self.place = place
    self.notes = notes
  }
}

/// One point of a meeting's agenda.
public struct AgendaItem: Ranked {
  public static let kind = EntityKind.agendaItem

  public enum State: String, CaseIterable, Codable, Sendable {
    case open, done, skipped
  }

  /// What the group does in it. The board helps with it.
  public enum Activity: String, CaseIterable, Codable, Sendable {
    case talk
    /// Everybody writes; what the others write is hidden until it is revealed.
    case privateWriting = "private_writing"
    case grouping
    case voting
    case recommending
  }

  public var id: UUID
  public var meetingID: UUID
  public var rank: Rank
  public var title: String
  /// Planned length, 0…1440 minutes.
  public var minutes: Int
  public var state: State
  public var activity: Activity
  /// Minutes that were added while it ran, 0…1440.
  public var extraMinutes: Int
  public var startedAt: Instant?
  public var endedAt: Instant?
  /// What came of it, for the minutes.
  public var outcome: String

  public init(
    id: UUID = UUID(), meetingID: UUID, rank: Rank, title: String, minutes: Int,
    state: State = .open, activity: Activity = .talk, extraMinutes: Int = 0,
    startedAt: Instant? = nil, endedAt: Instant? = nil, outcome: String = ""
  ) {
    self.id = id
    self.meetingID = meetingID
    self.rank = rank
    self.title = title
    self.minutes = minutes
    self.state = state
    self.activity = activity
    self.extraMinutes = extraMinutes
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
  }

  /// Begun and not at its end.
  public var isRunning: Bool { state == .open && startedAt != nil && endedAt == nil }
}

/// Whether a member came to a meeting. A member with none was not asked.
public struct Attendance: Entity {
  public static let kind = EntityKind.attendance
  public var id: UUID
  public var meetingID: UUID
  public var memberID: UUID
  public var isPresent: Bool

  public init(id: UUID = UUID(), meetingID: UUID, memberID: UUID, isPresent: Bool) {
    self.id = id
    self.meetingID = meetingID
    self.memberID = memberID
    self.isPresent = isPresent
  }
}
