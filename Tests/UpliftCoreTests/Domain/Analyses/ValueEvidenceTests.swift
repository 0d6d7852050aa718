import Foundation
import Testing

@testable import UpliftCore

@Suite struct ValueEvidenceTests {
  private let today = CalendarDay("2026-11-22") ?? CalendarDay(daysSince1970: 0)

  @Test func championsAreCountedInTheQuarterOfTheirDay() {
    let values = ["Say the day", "Mend"].map { CultureValue(rank: .middle, title: $0) }
    let behaviours = [Behaviour(valueID: values[0].id, rank: .middle, text: "Names a day")]
    // The fiscal year begins in February: Q4 2026/27 runs from November to January.
    let days = [
      "2026-11-01", "2026-10-31", "2026-05-01", "2026-02-01", "2026-01-31", "2026-11-23", nil,
    ]
    let champions = days.map { day in
      Champion(
        rank: .middle, toName: "A", day: day.flatMap { CalendarDay($0) }, valueID: values[0].id)
    }
    let figures = ValueEvidence(
      values, behaviours: behaviours, champions: champions + [Champion(rank: .middle)],
      today: today, startMonth: 2)
    #expect(figures.quarters.map(\.description) == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    let row = figures.rows.first { $0.value == values[0] }
    #expect(row?.champions.map(\.count) == [1, 1, 1, 1])
    #expect(row?.others.count == 3)
    #expect(row?.isUnseen == false && row?.isSilent == false)
    let silent = figures.rows.first { $0.value == values[1] }
    #expect(silent?.isUnseen == true && silent?.isSilent == true)
    #expect(figures.n == 7)
  }

  @Test func everyAccoladeStandsInOnePlace() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<30 {
      let start = Int.random(in: 1...12, using: &generator)
      let values = (0..<4).map { CultureValue(rank: .middle, title: "\($0)") }
      let champions = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        Champion(
          rank: .middle,
          day: Bool.random()
            ? CalendarDay(daysSince1970: today.daysSince1970 + Int64.random(in: -800...100)) : nil,
          valueID: Int.random(in: 0...4) == 0 ? nil : values.randomElement()?.id)
      }
      let figures = ValueEvidence(
        values, behaviours: [], champions: champions, today: today, startMonth: start)
      let first = figures.quarters[0].firstDay(startMonth: start)
      for row in figures.rows {
        let own = champions.filter { $0.valueID == row.id }
        let lately = own.filter { $0.day.map { first <= $0 && $0 <= today } ?? false }
        #expect(row.lately == lately.count)
        #expect(row.lately + row.others.count == own.count)
        for (quarter, named) in zip(figures.quarters, row.champions) {
          let days =
            quarter.firstDay(startMonth: start)...quarter.lastDay(startMonth: start)
          #expect(named.allSatisfy { $0.day.map(days.contains) ?? false })
        }
      }
      #expect(figures.n == champions.count { $0.valueID != nil })
    }
  }
}
