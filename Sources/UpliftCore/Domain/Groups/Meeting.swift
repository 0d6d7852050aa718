import Foundation

/// A meeting of an advisory group.
public struct Meeting: Ranked {
  public static let kind = EntityKind.meeting
  public var id: UUID
  public var groupID: UUID
  public var rank: Rank
  public var title: String
  public var day: CalendarDay?

  public init(
    id: UUID = UUID(), groupID: UUID, rank: Rank, title: String, day: CalendarDay? = nil
  ) {
    self.id = id
    self.groupID = groupID
    self.rank = rank
    self.title = title
    self.day = day
  }
}

/// One point of a meeting's agenda.
public struct AgendaItem: Ranked {
  public static let kind = EntityKind.agendaItem

  public enum State: String, CaseIterable, Codable, Sendable {
    case open, done, skipped
  }

  public var id: UUID
  public var meetingID: UUID
  public var rank: Rank
  public var title: String
  /// Planned length, 0…1440 minutes.
  public var minutes: Int
  public var state: State

  public init(
    id: UUID = UUID(), meetingID: UUID, rank: Rank, title: String, minutes: Int,
    state: State = .open
  ) {
    self.id = id
    self.meetingID = meetingID
    self.rank = rank
    self.title = title
    self.minutes = minutes
    self.state = state
  }
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
