import Foundation

/// An amount in minor units of a currency: 1234 of EUR is 12.34 €, 1234 of JPY is ¥1234.
public struct Money: Hashable, Sendable, Codable {
  /// Cents and the like; below 0 is owed.
  public var minorUnits: Int64
  public var currency: Currency

  public init(minorUnits: Int64, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Reads what somebody typed or pasted: "1.234,50 €", "$1,234.5", "-12", "(12)", "¥1,200",
  /// "1 234,50 EUR". The marks of `format` decide where a text can be read in two ways; with
  /// other marks it is read where it can be meant in one way only.
  ///
  /// Nil when it is no amount, names another currency, has more decimals than the currency or is
  /// above 9 000 000 000 000 000 minor units.
  public init?(_ text: String, _ currency: Currency, format: NumberFormat = .local) {
    var rest = text.filter { !$0.isWhitespace }
    var isNegative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      rest = String(rest.dropFirst().dropLast())
      isNegative = true
    }
    for sign in [currency.code, currency.code.lowercased(), currency.symbol] {
      if let range = rest.range(of: sign) { rest.removeSubrange(range) }
    }
    for sign in ["-", "−", "–"] where rest.hasPrefix(sign) || rest.hasSuffix(sign) {
      guard !isNegative else { return nil }
      rest = rest.hasPrefix(sign) ? String(rest.dropFirst()) : String(rest.dropLast())
      isNegative = true
    }
    guard let parts = format.parts(of: rest, decimals: currency.decimals),
      parts.fraction.dropFirst(currency.decimals).allSatisfy({ $0 == "0" })
    else { return nil }
    let fraction = parts.fraction.prefix(currency.decimals)
    let digits =
      parts.whole + fraction
      + String(repeating: "0", count: currency.decimals - fraction.count)
    guard let units = Int64(digits), units <= Self.most else { return nil }
    self.init(minorUnits: isNegative ? -units : units, currency)
  }

  private static let most: Int64 = 9_000_000_000_000_000

  /// The amount in the currency itself: 12.34.
  public var amount: Double {
    Double(minorUnits) / Self.power(currency.decimals)
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { value, _ in value * 10 }
  }

  /// "€1,234.50", "1.234,50 €": with the sign of the currency, as the format has it.
  ///
  /// - Parameter rounded: without minor units, for headings and pictures.
  public func text(_ format: NumberFormat = .local, rounded: Bool = false) -> String {
    let decimals = rounded ? 0 : currency.decimals
    let figures = format.text(digits(decimals), decimals: decimals)
    let symbol = currency.symbol
    let sign = minorUnits < 0 && figures.contains(where: { ("1"..."9").contains($0) }) ? "−" : ""
    if !format.isSymbolFirst { return sign + figures + "\u{A0}" + symbol }
    // A sign that is made of letters needs room.
    return sign + symbol + (symbol.last?.isLetter == true ? "\u{A0}" : "") + figures
  }

  /// "1234.50", "-7": with a point and nothing else, for files.
  public var plainText: String {
    (minorUnits < 0 ? "-" : "")
      + NumberFormat.plain.text(digits(currency.decimals), decimals: currency.decimals)
  }

  /// The magnitude, rounded half up to `decimals`, as digits without a mark.
  private func digits(_ decimals: Int) -> String {
    var units = minorUnits.magnitude
    for _ in decimals..<currency.decimals {
      units = (units + 5) / 10
    }
    return String(units)
  }

  /// Nil when the currencies differ or it cannot be counted any more.
  public static func + (left: Money, right: Money) -> Money? {
    let (sum, overflow) = left.minorUnits.addingReportingOverflow(right.minorUnits)
    guard left.currency == right.currency, !overflow else { return nil }
    return Money(minorUnits: sum, left.currency)
  }
}
