import Foundation
import Testing

@testable import UpliftCore

@Suite struct AnswerCountsTests {
  @Test func readsWhatAReadingKeeps() throws {
    let counts = try #require(AnswerCounts("10:40 9:12\n0:3,  7.5:1"))
    #expect(counts.text == "0:3 7.5:1 9:12 10:40")
    #expect(counts.n == 56)
    #expect(AnswerCounts(counts.text) == counts)
    #expect(AnswerCounts("9:1 9:2")?.text == "9:3")
    #expect(AnswerCounts("")?.isEmpty == true)
    #expect(AnswerCounts("9:0")?.isEmpty == true)
    #expect(AnswerCounts("-1:2 -0:1 0:1")?.text == "-1:2 0:2")
  }

  @Test(arguments: [
    "9", "9:", ":3", "9:-1", "nine:1", "9:1.5", "nan:1", "inf:1", "0x10:1", "9:1:2",
    "9:99999999999999999999", "1:900000000000000 2:900000000000000",
  ])
  func refusesWhatItCannotRead(text: String) { #expect(AnswerCounts(text) == nil) }

  @Test func meanAndDeviationAreThoseOfTheAnswers() {
    var random = Seeded(state: 7)
    for _ in 0..<200 {
      let answers = (0..<Int.random(in: 2...80, using: &random)).map { _ in
        Double(Int.random(in: 1...7, using: &random))
      }
      let counts = AnswerCounts(answers: answers)
      let spread = Spread(answers)
      #expect(counts.n == answers.count)
      #expect(close(counts.mean, spread.mean ?? .nan))
      #expect(close(counts.standardDeviation, spread.standardDeviation ?? .nan))
      #expect(counts.count(in: 5...7) == answers.count { $0 >= 5 })
      #expect(counts.reversed(on: 1...7).reversed(on: 1...7) == counts)
    }
  }
}

@Suite struct ScoreTests {
  /// Huber, W. A., "How can I calculate margin of error in a NPS result?", Cross Validated 18603:
  /// ½ promoters, ⅓ passives, ⅙ detractors make an NPS of ⅓ with a variance of 5⁄9; 324 answers
  /// have a standard error of 4.1 %.
  @Test func npsIsAsPublished() {
    let score = NetPromoterScore(promoters: 162, passives: 108, detractors: 54)
    #expect(score.n == 324)
    #expect(close(score.score, 100.0 / 3))
    #expect(close(score.variance, 5.0 / 9))
    #expect(close(score.marginOfError, 1.96 * 4.1, 0.1))
  }

  @Test func npsIsTheMeanOfItsTickets() {
    var random = Seeded(state: 3)
    for _ in 0..<300 {
      let answers = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Int.random(in: 0...10, using: &random)
      }
      let tickets = answers.map { $0 >= 9 ? 100.0 : $0 >= 7 ? 0 : -100 }
      let n = Double(tickets.count)
      let mean = tickets.reduce(0, +) / n
      let variance = tickets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
      let score = NetPromoterScore(AnswerCounts(answers: answers.map(Double.init)))
      #expect(close(score?.score, mean))
      if let margin = score?.marginOfError {
        #expect(close(margin, 1.959963984540054 * (variance / n).squareRoot()))
      } else {
        #expect(variance == 0 || n == 1)
      }
    }
  }

  @Test func npsOfNobodyOneAndAllAlike() {
    let none = NetPromoterScore(promoters: 0, passives: 0, detractors: 0)
    #expect(none.score == nil && none.interval == nil)
    let one = NetPromoterScore(promoters: 1, passives: 0, detractors: 0)
    #expect(one.score == 100 && one.interval == nil)
    let alike = NetPromoterScore(promoters: 40, passives: 0, detractors: 0)
    #expect(alike.score == 100 && alike.interval == nil)
    #expect(NetPromoterScore(AnswerCounts([11: 1])) == nil)
    let few = NetPromoterScore(promoters: 3, passives: 0, detractors: 1)
    #expect(few.interval?.upperBound == 100)
  }

