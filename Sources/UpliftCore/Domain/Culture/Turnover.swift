import Foundation

/// People who left in a period, and what replacing them costs as shares of their salary.
public struct Turnover: Ranked, RangedFields {
  public static let kind = EntityKind.turnover

  public var id: UUID
  public var rank: Rank
  /// Which jobs.
  public var title: String
  public var departmentID: UUID?
  public var startDay: CalendarDay?
  public var endDay: CalendarDay?
  /// People, 0 or more.
  public var leavers: Int
  /// A year's, in minor units of the currency, 0 or more.
  public var salary: Int?
  /// Share of a salary, 0…10.
  public var recruiting: Double?
  /// Share of a salary, 0…10.
  public var induction: Double?
  /// Share of a salary, 0…10.
  public var training: Double?
  /// Share of a salary, 0…10.
  public var lostWork: Double?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    departmentID: UUID? = nil,
    startDay: CalendarDay? = nil,
    endDay: CalendarDay? = nil,
    leavers: Int = 0,
    salary: Int? = nil,
    recruiting: Double? = nil,
    induction: Double? = nil,
    training: Double? = nil,
    lostWork: Double? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.departmentID = departmentID
    self.startDay = startDay
    self.endDay = endDay
    self.leavers = leavers
    self.salary = salary
    self.recruiting = recruiting
    self.induction = induction
    self.training = training
    self.lostWork = lostWork
  }

  public static let ranges: [FieldRange<Turnover>] = [
    .field("leavers", 0...1_000_000_000, \.leavers),
    .field("salary", 0...1_000_000_000_000_000, \.salary),
    .field("recruiting", 0...10, \.recruiting),
    .field("induction", 0...10, \.induction),
    .field("training", 0...10, \.training),
    .field("lostWork", 0...10, \.lostWork),
  ]
}
