import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct BarChartTests {
  let measuring = FakeTextMeasuring()

  @Test func causesComeInOrderWithTheirRunningShare() {
    let pareto = ParetoChart(causes: [
      .init("People", count: 2), .init("Policies", count: 5), .init("Channels", count: 0),
      .init("Technology", count: 3),
    ])
    #expect(pareto.causes.map(\.title) == ["Policies", "Technology", "People", "Channels"])
    #expect(pareto.cumulative == [0.5, 0.8, 1, 1])
    let texts = SceneChecks.texts(
      of: pareto.scene(measuring: measuring, theme: .light, options: ChartOptions(width: 900)))
    #expect(
      texts.contains {
        $0.contains("80\u{A0}% is passed with 2 of 4 causes: 8 of 10 (80\u{A0}%)")
      })
    #expect(texts.contains { $0.contains("n = 10") })
  }

  @Test func lengthsAreInProportion() throws {
    for direction in [BarChart.Direction.along, .upright] {
      let bars = BarChart(
        series: [.init("")], groups: [.init("", [.init("a", [2]), .init("b", [8])])],
        direction: direction)
      let scene = bars.scene(measuring: measuring, theme: .light, options: ChartOptions())
      let lengths = try (0...1).map { index -> Double in
        let item = try #require(scene.items.first { $0.subject == .part("category \(index)") })
        for case .fill(.rectangle(let frame), _) in item.content.primitives {
          return direction == .along ? frame.width : frame.height
        }
        return 0
      }
      #expect(abs(lengths[1] - 4 * lengths[0]) < 0.01)
    }
  }

  @Test func seriesDifferWithoutTheirColour() {
    let bars = BarChart(
      series: [.init("a"), .init("b"), .init("c"), .init("d")],
      groups: [.init("", [.init("all", [1, 1, 1, 1])])])
    let composer = BarComposer(
      bars: bars,
      chart: ChartComposer("", texts: [], measuring, .light, ChartOptions()))
    let looks = (0..<4).map { index in
      composer.look(index, Rect(0, 0, 40, 14)).map { primitive in
        switch primitive {
        case .fill(_, let color): "fill \(color == Theme.light.surface)"
        case .stroke(.path, _, _, _): "hatched"
        default: "outline"
        }
      }
    }
    #expect(looks[0] != looks[1] && looks[1] != looks[2] && looks[2] != looks[3])
    #expect(looks[0] != looks[3] && looks[0] != looks[2])
  }
}