  @Test func csatCountsFourAndFive() throws {
    let counts = try #require(AnswerCounts("1:2 2:3 3:5 4:20 5:20"))
    let satisfaction = try #require(CustomerSatisfaction(counts))
    #expect(satisfaction.satisfied == Proportion(40, of: 50))
    #expect(satisfaction.percent == 80)
    // Wilson by hand: (0.8 + 1.9208/50 ± 1.96 √(0.16/50 + 0.9604/2500)) ÷ (1 + 3.8416/50).
    #expect(close(satisfaction.interval, 66.96...88.76, 0.01))
    #expect(CustomerSatisfaction(try #require(AnswerCounts("6:1"))) == nil)
    #expect(CustomerSatisfaction(AnswerCounts())?.percent == nil)
  }

  @Test func effortIsAMeanOnItsScale() throws {
    let counts = try #require(AnswerCounts("3:1 5:2 6:4 7:3"))
    let effort = try #require(CustomerEffortScore(counts))
    // (3 + 10 + 24 + 21) ÷ 10; s² = (7.84 + 1.28 + 0.16 + 4.32) ÷ 9.
    #expect(close(effort.mean, 5.8))
    #expect(effort.easy == Proportion(9, of: 10))
    let reach = 2.262157 * (13.6 / 9 / 10).squareRoot()
    #expect(close(effort.interval, 5.8 - reach...5.8 + reach, 1e-5))
    #expect(CustomerEffortScore(try #require(AnswerCounts("8:1"))) == nil)
  }

  @Test func theOlderEffortIsReversed() throws {
    let counts = try #require(AnswerCounts("1:6 2:2 5:2"))
    let effort = try #require(CustomerEffortScore(counts, .older))
    #expect(effort.counts.text == "1:2 4:2 5:6")
    #expect(close(effort.mean, 4))
    #expect(CustomerEffortScore.reversed(older: 2) == 4)
    #expect(effort.easy == Proportion(8, of: 10))
  }

  /// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, data set ZARR13: n = 195, mean
  /// 9.261460, s = 0.022789, from 9.258242 to 9.264679.
  @Test func intervalOfAMeanIsAsPublished() {
    let mean = MeanInterval(mean: 9.261460, standardDeviation: 0.022789, n: 195)
    #expect(close(mean?.interval(), 9.258242...9.264679, 0.000001))
    #expect(MeanInterval(mean: 1, standardDeviation: 0, n: 5) == nil)
    #expect(MeanInterval(mean: 1, standardDeviation: 1, n: 1) == nil)
  }
}

@Suite struct MetricEstimateTests {
  private func estimate(
    _ measure: Metric.Measure, _ value: Double, n: Int? = nil, counts: String = "",
    lowest: Double? = nil, highest: Double? = nil
  ) -> MetricEstimate {
    let metric = Metric(
      rank: .middle, title: "M", measure: measure, lowest: lowest, highest: highest)
    return MetricEstimate(
      Reading(
        metricID: metric.id, day: day("2026-01-01"), value: value, sampleSize: n, counts: counts),
      of: metric)
  }

  @Test func countsComeFirst() {
    let one = estimate(.nps, 30, n: 5, counts: "6:20 8:30 10:50")
    #expect(one.basis == .counts)
    #expect(one.n == 100)
    #expect(close(one.value, 30))
    // 1.96 × √(0.61 ÷ 100) × 100.
    #expect(close(one.interval, 14.69...45.31, 0.01))
    #expect(one.notes.isEmpty)
    #expect(estimate(.nps, 12, counts: "6:20 8:30 10:50").notes.count == 1)
  }

  @Test func aShareWithItsNSaysAll() {
    let one = estimate(.csat, 80, n: 50)
    #expect(one.basis == .share)
    #expect(close(one.interval, 66.96...88.76, 0.01))
    #expect(estimate(.csat, 80).interval == nil)
    #expect(estimate(.csat, 80).notes.count == 1)
  }

