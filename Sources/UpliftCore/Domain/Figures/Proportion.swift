import Foundation

/// So many out of so many, with what chance leaves open.
public struct Proportion: Equatable, Sendable {
  /// 0…`n`.
  public let count: Int
  /// Of how many (n), 0 or more.
  public let n: Int

  /// Numbers outside their ranges become the nearest inside.
  public init(_ count: Int, of n: Int) {
    self.n = max(0, n)
    self.count = min(max(0, count), self.n)
  }

  /// 0…1; nil of none.
  public var share: Double? { n == 0 ? nil : Double(count) / Double(n) }

  /// 0…100; nil of none.
  public var percent: Double? { share.map { $0 * 100 } }

  /// The 95 % interval of the share, 0…1, as Wilson has it; nil of none. It is of use with few
  /// cases, too, and when all or none are counted.
  ///
  /// Wilson, E. B.: Probable inference, the law of succession, and statistical inference. Journal of
  /// the American Statistical Association 22 (1927), 209–212.
  public var interval: ClosedRange<Double>? {
    share.flatMap { Self.interval(of: $0, n: n) }
  }

  /// The same of a share, 0…1, of which nobody knows how many it counts.
  public static func interval(of share: Double, n: Int) -> ClosedRange<Double>? {
    guard n > 0, (0...1).contains(share) else { return nil }
    let size = Double(n)
    let z = Normal.quantile975
    let base = 1 + z * z / size
    let centre = (share + z * z / (2 * size)) / base
    let reach =
      z * (share * (1 - share) / size + z * z / (4 * size * size)).squareRoot() / base
    let lower = share == 0 ? 0 : max(0, centre - reach)
    let upper = share == 1 ? 1 : min(1, centre + reach)
    return lower...max(lower, upper)
  }

  /// In words, for the screen.
  public static var intervalRule: String {
    tr("95 % interval of a share after Wilson (1927).")
  }

  /// "12 of 15 (80 %)"; "0 of 0" without any.
  public var text: String {
    guard let percent else { return tr("{count} of {n}", ["count": count, "n": n]) }
    return tr(
      "{count} of {n} ({percent} %)",
      ["count": count, "n": n, "percent": String(Int(percent.rounded()))])
  }
}
