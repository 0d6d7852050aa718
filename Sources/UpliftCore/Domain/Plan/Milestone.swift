import Foundation

/// A stretch of the way up, from the first agreement of the leaders to everybody at work on it.
public struct Milestone: Ranked {
  public static let kind = EntityKind.milestone

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// What is true when it is reached.
  public var meaning: String
  public var due: CalendarDay?
  public var reachedOn: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    meaning: String = "",
    due: CalendarDay? = nil,
    reachedOn: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.meaning = meaning
    self.due = due
    self.reachedOn = reachedOn
  }
}

extension Sequence<Milestone> {
  /// As they come on the way: what is reached by its day, then what is ahead by the day on which it
  /// is due; what has no day last. Of like days in the order of ranks.
  public func onTheWay() -> [Milestone] {
    let ordered = inOrder()
    func sorted(
      _ milestones: [Milestone], by day: (Milestone) -> CalendarDay?
    ) -> [Milestone] {
      milestones.enumerated().sorted { left, right in
        switch (day(left.element), day(right.element)) {
        case (let first?, let second?):
          first == second ? left.offset < right.offset : first < second
        case (nil, nil): left.offset < right.offset
        case (let first, _): first != nil
        }
      }.map(\.element)
    }
    return sorted(ordered.filter { $0.reachedOn != nil }) { $0.reachedOn }
      + sorted(ordered.filter { $0.reachedOn == nil }) { $0.due }
  }
}

extension Sequence<Milestone> {
  /// By the day on which each was reached or is due, those without a day last; of one day in order.
  public func byDay() -> [Milestone] {
    sorted { left, right in
      switch (left.reachedOn ?? left.due, right.reachedOn ?? right.due) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: left.precedes(right)
      }
    }
  }
}
