/// A record with numbers that stay within ranges.
public protocol RangedFields: Entity {
  static var ranges: [FieldRange<Self>] { get }
}

extension RangedFields {
  /// The first range that a number of this record is outside of; nil: all is well.
  var brokenRange: (range: FieldRange<Self>, value: Double)? {
    for range in Self.ranges {
      if let value = range.value(self), !value.isFinite || !range.bounds.contains(value) {
        return (range, value)
      }
    }
    return nil
  }
}

/// What a field of a record may hold.
public struct FieldRange<Record>: Sendable {
  public let key: String
  /// Both ends belong to it.
  public let bounds: ClosedRange<Double>
  /// Nil: nothing stands there.
  public let value: @Sendable (Record) -> Double?

  static func field(
    _ key: String, _ bounds: ClosedRange<Double>, _ path: KeyPath<Record, Double> & Sendable
  ) -> Self { Self(key: key, bounds: bounds) { $0[keyPath: path] } }

  static func field(
    _ key: String, _ bounds: ClosedRange<Double>, _ path: KeyPath<Record, Double?> & Sendable
  ) -> Self { Self(key: key, bounds: bounds) { $0[keyPath: path] } }

  static func field(
    _ key: String, _ bounds: ClosedRange<Int>, _ path: KeyPath<Record, Int> & Sendable
  ) -> Self {
    Self(key: key, bounds: Double(bounds.lowerBound)...Double(bounds.upperBound)) {
      Double($0[keyPath: path])
    }
  }

  static func field(
    _ key: String, _ bounds: ClosedRange<Int>, _ path: KeyPath<Record, Int?> & Sendable
  ) -> Self {
    Self(key: key, bounds: Double(bounds.lowerBound)...Double(bounds.upperBound)) {
      $0[keyPath: path].map(Double.init)
    }
  }

  /// Any number but an infinite one.
  static func finite(_ key: String, _ path: KeyPath<Record, Double?> & Sendable) -> Self {
    Self(
      key: key,
      bounds: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    ) { $0[keyPath: path] }
  }
}
