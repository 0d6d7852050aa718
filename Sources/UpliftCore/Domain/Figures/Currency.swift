import Foundation

/// A currency by its code of ISO 4217: "EUR", "JPY", "KWD".
public struct Currency: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Three capital letters A…Z.
  public let code: String

  /// Nil when the text is not three letters. Small letters are taken as capitals.
  public init?(_ code: String) {
    let letters = code.uppercased()
    guard letters.utf8.count == 3, letters.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    self.code = letters
  }

  private init(known code: String) { self.code = code }

  public static let euro = Currency(known: "EUR")

  /// Decimals of the minor unit, as ISO 4217 lists them: 2 for the euro, 0 for the yen, 3 for the
  /// Kuwaiti dinar.
  public var decimals: Int {
    if Self.withoutMinorUnits.contains(code) { return 0 }
    if Self.withThousandths.contains(code) { return 3 }
    return code == "CLF" || code == "UYW" ? 4 : 2
  }

  /// "€"; the code where no short sign is known everywhere.
  public var symbol: String { Self.symbols[code] ?? code }

  public var description: String { code }

  private static let withoutMinorUnits: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
  ]
  private static let withThousandths: Set<String> = [
    "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
  ]
  private static let symbols: [String: String] = [
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "ILS": "₪",
    "UAH": "₴", "TRY": "₺", "VND": "₫", "NGN": "₦", "PHP": "₱", "PLN": "zł", "CZK": "Kč",
  ]

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let currency = Currency(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text.prefix(40)) is no currency; write it as EUR")
    }
    self = currency
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