  /// No set of answers with this mean and n may have a wider interval than the widest.
  @Test func theWidestIsNeverNarrowerThanTheTruth() {
    var random = Seeded(state: 11)
    for _ in 0..<400 {
      let n = Int.random(in: 2...40, using: &random)
      let scale = Bool.random(using: &random) ? 0...10 : 1...7
      let answers = (0..<n).map { _ in
        Bool.random(using: &random)
          ? Int.random(in: scale, using: &random)
          : Bool.random(using: &random) ? scale.lowerBound : scale.upperBound
      }
      let counts = AnswerCounts(answers: answers.map(Double.init))
      let measure: Metric.Measure = scale.upperBound == 10 ? .nps : .ces
      let exact = estimate(measure, 0, counts: counts.text)
      let known = estimate(measure, exact.value, n: n)
      guard let narrow = exact.interval else { continue }
      #expect(known.basis == .widest)
      #expect((known.interval?.lowerBound ?? .infinity) <= narrow.lowerBound + 1e-9)
      #expect((known.interval?.upperBound ?? -.infinity) >= narrow.upperBound - 1e-9)
    }
  }

  @Test func theOlderEffortIsShownBothWays() {
    let one = estimate(.olderCES, 2, counts: "1:6 2:2 5:2")
    #expect(close(one.value, 2))
    #expect(close(one.reversedValue, 6 - one.value))
    #expect(close(one.reversedInterval?.upperBound, 6 - (one.interval?.lowerBound ?? 0)))
    #expect(one.easy == Proportion(8, of: 10))
    #expect(estimate(.ces, 2).reversedValue == nil)
    #expect(estimate(.ces, 6, counts: "3:1 5:2 6:4 7:3").easy == Proportion(9, of: 10))
    #expect(estimate(.ces, 6, n: 10).easy == nil)
    #expect(estimate(.nps, 6, counts: "9:1 6:2").easy == nil)
  }

  @Test func anOwnMetricHasAMean() {
    let one = estimate(.own, 3, counts: "2:1 3:2 4:1")
    #expect(close(one.value, 3))
    // s² = 2 ÷ 3, t of 3 degrees 3.182446.
    let reach = 3.182446 * (2.0 / 3 / 4).squareRoot()
    #expect(close(one.interval, 3 - reach...3 + reach, 1e-5))
    #expect(estimate(.own, 3, n: 40).interval == nil)
    #expect(estimate(.own, 50, n: 40, lowest: 0, highest: 100).basis == .widest)
    #expect(estimate(.own, 120, n: 40, lowest: 0, highest: 100).interval == nil)
  }

  @Test func whatCannotBeReadIsSaid() {
    #expect(estimate(.nps, 5, n: 3, counts: "nonsense").notes.isEmpty == false)
    #expect(estimate(.nps, 5, n: 3, counts: "12:4").value == 5)
    let one = estimate(.nps, 100, counts: "10:1")
    #expect(one.basis == .none && one.notes.count == 1)
    let alike = estimate(.ces, 6, counts: "6:30")
    #expect(alike.interval == nil && alike.notes.count == 1)
    #expect(estimate(.nps, 100, n: 30).interval == nil)
  }
}

@Suite struct MetricSeriesTests {
  private func series(
    _ values: [Double], target: Double? = nil, isHigherBetter: Bool = true,
    changes: [(String, Double?)] = []
  ) -> MetricSeries {
    let metric = Metric(
      rank: .middle, title: "M", measure: .own, target: target, isHigherBetter: isHigherBetter)
    let start = CalendarMonth(of: day("2026-01-01"))
    return MetricSeries(
      metric,
      readings: values.enumerated().map {
        Reading(
          metricID: metric.id, day: start.advanced(by: $0.offset).lastDay, value: $0.element)
      },
      targets: changes.map { TargetChange(metricID: metric.id, day: day($0.0), target: $0.1) })
  }

  @Test func gainsLastOrFade() {
    let gains = MetricGains(series([10, 20, 19, 18, 16, 12, 30, 13, 20]))
    #expect(gains.gains.map(\.fate) == [.lasted, .faded, .pending])
    #expect(gains.gains.map(\.size) == [10, 18, 7])
    #expect(gains.faded.first?.after.count == 1)
    // Half of 20 is left in each of the three, to the point.
    #expect(MetricGains(series([0, 10, 20, 10, 10, 10])).gains.map(\.fate) == [.lasted])
    #expect(MetricGains(series([0, 10, 20, 10, 10, 9.9])).gains.map(\.fate) == [.faded])
    #expect(MetricGains(series([5, 5, 5])).gains.isEmpty)
    #expect(MetricGains(series([])).n == 0)
    let falling = MetricGains(series([9, 5, 5, 5, 5], isHigherBetter: false))
    #expect(falling.gains.map(\.fate) == [.lasted])
  }

