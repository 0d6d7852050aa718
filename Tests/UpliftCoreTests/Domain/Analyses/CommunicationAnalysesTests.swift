import Foundation
import Testing

@testable import UpliftCore

@Suite struct CommunicationAnalysesTests {
  private let audiences = zip(ranks(2), ["Stores", "Customers"]).map {
    Audience(rank: $0, title: $1)
  }

  private func message(
    _ first: String?, _ cadence: MeetingSeries.Cadence? = nil, until: String? = nil,
    _ status: Message.Status = .agreed, about: Initiative? = nil
  ) -> Message {
    Message(
      rank: .middle, title: "", day: first.map { day($0) }, cadence: cadence,
      untilDay: until.map { day($0) }, status: status, initiativeID: about?.id)
  }

  @Test func aMonthThatHearsNothingIsSilent() {
    let messages = [
      message("2026-01-31", .monthly, until: "2026-03-31"),
      message("2026-01-05", .weekly, .idea), message("2026-05-31"), message(nil),
    ]
    let months = CalendarMonth.months(
      CalendarMonth(of: day("2026-01-01")), through: CalendarMonth(of: day("2026-06-01")))
    let coverage = CommunicationCoverage(
      audiences: audiences, messages: messages,
      heard: messages.dropLast().map {
        MessageAudience(messageID: $0.id, audienceID: audiences[0].id)
      }, months: months)
    #expect(
      coverage.rows.map { $0.cells.map(\.count) } == [[1, 1, 1, 0, 1, 0], [0, 0, 0, 0, 0, 0]])
    #expect(coverage.rows[0].cells[1].map(\.day) == [day("2026-02-28")])
    #expect(coverage.rows.map(\.covered) == [Proportion(4, of: 6), Proportion(0, of: 6)])
    #expect(coverage.rows.map(\.longestSilence) == [1, 6])
    #expect(coverage.covered == Proportion(4, of: 12))
    #expect(coverage.withoutAudience == [messages[3]])
    #expect(coverage.undated == [messages[3]])
    let empty = CommunicationCoverage(
      audiences: audiences, messages: messages, heard: [], months: [])
    #expect(empty.covered.share == nil)
  }

  /// Against looking at every day.
  @Test func cadencesAreExpandedAsDayByDay() {
    var random = Seeded(state: 41)
    for _ in 0..<120 {
      let start = day("2024-01-01").adding(days: Int.random(in: 0...900, using: &random))
      let cadence = MeetingSeries.Cadence.allCases.randomElement(using: &random)
      let end = start?.adding(days: Int.random(in: 0...900, using: &random))
      var one = message(nil, cadence)
      one.day = start
      one.untilDay = Bool.random(using: &random) ? end : nil
      let (first, last) = (day("2025-01-01"), day("2025-12-31"))
      var expected: [CalendarDay] = []
      for number in 0..<400 {
        guard let start, let cadence else { break }
        let next =
          switch cadence {
          case .weekly: start.adding(days: 7 * number)
          case .fortnightly: start.adding(days: 14 * number)
          case .monthly: start.adding(months: number, .sameDay)
          case .quarterly: start.adding(months: 3 * number, .sameDay)
          case .yearly: start.adding(months: 12 * number, .sameDay)
          }
        if let next, next >= first, next <= last, next <= one.untilDay ?? last {
          expected.append(next)
        }
      }
      #expect(one.days(from: first, through: last) == expected)
      #expect(
        one.nextDay(from: first) == expected.first || (one.nextDay(from: first) ?? last) > last
          || expected.isEmpty)
    }
  }

  @Test func whoIsAffectedHearsOfItBefore() {
    let today = day("2026-11-21")
    let places = ranks(4)
    let initiatives = [
      Initiative(
        rank: places[0], title: "soon", startDay: day("2026-12-10"), status: .planned,
        pilotStart: day("2026-12-01")),
      Initiative(rank: places[1], title: "runs", startDay: day("2026-11-01"), status: .running),
      Initiative(rank: places[2], title: "idea", startDay: day("2026-12-01")),
      Initiative(rank: places[3], title: "nobody knows when", status: .running),
    ]
    let affected = initiatives.flatMap { one in
      audiences.map { InitiativeAudience(initiativeID: one.id, audienceID: $0.id) }
    }
    let messages = [
      // In time for the pilot; in time only for the long run.
      message("2026-11-30", about: initiatives[0]), message("2026-12-01", about: initiatives[0]),
      // Agreed and never sent; sent.
      message("2026-10-01", about: initiatives[1]),
      message("2026-10-01", nil, .sent, about: initiatives[1]),
    ]
    let heard = [
      MessageAudience(messageID: messages[0].id, audienceID: audiences[0].id),
      MessageAudience(messageID: messages[1].id, audienceID: audiences[1].id),
      MessageAudience(messageID: messages[2].id, audienceID: audiences[0].id),
      MessageAudience(messageID: messages[3].id, audienceID: audiences[1].id),
    ]
    let untold = UntoldAudiences(
      initiatives, audiences: audiences, affected: affected, messages: messages, heard: heard,
      today: today)
    #expect(
      untold.items.map { [$0.initiative.title, $0.audience.title] } == [
        ["nobody knows when", "Stores"], ["nobody knows when", "Customers"], ["runs", "Stores"],
        ["soon", "Customers"],
      ])
    #expect(untold.items.map(\.daysLeft) == [nil, nil, -20, 10])
    #expect(untold.items.map(\.tooLate) == [[], [], [messages[2]], [messages[1]]])
    #expect(untold.n == 6)
  }
}
