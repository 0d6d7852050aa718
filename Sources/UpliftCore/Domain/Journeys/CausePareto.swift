import Foundation

/// What pain points come down to, by factor, most frequent first. (Juran, J. M.: Quality Control
/// Handbook, 1951: the vital few and the trivial many.)
public struct CausePareto: Equatable, Sendable {
  public struct Bar: Equatable, Sendable {
    public var factor: Cause.Factor
    /// The last of each chain that was filed under it.
    public var causes: [Cause]
    /// This factor and all before it, 0…1 of the filed chains.
    public var cumulativeShare: Double

    public var count: Int { causes.count }
  }

  /// Factors with one cause or more; of like counts in the order of the factors.
  public let bars: [Bar]
  /// The last of chains that are filed under no factor yet.
  public let unfiled: [Cause]
  /// Filed chains.
  public let n: Int

  /// - Parameter causes: of all pain points to be counted, in any order. A chain counts once, by
  ///   its last cause.
  public init(_ causes: [Cause]) {
    let roots = causes.lastOfChains
    let filed = roots.filter { $0.factor != nil }
    let groups = Dictionary(grouping: filed, by: \.factor)
    let counted = Cause.Factor.allCases.enumerated().compactMap { index, factor in
      groups[factor].map { (index: index, factor: factor, causes: $0) }
    }.sorted { ($1.causes.count, $0.index) < ($0.causes.count, $1.index) }
    var sum = 0
    bars = counted.map { entry in
      sum += entry.causes.count
      return Bar(
        factor: entry.factor, causes: entry.causes,
        cumulativeShare: Double(sum) / Double(filed.count))
    }
    unfiled = roots.filter { $0.factor == nil }
    n = filed.count
  }

  /// The fewest factors that make up four fifths of the causes.
  public var vitalFew: [Bar] {
    let count = bars.firstIndex { $0.cumulativeShare >= 0.8 - 1e-9 }.map { $0 + 1 } ?? bars.count
    return Array(bars.prefix(count))
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Each chain of “why?” counts once, by the factor of its last answer. Most frequent first; the line adds up their share."
    )
  }
}

extension Sequence<Cause> {
  /// The last cause of each chain of each pain point, in the order of ranks.
  public var lastOfChains: [Cause] {
    Dictionary(
      inOrder().map { (CauseChain(cardID: $0.cardID, chain: $0.chain), $0) },
      uniquingKeysWith: { $1 }
    ).values.inOrder()
  }
}

private struct CauseChain: Hashable {
  var cardID: UUID
  var chain: Int
}
