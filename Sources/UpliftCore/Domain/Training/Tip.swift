import Foundation

/// Something small that helps: a quick tip, a best practice that was exchanged, or what a team does
/// every day.
public struct Tip: Ranked {
  public static let kind = EntityKind.tip

  public enum Kind: String, CaseIterable, Codable, Sendable {
    case quickTip = "quick_tip"
    case bestPractice = "best_practice"
    case dailyHabit = "daily_habit"
  }

  public var id: UUID
  public var rank: Rank
  public var text: String
  public var tipKind: Kind
  public var author: String
  public var team: String
  public var day: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    text: String = "",
    tipKind: Kind = .quickTip,
    author: String = "",
    team: String = "",
    day: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.text = text
    self.tipKind = tipKind
    self.author = author
    self.team = team
    self.day = day
  }
}
