import Foundation

/// Whether goals and initiatives fit each other.
public struct GoalCoverage: Equatable, Sendable {
  public struct Item: Equatable, Sendable, Identifiable {
    public var goal: Goal
    /// Those that serve it and are not dropped, in order; done ones, too.
    public var initiatives: [Initiative]

    public var id: UUID { goal.id }
  }

  /// Goals in order.
  public let items: [Item]
  /// Neither done nor dropped, and for no goal at all; in order.
  public let initiativesWithoutGoal: [Initiative]
  /// Neither done nor dropped, and for a goal in words that is none of the vision; in order.
  public let initiativesWithOtherGoal: [Initiative]
  /// Neither done nor dropped.
  public let initiativeCount: Int

  public init(_ goals: [Goal], initiatives: [Initiative]) {
    let ordered = initiatives.inOrder()
    let goals = goals.inOrder()
    let served = ServedGoals(goals)
    let byGoal = Dictionary(grouping: ordered.filter { $0.status != .dropped }) {
      served.goal(of: $0)?.id
    }
    items = goals.map { Item(goal: $0, initiatives: byGoal[$0.id] ?? []) }
    let open = ordered.filter(\.isUnderWay)
    initiativeCount = open.count
    let others = open.filter { served.goal(of: $0) == nil }
    initiativesWithoutGoal = others.filter(\.goal.isBlank)
    initiativesWithOtherGoal = others.filter { !$0.goal.isBlank }
  }

  /// Goals that nobody does anything for, in order.
  public var goalsWithoutInitiative: [Goal] { items.filter(\.initiatives.isEmpty).map(\.goal) }

  /// Goals.
  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A goal has an initiative when one names it, by a link or by the same words, and is not dropped. An initiative under way is without a goal when it names none at all."
    )
  }
}
