import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

struct MeetingDatesTests {
  private func days(
    _ first: String, _ cadence: MeetingSeries.Cadence, _ manner: MeetingDates.Manner = .sameDay,
    count: Int
  ) throws -> [String] {
    let first = try #require(CalendarDay(first))
    return MeetingDates.days(from: first, cadence, manner, count: count).map(\.description)
  }

  @Test func theLastDayOfShorterMonthsStandsForThe31st() throws {
    #expect(
      try days("2027-01-31", .monthly, count: 5) == [
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31",
      ])
    #expect(try days("2024-02-29", .yearly, count: 5).suffix(2) == ["2027-02-28", "2028-02-29"])
  }

  @Test func theSecondTuesdayStaysOne() throws {
    #expect(
      try days("2026-12-08", .monthly, .sameWeekday, count: 3) == [
        "2026-12-08", "2027-01-12", "2027-02-09",
      ])
    // A fifth Monday is the last one elsewhere.
    #expect(
      try days("2026-11-30", .monthly, .sameWeekday, count: 3) == [
        "2026-11-30", "2026-12-28", "2027-01-25",
      ])
    #expect(
      MeetingDates.name(ofWeekdayIn: try #require(CalendarDay("2026-12-08"))) == "second Tuesday")
    #expect(
      MeetingDates.name(ofWeekdayIn: try #require(CalendarDay("2026-11-30"))) == "last Monday")
  }

  @Test func weeksGoOverTheEndOfTheYear() throws {
    #expect(
      try days("2026-12-24", .weekly, count: 3) == ["2026-12-24", "2026-12-31", "2027-01-07"])
    #expect(try days("2026-12-24", .fortnightly, count: 2) == ["2026-12-24", "2027-01-07"])
    #expect(try days("9999-12-20", .weekly, count: 5) == ["9999-12-20", "9999-12-27"])
  }

  /// Against Foundation's calendar, for days drawn at random.
  @Test func daysAreWhatTheCalendarSays() throws {
    var random = Dice(seed: 9)
    var calendar = Calendar(identifier: .gregorian)
    let zone = try #require(TimeZone(identifier: "UTC"))
    calendar.timeZone = zone
    for _ in 0..<300 {
      let first = try #require(
        CalendarDay(
          year: Int.random(in: 1990...2090, using: &random),
          month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...28, using: &random)))
      let date = try #require(
        calendar.date(from: DateComponents(year: first.year, month: first.month, day: first.day)))
      #expect((calendar.component(.weekday, from: date) + 5) % 7 == first.weekday)
      for (number, day) in MeetingDates.days(from: first, .monthly, count: 30).enumerated() {
        let expected = try #require(calendar.date(byAdding: .month, value: number, to: date))
        #expect(day == CalendarDay(expected, in: zone))
      }
      for (number, day) in MeetingDates.days(from: first, .quarterly, .sameWeekday, count: 12)
        .enumerated()
      {
        let month = (first.month - 1 + 3 * number) % 12 + 1
        #expect(day.month == month)
        #expect(day.weekday == first.weekday)
        #expect(
          day.weekInMonth == first.weekInMonth || first.weekInMonth == 5 && day.weekInMonth == 4)
      }
    }
  }

  @Test func aSeriesGoesOnAsItBegan() throws {
    var group = GroupContents(
      group: AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "G"), members: [],
      meetings: [], agendaItems: [:], attendances: [:], boards: [])
    let first = try #require(CalendarDay("2026-12-08"))
    let added = try #require(
      group.addingSeries(
        "Monthly", .monthly, from: first, manner: .sameWeekday, count: 2, agenda: .changeMeeting))
    group.series = [added.record]
    for case .insert(let record) in added.edit.changes {
      if let meeting = record as? Meeting { group.meetings.append(meeting) }
      if let item = record as? AgendaItem {
        group.agendaItems[item.meetingID, default: []].append(item)
      }
    }
    #expect(group.meetings.map(\.title) == ["Monthly", "Monthly"])
    #expect(group.meetings[0].rank < group.meetings[1].rank)
    #expect(group.minutes(of: group.meetings[1].id) == 60)
    #expect(try #require(group.place(inSeriesOf: group.meetings[1].id)) == (2, 2))
    let more = try #require(group.continuing(added.record.id, by: 2))
    let meetings = more.changes.compactMap { change -> Meeting? in
      if case .insert(let record) = change { record as? Meeting } else { nil }
    }
    #expect(meetings.compactMap { $0.day?.description } == ["2027-02-09", "2027-03-09"])
    #expect(more.changes.count == 2 + 2 * AgendaTemplate.changeMeeting.points.count)
    #expect(group.continuing(UUID(), by: 1) == nil)
  }

  @Test func everyTemplateTakesAnHour() {
    for template in AgendaTemplate.allCases {
      #expect(template.points.map(\.minutes).reduce(0, +) == 60)
    }
  }

  @Test func theLastMeetingsRecommendationsComeFirst() throws {
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "G")
    let meetings = zip(["2026-09-01", "2026-10-01", "2026-11-01"], Rank.spread(3)).map {
      Meeting(groupID: group.id, rank: $1, title: $0, day: CalendarDay($0))
    }
    var contents = GroupContents(
      group: group, members: [], meetings: meetings, agendaItems: [:], attendances: [:], boards: [])
    func add(_ text: String, _ meeting: Int?, _ change: (inout Recommendation) -> Void = { _ in }) {
      let meeting = meeting.map { meetings[$0] }
      var new = contents.addingRecommendation(text, at: meeting?.id, askedOn: meeting?.day).record
      change(&new)
      contents.recommendations.append(new)
    }
    add("old", 0)
    add("closed", 0) { ($0.doneOn, $0.toldOn) = ($0.askedOn, $0.askedOn) }
    add("last", 1)
    add("untold", 1) { $0.answer = .declined }
    add("now", 2)
    #expect(contents.owed(at: meetings[2].id).map(\.text) == ["last", "untold", "old"])
    #expect(contents.owed(at: meetings[0].id).isEmpty)
    #expect(contents.recommendations.open.map(\.text) == ["old", "last", "now"])
    #expect(contents.recommendations.untold.map(\.text) == ["untold"])
  }
}
