import Foundation

/// A month of a year, written `2026-11`.
public struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1…12.
  public let month: Int

  public init(of day: CalendarDay) {
    year = day.year
    month = day.month
  }

  private init(number: Int) {
    let bounded = min(max(number, 12), 9999 * 12 + 11)
    year = bounded / 12
    month = bounded % 12 + 1
  }

  private var number: Int { year * 12 + month - 1 }

  /// So many months later, or earlier for a number below 0.
  public func advanced(by count: Int) -> CalendarMonth { CalendarMonth(number: number + count) }

  /// Months from this one to another; negative when that is earlier.
  public func distance(to other: CalendarMonth) -> Int { other.number - number }

  public var firstDay: CalendarDay {
    CalendarDay(year: year, month: month, day: 1) ?? CalendarDay(daysSince1970: 0)
  }

  public var lastDay: CalendarDay {
    number == 9999 * 12 + 11
      ? CalendarDay(daysSince1970: .max)
      : CalendarDay(daysSince1970: advanced(by: 1).firstDay.daysSince1970 - 1)
  }

  public func contains(_ day: CalendarDay) -> Bool { day.year == year && day.month == month }

  /// From one to another, both included; none when the last comes before the first.
  public static func months(_ first: CalendarMonth, through last: CalendarMonth) -> [CalendarMonth]
  {
    guard first <= last else { return [] }
    return (0...first.distance(to: last)).map { first.advanced(by: $0) }
  }

  /// The last so many months, oldest first; the one that holds `today` is the last.
  public static func last(_ count: Int, until today: CalendarDay) -> [CalendarMonth] {
    let last = CalendarMonth(of: today)
    return (0..<max(0, count)).reversed().map { last.advanced(by: -$0) }
  }

  public var description: String { String(firstDay.description.prefix(7)) }

  public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
    left.number < right.number
  }
}
