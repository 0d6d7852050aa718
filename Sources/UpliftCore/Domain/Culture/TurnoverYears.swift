/// What turnover cost, fiscal year by fiscal year: a sum over more than one year says nothing.
public struct TurnoverYears: Equatable, Sendable {
  public struct Year: Equatable, Sendable {
    /// What its days lie in.
    public enum Span: Equatable, Sendable {
      /// A fiscal year, by the calendar year in which it begins.
      case fiscalYear(Int)
      /// More than one fiscal year, from one to another.
      case several(Int, Int)
      /// Nobody knows when.
      case unknown
    }

    public var span: Span
    /// The first and the last day that is noted, of all its records; nil: none.
    public var days: ClosedRange<CalendarDay>?
    public var cost: TurnoverCost

    /// "2026/27"; "2026" where fiscal years are those of the calendar.
    public func title(startMonth: Int) -> String {
      func name(_ year: Int) -> String {
        guard startMonth != 1 else { return String(year) }
        let next = (year + 1) % 100
        return "\(year)/\(next < 10 ? "0" : "")\(next)"
      }
      return switch span {
      case .fiscalYear(let year): tr("Fiscal year {year}", ["year": name(year)])
      case .several(let first, let last):
        tr("Fiscal years {first} to {last}", ["first": name(first), "last": name(last)])
      case .unknown: tr("Without a period")
      }
    }

    /// "Fiscal year 2026/27, 2026-02-01 – 2026-10-31".
    public func period(startMonth: Int, days format: DayFormat = .local) -> String {
      let title = title(startMonth: startMonth)
      guard let days else { return title }
      return tr(
        "{year}, {first} – {last}",
        [
          "year": title, "first": format.text(days.lowerBound),
          "last": format.text(days.upperBound),
        ])
    }
  }

  /// A year in a sentence, with the period it is about.
  ///
  /// - Parameter money: the text of an amount in hundredths of the currency.
  public static func sentence(
    of year: Year, startMonth: Int, days: DayFormat = .local, money: (Int) -> String
  ) -> String {
    let cost = year.cost
    let period = year.period(startMonth: startMonth, days: days)
    guard cost.unknown.count < cost.n, let total = cost.total else {
      return ntr(
        "{period}: {count} person left; what replacing them cost is not known.",
        "{period}: {count} people left; what replacing them cost is not known.",
        cost.leavers, ["period": period])
    }
    if cost.uncostedLeavers > 0 {
      return ntr(
        "{period}: {count} person left; replacing {known} cost {money}; of the others it is not known.",
        "{period}: {count} people left; replacing {known} of them cost {money}; of the others it is not known.",
        cost.leavers,
        ["period": period, "money": money(total), "known": cost.leavers - cost.uncostedLeavers])
    }
    return ntr(
      "{period}: {count} person left; replacing them cost {money}.",
      "{period}: {count} people left; replacing them cost {money}.", cost.leavers,
      ["period": period, "money": money(total)])
  }

  /// The newest first; those over several years after the years in which they end, those without a
  /// period last.
  public let years: [Year]

  /// - Parameter startMonth: with which the fiscal year begins, 1…12.
  public init(_ turnovers: [Turnover], startMonth: Int) {
    func year(_ day: CalendarDay) -> Int { FiscalQuarter(of: day, startMonth: startMonth).year }
    struct Key: Hashable {
      var first: Int
      var last: Int
    }
    let groups = Dictionary(grouping: turnovers) { turnover -> Key? in
      guard let one = turnover.startDay ?? turnover.endDay,
        let other = turnover.endDay ?? turnover.startDay
      else { return nil }
      return Key(first: year(min(one, other)), last: year(max(one, other)))
    }
    let order = groups.keys.sorted { left, right in
      guard let left, let right else { return left != nil }
      return (-left.last, left.last - left.first) < (-right.last, right.last - right.first)
    }
    years = order.map { key in
      let own = groups[key] ?? []
      let days = own.flatMap { [$0.startDay, $0.endDay].compactMap(\.self) }
      let span: Year.Span =
        switch key {
        case nil: .unknown
        case let key? where key.first == key.last: .fiscalYear(key.first)
        case let key?: .several(key.first, key.last)
        }
      return Year(
        span: span,
        days: days.min().flatMap { first in days.max().map { first...$0 } },
        cost: TurnoverCost(own))
    }
  }

  /// Of those whose days are known, the newest; where none are, what there is.
  public var newest: Year? { years.first }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "What lies in one fiscal year is added up; what spans more than one stands by itself."
    )
  }
}
