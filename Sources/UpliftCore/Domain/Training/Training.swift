import Foundation

/// A module that a wave of people is trained in.
public struct Training: Ranked, RangedFields {
  public static let kind = EntityKind.training

  public enum Wave: String, CaseIterable, Codable, Sendable {
    case leaders
    case managers
    case frontLine = "front_line"
  }

  public var id: UUID
  public var rank: Rank
  /// The module.
  public var title: String
  /// From the top down.
  public var wave: Wave
  public var trainer: String
  public var audience: String
  public var day: CalendarDay?
  /// People, 0 or more.
  public var headcount: Int?
  public var doneOn: CalendarDay?
  /// When it was checked that it is used.
  public var checkedOn: CalendarDay?
  public var initiativeID: UUID?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    wave: Wave = .frontLine,
    trainer: String = "",
    audience: String = "",
    day: CalendarDay? = nil,
    headcount: Int? = nil,
    doneOn: CalendarDay? = nil,
    checkedOn: CalendarDay? = nil,
    initiativeID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.wave = wave
    self.trainer = trainer
    self.audience = audience
    self.day = day
    self.headcount = headcount
    self.doneOn = doneOn
    self.checkedOn = checkedOn
    self.initiativeID = initiativeID
  }

  /// Not done, and the day for which it was planned has passed.
  public func isLate(on today: CalendarDay) -> Bool {
    doneOn == nil && day.map { $0 < today } ?? false
  }

  public static let ranges: [FieldRange<Training>] = [
    .field("headcount", 0...1_000_000_000, \.headcount)
  ]
}
