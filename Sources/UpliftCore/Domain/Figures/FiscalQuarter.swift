import Foundation

/// A quarter of a fiscal year, written `2026-Q1`. Where a fiscal year does not begin in January it
/// is named by the calendar year in which it begins.
public struct FiscalQuarter: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The calendar year in which the fiscal year begins.
  public let year: Int
  /// 1…4.
  public let quarter: Int

  /// Nil outside the years 1…9999 and the quarters 1…4.
  public init?(year: Int, quarter: Int) {
    guard (1...9999).contains(year), (1...4).contains(quarter) else { return nil }
    self.year = year
    self.quarter = quarter
  }

  /// Reads `2026-Q1`, "Q1 2026", "Q1 2026/27" and "1/2026", in any case.
  public init?(_ text: String) {
    let upper = text.uppercased()
    let numbers = upper.split(whereSeparator: { $0.wholeNumberValue == nil }).compactMap { Int($0) }
    let letters = upper.filter(\.isLetter)
    guard letters.isEmpty || ["Q", "FY", "FYQ", "QFY"].contains(letters), numbers.count >= 2,
      numbers.count <= 3
    else { return nil }
    let quarterFirst = numbers[0] <= 4
    let (quarter, year) = quarterFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    if numbers.count == 3 {
      // "2026/27": the years follow each other.
      let next = numbers[2] < 100 ? year / 100 * 100 + numbers[2] : numbers[2]
      guard quarterFirst, next == year + 1 || (year % 100 == 99 && numbers[2] == 0) else {
        return nil
      }
    }
    self.init(year: year < 100 ? 2000 + year : year, quarter: quarter)
  }

  /// The quarter that a day falls into.
  ///
  /// - Parameter startMonth: with which the fiscal year begins, 1…12.
  public init(of day: CalendarDay, startMonth: Int = 1) {
    let shifted = day.month - Self.month(startMonth)
    year = max(1, shifted < 0 ? day.year - 1 : day.year)
    quarter = (shifted + 12) % 12 / 3 + 1
  }

  private static func month(_ start: Int) -> Int { min(max(start, 1), 12) }

  public func firstDay(startMonth: Int = 1) -> CalendarDay {
    let months = Self.month(startMonth) - 1 + (quarter - 1) * 3
    return CalendarDay(year: year + months / 12, month: months % 12 + 1, day: 1)
      ?? Self.lastOfAll
  }

  public func lastDay(startMonth: Int = 1) -> CalendarDay {
    let first = firstDay(startMonth: startMonth)
    let after = next.firstDay(startMonth: startMonth)
    guard next != self, after < Self.lastOfAll else { return Self.lastOfAll }
    return max(first, CalendarDay(daysSince1970: after.daysSince1970 - 1))
  }

  /// Beyond it there is no day.
  private static let lastOfAll = CalendarDay(daysSince1970: .max)

  public var next: FiscalQuarter { advanced(by: 1) }

  /// So many quarters later, or earlier for a number below 0.
  public func advanced(by count: Int) -> FiscalQuarter {
    let number = min(max(year * 4 + quarter - 1 + count, 4), 9999 * 4 + 3)
    return FiscalQuarter(year: number / 4, quarter: number % 4 + 1) ?? self
  }

  /// Quarters from this one to another; negative when that is earlier.
  public func distance(to other: FiscalQuarter) -> Int {
    other.year * 4 + other.quarter - year * 4 - quarter
  }

  public var description: String {
    let text = String(year)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text + "-Q\(quarter)"
  }

  /// "Q1 2026", or "Q1 2026/27" when the fiscal year lies in two calendar years.
  public func text(startMonth: Int = 1) -> String {
    guard startMonth != 1 else {
      return tr("Q{quarter} {year}", ["quarter": quarter, "year": year])
    }
    let next = String((year + 1) % 100)
    return tr(
      "Q{quarter} {year}/{next}",
      ["quarter": quarter, "year": year, "next": next.count < 2 ? "0" + next : next])
  }

  public static func < (left: FiscalQuarter, right: FiscalQuarter) -> Bool {
    (left.year, left.quarter) < (right.year, right.quarter)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let quarter = FiscalQuarter(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text.prefix(40)) is no quarter; write it as 2026-Q1")
    }
    self = quarter
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
