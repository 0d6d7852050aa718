import Foundation

/// What an initiative asks for, and what it was granted.
public struct ResourceNeed: Ranked, RangedFields {
  public static let kind = EntityKind.resourceNeed

  public enum Need: String, CaseIterable, Codable, Sendable {
    case people
    case moneyOnce = "money_once"
    case moneyYearly = "money_yearly"
    case tool
  }

  public enum Tool: String, CaseIterable, Codable, Sendable {
    case crm
    case survey
    case analytics
    case communication
    case rollOut = "roll_out"
    case other
  }

  public var id: UUID
  public var initiativeID: UUID
  public var rank: Rank
  public var title: String
  public var need: Need
  /// Of a tool.
  public var tool: Tool?
  /// That gives the people.
  public var departmentID: UUID?
  /// Full-time equivalents, 0 or more.
  public var askedPeople: Double?
  /// Full-time equivalents, 0 or more.
  public var grantedPeople: Double?
  /// Minor units of the currency, 0 or more.
  public var askedMoney: Int?
  /// Minor units of the currency, 0 or more.
  public var grantedMoney: Int?
  /// Nil: from the initiative's start.
  public var startDay: CalendarDay?
  /// Nil: to the initiative's end.
  public var endDay: CalendarDay?

  public init(
    id: UUID = UUID(),
    initiativeID: UUID,
    rank: Rank,
    title: String = "",
    need: Need = .people,
    tool: Tool? = nil,
    departmentID: UUID? = nil,
    askedPeople: Double? = nil,
    grantedPeople: Double? = nil,
    askedMoney: Int? = nil,
    grantedMoney: Int? = nil,
    startDay: CalendarDay? = nil,
    endDay: CalendarDay? = nil
  ) {
    self.id = id
    self.initiativeID = initiativeID
    self.rank = rank
    self.title = title
    self.need = need
    self.tool = tool
    self.departmentID = departmentID
    self.askedPeople = askedPeople
    self.grantedPeople = grantedPeople
    self.askedMoney = askedMoney
    self.grantedMoney = grantedMoney
    self.startDay = startDay
    self.endDay = endDay
  }

  public static let ranges: [FieldRange<ResourceNeed>] = [
    .field("askedPeople", 0...1_000_000, \.askedPeople),
    .field("grantedPeople", 0...1_000_000, \.grantedPeople),
    .field("askedMoney", 0...1_000_000_000_000_000, \.askedMoney),
    .field("grantedMoney", 0...1_000_000_000_000_000, \.grantedMoney),
  ]
}
