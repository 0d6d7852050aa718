import Foundation

/// The days for which the leaderboards are drawn up: a usual period, or from one day to another.
public enum AccoladeDays: Hashable, Sendable {
  case period(AccoladePeriod)
  /// Both days in it, in either order; nil: no end on that side.
  case between(CalendarDay?, CalendarDay?)

  /// Both ends in it; nil: all days.
  ///
  /// - Parameter startMonth: with which the fiscal year begins, 1…12.
  public func days(today: CalendarDay, startMonth: Int = 1) -> ClosedRange<CalendarDay>? {
    switch self {
    case .period(let period): return period.days(today: today, startMonth: startMonth)
    case .between(nil, nil): return nil
    case .between(let first, let last):
      guard let one = first ?? CalendarDay("0001-01-01"),
        let other = last ?? CalendarDay("9999-12-31")
      else { return nil }
      return min(one, other)...max(one, other)
    }
  }

  /// In the language of the program.
  public func title(_ format: DayFormat = .local) -> String {
    switch self {
    case .period(let period): period.title
    case .between(nil, nil): AccoladePeriod.everything.title
    case .between(let first?, nil): tr("From {day}", ["day": format.text(first)])
    case .between(nil, let last?): tr("Up to {day}", ["day": format.text(last)])
    case .between(let first?, let last?):
      tr(
        "From {first} to {last}",
        ["first": format.text(min(first, last)), "last": format.text(max(first, last))])
    }
  }
}
