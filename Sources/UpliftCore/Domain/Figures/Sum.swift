import Foundation

extension Sequence<Int> {
  /// Their sum; the largest or smallest number there is when it lies beyond.
  func clampedSum() -> Int {
    reduce(0) { sum, value in
      let (result, overflow) = sum.addingReportingOverflow(value)
      return overflow ? (value < 0 ? .min : .max) : result
    }
  }
}
