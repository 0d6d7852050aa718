import Foundation

/// An axis of numbers with round ticks.
struct NumberScale: Equatable {
  let low: Double
  let high: Double
  let step: Double

  /// - Parameters:
  ///   - count: of ticks, about.
  ///   - isWhole: things are counted, so there is nothing between two of them.
  init(
    covering values: [Double], count: Int, startsAtZero: Bool = true, isWhole: Bool = false
  ) {
    let finite = values.filter(\.isFinite)
    var least = finite.min() ?? 0
    var most = finite.max() ?? 1
    if startsAtZero {
      least = min(0, least)
      most = max(0, most)
    }
    if most - least < 1e-9 {
      if startsAtZero {
        most = least + 1
      } else {
        let half = max(abs(most) * 0.1, 0.5)
        least -= half
        most += half
      }
    }
    let round = Self.round((most - least) / Double(max(1, count)))
    step = isWhole ? max(1, round) : round
    low = (least / step + 1e-9).rounded(.down) * step
    high = (most / step - 1e-9).rounded(.up) * step
  }

  init(low: Double, high: Double, step: Double) {
    self.low = low
    self.high = high
    self.step = step
  }

  /// 1, 2 or 5 times a power of ten, not below `value`.
  private static func round(_ value: Double) -> Double {
    let power = pow(10, (log10(max(value, 1e-12))).rounded(.down))
    for factor in [1.0, 2, 5, 10] where factor * power >= value * 0.999_999 {
      return factor * power
    }
    return 10 * power
  }

  var ticks: [Double] {
    let count = min(200, Int(((high - low) / step + 0.5).rounded(.down)))
    return (0...max(0, count)).map { low + Double($0) * step }
  }

  /// 0…1 between the ends.
  func share(of value: Double) -> Double {
    guard value.isFinite, high > low else { return 0 }
    return min(max((value - low) / (high - low), 0), 1)
  }
}
