import Foundation

/// What employees say of working here.
public struct EmployeeVoice: Ranked {
  public static let kind = EntityKind.employeeVoice

  public enum Kind: String, CaseIterable, Codable, Sendable {
    case wish, stay, leave
  }

  public var id: UUID
  public var rank: Rank
  /// What would make this a world-class place to work; why somebody stays; why somebody left.
  public var voiceKind: Kind
  public var text: String
  /// In a word: "pay", "shifts".
  public var reason: String
  public var day: CalendarDay?
  public var departmentID: UUID?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    voiceKind: Kind = .wish,
    text: String = "",
    reason: String = "",
    day: CalendarDay? = nil,
    departmentID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.voiceKind = voiceKind
    self.text = text
    self.reason = reason
    self.day = day
    self.departmentID = departmentID
  }
}
