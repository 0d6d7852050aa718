import Foundation

/// What it costs to replace those who left: leavers × salary × (recruiting + induction + training +
/// lost work).
///
/// Published ranges, for comparison: 16–21 % of a year's salary for most jobs, up to about twice the
/// salary (213 %) for the most senior. (Boushey, H., Glynn, S. J.: There are significant business
/// costs to replacing employees. Center for American Progress, 2012.)
public struct TurnoverCost: Equatable, Sendable {
  /// Of a year's salary, for most jobs.
  public static let usualShare = 0.16...0.21
  /// Of a year's salary, for the most senior.
  public static let highestShare = 2.13

  public enum Comparison: Equatable, Sendable {
    case below, usual
    /// Above what is usual for most jobs and not above that for the most senior.
    case aboveUsual
    case aboveHighest
  }

  public struct Item: Equatable, Sendable, Identifiable {
    public var turnover: Turnover

    public var id: UUID { turnover.id }

    /// The four shares together, of a year's salary; nil: nobody noted one.
    public var share: Double? {
      let shares = [
        turnover.recruiting, turnover.induction, turnover.training, turnover.lostWork,
      ].compactMap { $0 }
      return shares.isEmpty ? nil : shares.reduce(0, +)
    }

    /// Of one who left, in minor units; nil when salary or shares are missing.
    public var perLeaver: Int? { turnover.salary.flatMap { cost(1, $0) } }

    /// Of all of them, in minor units; nil when salary or shares are missing.
    public var cost: Int? { turnover.salary.flatMap { cost(turnover.leavers, $0) } }

    private func cost(_ leavers: Int, _ salary: Int) -> Int? {
      guard let share else { return nil }
      return Int(exactly: (Double(leavers) * Double(salary) * share).rounded())
    }

    /// What the published range for most jobs comes to, in minor units; nil without a salary.
    public var usualCost: ClosedRange<Int>? {
      guard let salary = turnover.salary else { return nil }
      let base = Double(turnover.leavers) * Double(salary)
      guard let low = Int(exactly: (base * TurnoverCost.usualShare.lowerBound).rounded()),
        let high = Int(exactly: (base * TurnoverCost.usualShare.upperBound).rounded())
      else { return nil }
      return low...high
    }

    /// Of the sum of the shares with the published ranges.
    public var comparison: Comparison? {
      share.map { share in
        // 0.1 + 0.06 is no more than 0.16.
        let slack = 1e-9
        if share < TurnoverCost.usualShare.lowerBound - slack { return .below }
        if share <= TurnoverCost.usualShare.upperBound + slack { return .usual }
        return share <= TurnoverCost.highestShare + slack ? .aboveUsual : .aboveHighest
      }
    }
  }

  /// In order.
  public let items: [Item]

  /// - Parameter period: only those whose days lie in it, wholly or in part; nil: all.
  public init(_ turnovers: [Turnover], period: ClosedRange<CalendarDay>? = nil) {
    items = turnovers.inOrder().filter { turnover in
      guard let period else { return true }
      guard let first = turnover.startDay ?? turnover.endDay,
        let last = turnover.endDay ?? turnover.startDay
      else { return false }
      return first <= period.upperBound && last >= period.lowerBound
    }.map { Item(turnover: $0) }
  }

  /// Minor units, of those whose cost is known; nil when it cannot be counted any more.
  public var total: Int? {
    items.compactMap(\.cost).reduce(Int?(0)) { sum, cost in
      guard let (value, overflow) = sum?.addingReportingOverflow(cost), !overflow else {
        return nil
      }
      return value
    }
  }

  /// Salary or shares are missing, in order.
  public var unknown: [Turnover] { items.filter { $0.cost == nil }.map(\.turnover) }
  /// People who left and whose cost is not known.
  public var uncostedLeavers: Int { unknown.reduce(0) { $0 + $1.leavers } }

  /// People who left.
  public var leavers: Int { items.reduce(0) { $0 + $1.turnover.leavers } }

  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Leavers × a year’s salary × (recruiting + induction + training + lost work). Published: 16–21 % of the salary for most jobs, up to about twice the salary for the most senior (Boushey and Glynn 2012)."
    )
  }
}
