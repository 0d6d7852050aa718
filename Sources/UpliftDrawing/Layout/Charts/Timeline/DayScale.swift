import UpliftCore

/// Days along a line.
struct DayScale: Equatable {
  let first: CalendarDay
  /// The last one that is shown.
  let last: CalendarDay
  /// Of the first day's beginning and the last one's end.
  let minX: Double
  let maxX: Double

  var count: Int { first.days(until: last) + 1 }

  /// Where a day begins; at the edge when it is not shown.
  func x(of day: CalendarDay) -> Double {
    let days = min(max(first.days(until: day), 0), count)
    return minX + Double(days) / Double(max(1, count)) * (maxX - minX)
  }

  /// The day at a place, also outside of what is shown.
  func day(at x: Double) -> CalendarDay {
    let share = (x - minX) / max(1, maxX - minX)
    let days = (share * Double(count) + 1e-9).rounded(.down)
    return first.advanced(by: Int(min(max(days, -400_000), 400_000)))
  }

  /// Days that a line holds before and after the one in the middle. Who writes 31 December 9999 for
  /// "no end" wants to see the others.
  private static let longestReach = 20 * 366

  /// Whole months, and whole quarters of the fiscal year when they are few.
  static func range(
    of days: [CalendarDay], startMonth: Int
  ) -> (first: CalendarDay, last: CalendarDay)? {
    guard !days.isEmpty else { return nil }
    let middle = days.sorted()[days.count / 2]
    let shown = days.filter { abs(middle.days(until: $0)) <= Self.longestReach }
    guard let least = shown.min(), let most = shown.max() else { return nil }
    let first = FiscalQuarter(of: least, startMonth: startMonth).firstDay(startMonth: startMonth)
    let last = FiscalQuarter(of: most, startMonth: startMonth).lastDay(startMonth: startMonth)
    return (first, last)
  }

  /// The first days of the months that are shown.
  var months: [CalendarDay] {
    var months: [CalendarDay] = []
    var year = first.year
    var month = first.month
    while let day = CalendarDay(year: year, month: month, day: 1), day <= last, months.count < 1200
    {
      months.append(day)
      month += 1
      if month > 12 {
        month = 1
        year += 1
      }
    }
    return months
  }
}
