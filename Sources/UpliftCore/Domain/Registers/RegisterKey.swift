import Foundation

/// What cells are sorted by.
public enum RegisterKey: Comparable, Sendable {
  case number(Double)
  case text(String)

  /// Of a text, whatever its case and accents; nil when there is nothing in it.
  public init?(sorting text: String) {
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    let isPlain = text.utf8.allSatisfy { $0 < 128 }
    self = .text(
      isPlain
        ? text.lowercased()
        : text.folding(
          options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil))
  }

  public init(_ day: CalendarDay) { self = .number(Double(day.daysSince1970)) }
}