  @Test func theRatchetAsksAfterThree() {
    #expect(ExpectationsRatchet(series([81, 84, 82], target: 80)).suggestedTarget == 81)
    #expect(!ExpectationsRatchet(series([81, 84, 80], target: 80)).asksToBeRaised)
    #expect(!ExpectationsRatchet(series([84, 82], target: 80)).asksToBeRaised)
    #expect(!ExpectationsRatchet(series([84, 82, 85])).asksToBeRaised)
    #expect(ExpectationsRatchet(series([79, 90, 81, 84, 82], target: 80)).beatenInARow == 4)
    let days = ExpectationsRatchet(series([4, 3, 2], target: 5, isHigherBetter: false))
    #expect(days.suggestedTarget == 4)
    // As exact as it is shown, and no harder than the weakest of the three.
    let exact = ExpectationsRatchet(series([81.8919, 84, 82], target: 80)).suggestedTarget
    #expect(exact == 81.8 || exact == 81.89)
    // A hair above the present target it stays what it is.
    #expect(ExpectationsRatchet(series([80.001, 84, 82], target: 80)).suggestedTarget == 80.001)
    // It was raised in March: what beat the old one only does not count.
    let raised = series(
      [81, 84, 90], target: 85, changes: [("2026-01-01", 80), ("2026-03-01", 85)])
    #expect(ExpectationsRatchet(raised).beatenInARow == 1)
    #expect(ExpectationsRatchet(raised).periods.map(\.target) == [80, 80, 85])
    #expect(ExpectationsRatchet(raised).history.count == 2)
    // Raised to what three readings had reached, it asks for three new ones.
    let answered = series(
      [81, 84, 90], target: 81, changes: [("2026-01-01", 80), ("2026-03-31", 81)])
    #expect(ExpectationsRatchet(answered).beatenInARow == 0)
    // Lowered in March: what was read before has not beaten it since.
    let lowered = series(
      [80, 90, 90], target: 75, changes: [("2026-01-01", 80), ("2026-03-01", 75)])
    #expect(ExpectationsRatchet(lowered).beatenInARow == 1)
  }

  @Test func aChangeMayBeChance() throws {
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps, target: 40)
    func change(_ first: String, _ second: String) -> MetricSeries.Change? {
      MetricSeries(
        metric,
        readings: [
          Reading(metricID: metric.id, day: day("2026-01-31"), value: 0, counts: first),
          Reading(metricID: metric.id, day: day("2026-02-28"), value: 0, counts: second),
        ]
      ).change
    }
    // Margins 15.3 and 15.3: their root of squares is 21.6.
    #expect(change("6:20 8:30 10:50", "6:20 8:30 10:50")?.isBeyondChance == false)
    #expect(change("6:20 8:30 10:50", "6:20 8:20 10:60")?.isBeyondChance == false)
    #expect(change("6:20 8:30 10:50", "6:10 8:10 10:80")?.isBeyondChance == true)
    #expect(change("10:1", "10:2")?.isBeyondChance == nil)
  }

  @Test func seriesAreOfOneSegmentAndPlace() {
    let metric = Metric(rank: .middle, title: "M", measure: .own, target: 5)
    let step = UUID()
    let readings = [
      Reading(metricID: metric.id, day: day("2026-02-01"), value: 7, segment: "New"),
      Reading(metricID: metric.id, day: day("2026-01-01"), value: 5),
      Reading(metricID: metric.id, day: day("2026-01-01"), value: 6, segment: "new "),
      Reading(metricID: metric.id, stepID: step, day: day("2026-01-01"), value: 4),
      Reading(metricID: UUID(), day: day("2026-01-01"), value: 4),
    ]
    let all = MetricSeries.all(of: metric, readings: readings)
    #expect(all.map { $0.estimates.map(\.value) } == [[5], [6, 7], [4]])
    #expect(all.map(\.meetsTarget) == [true, true, false])
    #expect(Set(all.map(\.id)).count == 3)
    #expect(MetricSeries.all(of: metric, readings: []).isEmpty)
  }
}

