import Foundation

/// How it is to work in a department, as the people there say: means of answers 1 (poor) … 5
/// (good).
public struct ClimatePulse: Ranked, RangedFields {
  public static let kind = EntityKind.climatePulse

  public var id: UUID
  public var rank: Rank
  public var departmentID: UUID?
  public var day: CalendarDay?
  /// Whether people can say what they think, 1…5.
  public var openness: Double?
  /// 1…5.
  public var respect: Double?
  /// 1…5.
  public var teamwork: Double?
  /// How people are led, 1…5.
  public var leadership: Double?
  /// People who answered (n), 0 or more.
  public var sampleSize: Int?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    departmentID: UUID? = nil,
    day: CalendarDay? = nil,
    openness: Double? = nil,
    respect: Double? = nil,
    teamwork: Double? = nil,
    leadership: Double? = nil,
    sampleSize: Int? = nil
  ) {
    self.id = id
    self.rank = rank
    self.departmentID = departmentID
    self.day = day
    self.openness = openness
    self.respect = respect
    self.teamwork = teamwork
    self.leadership = leadership
    self.sampleSize = sampleSize
  }

  public static let ranges: [FieldRange<ClimatePulse>] = [
    .field("openness", 1...5, \.openness),
    .field("respect", 1...5, \.respect),
    .field("teamwork", 1...5, \.teamwork),
    .field("leadership", 1...5, \.leadership),
    .field("sampleSize", 0...1_000_000_000, \.sampleSize),
  ]
}
