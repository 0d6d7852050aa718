import Testing

@testable import UpliftCore

@Suite struct AccoladeDaysTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test func fromADayToADayInEitherOrder() throws {
    let (first, last) = (try day("2026-03-01"), try day("2026-05-31"))
    let today = try day("2026-11-22")
    #expect(AccoladeDays.between(last, first).days(today: today) == first...last)
    #expect(AccoladeDays.between(nil, nil).days(today: today) == nil)
    let since = try #require(AccoladeDays.between(first, nil).days(today: today))
    #expect(since.contains(today))
    #expect(!since.contains(try day("2026-02-28")))
    #expect(
      AccoladeDays.period(.lastMonth).days(today: today)?.upperBound == (try day("2026-10-31")))
  }

  @Test func readingsThatCanBeComparedAreOfAllCustomersWhereThereAreSuch() throws {
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps)
    let readings = try [
      ("2026-10-20", 20.8, ""), ("2026-11-20", 23.2, ""), ("2026-11-20", 8, "Shoes"),
    ]
    .map { Reading(metricID: metric.id, day: try day($0.0), value: $0.1, segment: $0.2) }
    #expect(
      MetricFigures(metric, readings: readings).ofOneKind.readings.map(\.value) == [20.8, 23.2])
    #expect(MetricFigures(metric, readings: readings).ofOneKind.trend == .better)
    let shoes = readings.filter { !$0.segment.isEmpty }
    #expect(MetricFigures(metric, readings: shoes).ofOneKind.readings.count == 1)
  }
}
