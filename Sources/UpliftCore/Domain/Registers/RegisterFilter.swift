import Foundation

/// What a column lets through.
public enum RegisterFilter: Equatable, Sendable {
  /// One of these texts; "" is an empty cell.
  case oneOf(Set<String>)
  /// From the first to the last day, both included; nil is open.
  case days(from: CalendarDay?, to: CalendarDay?)
  /// From the least to the most, both included, in what the column is sorted by.
  case numbers(from: Double?, to: Double?)
  /// Its text has these words in it, whatever the case.
  case contains(String)

  /// Which sort of filter fits a column.
  public enum Sort: Sendable {
    case choices, days, numbers, words
  }

  public static func sort<Record>(of column: RegisterColumn<Record>) -> Sort {
    switch column.kind {
    case .choice, .yesNo, .several, .rating, .month, .quarter: .choices
    case .day: .days
    case .number, .percentage, .money: .numbers
    case .text, .longText, .person, .link: .words
    case .computed: column.isFigure ? .numbers : .words
    }
  }

  /// Whether it lets everything through.
  public var isOpen: Bool {
    switch self {
    case .oneOf(let texts): texts.isEmpty
    case .days(let from, let to): from == nil && to == nil
    case .numbers(let from, let to): from == nil && to == nil
    case .contains(let words): words.allSatisfy(\.isWhitespace)
    }
  }

  public func matches<Record>(_ record: Record, _ column: RegisterColumn<Record>) -> Bool {
    guard !isOpen else { return true }
    switch self {
    case .oneOf(let texts):
      let text = column.text(record)
      guard column.kind == .several, !text.isEmpty else { return texts.contains(text) }
      return text.components(separatedBy: "; ").contains { texts.contains($0) }
    case .days(let from, let to):
      return Self.isWithin(
        column.key(record), from.map { Double($0.daysSince1970) },
        to.map { Double($0.daysSince1970) })
    case .numbers(let from, let to): return Self.isWithin(column.key(record), from, to)
    case .contains(let words):
      let text = column.text(record).lowercased()
      return words.lowercased().split(whereSeparator: \.isWhitespace)
        .allSatisfy { text.contains($0) }
    }
  }

  private static func isWithin(_ key: RegisterKey?, _ from: Double?, _ to: Double?) -> Bool {
    guard case .number(let value) = key else { return false }
    return from.map { $0 <= value } ?? true && to.map { value <= $0 } ?? true
  }
}
