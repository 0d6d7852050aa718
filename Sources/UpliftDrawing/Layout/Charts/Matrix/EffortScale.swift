import Foundation

/// How an axis of effort runs from 0 to its end: evenly, or closer the further it goes, so that a
/// week and two years find room on one page.
public struct EffortScale: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case linear
    /// By the square root.
    case squareRoot
    /// By the logarithm of 1 + effort.
    case logarithmic
  }

  public var kind: Kind
  /// Person-months at its end, above 0.
  public var end: Double

  public init(_ kind: Kind, end: Double) {
    self.kind = kind
    self.end = max(0.1, end)
  }

  /// Linear up to 8 person-months, by the square root up to 40, then logarithmic.
  public init(covering efforts: [Double]) {
    let most = efforts.filter(\.isFinite).max() ?? 0
    let ends = [6.0, 8, 10, 12, 16, 20, 24, 30, 36, 40, 50, 60, 80]
    let end =
      ends.first { $0 >= most }
      ?? NumberScale(covering: [most], count: 4).high
    self.init(end <= 8 ? .linear : end <= 40 ? .squareRoot : .logarithmic, end: end)
  }

  /// Where an effort stands, 0…1.
  public func share(of effort: Double) -> Double {
    min(max(spread(min(max(effort, 0), end)) / spread(end), 0), 1)
  }

  /// The effort at a place, 0…1. The inverse of `share(of:)`.
  public func effort(at share: Double) -> Double {
    let spread = min(max(share, 0), 1) * spread(end)
    let effort =
      switch kind {
      case .linear: spread
      case .squareRoot: spread * spread
      case .logarithmic: exp(spread) - 1
      }
    return min(max(effort, 0), end)
  }

  private func spread(_ effort: Double) -> Double {
    switch kind {
    case .linear: effort
    case .squareRoot: effort.squareRoot()
    case .logarithmic: log(1 + effort)
    }
  }

  /// Round efforts to mark, 0 and the end among them.
  var ticks: [Double] {
    guard kind != .linear else {
      return NumberScale(low: 0, high: end, step: end <= 3 ? 0.5 : end <= 6 ? 1 : 2).ticks
        .filter { $0 < end - 1e-9 } + [end]
    }
    let round = [1.0, 3, 6, 12, 24, 48, 100, 200, 500]
    let more = (0..<6).flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power + 3)) } }
    return [0] + (round + more).filter { $0 < end * 0.85 } + [end]
  }
}
