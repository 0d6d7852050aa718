import CIntl
import Foundation

/// The names of months in the locale's words.
public enum MonthName {
  /// - Parameter month: 1…12.
  public static func full(_ month: Int) -> String { name(Int32(MON_1), month) }

  /// Shortened: "Sep".
  ///
  /// - Parameter month: 1…12.
  public static func short(_ month: Int) -> String { name(Int32(ABMON_1), month) }

  /// "Sep 2026".
  public static func withYear(_ day: CalendarDay) -> String {
    tr("{month} {year}", ["month": short(day.month), "year": day.year])
  }

  private static func name(_ first: Int32, _ month: Int) -> String {
    guard (1...12).contains(month) else { return String(month) }
    return nl_langinfo(first + Int32(month - 1)).map { String(cString: $0) } ?? String(month)
  }
}
