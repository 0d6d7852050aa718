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
  /// Neither done nor dropped, and for no goal of the vision; in order.
  public let initiativesWithoutGoal: [Initiative]
  /// Neither done nor dropped.
  public let initiativeCount: Int

  public init(_ goals: [Goal], initiatives: [Initiative]) {
    let known = Set(goals.map(\.id))
    let ordered = initiatives.inOrder()
    let byGoal = Dictionary(grouping: ordered.filter { $0.status != .dropped }, by: \.goalID)
    items = goals.inOrder().map { Item(goal: $0, initiatives: byGoal[$0.id] ?? []) }
    let open = ordered.filter(\.isUnderWay)
    initiativeCount = open.count
    initiativesWithoutGoal = open.filter { !($0.goalID.map(known.contains) ?? false) }
  }

  /// Goals that nobody does anything for, in order.
  public var goalsWithoutInitiative: [Goal] { items.filter(\.initiatives.isEmpty).map(\.goal) }

  /// Goals.
  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A goal has an initiative when one names it and is not dropped. An initiative under way serves a goal when it names one of the vision."
    )
  }
}
