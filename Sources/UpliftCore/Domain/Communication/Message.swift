import Foundation

/// Something that is said to audiences, once or again and again.
public struct Message: Ranked {
  public static let kind = EntityKind.message

  public enum Status: String, CaseIterable, Codable, Sendable {
    case idea, drafted, agreed, sent
  }

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// As it is said.
  public var text: String
  /// Intranet, town hall, letter …
  public var channel: String
  /// Who writes it.
  public var author: String
  /// Who says it.
  public var messenger: String
  /// The first time.
  public var day: CalendarDay?
  /// Nil: once.
  public var cadence: MeetingSeries.Cadence?
  /// The last time, of one with a cadence.
  public var untilDay: CalendarDay?
  public var status: Status
  /// What it is about.
  public var initiativeID: UUID?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    text: String = "",
    channel: String = "",
    author: String = "",
    messenger: String = "",
    day: CalendarDay? = nil,
    cadence: MeetingSeries.Cadence? = nil,
    untilDay: CalendarDay? = nil,
    status: Status = .idea,
    initiativeID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.text = text
    self.channel = channel
    self.author = author
    self.messenger = messenger
    self.day = day
    self.cadence = cadence
    self.untilDay = untilDay
    self.status = status
    self.initiativeID = initiativeID
  }
}
