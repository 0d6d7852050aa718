import Testing

@testable import UpliftCore

struct FiscalQuarterTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test func daysFallIntoQuarters() throws {
    #expect(FiscalQuarter(of: try day("2026-03-31")).description == "2026-Q1")
    #expect(FiscalQuarter(of: try day("2026-04-01")).description == "2026-Q2")
    #expect(FiscalQuarter(of: try day("2026-03-31"), startMonth: 4).description == "2025-Q4")
    #expect(FiscalQuarter(of: try day("2026-04-01"), startMonth: 4).description == "2026-Q1")
    #expect(FiscalQuarter(of: try day("2026-01-01"), startMonth: 10).description == "2025-Q2")
  }

  @Test func firstAndLastDays() throws {
    let quarter = try #require(FiscalQuarter("2025-Q4"))
    #expect(quarter.firstDay(startMonth: 4) == (try day("2026-01-01")))
    #expect(quarter.lastDay(startMonth: 4) == (try day("2026-03-31")))
    #expect(try #require(FiscalQuarter("2024-Q1")).lastDay().description == "2024-03-31")
  }

  @Test func everyDayLiesBetweenTheFirstAndTheLastOfItsQuarter() {
    for start in 1...12 {
      for offset in stride(from: 0, to: 3000, by: 7) {
        let day = CalendarDay(daysSince1970: 19_000 + Int64(offset))
        let quarter = FiscalQuarter(of: day, startMonth: start)
        #expect(quarter.firstDay(startMonth: start) <= day)
        #expect(quarter.lastDay(startMonth: start) >= day)
      }
    }
  }

  @Test func readsEveryManner() {
    for text in ["2026-Q1", "q1 2026", "2026 Q1", "1/2026", "Q1 2026/27", "Q1 26", "Q1 FY2026"] {
      #expect(FiscalQuarter(text)?.description == "2026-Q1", "\(text)")
    }
    for text in ["2026", "Q5 2026", "Q0 2026", "March 2026", "Q1 2026/29", ""] {
      #expect(FiscalQuarter(text) == nil, "\(text)")
    }
    #expect(FiscalQuarter("2026-Q1")?.text() == "Q1 2026")
    #expect(FiscalQuarter("2026-Q1")?.text(startMonth: 4) == "Q1 2026/27")
    #expect(FiscalQuarter("Q2 1999/00")?.description == "1999-Q2")
  }

  @Test func countsOn() throws {
    let quarter = try #require(FiscalQuarter("2026-Q3"))
    #expect(quarter.next.next.description == "2027-Q1")
    #expect(quarter.advanced(by: -3).description == "2025-Q4")
    #expect(quarter.distance(to: quarter.advanced(by: 9)) == 9)
    #expect(quarter < quarter.next)
  }
}
