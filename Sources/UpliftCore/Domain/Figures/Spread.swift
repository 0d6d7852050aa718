import Foundation

/// What a handful of numbers comes to: mean, median, and how far they lie apart.
public struct Spread: Equatable, Sendable {
  /// In order, smallest first. Numbers that are none or infinite are left out.
  public let values: [Double]

  public init(_ values: some Sequence<Double>) {
    self.values = values.filter(\.isFinite).sorted()
  }

  public var n: Int { values.count }

  /// Nil of none.
  public var mean: Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The middle one, or half way between the two in the middle; nil of none.
  public var median: Double? {
    guard !values.isEmpty else { return nil }
    let upper = values[values.count / 2]
    return values.count.isMultiple(of: 2) ? (values[values.count / 2 - 1] + upper) / 2 : upper
  }

  /// Largest less smallest; nil of none.
  public var range: Double? {
    guard let first = values.first, let last = values.last else { return nil }
    return last - first
  }

  /// Of a sample: the squares are divided by n − 1. Nil of fewer than two.
  public var standardDeviation: Double? {
    guard let mean, values.count > 1 else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
