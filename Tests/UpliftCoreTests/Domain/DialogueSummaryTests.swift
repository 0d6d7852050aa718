import Foundation
import Testing

@testable import UpliftCore

@Suite struct DialogueSummaryTests {
  @Test func countsWhatTheListSays() throws {
    let today = try #require(CalendarDay("2026-11-21"))
    let dialogues = [
      Dialogue(rank: .middle, day: today, customer: "Noor", followUp: "Call", risk: .high),
      Dialogue(rank: .middle, day: CalendarDay("2026-08-23"), customer: "noor "),
      Dialogue(rank: .middle, day: CalendarDay("2026-08-22"), customer: "Amina", risk: .low),
      Dialogue(rank: .middle, day: CalendarDay("2026-11-22"), followUp: " "),
    ]
    let summary = DialogueSummary(dialogues, on: today)
    #expect(summary.count == 4)
    #expect(summary.customerCount == 2)
    // 90 days before counts, 91 days does not, and a day to come is none that was.
    #expect(summary.recentCount == 2)
    #expect(summary.highRiskCount == 1)
    #expect(summary.followUpCount == 1)
  }
}
