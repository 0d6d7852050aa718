import Foundation

/// A list that somebody pasted, as its entries say it: without bullets and numbers.
public enum ListEntries {
  private static let bullets: Set<Character> = [
    "-", "–", "—", "*", "+", "•", "◦", "‣", "▪", "●", "○", "·", "–", "☐", "☑", "☒", "✓", "✔",
  ]

  /// Entries that are not blank, in order. A bullet is one with a space after it. Numbers are taken
  /// away where they count: each one more than the one before, the first one 1, so that "3. floor"
  /// by itself keeps its number.
  public static func texts(_ lines: [String]) -> [String] {
    let trimmed = lines.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }
    let numbers = trimmed.map(number)
    let counted = numbers.compactMap { $0?.value }
    let isCounting =
      counted.first == 1 && zip(counted, counted.dropFirst()).allSatisfy { $0 + 1 == $1 }
    return zip(trimmed, numbers).map { text, number in
      if isCounting, let number { return withoutBullet(number.rest) }
      return withoutBullet(text)
    }.filter { !$0.isEmpty }
  }

  /// "12. text", "12) text".
  private static func number(_ text: String) -> (value: Int, rest: String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (1...4).contains(digits.count), let value = Int(digits), let mark = rest.first,
      mark == "." || mark == ")", rest.dropFirst().first?.isWhitespace ?? false
    else { return nil }
    return (value, rest.dropFirst().trimmingCharacters(in: .whitespaces))
  }

  private static func withoutBullet(_ text: String) -> String {
    guard let first = text.first, bullets.contains(first),
      text.dropFirst().first?.isWhitespace ?? false
    else { return withoutBox(text) }
    return withoutBox(text.dropFirst().trimmingCharacters(in: .whitespaces))
  }

  /// Of a list of tasks: "[ ] text", "[x] text".
  private static func withoutBox(_ text: String) -> String {
    for box in ["[ ] ", "[x] ", "[X] "] where text.hasPrefix(box) {
      return text.dropFirst(box.count).trimmingCharacters(in: .whitespaces)
    }
    return text
  }
}
