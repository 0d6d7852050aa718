import Foundation

/// Whether it moves: what was brought to an end, month by month.
public struct Momentum: Equatable, Sendable {
  public struct Month: Equatable, Sendable {
    public var month: CalendarMonth
    /// Done, with their end in this month.
    public var initiatives: [Initiative] = []
    /// Kept and closed in it.
    public var promises: [Promise] = []
    public var champions: [Champion] = []
    /// Cleared in it.
    public var barriers: [Barrier] = []

    public var count: Int {
      initiatives.count + promises.count + champions.count + barriers.count
    }
  }

  /// Oldest first, months in which nothing happened, too.
  public let months: [Month]
  /// Done, kept, named or cleared on a day that nobody noted or that is still to come: they are in
  /// no month.
  public let undated: [EntityReference]

  /// - Parameter count: months, the present one the last.
  public init(
    initiatives: [Initiative], promises: [Promise], champions: [Champion], barriers: [Barrier],
    months count: Int = 12, today: CalendarDay
  ) {
    var months = CalendarMonth.last(count, until: today).map { Month(month: $0) }
    var undated: [EntityReference] = []
    let first = months.first?.month
    func place(_ day: CalendarDay?, _ reference: EntityReference) -> Int? {
      guard let first else { return nil }
      guard let day, day <= today else {
        undated.append(reference)
        return nil
      }
      let place = first.distance(to: CalendarMonth(of: day))
      return months.indices.contains(place) ? place : nil
    }
    for one in initiatives.inOrder() where one.status == .done {
      if let place = place(one.endDay, one.reference) { months[place].initiatives.append(one) }
    }
    for one in promises.inOrder() where one.outcome == .kept {
      if let place = place(one.closedOn, one.reference) { months[place].promises.append(one) }
    }
    for one in champions.inOrder() {
      if let place = place(one.day, one.reference) { months[place].champions.append(one) }
    }
    for one in barriers.inOrder() {
      guard let cleared = one.clearedOn else { continue }
      if let place = place(cleared, one.reference) { months[place].barriers.append(one) }
    }
    self.months = months
    self.undated = undated
  }

  public var n: Int { months.reduce(0) { $0 + $1.count } }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A month: initiatives done (by their end), promises kept (by the day they were closed), Customer Champions named, barriers cleared."
    )
  }
}
