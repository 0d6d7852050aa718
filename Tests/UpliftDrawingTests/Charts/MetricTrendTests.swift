import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// How a metric's readings become a picture.
@Suite struct MetricTrendTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func contents(_ readings: [Reading], _ targets: [TargetChange] = []) -> WorkspaceContents
  {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    contents.readings = readings
    contents.targetChanges = targets
    return contents
  }

  private func trend(
    _ metric: Metric, _ readings: [Reading], _ targets: [TargetChange] = []
  ) -> MetricTrend {
    var contents = contents(readings, targets)
    contents.metrics = [metric]
    return MetricTrend(of: metric, in: contents)
  }

  @Test func countsGiveValueIntervalAndN() throws {
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps, target: 30)
    let reading = Reading(
      metricID: metric.id, day: try day("2026-09-30"), value: 0,
      counts: "10:50 8:30 2:20", periodStart: try day("2026-07-01"))
    let trend = trend(metric, [reading])
    let shown = try #require(trend.series.first?.readings.first)
    // 50 promoters, 30 passives, 20 detractors of 100.
    #expect(shown.value == 30)
    #expect(shown.count == 100)
    let score = try #require(
      NetPromoterScore(promoters: 50, passives: 30, detractors: 20).interval)
    #expect(abs((shown.interval?.lowerBound ?? 0) - score.lowerBound) < 1e-9)
    #expect(shown.period == FiscalQuarter(of: reading.day).text())
    #expect(shown.reference == reading.reference)
    #expect(trend.limits == -100...100)
    #expect(trend.rule.contains(NetPromoterScore.rule))
    #expect(trend.rule.contains("n = 1 reading"))
    // Without changes of the target the one of the metric holds from the first reading on.
    #expect(trend.target(on: reading.day) == 30)
  }

  @Test func segmentsAreLinesAndSingleStepsAreCounted() throws {
    let metric = Metric(rank: .middle, title: "CES", measure: .ces)
    let step = UUID()
    var readings: [Reading] = []
    for month in 1...4 {
      let on = try #require(CalendarDay(year: 2026, month: month, day: 28))
      readings.append(Reading(metricID: metric.id, day: on, value: 5, sampleSize: 40))
      readings.append(
        Reading(metricID: metric.id, day: on, value: 4, sampleSize: 9, segment: "New"))
      readings.append(Reading(metricID: metric.id, stepID: step, day: on, value: 3))
    }
    let both = trend(metric, readings)
    #expect(both.series.map(\.title) == ["all customers", "New"])
    #expect(both.series.map(\.readings.count) == [4, 4])
    #expect(both.rule.contains("1 more line is not drawn"))
    #expect(both.rule.contains("n = 8 readings"))
    let alone = trend(metric, readings.filter { $0.stepID != nil })
    #expect(alone.series.count == 1)
  }

  @Test func aTargetThatWasGivenUpEndsTheLine() throws {
    let metric = Metric(rank: .middle, title: "Days", target: nil)
    let readings = try (1...6).map { month in
      Reading(
        metricID: metric.id, day: try #require(CalendarDay(year: 2026, month: month, day: 15)),
        value: Double(month))
    }
    let trend = trend(
      metric, readings,
      [
        TargetChange(metricID: metric.id, day: try day("2026-01-01"), target: 4),
        TargetChange(metricID: metric.id, day: try day("2026-03-01"), target: nil),
        TargetChange(metricID: metric.id, day: try day("2026-05-01"), target: 2),
      ])
    #expect(trend.target(on: try day("2026-02-01")) == 4)
    #expect(trend.target(on: try day("2026-04-01")) == nil)
    #expect(trend.target(on: try day("2026-06-01")) == 2)
    let scene = trend.scene(
      measuring: FakeTextMeasuring(), theme: .light, options: ChartOptions())
    let lines = scene.items.flatMap(\.content.primitives).compactMap { one -> Int? in
      guard case .stroke(.path(let path), _, _, let dash) = one, dash == [5, 3] else { return nil }
      return path.count { if case .move = $0 { true } else { false } }
    }
    // The line itself, in two pieces; the legend's is one.
    #expect(lines.contains(2))
  }

  @Test func partsOfASheetAreNamedApart() {
    var random = RandomCharts(seed: 3)
    let sheet = TrendSheet(title: "All", trends: [random.trend(), random.trend(), random.trend()])
    let scene = sheet.scene(
      measuring: FakeTextMeasuring(), theme: .light, options: ChartOptions(width: 1000))
    let subjects = scene.items.compactMap(\.subject)
    #expect(Set(subjects).count == subjects.count)
  }

  @Test func barsKnowWhatTheyCount() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let today = try day("2026-06-30")
    contents.barriers = [
      Barrier(rank: .middle, title: "Old", openedOn: try day("2026-01-01")),
      Barrier(rank: .middle, title: "New", openedOn: try day("2026-06-29")),
    ]
    let chart = PlanFigure.barriers.chart(contents, today: today)
    #expect(chart.references(of: .part("category 0")) == [contents.barriers[1].reference])
    #expect(chart.references(of: .part("category 1")).isEmpty)
    #expect(chart.references(of: .part("category 3")) == [contents.barriers[0].reference])
    #expect(chart.references(of: .part("category 9")).isEmpty)
  }
}
