import Foundation

/// A colleague's answer to "What do we stand for?". It has no name.
public struct PurposeAnswer: Ranked {
  public static let kind = EntityKind.purposeAnswer

  public enum Rating: String, CaseIterable, Codable, Sendable {
    case same, partly, different
  }

  public var id: UUID
  public var rank: Rank
  public var day: CalendarDay?
  public var departmentID: UUID?
  public var answer: String
  /// Compared with what the organisation says.
  public var rating: Rating?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    day: CalendarDay? = nil,
    departmentID: UUID? = nil,
    answer: String = "",
    rating: Rating? = nil
  ) {
    self.id = id
    self.rank = rank
    self.day = day
    self.departmentID = departmentID
    self.answer = answer
    self.rating = rating
  }
}
