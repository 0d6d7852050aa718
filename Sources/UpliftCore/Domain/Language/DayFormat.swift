import CIntl
import Foundation

/// How days are written and read: in the locale's own way, and always as 2026-11-21 as well.
public struct DayFormat: Sendable {
  private enum Part: Equatable, Sendable {
    case day, month, year
    case text(String)
  }

  private var parts: [Part]

  /// - Parameter pattern: as `strftime` has it; `%d.%m.%Y`. One that holds anything but day,
  ///   month and year in figures is not followed: days are written as 2026-11-21 then.
  public init(pattern: String) {
    parts = Self.parse(pattern) ?? []
  }

  /// Of the locale that the program runs in.
  public static let local: DayFormat = {
    let locale = setlocale(LC_TIME, nil).map { String(cString: $0) } ?? "C"
    guard !["C", "POSIX"].contains(locale), !locale.hasPrefix("C.") else {
      return DayFormat(pattern: "")
    }
    return DayFormat(pattern: nl_langinfo(Int32(D_FMT)).map { String(cString: $0) } ?? "")
  }()

  public func text(_ day: CalendarDay) -> String {
    guard !parts.isEmpty else { return day.description }
    let figures = day.description.split(separator: "-").map(String.init)
    return parts.map { part in
      switch part {
      case .year: figures[0]
      case .month: figures[1]
      case .day: figures[2]
      case .text(let text): text
      }
    }.joined()
  }

  /// The text with hyphens in its days (2026-11-21) at which no line is broken; for the screen alone.
  public static func unbroken(_ text: String) -> String {
    text.contains("-")
      ? text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/) {
        $0.output.replacingOccurrences(of: "-", with: "\u{2011}")
      } : text
  }

  /// Nil when the text is no day. Figures of any script; a year of two figures is one of
  /// 2000…2099. A year before 1900 is a slip of the keys, and no day.
  public func day(_ text: String) -> CalendarDay? {
    let parts = text.split(whereSeparator: { $0.wholeNumberValue == nil })
    let numbers = parts.map { digits in
      digits.reduce(0) { min($0 * 10 + ($1.wholeNumberValue ?? 0), 100_000) }
    }
    guard numbers.count == 3, !text.contains(where: \.isLetter) else { return nil }
    if parts[0].count > 2 {
      guard numbers[0] >= Self.firstYear else { return nil }
      return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    let order = self.parts.filter { [.day, .month, .year].contains($0) }
    var year: Int?
    var month: Int?
    var day: Int?
    for (place, part) in (order.isEmpty ? [.year, .month, .day] : order).enumerated() {
      let number = numbers[place]
      switch part {
      case .year: year = parts[place].count < 3 ? 2000 + number : number
      case .month: month = number
      case .day: day = number
      case .text: break
      }
    }
    guard let year, year >= Self.firstYear, let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static let firstYear = 1900

  private static func parse(_ pattern: String) -> [Part]? {
    var parts: [Part] = []
    var literal = ""
    var rest = pattern[...]
    func flush() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }
    while let character = rest.popFirst() {
      guard character == "%" else {
        literal.append(character)
        continue
      }
      var code = rest.popFirst()
      if code == "-" || code == "O" || code == "E" { code = rest.popFirst() }
      flush()
      switch code {
      case "d", "e": parts.append(.day)
      case "m": parts.append(.month)
      case "Y", "y": parts.append(.year)
      case "F": parts += [.year, .text("-"), .month, .text("-"), .day]
      case "D": parts += [.month, .text("/"), .day, .text("/"), .year]
      default: return nil
      }
    }
    flush()
    let named = parts.filter { [.day, .month, .year].contains($0) }
    guard named.count == 3, [.day, .month, .year].allSatisfy({ named.contains($0) }) else {
      return nil
    }
    return parts
  }
}
