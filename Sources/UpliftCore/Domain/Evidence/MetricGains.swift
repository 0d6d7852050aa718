import Foundation

/// What became of each rise of a metric: whether it lasted or faded.
public struct MetricGains: Equatable, Sendable {
  /// Periods (readings) after a gain in which it has to hold.
  public static let periods = 3

  public enum Fate: Equatable, Sendable {
    /// Three readings after it, at least half of it is still there in each.
    case lasted
    /// In one of the three readings after it, less than half of it was left.
    case faded
    /// It held so far, but fewer than three readings have followed.
    case pending
  }

  public struct Gain: Equatable, Sendable {
    /// Before it rose.
    public var from: MetricEstimate
    /// At its height.
    public var to: MetricEstimate
    /// Up to three, oldest first: the ones that decide; of one that faded up to the one with which
    /// it did.
    public var after: [MetricEstimate]
    public var fate: Fate
    /// In the metric's unit, more than 0.
    public var size: Double
    /// Whether it is more than chance can explain; nil: an interval is missing.
    public var isBeyondChance: Bool?
  }

  /// Oldest first.
  public let gains: [Gain]
  /// Readings that were looked at.
  public let n: Int

  public init(_ series: MetricSeries) {
    let all = series.estimates
    n = all.count
    var gains: [Gain] = []
    var index = 1
    while index < all.count {
      guard series.gain(from: all[index - 1].value, to: all[index].value) > 0 else {
        index += 1
        continue
      }
      let start = index - 1
      while index + 1 < all.count,
        series.gain(from: all[index].value, to: all[index + 1].value) > 0
      {
        index += 1
      }
      let size = series.gain(from: all[start].value, to: all[index].value)
      var after: [MetricEstimate] = []
      var fate = Fate.pending
      for next in all.dropFirst(index + 1).prefix(Self.periods) {
        after.append(next)
        if series.gain(from: all[start].value, to: next.value) < size / 2 {
          fate = .faded
          break
        }
      }
      if fate != .faded, after.count == Self.periods { fate = .lasted }
      gains.append(
        Gain(
          from: all[start], to: all[index], after: after, fate: fate, size: size,
          isBeyondChance: series.change(from: all[start], to: all[index]).isBeyondChance))
      index += 1
    }
    self.gains = gains
  }

  public var lasted: [Gain] { gains.filter { $0.fate == .lasted } }
  public var faded: [Gain] { gains.filter { $0.fate == .faded } }
  public var pending: [Gain] { gains.filter { $0.fate == .pending } }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A gain is a run of readings each better than the one before. It lasted when each of the three readings after it keeps at least half of it, and faded when one does not."
    )
  }
}
