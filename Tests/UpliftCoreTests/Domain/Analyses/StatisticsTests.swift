import Foundation
import Testing

@testable import UpliftCore

@Suite struct StatisticsTests {
  /// Table of Student's distribution, t.975: Fisher, R. A., Yates, F.: Statistical Tables for
  /// Biological, Agricultural and Medical Research, 1963, table III.
  @Test(arguments: [
    (1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (9, 2.262), (10, 2.228),
    (20, 2.086), (30, 2.042), (60, 2.000), (120, 1.980), (1_000_000, 1.960),
  ])
  func tIsAsInTheTables(degrees: Int, quantile: Double) {
    #expect(close(StudentT.quantile975(degrees: degrees), quantile, 0.0005))
  }

  @Test func tNeedsADegreeOfFreedom() {
    #expect(StudentT.quantile975(degrees: 0) == nil)
    #expect(StudentT.quantile975(degrees: -3) == nil)
  }

  /// With 1 degree it is Cauchy's distribution: tan(0.475 π); with 2 there is a closed form, too.
  @Test func tAgreesWithClosedForms() {
    #expect(close(StudentT.quantile975(degrees: 1), tan(0.475 * Double.pi), 1e-8))
    let two = 0.95 * (2 / (1 - 0.95 * 0.95)).squareRoot()
    #expect(close(StudentT.quantile975(degrees: 2), two, 1e-8))
  }

  /// Newcombe, R. G.: Two-sided confidence intervals for the single proportion. Statistics in
  /// Medicine 17 (1998), 857–872, table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func wilsonIsAsPublished(count: Int, n: Int, lower: Double, upper: Double) {
    #expect(close(Proportion(count, of: n).interval, lower...upper, 0.00005))
  }

  /// Its ends are the shares whose score test just rejects: found by halving.
  @Test func wilsonIsTheScoreTestTurnedRound() {
    var random = Seeded(state: 1)
    for _ in 0..<300 {
      let n = Int.random(in: 1...500, using: &random)
      let count = Int.random(in: 0...n, using: &random)
      let share = Double(count) / Double(n)
      func rejects(_ truth: Double) -> Bool {
        (share - truth) * (share - truth) > 3.841458820694124 * truth * (1 - truth) / Double(n)
      }
      func edge(_ from: Double, _ to: Double) -> Double {
        var (inside, outside) = (from, to)
        for _ in 0..<100 {
          let middle = (inside + outside) / 2
          if rejects(middle) { outside = middle } else { inside = middle }
        }
        return inside
      }
      let interval = Proportion(count, of: n).interval
      #expect(close(interval, edge(share, 0)...edge(share, 1), 1e-7), "\(count) of \(n)")
    }
  }

  @Test func aShareOfNothingIsNone() {
    #expect(Proportion(0, of: 0).share == nil)
    #expect(Proportion(0, of: 0).interval == nil)
    #expect(Proportion(7, of: 5) == Proportion(5, of: 5))
    #expect(Proportion(-1, of: -5).n == 0)
    #expect(Proportion(5, of: 5).interval?.upperBound == 1)
  }

  /// The textbook eight: 2, 4, 4, 4, 5, 5, 7, 9.
  @Test func spreadOfAFewNumbers() {
    let spread = Spread([9, 2, 4, 5, 4, 7, 4, 5])
    #expect(spread.n == 8)
    #expect(spread.mean == 5)
    #expect(spread.median == 4.5)
    #expect(spread.range == 7)
    #expect(close(spread.standardDeviation, (32.0 / 7).squareRoot()))
    #expect(Spread([3]).standardDeviation == nil)
    #expect(Spread([3]).median == 3)
    #expect(Spread([]).mean == nil)
    #expect(Spread([]).median == nil)
    #expect(Spread([1, .nan, .infinity]).n == 1)
  }