@Suite struct DialogueCoverageTests {
  @Test func keyCustomersAreMetInNinetyDays() {
    let today = day("2026-11-21")
    let places = ranks(5)
    let names = ["Amina", "Noor", "Lars", "Mei", "Jo"]
    let customers = zip(places, names).map {
      Customer(rank: $0, name: $1, isKey: $1 != "Jo")
    }
    let dialogues = [
      Dialogue(rank: .middle, day: day("2026-08-23"), customer: "x", customerID: customers[0].id),
      Dialogue(rank: .middle, day: day("2026-08-22"), customer: " noor", risk: .high),
      Dialogue(rank: .middle, day: day("2026-11-22"), customer: "Lars"),
      Dialogue(rank: .middle, day: day("2026-01-22"), customer: "Jo"),
      Dialogue(rank: .middle, day: day("2026-01-22"), customer: "Nobody"),
    ]
    let coverage = DialogueCoverage(customers: customers, dialogues: dialogues, today: today)
    #expect(coverage.met == Proportion(1, of: 4))
    #expect(coverage.keyNotMet.map(\.customer.name) == ["Lars", "Mei", "Noor"])
    #expect(coverage.goneQuiet.map(\.customer.name) == ["Jo", "Noor"])
    #expect(coverage.atRisk.map(\.customer.name) == ["Noor"])
    #expect(coverage.leftOut.count == 2)
    #expect(DialogueCoverage(customers: [], dialogues: [], today: today).met.share == nil)
  }
}

@Suite struct PromiseFiguresTests {
  @Test func keptAndClosed() {
    let today = day("2026-11-21")
    func promise(
      _ made: String?, _ due: String?, _ outcome: Promise.Outcome? = nil, _ closed: String? = nil
    ) -> Promise {
      Promise(
        rank: .middle, title: "", due: due.map(day), outcome: outcome,
        closedOn: closed.map(day)
      ).made(made)
    }
    let figures = PromiseFigures(
      [
        promise("2026-10-01", "2026-10-05", .kept, "2026-10-03"),
        promise("2026-10-01", "2026-10-05", .kept, "2026-10-11"),
        promise("2026-10-01", nil, .broken, "2026-10-05"),
        promise(nil, "2026-10-05", .kept, "2026-10-03"),
        promise("2026-11-20", "2026-11-20"),
        promise("2026-10-21", "2026-12-20"),
        promise(nil, "2026-11-21"),
      ], today: today)
    #expect(figures.shareKept == Proportion(3, of: 4))
    #expect(figures.shareKeptInTime == Proportion(2, of: 3))
    #expect(figures.daysToClose.values == [2, 4, 10])
    #expect(figures.medianDaysToClose == 4)
    #expect(figures.open.bands.map(\.count) == [1, 0, 0, 1])
    #expect(figures.open.undated.count == 1)
    #expect(figures.late.count == 1 && figures.keptLate.count == 1)
    let none = PromiseFigures([], today: today)
    #expect(none.medianDaysToClose == nil && none.shareKept.share == nil)
  }

  /// The median leaves as many on its left as on its right.
  @Test func theMedianIsInTheMiddle() {
    var random = Seeded(state: 5)
    for _ in 0..<100 {
      let days = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Int.random(in: 0...60, using: &random)
      }
      let promises = days.map { count in
        Promise(
          rank: .middle, title: "", madeOn: day("2026-01-01"), outcome: .kept,
          closedOn: day("2026-01-01").adding(days: count))
      }
      let median = PromiseFigures(promises, today: day("2026-11-21")).medianDaysToClose ?? -1
      let below = days.count { Double($0) < median }
      let above = days.count { Double($0) > median }
      #expect(below <= days.count / 2 && above <= days.count / 2)
    }
  }
}

extension Promise {
  fileprivate func made(_ text: String?) -> Promise {
    var copy = self
    copy.madeOn = text.map(day)
    return copy
  }
}
