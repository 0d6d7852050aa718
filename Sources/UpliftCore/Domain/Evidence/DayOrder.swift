import Foundation

/// In which order day, month and year stand in a column of a table that another program wrote.
public enum DayOrder: String, CaseIterable, Sendable {
  case yearFirst = "ymd"
  case dayFirst = "dmy"
  case monthFirst = "mdy"

  public var title: String {
    switch self {
    case .yearFirst: tr("Year, month, day")
    case .dayFirst: tr("Day, month, year")
    case .monthFirst: tr("Month, day, year")
    }
  }

  /// Reads "2026-11-21", "21.11.2026", "11/21/26", also with a time behind, which does not count;
  /// "2026-11" is its first day, and "20261121" is read as well. Figures of any script; a year of
  /// two figures is one of 2000…2099. What begins with a year of four figures goes on with the month.
  public func day(_ text: String) -> CalendarDay? {
    guard let parts = Self.numbers(text) else { return nil }
    if parts.count == 1, parts[0] > 9_999_999 {
      return CalendarDay(
        year: parts[0] / 10_000, month: parts[0] / 100 % 100, day: parts[0] % 100)
    }
    if parts.count == 2 {
      return parts[0] > 999 ? CalendarDay(year: parts[0], month: parts[1], day: 1) : nil
    }
    guard parts.count == 3 else { return nil }
    if parts[0] > 999 { return CalendarDay(year: parts[0], month: parts[1], day: parts[2]) }
    // "0001" is no short year: programs write it where they know no day.
    guard !Self.hasLongYear(text) || parts.contains(where: { $0 > 99 }) else { return nil }
    func year(_ number: Int) -> Int { number < 100 ? 2000 + number : number }
    switch self {
    case .yearFirst: return CalendarDay(year: year(parts[0]), month: parts[1], day: parts[2])
    case .dayFirst: return CalendarDay(year: year(parts[2]), month: parts[1], day: parts[0])
    case .monthFirst: return CalendarDay(year: year(parts[2]), month: parts[0], day: parts[1])
    }
  }

  /// In which order days are written, as far as these tell. Nil: they can be read in two ways, or
  /// there are none.
  public static func order(of texts: some Sequence<String>) -> DayOrder? {
    var fitting = Set(allCases)
    var found = false
    var hasPoints = false
    for text in texts {
      guard let parts = numbers(text), parts.count > 0 else { continue }
      found = true
      guard parts.count == 3, parts[0] < 1000 else { continue }
      hasPoints = hasPoints || text.contains(".")
      fitting = fitting.filter { $0.day(text) != nil }
      // A year of four figures at the end is no day.
      if parts[2] > 99 { fitting.remove(.yearFirst) }
    }
    guard found else { return nil }
    if fitting.count == allCases.count { return .yearFirst }
    if fitting.count == 1 { return fitting.first }
    return hasPoints && fitting.contains(.dayFirst) ? .dayFirst : nil
  }

  /// The order of the locale that the program runs in; nil where it has the international one.
  public static var local: DayOrder? {
    switch DayFormat.local.day("03/04/2026")?.month {
    case 3: .monthFirst
    case 4: .dayFirst
    default: nil
    }
  }

  /// Whether a day has three or more figures in one of its numbers.
  private static func hasLongYear(_ text: String) -> Bool {
    text.prefix { !$0.isWhitespace && $0 != "T" }
      .split { $0.wholeNumberValue == nil }.contains { $0.count > 2 }
  }

  /// The figures of a day, without those of a time of day behind it.
  private static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    var current: Int?
    var hasMark = false
    // Marks of the writing direction stand between figures and signs.
    let characters = text.filter { !["\u{200E}", "\u{200F}", "\u{061C}"].contains($0) }
    for (place, character) in zip(characters.indices, characters) {
      if let digit = character.wholeNumberValue, digit < 10 {
        let value = (current ?? 0) * 10 + digit
        guard value < 100_000_000 else { return nil }
        current = value
        hasMark = false
        continue
      }
      let wasNumber = current != nil
      if let value = current { numbers.append(value) }
      current = nil
      switch character {
      case "-", ".", "/":
        guard wasNumber else { return nil }
        hasMark = true
        guard numbers.count == 3 else { continue }
        // "21. 11. 2026." ends so; a fourth figure is none of a day.
        let rest = characters[characters.index(after: place)...]
        return rest.first?.isWhitespace ?? true ? numbers : nil
      case "T", ",",
        _ where character.isWhitespace:
        // The time follows; in "21. 11. 2026" the day goes on.
        if numbers.count == 3 || (wasNumber && !hasMark) { return numbers.isEmpty ? nil : numbers }
      default: return nil
      }
    }
    if let value = current { numbers.append(value) }
    return numbers.isEmpty ? nil : numbers
  }
}
