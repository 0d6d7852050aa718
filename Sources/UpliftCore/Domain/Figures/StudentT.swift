import Foundation

/// Student's t distribution, as far as an interval of a mean needs it.
public enum StudentT {
  /// How many standard errors a 95 % interval reaches to either side of a mean: the 97.5 % quantile.
  /// 12.706 for 1 degree of freedom, 2.228 for 10, towards 1.960 for many.
  ///
  /// - Parameter degrees: of freedom, 1 or more: answers less one. Nil below 1.
  ///
  /// Found by halving from the incomplete beta function (Abramowitz and Stegun, Handbook of
  /// Mathematical Functions, 1964, 26.7.1 and 26.5.8).
  public static func quantile975(degrees: Int) -> Double? {
    guard degrees >= 1 else { return nil }
    // Beyond it differs from the normal one by less than 0.00001.
    guard degrees < 500_000 else { return Normal.quantile975 }
    let freedom = Double(degrees)
    var (low, high) = (1.9, 12.8)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      // What lies beyond ±t.
      let outside = incompleteBeta(
        freedom / (freedom + middle * middle), freedom / 2, 0.5)
      if outside > 0.05 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The regularised incomplete beta function, 0…1, by its continued fraction.
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(
      lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// Lentz's way of working out the continued fraction.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func apart(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / apart(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / apart(1 + even * d)
      c = apart(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / apart(1 + odd * d)
      c = apart(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-14 { break }
    }
    return result
  }
}

/// The normal distribution.
public enum Normal {
  /// How many standard errors a 95 % interval reaches to either side.
  public static let quantile975 = 1.959963984540054
}
