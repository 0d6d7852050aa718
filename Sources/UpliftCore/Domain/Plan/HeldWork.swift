import Foundation

/// What rests so that there is room for something else.
public struct HeldWork: Equatable, Sendable {
  public struct Item: Equatable, Sendable, Identifiable {
    public var initiative: Initiative
    /// What it makes room for; nil: nobody says, or that one is gone.
    public var madeRoomFor: Initiative?
    /// Full-time equivalents that were granted to it.
    public var freedPeople: Double
    /// Minor units that were granted to it: once, and for a year.
    public var freedMoney: Int
    /// What it made room for is done or dropped: it may go on.
    public var mayResume: Bool

    public var id: UUID { initiative.id }
  }

  /// In order.
  public let items: [Item]
  /// Goals that say what rests for them, in order.
  public let goals: [Goal]
  /// Initiatives that are held.
  public var n: Int { items.count }

  public init(_ initiatives: [Initiative], needs: [ResourceNeed] = [], goals: [Goal] = []) {
    let byID = Dictionary(initiatives.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let granted = Dictionary(grouping: needs, by: \.initiativeID)
    items = initiatives.inOrder().filter { $0.status == .held }.map { initiative in
      let other = initiative.heldForID.flatMap { byID[$0] }
      let own = granted[initiative.id] ?? []
      return Item(
        initiative: initiative, madeRoomFor: other,
        freedPeople: own.reduce(0) { $0 + ($1.grantedPeople ?? 0) },
        freedMoney: own.compactMap(\.grantedMoney).clampedSum(),
        mayResume: other.map { !$0.isUnderWay } ?? false)
    }
    self.goals = goals.inOrder().filter { !$0.putOnHold.isBlank }
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Initiatives on hold, what each makes room for, and what it was granted before. It may go on when the other one is done or dropped."
    )
  }
}
