import Foundation
import Testing
import UpliftCore

@testable import edit_stream

@Suite struct CalendarTests {
  @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func aDayIsReadAndWritten(text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-1", "0000-01-01",
    "20261121", "2026-11-21 ", "+026-11-21", "٢٠٢٦-١١-٢١", "", "-", "--", "2026-11-2x",
  ])
  func whatIsNoDayIsRefused(text: String) { #expect(CalendarDay(text) == nil) }

  @Test func daysAreInOrder() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map {
      try #require(CalendarDay($0))
    }
    #expect(days.shuffled().sorted() == days)
  }

  @Test func theSameMomentIsAnotherDayElsewhere() throws {
    let instant = try #require(Instant("2026-11-21T23:30:00Z"))
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let utc = try #require(TimeZone(identifier: "UTC"))
    #expect(CalendarDay(instant.date, in: berlin).description == "2026-11-22")
    #expect(CalendarDay(instant.date, in: utc).description == "2026-11-21")
    #expect(CalendarDay(Date(timeIntervalSince1970: 1e15), in: utc).year == 9999)
  }

  @Test func theDayHereIsThatOfTheTimeZoneHere() {
    var random = Dice(seed: 7)
    for _ in 0..<500 {
      let date = Date(timeIntervalSince1970: .random(in: -2e9...1e10, using: &random))
      #expect(CalendarDay(date) == CalendarDay(date, in: .current))
    }
    #expect(CalendarDay(Date(timeIntervalSince1970: 1e15)).year == 9999)
    #expect(CalendarDay(Date(timeIntervalSince1970: -1e15)).year == 1)
  }

  @Test func everyMillisecondIsReadAsItIsWritten() throws {
    for milliseconds in Int64(1_795_000_000_000)..<1_795_000_002_000 {
      let instant = Instant(milliseconds: milliseconds)
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test func momentsOfAllTimesAgreeWithTheCalendar() throws {
    var random = Dice(seed: 4)
    let style = Date.ISO8601FormatStyle()
    // From 1600 on; before, Foundation reckons with the Julian calendar.
    for _ in 0..<2_000 {
      let seconds = Int64.random(in: -11_676_096_000...253_402_300_799, using: &random)
      let instant = Instant(milliseconds: seconds * 1000)
      #expect(
        instant.description.replacing(".000Z", with: "Z")
          == Date(timeIntervalSince1970: Double(seconds)).formatted(style))
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test func theEndsOfTimeAreTheEnds() {
    #expect(Instant(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .min).description == "0001-01-01T00:00:00.000Z")
    for time in [Double.infinity, -.infinity, .nan, 1e300, -1e300] {
      let text = Instant(Date(timeIntervalSince1970: time)).description
      #expect(Instant(text)?.description == text)
    }
  }

  @Test(arguments: [
    ("2026-11-21T19:41:24Z", "2026-11-21T19:41:24.000Z"),
    ("2026-11-21T19:41:24.1Z", "2026-11-21T19:41:24.100Z"),
    ("2026-11-21T19:41:24.123456789Z", "2026-11-21T19:41:24.123Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
  ])
  func fractionsMayBeLeftOut(text: String, written: String) {
    #expect(Instant(text)?.description == written)
  }

  @Test(arguments: [
    "", "Z", "2026-11-21", "2026-11-21T24:00:00Z", "2026-02-30T00:00:00Z", "2026-11-21T19:41:24",
    "2026-11-21T19:41:24.Z", "2026-11-21T19:41:24.1x3Z", "2026-11-21 19:41:24Z",
    "2026-11-21T19:60:24Z", "2026-11-21T-1:41:24Z", "99999-11-21T19:41:24Z",
    "2026-11-21T19:41:24.\(String(repeating: "1", count: 99))Z",
  ])
  func whatIsNoMomentIsRefused(text: String) { #expect(Instant(text) == nil) }
}
