import Foundation
import UpliftCore

/// Several trends under and beside each other, each with its title and its rule.
public struct TrendSheet: Chart {
  public var title: String
  public var trends: [MetricTrend]
  /// Said when there is none.
  public var emptyText: String

  public init(title: String = "", trends: [MetricTrend], emptyText: String = "") {
    self.title = title
    self.trends = trends
    self.emptyText = emptyText
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("Metric"), weight: 2), .init(tr("Period"), weight: 2),
        .init(MetricTrend.Place.title(Set(trends.flatMap(\.series).map(\.place)))),
        .init(tr("Value"), isFigure: true), .init(tr("95 % interval")),
        .init(tr("n"), isFigure: true), .init(tr("Target"), isFigure: true),
      ],
      trends.flatMap { trend in
        trend.series.flatMap { series in
          series.readings.map { reading in
            [
              trend.title, reading.period, series.title, MetricTrend.text(reading.value),
              reading.interval.map(MetricTrend.text) ?? "",
              reading.count.map { NumberFormat.local.text($0) } ?? "",
              trend.target(on: reading.day).map(MetricTrend.text) ?? "",
            ]
          }
        }
      })
  }

  /// Points across that one trend needs beside another.
  private static let leastColumn = 420.0
  private static let gap = 28.0

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    var chart = ChartComposer(title, texts: trends.map(\.title), measuring, theme, options)
    chart.addTitle()
    guard !trends.isEmpty else {
      chart.addEmpty(emptyText)
      return chart.finished()
    }
    let columns = max(1, min(2, trends.count, Int(chart.inner / Self.leastColumn)))
    let width = (chart.inner - Double(columns - 1) * Self.gap) / Double(columns)
    let own = ChartOptions(
      width: width, margin: 0, showsTitle: true, isMirrored: chart.isMirrored)
    var parts: [SceneItem] = []
    for first in stride(from: 0, to: trends.count, by: columns) {
      let row = trends[first..<min(first + columns, trends.count)].enumerated().map {
        (
          place: first + $0.offset,
          scene: $0.element.scene(
            measuring: measuring, theme: theme, options: own)
        )
      }
      for (column, (place, scene)) in row.enumerated() {
        let left = chart.left + Double(column) * (width + Self.gap)
        let x = chart.isMirrored ? chart.width - left - scene.size.width : left
        parts += scene.items.map { item in
          var item = item
          item.frame = item.frame.offset(by: Point(x, chart.y))
          // Parts are named within their own picture.
          if case .part(let name) = item.subject { item.subject = .part("\(place) \(name)") }
          // The sheet has a title of its own; these are headings on it.
          if item.role == .title { item.role = .cluster }
          return item
        }
      }
      chart.y += (row.map(\.scene.size.height).max() ?? 0) + Self.gap
    }
    chart.y -= Self.gap
    var scene = chart.finished()
    scene.items += parts
    return scene
  }
}
