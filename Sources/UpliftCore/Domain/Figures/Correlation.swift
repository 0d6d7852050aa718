import Foundation

/// How closely two series go together. It says nothing of what causes what.
public struct Correlation: Equatable, Sendable {
  /// Why there is no coefficient.
  public enum Refusal: Equatable, Sendable {
    /// Fewer than three pairs: two points always lie on a line.
    case tooFewPairs
    /// One of the two is the same all the time.
    case noVariation
  }

  /// One pair of values, at the place of the first.
  public struct Pair: Equatable, Sendable {
    public var first: Double
    public var second: Double

    public init(_ first: Double, _ second: Double) {
      self.first = first
      self.second = second
    }
  }

  /// With fewer pairs none is worked out.
  public static let fewestPairs = 3

  public let pairs: [Pair]
  /// Pearson's r, −1…1; nil when it was refused.
  public let coefficient: Double?
  public let refusal: Refusal?

  /// Pearson's product-moment correlation: the sum of the products of both deviations from their
  /// means, divided by the root of the product of the sums of their squares. (Pearson, K.: Note on
  /// regression and inheritance in the case of two parents. Proceedings of the Royal Society of
  /// London 58 (1895), 240–242.) Pairs with a value that is no number are left out.
  public init(_ pairs: [Pair]) {
    let pairs = pairs.filter { $0.first.isFinite && $0.second.isFinite }
    self.pairs = pairs
    guard pairs.count >= Self.fewestPairs else {
      coefficient = nil
      refusal = .tooFewPairs
      return
    }
    let count = Double(pairs.count)
    let firstMean = pairs.reduce(0) { $0 + $1.first / count }
    let secondMean = pairs.reduce(0) { $0 + $1.second / count }
    var (products, firstSquares, secondSquares) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (first, second) = (pair.first - firstMean, pair.second - secondMean)
      products += first * second
      firstSquares += first * first
      secondSquares += second * second
    }
    // What is left of equal values after rounding is no variation.
    let firstScale = pairs.reduce(0) { max($0, abs($1.first)) } * 1e-12
    let secondScale = pairs.reduce(0) { max($0, abs($1.second)) } * 1e-12
    guard firstSquares > firstScale * firstScale, secondSquares > secondScale * secondScale,
      firstSquares > 0, secondSquares > 0
    else {
      coefficient = nil
      refusal = .noVariation
      return
    }
    let value = products / (firstSquares.squareRoot() * secondSquares.squareRoot())
    coefficient = min(1, max(-1, value))
    refusal = nil
  }

  public var n: Int { pairs.count }

  /// The 95 % interval of the coefficient by Fisher's z: tanh(artanh r ± 1.96 ÷ √(n − 3)). Nil with
  /// fewer than four pairs, or when all of them lie on a line. (Fisher, R. A.: On the probable error
  /// of a coefficient of correlation deduced from a small sample. Metron 1 (1921), 3–32.)
  public var interval: ClosedRange<Double>? {
    guard let coefficient, n > 3, abs(coefficient) < 1 else { return nil }
    let reach = Normal.quantile975 / Double(n - 3).squareRoot()
    let middle = atanh(coefficient)
    let (lower, upper) = (tanh(middle - reach), tanh(middle + reach))
    return lower <= upper ? lower...upper : nil
  }

  /// "r = 0.82, n = 9", or why there is none.
  public var text: String {
    switch refusal {
    case .tooFewPairs:
      tr("too few pairs for a correlation: n = {n}, at least 3", ["n": n])
    case .noVariation: tr("no correlation: one of the two never changes, n = {n}", ["n": n])
    case nil:
      tr("r = {r}, n = {n}", ["r": MetricWords.number(coefficient ?? 0), "n": n])
    }
  }
}
