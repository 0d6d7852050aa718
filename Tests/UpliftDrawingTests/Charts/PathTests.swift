import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct PathTests {
  let measuring = FakeTextMeasuring()

  private func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(Date()) }

  private func scene(_ chart: any Chart, _ width: Double = 900) -> Scene {
    chart.scene(measuring: measuring, theme: .light, options: ChartOptions(width: width))
  }

  @Test func targetsStandInStepsByTheirHistory() throws {
    let trend = MetricTrend(
      series: [
        .init(
          "",
          [
            .init(day("2026-01-01"), period: "Q1", value: 2, interval: -4...8, count: 310),
            .init(day("2026-04-01"), period: "Q2", value: 9, count: 402),
            .init(day("2026-07-01"), period: "Q3", value: 12, count: 412),
          ])
      ], targets: [.init(from: day("2025-01-01"), 5), .init(from: day("2026-05-01"), 20)])
    #expect(trend.target(on: day("2026-04-30")) == 5)
    #expect(trend.target(on: day("2026-05-01")) == 20)
    #expect(trend.table.rows.map(\.last) == ["5", "5", "20"])
    let scene = scene(trend)
    let steps = scene.items.flatMap(\.content.primitives).compactMap { primitive -> Int? in
      guard case .stroke(.path(let path), Theme.light.futureCurve, _, _) = primitive else {
        return nil
      }
      return path.count
    }
    // Along the first, up to the second and along it; and its line in the legend.
    #expect(steps.sorted() == [2, 4])
    let texts = SceneChecks.texts(of: scene)
    #expect(texts.contains("n 412") && texts.contains("Q1") && texts.contains("12"))
    let heights = try (0...2).map { index in
      try #require(scene.items.first { $0.subject == .part("reading 0 \(index)") }).frame.midY
    }
    #expect(heights[0] > heights[1] && heights[1] > heights[2])
  }

  @Test func theWayRisesAndBarriersLieBeforeTheirMilestone() throws {
    let milestones = ["Leaders agree", "Short run", "All front line"].map {
      WayUp.Milestone(EntityReference(.milestone, UUID()), title: $0)
    }
    let barrier = WayUp.Barrier(
      EntityReference(.barrier, UUID()), title: "packing target", before: milestones[2].reference)
    let scene = scene(WayUp(milestones: milestones, barriers: [barrier]))
    let frames = try milestones.map { milestone in
      try #require(scene.items.first { $0.subject == .record(milestone.reference) }).frame
    }
    #expect(frames[0].maxX < frames[1].maxX && frames[1].maxX < frames[2].maxX)
    #expect(frames[0].maxY > frames[1].maxY && frames[1].maxY > frames[2].maxY)
    let own = try #require(scene.items.first { $0.subject == .record(barrier.reference) })
    #expect(own.frame.minX > frames[1].maxX - 14 && own.frame.minX < frames[2].maxX)
    #expect(own.label?.contains("Barrier before All front line") == true)
  }

  @Test func manyColumnsStandInSeveralBlocks() {
    let heat = HeatTable(
      corner: "Audience", columns: (1...30).map { "Month \($0)" },
      rows: [.init("Everybody", (1...30).map { .init("\($0)", level: 0.5) })])
    let scene = scene(heat, 320)
    let cells = scene.items.filter { $0.role == .cell }
    #expect(cells.count == 30)
    #expect(Set(cells.map(\.frame.minY)).count > 1)
    #expect(cells[29].label == "Everybody, Month 30: 30")
    #expect(scene.items.count { $0.role == .laneHeader } == Set(cells.map(\.frame.minY)).count)
  }

  @Test func linksSayHowFarTheyWentTogether() {
    func link(_ title: String) -> ProfitChain.Link {
      .init(
        title,
        [
          .init(day("2026-01-01"), period: "Jan", value: 3),
          .init(day("2026-02-01"), period: "Feb", value: 3.5),
        ])
    }
    let chain = ProfitChain(
      links: [link("Employees"), link("Customers")],
      relations: [.init(coefficient: 0.62, lag: 2, count: 11)])
    for width in [320.0, 900] {
      let texts = SceneChecks.texts(of: scene(chain, width)).joined(separator: " ")
      #expect(texts.contains("r = 0.62") && texts.contains("2 periods later"))
      #expect(texts.contains("n = 11") && texts.contains("need not be cause"))
    }
  }

  @Test func everyNumberOfTheChainStandsInItsTable() {
    let values = [57.0, 51, 70, 68]
    let chain = ProfitChain(
      links: [
        .init(
          "Employees", unit: "%",
          values.enumerated().map { month, value in
            .init(day("2026-0\(month + 1)-01"), period: "month \(month + 1)", value: value)
          })
      ])
    let said = chain.table.rows[0].joined(separator: " ")
    let drawn = SceneChecks.texts(of: scene(chain, 900)).filter { $0.hasSuffix("%") }
    #expect(!drawn.isEmpty)
    for text in drawn { #expect(said.contains(text), "\(text)") }
  }

  @Test func wavesAddUpAndWarn() throws {
    let early = CascadeChart.Training(
      EntityReference(.training, UUID()), title: "Returns", headcount: 10, done: 14,
      warning: "begins before the managers are done")
    let late = CascadeChart.Training(
      EntityReference(.training, UUID()), title: "Coaching", headcount: 10, done: 0)
    let scene = scene(CascadeChart(waves: [.init("Front line", [early, late])]))
    let texts = SceneChecks.texts(of: scene)
    #expect(texts.contains("10 of 20"))
    #expect(texts.contains(early.warning))
    let item = try #require(scene.items.first { $0.subject == .record(early.reference) })
    #expect(item.label?.contains(early.warning) == true)
  }
}
