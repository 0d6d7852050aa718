import Foundation

/// A moment in UTC, to the millisecond, written `2026-11-21T19:41:24.123Z`.
public struct Instant: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// The years 1…9999; what lies outside becomes the nearest moment inside.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.first), Self.last)
  }

  public init(_ date: Date) {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    self.init(milliseconds: Int64(exactly: milliseconds) ?? (milliseconds > 0 ? .max : .min))
  }

  public static var now: Instant { Instant(Date()) }

  public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  private static let first: Int64 = -62_135_596_800_000
  private static let last: Int64 = 253_402_300_799_999
  private static let millisecondsOfDay: Int64 = 86_400_000

  /// Reads ISO 8601 in UTC, with or without fractions of a second.
  public init?(_ text: String) {
    var digits = text.utf8[...]
    guard digits.popLast() == UInt8(ascii: "Z"), digits.count >= 19,
      digits.count == 19 || (21...38).contains(digits.count)
    else { return nil }
    let bytes = Array(digits)
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, (48...57).contains(byte) else { return nil }
        return sum * 10 + Int(byte) - 48
      }
    }
    guard let day = CalendarDay(String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let hour = number(11..<13), hour < 24, let minute = number(14..<16), minute < 60,
      let second = number(17..<19), second < 60
    else { return nil }
    var thousandths = 0
    if bytes.count > 20 {
      guard bytes[19] == UInt8(ascii: "."), number(20..<bytes.count) != nil else {
        return nil
      }
      // Finer than a millisecond is cut off.
      for place in 20..<23 {
        thousandths = thousandths * 10 + (place < bytes.count ? Int(bytes[place]) - 48 : 0)
      }
    }
    let seconds = (hour * 60 + minute) * 60 + second
    self.init(
      milliseconds: day.daysSince1970 * Self.millisecondsOfDay + Int64(seconds * 1000 + thousandths)
    )
  }

  public var description: String {
    let days = milliseconds.flooredDivision(by: Self.millisecondsOfDay)
    let rest = Int(milliseconds - days * Self.millisecondsOfDay)
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let time =
      "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):\(padded(rest / 1000 % 60, 2))"
    return "\(CalendarDay(daysSince1970: days))T\(time).\(padded(rest % 1000, 3))Z"
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\(text.prefix(40)) is no moment; write it as 2026-11-21T19:41:24.123Z")
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
