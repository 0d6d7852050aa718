import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What a figure shows and what its rule says agree.
@Suite struct RuleTests {
  private let measuring = FakeTextMeasuring()

  private func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(Date()) }

  private func scene(_ chart: any Chart, _ width: Double = 900) -> Scene {
    chart.scene(measuring: measuring, theme: .light, options: ChartOptions(width: width))
  }

  @Test func everyBarrierOfTheKeyStandsInTheTimeline() throws {
    let bar = Timeline.Bar(
      EntityReference(.initiative, UUID()), title: "Label", start: day("2026-04-01"),
      end: day("2026-09-30"))
    let milestone = Timeline.Milestone(
      EntityReference(.milestone, UUID()), title: "Taught", day: day("2026-11-30"))
    func barrier(_ day: String, _ bar: EntityReference?) -> Timeline.Barrier {
      Timeline.Barrier(
        EntityReference(.barrier, UUID()), title: day, day: self.day(day), bar: bar)
    }
    let timeline = Timeline(
      groups: [.init("", [bar])], milestones: [milestone],
      barriers: [
        barrier("2026-05-01", bar.reference), barrier("2026-06-01", milestone.reference),
        barrier("2026-06-02", nil), barrier("2026-06-03", nil),
      ], dropped: 1)
    let scene = scene(timeline)
    for barrier in timeline.barriers {
      #expect(scene.items.contains { $0.subject == .record(barrier.reference) })
    }
    #expect(timeline.table.rows[1].last == "2026-06-01")
    #expect(timeline.table.rows.count == 4)
    #expect(timeline.explanation.contains("1 that was dropped"))
    // In both parts of a high one they are called the same.
    var two = timeline
    two.groups.append(
      .init(
        "B", [Timeline.Bar(EntityReference(.initiative, UUID()), title: "B", start: bar.start)]))
    two.groups[0].title = "A"
    let (upper, lower) = try #require(two.halves)
    #expect(upper.barriers.map(\.number) == [1])
    #expect(lower.barriers.map(\.number) == [2, 3, 4])
  }

  @Test func aParetoSaysWithHowManyFourFifthsArePassed() {
    let few = ParetoChart(
      causes: [8, 1, 1].map { .init("c\($0)", count: $0) }, unit: "root causes", bars: "factors")
    #expect(few.vitalFew == 1)
    #expect(
      few.explanation.contains(
        "80\u{A0}% is passed with 1 of 3 factors: 8 of 10 root causes (80\u{A0}%)."))
    #expect(!few.explanation.contains("no few"))
    let many = ParetoChart(
      causes: (0..<9).map { .init("\($0)", count: 2) }, unit: "root causes", bars: "factors")
    #expect(many.vitalFew == 8)
    #expect(many.explanation.contains("no few make most"))
  }

  @Test func theWayIsFullUpToTheLastMilestoneThatIsReached() {
    let references = (0..<3).map { _ in EntityReference(.milestone, UUID()) }
    let way = WayUp(
      milestones: zip(references, [WayUp.State.reached, .now, .ahead]).map {
        .init($0, title: "m", state: $1)
      },
      barriers: [.init(EntityReference(.barrier, UUID()), title: "b", before: references[1])],
      openElsewhere: 2)
    let scene = scene(way)
    let reached = scene.items.first { $0.subject == .record(references[0]) }?.frame
    let next = scene.items.first { $0.subject == .record(references[1]) }?.frame
    let ends = scene.items.flatMap(\.content.primitives).compactMap { primitive -> Double? in
      guard case .stroke(.path(let path), Theme.light.accent, 2.5, _) = primitive else {
        return nil
      }
      return path.compactMap { element -> Double? in
        switch element {
        case .move(let point), .line(let point), .curve(_, _, let point): point.x
        case .close: nil
        }
      }.max()
    }
    #expect(ends.count == 1)
    #expect(ends.allSatisfy { $0 <= (reached?.maxX ?? 0) + 1 && $0 < next?.minX ?? 0 })
    #expect(way.explanation.contains("2 more open barriers"))
  }

  @Test func theChainSaysHowManyLagsWereTried() {
    let chain = ProfitChain(
      links: ["A", "B"].map {
        .init($0, unit: "%", [.init(day("2026-01-01"), period: "January", value: 51)])
      },
      relations: [.init(coefficient: 0.9, lag: 1, count: 11, lags: [0.77, 0.9, 0.85, nil])])
    let row = chain.table.rows[0]
    #expect(row[2] == "51 % in January")
    #expect(row[7].contains("r of lags 0 to 3: 0.77 · 0.9 · 0.85 · –"))
    #expect(chain.explanation.contains("Of 4 lags that were tried"))
  }

  @Test func segmentsThatWereReadOnceStandSideBySide() {
    let last = day("2026-11-20")
    func one(_ value: Double) -> MetricTrend.Reading {
      .init(last, period: "November", value: value, interval: value - 10...value + 10, count: 90)
    }
    let trend = MetricTrend(
      series: [
        .init(
          "all",
          [.init(day("2026-10-31"), period: "October", value: 20, count: 300), one(23)])
      ] + (0..<5).map { .init("s\($0)", [one(Double($0) + 20.5)]) })
    let scene = scene(trend)
    let places = (0..<6).compactMap { series in
      scene.items.first { $0.subject == .part("reading \(series) \(series == 0 ? 1 : 0)") }?.frame
        .midX
    }
    #expect(places.count == 6)
    for (left, right) in zip(places, places.dropFirst()) { #expect(right - left > 20) }
    let texts = SceneChecks.texts(of: scene)
    for words in ["23", "20.5", "21.5", "22.5", "23.5", "24.5"] { #expect(texts.contains(words)) }
    // Read at steps, it has steps.
    let steps = MetricTrend(series: [.init("at", place: .step, [one(1)])])
    #expect(steps.table.columns[1].title == "Step")
  }
}
