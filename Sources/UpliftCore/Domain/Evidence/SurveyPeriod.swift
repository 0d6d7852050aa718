import Foundation

/// For how long answers of a survey are put together into one reading.
public enum SurveyGrain: String, CaseIterable, Sendable {
  case month, quarter, year

  /// - Parameter startMonth: with which the fiscal year begins, 1…12.
  public func period(of day: CalendarDay, startMonth: Int) -> SurveyPeriod {
    switch self {
    case .month:
      let month = CalendarMonth(of: day)
      return SurveyPeriod(start: month.firstDay, end: month.lastDay)
    case .quarter:
      let quarter = FiscalQuarter(of: day, startMonth: startMonth)
      return SurveyPeriod(
        start: quarter.firstDay(startMonth: startMonth),
        end: quarter.lastDay(startMonth: startMonth))
    case .year:
      let first = FiscalQuarter(of: day, startMonth: startMonth)
      let start = first.advanced(by: 1 - first.quarter).firstDay(startMonth: startMonth)
      let end = first.advanced(by: 4 - first.quarter).lastDay(startMonth: startMonth)
      return SurveyPeriod(start: start, end: end)
    }
  }

  public var title: String {
    switch self {
    case .month: tr("Month")
    case .quarter: tr("Quarter")
    case .year: tr("Year")
    }
  }
}

/// The days, both included, whose answers are one reading.
public struct SurveyPeriod: Hashable, Comparable, Sendable {
  /// Nil: the answers name no days, and count for one.
  public var start: CalendarDay?
  public var end: CalendarDay

  public init(start: CalendarDay?, end: CalendarDay) {
    self.start = start
    self.end = end
  }

  /// "November 2026", "Q1 2026/27", "2026", or the days.
  public func title(startMonth: Int) -> String {
    guard let start else { return DayFormat.local.text(end) }
    if self == SurveyGrain.month.period(of: start, startMonth: startMonth) {
      return tr("{month} {year}", ["month": MonthName.full(start.month), "year": start.year])
    }
    let quarter = FiscalQuarter(of: start, startMonth: startMonth)
    if self == SurveyGrain.quarter.period(of: start, startMonth: startMonth) {
      return quarter.text(startMonth: startMonth)
    }
    if self == SurveyGrain.year.period(of: start, startMonth: startMonth) {
      return startMonth == 1 ? String(start.year) : "\(start.year)/\(end.year % 100)"
    }
    return tr(
      "{first} to {last}",
      ["first": DayFormat.local.text(start), "last": DayFormat.local.text(end)])
  }

  public static func < (left: SurveyPeriod, right: SurveyPeriod) -> Bool {
    left.end == right.end
      ? (left.start ?? left.end) < (right.start ?? right.end) : left.end < right.end
  }
}
