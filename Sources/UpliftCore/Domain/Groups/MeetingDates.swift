import Foundation

/// The days of meetings that come again and again.
public enum MeetingDates {
  /// What stays the same from one to the next.
  public enum Manner: String, CaseIterable, Sendable {
    /// The 31st; the last day of months that are shorter.
    case sameDay
    /// The second Tuesday; a fifth one is the last one of months that have four.
    case sameWeekday
  }

  /// Meetings that one asks for at once: this many at most.
  public static let mostAtOnce = 60

  /// - Parameters:
  ///   - manner: of those that come by months; weeks keep their weekday anyway.
  ///   - count: how many, the first among them; fewer where the calendar ends.
  public static func days(
    from first: CalendarDay, _ cadence: MeetingSeries.Cadence, _ manner: Manner = .sameDay,
    count: Int
  ) -> [CalendarDay] {
    (0..<max(0, count)).compactMap { number -> CalendarDay? in
      switch cadence {
      case .weekly: first.adding(days: 7 * number)
      case .fortnightly: first.adding(days: 14 * number)
      case .monthly: first.adding(months: number, manner)
      case .quarterly: first.adding(months: 3 * number, manner)
      case .yearly: first.adding(months: 12 * number, manner)
      }
    }
  }

  /// How the days of a series follow one another, as far as they tell.
  public static func manner(of days: [CalendarDay]) -> Manner {
    guard let first = days.first, days.count > 1 else { return .sameDay }
    let keepsWeekday = days.allSatisfy { day in
      let months = (day.year - first.year) * 12 + day.month - first.month
      return first.adding(months: months, .sameWeekday) == day
    }
    let keepsDay = days.allSatisfy { day in
      let months = (day.year - first.year) * 12 + day.month - first.month
      return first.adding(months: months, .sameDay) == day
    }
    return keepsWeekday && !keepsDay ? .sameWeekday : .sameDay
  }

  /// "second Tuesday", of the month.
  public static func name(ofWeekdayIn day: CalendarDay) -> String {
    let ordinal =
      switch day.weekInMonth {
      case 1: tr("first")
      case 2: tr("second")
      case 3: tr("third")
      case 4: tr("fourth")
      default: tr("last")
      }
    return tr("{ordinal} {weekday}", ["ordinal": ordinal, "weekday": day.weekdayName])
  }
}

extension CalendarDay {
  /// Nil beyond the years 1…9999.
  func adding(days: Int) -> CalendarDay? {
    let day = CalendarDay(daysSince1970: daysSince1970 + Int64(days))
    return day.daysSince1970 == daysSince1970 + Int64(days) ? day : nil
  }

  func adding(months: Int, _ manner: MeetingDates.Manner) -> CalendarDay? {
    let number = year * 12 + month - 1 + months
    let (year, month) = (number / 12, number % 12 + 1)
    guard (1...9999).contains(year) else { return nil }
    switch manner {
    case .sameDay:
      return (0...3).lazy.compactMap {
        CalendarDay(year: year, month: month, day: day - $0)
      }.first
    case .sameWeekday:
      guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
      let start = 1 + (weekday - first.weekday + 7) % 7
      return (0...4).reversed().lazy.filter { $0 < weekInMonth }.compactMap {
        CalendarDay(year: year, month: month, day: start + 7 * $0)
      }.first
    }
  }

  /// 0 is Monday.
  var weekday: Int { Int((daysSince1970 + 3) - (daysSince1970 + 3).flooredDivision(by: 7) * 7) }

  /// 1…5: the how-manieth of its weekday in its month.
  var weekInMonth: Int { (day - 1) / 7 + 1 }

  /// "Tuesday".
  public var weekdayName: String {
    switch weekday {
    case 0: tr("Monday")
    case 1: tr("Tuesday")
    case 2: tr("Wednesday")
    case 3: tr("Thursday")
    case 4: tr("Friday")
    case 5: tr("Saturday")
    default: tr("Sunday")
    }
  }
}
