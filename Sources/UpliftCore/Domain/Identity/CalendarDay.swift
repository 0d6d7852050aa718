import Foundation

/// A day of the Gregorian calendar with no time and no time zone, written `2026-11-21`.
public struct CalendarDay: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when there is no such day. Years 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`.
  public init?(_ text: String) {
    // By bytes: a workspace holds tens of thousands.
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    func number(_ places: Range<Int>) -> Int? {
      bytes[places].reduce(Int?(0)) { sum, byte in
        guard let sum, (48...57).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 48)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day that `date` falls on here.
  public init(_ date: Date) {
    // The first calendar of a program is long in the making, and a day is wanted to begin with.
    var seconds = time_t(max(-1e11, min(date.timeIntervalSince1970.rounded(.down), 1e12)))
    var parts = tm()
    localtime_r(&seconds, &parts)
    year = min(max(Int(parts.tm_year) + 1900, 1), 9999)
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
  }

  /// The day that `date` falls on in `timeZone`.
  public init(_ date: Date, in timeZone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    year = min(max(parts.year ?? 1, 1), 9999)
    month = parts.month ?? 1
    day = parts.day ?? 1
  }

  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = CalendarDay(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text.prefix(40)) is no day; write it as 2026-11-21")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CalendarDay {
  private static let daysOf400Years: Int64 = 146_097
  private static let daysBefore1970: Int64 = 719_468

  /// Counted from 1970-01-01, which is 0. Years begin in March here, so that the day that only
  /// some of them have comes last.
  var daysSince1970: Int64 {
    let shifted = Int64(month <= 2 ? year - 1 : year)
    let era = shifted.flooredDivision(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysOf400Years + dayOfEra - Self.daysBefore1970
  }

  /// The inverse. Outside the years 1…9999 it is the nearest day inside.
  init(daysSince1970 days: Int64) {
    let bounded = min(max(days, -719_162), 2_932_896)
    let shifted = bounded + Self.daysBefore1970
    let era = shifted.flooredDivision(by: Self.daysOf400Years)
    let dayOfEra = shifted - era * Self.daysOf400Years
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }
}

extension Int64 {
  /// Rounded down, also below zero. `divisor` is positive.
  func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
