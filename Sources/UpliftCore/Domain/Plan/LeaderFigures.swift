import Foundation

/// Which leaders have signed, and when people last saw them act on it.
public struct LeaderFigures: Equatable, Sendable {
  public struct Item: Equatable, Sendable, Identifiable {
    public var leader: Leader
    /// Up to today, newest first.
    public var acts: [LeaderAct]
    /// Since the newest act; nil: nobody has seen one.
    public var daysSinceLastAct: Int?

    public var id: UUID { leader.id }
  }

  /// In order.
  public let items: [Item]
  /// With a day on which they signed, up to today.
  public let signed: Proportion

  public init(_ leaders: [Leader], acts: [LeaderAct], today: CalendarDay) {
    let byLeader = Dictionary(
      grouping: acts.filter { $0.day.map { $0 <= today } ?? false }, by: \.leaderID)
    let leaders = leaders.inOrder()
    items = leaders.map { leader in
      let own = (byLeader[leader.id] ?? []).sorted {
        ($0.day ?? today, $0.rank) > ($1.day ?? today, $1.rank)
      }
      return Item(
        leader: leader, acts: own,
        daysSinceLastAct: own.first?.day.map { $0.days(until: today) })
    }
    signed = Proportion(
      leaders.count { $0.signedOn.map { $0 <= today } ?? false }, of: leaders.count)
  }

  /// Those nobody has seen act first, then the longest ago.
  public var longestWithoutAct: [Item] {
    items.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.daysSinceLastAct ?? .max, right.element.daysSinceLastAct ?? .max
      )
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Signed: a day is noted on which they did. Last act: the newest one noted that people could see."
    )
  }
}