  /// Anscombe, F. J.: Graphs in statistical analysis. The American Statistician 27 (1973), 17–21:
  /// four sets that look quite different, r = 0.816 in each.
  @Test(arguments: [
    (
      [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
      [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68], 0.81642
    ),
    (
      [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
      [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74], 0.81624
    ),
    (
      [8.0, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8],
      [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89], 0.81652
    ),
  ])
  func correlationIsAsPublished(first: [Double], second: [Double], r: Double) {
    let correlation = Correlation(zip(first, second).map { Correlation.Pair($0, $1) })
    #expect(close(correlation.coefficient, r, 0.00001))
    #expect(correlation.n == 11)
  }

  /// Lane, D. M.: Online Statistics Education, "Confidence interval on Pearson's correlation":
  /// r = −0.654, n = 34, from −0.81 to −0.40, worked out there with figures rounded to hundredths.
  @Test func intervalOfACorrelation() throws {
    // Two series of 34 with just that r: the second is r × first + √(1 − r²) × what is orthogonal.
    let first = (0..<34).map { Double($0) - 16.5 }
    let other = first.map { $0 * $0 }
    let mean = other.reduce(0, +) / 34
    let orthogonal = other.map { $0 - mean }
    func norm(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let r = -0.654
    let pairs = zip(first, orthogonal).map {
      Correlation.Pair($0, r * $0 / norm(first) + (1 - r * r).squareRoot() * $1 / norm(orthogonal))
    }
    let correlation = Correlation(pairs)
    #expect(close(correlation.coefficient, r))
    #expect(close(correlation.interval, -0.81 ... -0.40, 0.006))
  }

  @Test func correlationIsRefusedWhenItSaysNothing() {
    let two = Correlation([.init(1, 2), .init(2, 4)])
    #expect(two.coefficient == nil)
    #expect(two.refusal == .tooFewPairs)
    #expect(two.text.contains("2"))
    let flat = Correlation([.init(0.1, 1), .init(0.1, 2), .init(0.1, 3)])
    #expect(flat.refusal == .noVariation)
    #expect(Correlation([]).refusal == .tooFewPairs)
    #expect(Correlation([.init(1, .nan), .init(1, 1), .init(2, 2)]).refusal == .tooFewPairs)
    let line = Correlation([.init(1, 6), .init(2, 4), .init(3, 2), .init(4, 0)])
    #expect(close(line.coefficient, -1))
  }

  @Test func agesFallIntoTheirBands() {
    let days = [0, 1, 2, 7, 8, 30, 31, 400]
    let promises = days.map {
      Promise(rank: .middle, title: "\($0)", madeOn: day("2026-11-21").adding(days: -$0))
    }
    let bands = AgeBands(promises + [Promise(rank: .middle, title: "?")], upTo: [1, 7, 30]) {
      $0.madeOn?.days(until: day("2026-11-21"))
    }
    #expect(bands.bands.map(\.count) == [2, 2, 2, 2])
    #expect(bands.bands.map { $0.records.map(\.title) }.last == ["400", "31"])
    #expect(bands.bands.map(\.title) == ["0–1 days", "2–7 days", "8–30 days", "over 30 days"])
    #expect(bands.undated.map(\.title) == ["?"])
    #expect(bands.n == 9)
  }

  @Test func monthsFollowOneAnother() {
    let months = CalendarMonth.last(14, until: day("2026-01-31"))
    #expect(months.first?.description == "2024-12")
    #expect(months.last?.description == "2026-01")
    #expect(months[1].distance(to: months[13]) == 12)
    #expect(CalendarMonth(of: day("2024-02-10")).lastDay == day("2024-02-29"))
    #expect(CalendarMonth(of: day("9999-12-10")).lastDay == day("9999-12-31"))
    #expect(CalendarMonth.last(0, until: day("2026-01-31")).isEmpty)
  }

  @Test func sumsStayWhatCanBeCounted() {
    #expect([1, 2, -4].clampedSum() == -1)
    #expect([Int]().clampedSum() == 0)
    #expect([Int.max, 1].clampedSum() == .max)
    #expect([Int.min, -1].clampedSum() == .min)
  }
}
