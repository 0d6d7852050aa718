import Foundation

/// For which days the leaderboards are drawn up.
public enum AccoladePeriod: String, CaseIterable, Codable, Sendable {
  case everything
  case thisMonth = "this_month"
  case lastMonth = "last_month"
  case thisQuarter = "this_quarter"
  case lastQuarter = "last_quarter"
  case thisYear = "this_year"
  case lastYear = "last_year"

  /// In the language of the program.
  public var title: String {
    switch self {
    case .everything: tr("All the time")
    case .thisMonth: tr("This month")
    case .lastMonth: tr("Last month")
    case .thisQuarter: tr("This quarter")
    case .lastQuarter: tr("Last quarter")
    case .thisYear: tr("This fiscal year")
    case .lastYear: tr("Last fiscal year")
    }
  }

  /// Both ends in it; nil: all days.
  ///
  /// - Parameter startMonth: with which the fiscal year begins, 1…12.
  public func days(today: CalendarDay, startMonth: Int = 1) -> ClosedRange<CalendarDay>? {
    let month = CalendarMonth(of: today)
    let quarter = FiscalQuarter(of: today, startMonth: startMonth)
    func span(_ month: CalendarMonth) -> ClosedRange<CalendarDay> {
      month.firstDay...month.lastDay
    }
    func span(_ first: FiscalQuarter, _ last: FiscalQuarter) -> ClosedRange<CalendarDay> {
      first.firstDay(startMonth: startMonth)...last.lastDay(startMonth: startMonth)
    }
    let yearBegins = quarter.advanced(by: 1 - quarter.quarter)
    return switch self {
    case .everything: nil
    case .thisMonth: span(month)
    case .lastMonth: span(month.advanced(by: -1))
    case .thisQuarter: span(quarter, quarter)
    case .lastQuarter: span(quarter.advanced(by: -1), quarter.advanced(by: -1))
    case .thisYear: span(yearBegins, yearBegins.advanced(by: 3))
    case .lastYear: span(yearBegins.advanced(by: -4), yearBegins.advanced(by: -1))
    }
  }
}
