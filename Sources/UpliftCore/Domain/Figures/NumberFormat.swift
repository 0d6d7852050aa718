import CIntl
import Foundation

/// How numbers are written and read: the marks of a locale.
public struct NumberFormat: Equatable, Sendable {
  /// Between whole and fraction.
  public var decimalMark: Character
  /// Between groups of three digits; nil: none.
  public var groupMark: Character?
  /// Whether the sign of a currency stands before the amount.
  public var isSymbolFirst: Bool
  /// For files: money without the sign of its currency.
  public var isPlain = false

  public init(decimalMark: Character, groupMark: Character?, isSymbolFirst: Bool) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.isSymbolFirst = isSymbolFirst
  }

  /// As files have it: a point, no groups.
  public static let plain: NumberFormat = {
    var format = NumberFormat(decimalMark: ".", groupMark: nil, isSymbolFirst: false)
    format.isPlain = true
    return format
  }()

  /// Of the locale that the program runs in. Where it has none, as in English.
  public static let local: NumberFormat = {
    let english = NumberFormat(decimalMark: ".", groupMark: ",", isSymbolFirst: true)
    let name = setlocale(LC_MONETARY, nil).map { String(cString: $0) } ?? "C"
    guard !["C", "POSIX"].contains(name), !name.hasPrefix("C."), let marks = localeconv() else {
      return english
    }
    // The locale's numbers are switched off for files; its money has the same marks.
    let decimal = marks.pointee.mon_decimal_point.flatMap { String(cString: $0).first }
    let group = marks.pointee.mon_thousands_sep.flatMap { String(cString: $0).first }
    return NumberFormat(
      decimalMark: decimal ?? ".", groupMark: group, isSymbolFirst: marks.pointee.p_cs_precedes == 1
    )
  }()

  /// Between a number and its "%", where there is one: it does not break, and is narrow where the
  /// locale groups digits with a narrow one, as in French.
  public var percentSpace: String { groupMark == "\u{202F}" ? "\u{202F}" : "\u{A0}" }

  /// "1,234.5": at most `decimals` of them, and no zeros at the end.
  public func text(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite else { return "–" }
    guard abs(value) < 1e12 else { return String(value) }
    let printed = String(format: "%.\(decimals)f", abs(value))
    return text(printed: printed, isNegative: value < 0)
  }

  /// What C printed, with the decimal mark of whatever locale it has: a window's toolkit chooses
  /// another one than the command line.
  func text(printed: String, isNegative: Bool) -> String {
    let pieces = printed.split { !$0.isNumber }
    let whole = pieces.first.map(String.init) ?? "0"
    var fraction = pieces.count > 1 ? String(pieces[1]) : ""
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let isZero = (whole + fraction).allSatisfy { $0 == "0" }
    return (isNegative && !isZero ? (isPlain ? "-" : "−") : "") + grouped(whole)
      + (fraction.isEmpty ? "" : String(decimalMark) + fraction)
  }

  /// Two numbers that are compared, with as many decimals each: "9.95", "23.70".
  func alike(_ first: Double, _ second: Double) -> (String, String) {
    func decimals(_ value: Double) -> Int {
      (0...1).first { places in
        let scaled = value * (places == 0 ? 1 : 10)
        return abs(scaled - scaled.rounded()) < 1e-6
      } ?? 2
    }
    let places = max(decimals(first), decimals(second))
    func text(_ value: Double) -> String {
      guard value.isFinite, abs(value) < 1e12 else { return self.text(value) }
      let digits = String(format: "%.0f", abs(value) * [1, 10, 100][places])
      return (value < 0 ? (isPlain ? "-" : "−") : "") + self.text(digits, decimals: places)
    }
    return (text(first), text(second))
  }

  /// "24,000".
  public func text(_ count: Int) -> String {
    (count < 0 ? (isPlain ? "-" : "−") : "") + grouped(String(count.magnitude))
  }

  /// Digits with the marks put in, the last `decimals` of them behind the decimal mark.
  func text(_ digits: String, decimals: Int) -> String {
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(decimals)))
    return decimals == 0 ? whole : whole + String(decimalMark) + padded.suffix(decimals)
  }

  private func grouped(_ whole: String) -> String {
    guard let groupMark, whole.count > 3 else { return whole }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(groupMark) }
      result.append(digit)
    }
    return result
  }

  /// A number as somebody typed it: "1.234,5", "-12", "85 %"; nil when it is none.
  public func value(_ text: String) -> Double? {
    var rest = text.filter { !$0.isWhitespace }
    let isNegative = rest.first.map { "-−–".contains($0) } ?? false
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    guard let parts = parts(of: rest, decimals: nil) else { return nil }
    guard let value = Double(parts.whole + "." + (parts.fraction.isEmpty ? "0" : parts.fraction)),
      value.isFinite
    else { return nil }
    return isNegative ? -value : value
  }

  /// The digits before and behind the decimal mark; nil when the text is no number without a sign.
  ///
  /// A mark that comes twice, or before another one, marks groups. A single one before three
  /// digits marks a group when it is the locale's mark for them, or when there cannot be so many
  /// `decimals`; else it is the decimal mark, point or comma.
  func parts(of text: String, decimals: Int?) -> (whole: String, fraction: String)? {
    let plain = text.map { character in
      character.wholeNumberValue.flatMap { (0...9).contains($0) ? Character(String($0)) : nil }
        ?? character
    }
    var marks: Set<Character> = [".", ",", "'", "’", "٫", "٬", decimalMark]
    if let groupMark { marks.insert(groupMark) }
    guard plain.contains(where: \.isNumber),
      plain.allSatisfy({ $0.isASCII && $0.isNumber || marks.contains($0) })
    else { return nil }
    let places = plain.indices.filter { marks.contains(plain[$0]) }
    guard let last = places.last else { return (String(plain), "") }
    let mark = plain[last]
    let isOnly = places.count == 1
    let behind = plain.count - last - 1
    let isRepeated = places.count { plain[$0] == mark } > 1
    let isGroup: Bool
    if isRepeated || mark == "'" || mark == "’" || mark == "٬" {
      isGroup = true
    } else if isOnly, mark == groupMark, mark != decimalMark {
      isGroup = behind == 3 && last <= 3 && last > 0
    } else {
      isGroup =
        isOnly && mark != decimalMark && behind == 3 && last <= 3 && last > 0
        && (decimals ?? 3) < 3
    }
    let whole = isGroup ? plain[...] : plain[..<last]
    let fraction = isGroup ? [] : plain[(last + 1)...]
    guard let digits = Self.ungrouped(whole, marks), !digits.isEmpty || !fraction.isEmpty else {
      return nil
    }
    return (digits.isEmpty ? "0" : digits, String(fraction))
  }

  /// Digits in groups of three behind the first mark; nil when they are not.
  private static func ungrouped(_ text: ArraySlice<Character>, _ marks: Set<Character>) -> String? {
    let groups = text.split(omittingEmptySubsequences: false, whereSeparator: marks.contains)
    guard groups.count > 1 else { return String(text) }
    guard let first = groups.first, (1...3).contains(first.count),
      // Lakhs come in twos.
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 || $0.count == 2 }),
      groups.last?.count == 3, Set(text.filter(marks.contains)).count == 1
    else { return nil }
    return groups.map { String($0) }.joined()
  }
}
