import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What holds for every chart, with the fonts of this machine.
@Suite(.serialized) struct ChartTests {
  static let widths = [320.0, 487, 900, 2000]

  private func scene(
    _ chart: any Chart, _ measuring: any TextMeasuring, _ options: ChartOptions,
    theme: Theme = .light
  ) -> Scene {
    chart.scene(measuring: measuring, theme: theme, options: options)
  }

  @Test(arguments: UInt64(1)...12) func nothingOverlapsAndNothingIsCut(seed: UInt64) throws {
    let measuring = try #require(PangoTextMeasuring())
    let room = try #require(SceneRoom())
    var random = RandomCharts(seed: seed)
    for chart in random.all() {
      for width in Self.widths {
        for height in [nil, 300.0] where width < 1000 || height == nil {
          let scene = scene(chart, measuring, ChartOptions(width: width, height: height))
          let problems = ChartChecks.problems(of: scene, measuring, room)
          #expect(
            problems.isEmpty, "seed \(seed), \(type(of: chart)), \(width): \(problems.prefix(4))")
          #expect(scene.size.width == width)
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...12) func everyTextIsThere(seed: UInt64) throws {
    let measuring = try #require(PangoTextMeasuring())
    var random = RandomCharts(seed: seed)
    for chart in random.all() {
      for width in Self.widths {
        let scene = scene(chart, measuring, ChartOptions(width: width))
        let texts = SceneChecks.texts(of: scene)
        for row in chart.table.rows {
          let name = row[0]
          guard !name.isEmpty else { continue }
          // Of periods that stand close together only some are named on the axis.
          guard !(chart is MetricTrend) else { continue }
          #expect(texts.contains(name), "seed \(seed), \(type(of: chart)), \(width): \(name)")
        }
        if !chart.title.isEmpty { #expect(texts.contains(chart.title)) }
        ChartChecks.expectReadable(scene, as: chart)
      }
    }
  }

  @Test(arguments: UInt64(1)...6) func mirroredIsTheSameSeenInAMirror(seed: UInt64) throws {
    let measuring = try #require(PangoTextMeasuring())
    var random = RandomCharts(seed: seed)
    for chart in random.all() { ChartChecks.expectMirrored(chart, measuring, width: 640) }
  }

  @Test(arguments: UInt64(1)...4) func themesChangeNothingButColours(seed: UInt64) throws {
    let measuring = try #require(PangoTextMeasuring())
    var random = RandomCharts(seed: seed)
    for chart in random.all() {
      let light = scene(chart, measuring, ChartOptions())
      for theme in [Theme.dark, .print] {
        let other = scene(chart, measuring, ChartOptions(), theme: theme)
        #expect(SceneChecks.texts(of: light) == SceneChecks.texts(of: other))
        #expect(light.size == other.size)
        #expect(light.items.map(\.label) == other.items.map(\.label))
        #expect(other.background == theme.surface)
      }
    }
  }

  @Test func documentsLeaveTitleAndMarginOut() throws {
    let measuring = try #require(PangoTextMeasuring())
    var random = RandomCharts(seed: 3)
    for chart in random.all() {
      let scene = scene(
        chart, measuring, ChartOptions(width: 487, margin: 0, showsTitle: false))
      #expect(!scene.items.contains { $0.role == .title })
      #expect(scene.items.allSatisfy { $0.frame.minX >= -0.01 && $0.frame.maxX <= 487.01 })
    }
  }

  @Test func emptyOnesSayASentence() throws {
    let measuring = try #require(PangoTextMeasuring())
    let charts: [any Chart] = [
      PriorityMatrix(bubbles: []), Timeline(groups: []), ReadinessRadar(axes: [], nowTitle: ""),
      ParetoChart(causes: []), BarChart(series: [], groups: []), MetricTrend(series: []),
      HeatTable(columns: [], rows: []), ProfitChain(links: []), WayUp(milestones: []),
      CascadeChart(waves: []),
    ]
    for chart in charts {
      let scene = scene(chart, measuring, ChartOptions(width: 320))
      let item = try #require(scene.items.first { $0.subject == .part("empty") })
      #expect(item.isReadAloud && !(item.label ?? "").isEmpty)
      #expect(scene.size.height > 60)
    }
  }

  @Test func chartsAreWrittenAsPDFAndSVG() throws {
    let files = try WrittenFiles()
    var random = RandomCharts(seed: 8)
    for (index, chart) in random.all().enumerated() {
      for page in [PageFormat.poster, .a4] {
        let url = files.url("\(index)\(page).pdf")
        try SceneExport.write(
          .chart(chart, ChartOptions()), theme: .print, to: url, format: .pdf,
          options: ExportOptions(page: page))
        let text = WrittenFiles.squeezed(try WrittenFiles.text(ofPDF: url))
        for row in chart.table.rows where NastyTexts.readable.contains(row[0]) {
          #expect(text.contains(WrittenFiles.squeezed(row[0])), "\(type(of: chart)): \(row[0])")
        }
      }
      let svg = try PictureData.svg(.chart(chart, ChartOptions()), theme: .light)
      #expect(svg.hasSuffix("</svg>\n"))
    }
  }
}
