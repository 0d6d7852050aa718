import Foundation

/// A moment in UTC, to the millisecond, written `2026-11-21T19:41:24.123Z`.
public struct Instant: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public init(_ date: Date) {
    milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  public static var now: Instant { Instant(Date()) }

  public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  private static var style: Date.ISO8601FormatStyle {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  }

  /// Reads ISO 8601 in UTC, with or without fractions of a second.
  public init?(_ text: String) {
    if let date = try? Self.style.parse(text) {
      self.init(date)
    } else if let date = try? Date.ISO8601FormatStyle().parse(text) {
      self.init(date)
    } else {
      return nil
    }
  }

  public var description: String { date.formatted(Self.style) }

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
