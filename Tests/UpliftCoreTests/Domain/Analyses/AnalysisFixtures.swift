import Foundation
import Testing

@testable import UpliftCore

/// The same numbers on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(text) else {
    Issue.record("\(text) is no day")
    return CalendarDay(daysSince1970: 0)
  }
  return day
}

/// In order.
func ranks(_ count: Int) -> [Rank] { Rank.spread(count) }

func close(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
  left.map { abs($0 - right) <= tolerance } ?? false
}

func close(
  _ left: ClosedRange<Double>?, _ right: ClosedRange<Double>, _ tolerance: Double = 1e-9
) -> Bool {
  close(left?.lowerBound, right.lowerBound, tolerance)
    && close(left?.upperBound, right.upperBound, tolerance)
}

func link(_ from: EntityReference, _ to: EntityReference, _ role: Link.Role = .backedBy) -> Link {
  Link(rank: .middle, role: role, from: from, to: to)
}
