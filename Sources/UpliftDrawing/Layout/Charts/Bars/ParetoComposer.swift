import Foundation
import UpliftCore

/// Puts a Pareto chart together.
struct ParetoComposer {
  let pareto: ParetoChart
  var chart: ChartComposer
  private var theme: Theme { chart.theme }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard pareto.total > 0 else {
      chart.addEmpty(
        tr("No root cause is filed yet. Ask why under a pain point, up to five times."))
      return chart.finished()
    }
    let rule = rule
    let leftAxis = chart.natural(String(pareto.total), ChartType.small) + 8
    let rightAxis = chart.natural(ParetoChart.percent(1), ChartType.small) + 8
    let width = chart.inner - leftAxis - rightAxis
    let slot = width / Double(pareto.causes.count)
    let usesKey = !pareto.causes.allSatisfy {
      slot >= 46 && chart.fits($0.title, ChartType.small, slot - 6)
        && chart.height($0.title, ChartType.small, slot - 6)
          <= 5 * chart.lineHeight(ChartType.small)
    }
    let key = usesKey ? keyEntries : []
    let labelHeight =
      usesKey
      ? chart.lineHeight(ChartType.number)
      : pareto.causes.map { chart.height($0.title, ChartType.small, slot - 6) }.max() ?? 0
    let line = chart.lineHeight(ChartType.small)
    let head = line + 6
    let below =
      labelHeight + 6 + chart.legendHeight(legend) + chart.keyHeight(key)
      + chart.ruleHeight(rule)
    let height = chart.room(below: below + head, ratio: 0.42, least: 160, most: 360)
    addHeads(leftAxis, rightAxis)
    chart.y += head + line
    let plot = Rect(chart.left + leftAxis, chart.y, width, height - line)
    addGround(plot)
    addBars(plot, slot, usesKey: usesKey)
    chart.y = plot.maxY + 4 + labelHeight + 2
    chart.addKey(key)
    chart.addLegend(legend)
    chart.addRule(rule)
    return chart.finished()
  }

  private var rule: String { pareto.explanation }

  private var keyEntries: [ChartComposer.KeyEntry] {
    pareto.causes.enumerated().map { index, cause in
      .init(
        number: String(index + 1), title: cause.title,
        detail: tr(
          "{count} · together {share}",
          ["count": cause.count, "share": ParetoChart.percent(pareto.cumulative[index])]))
    }
  }

  private var legend: [ChartComposer.LegendEntry] {
    let theme = theme
    return [
      .init(
        mark: { [.fill(.roundedRectangle($0, radius: 2), theme.accent)] }, text: tr("how often")),
      .init(
        mark: {
          [
            .stroke(
              ChartMark.line(Point($0.minX, $0.midY), Point($0.maxX, $0.midY)),
              theme.card(.orange).strong, width: 1.75),
            .fill(
              .ellipse(Rect(around: Point($0.midX, $0.midY), radius: 3)),
              theme.card(.orange).strong),
          ]
        }, text: tr("running share")),
      .init(
        mark: {
          [
            .stroke(
              ChartMark.line(Point($0.minX, $0.midY), Point($0.maxX, $0.midY)),
              theme.secondaryText, width: 1, dash: [3, 3])
          ]
        }, text: ParetoChart.percent(0.8)),
    ]
  }

  private mutating func addHeads(_ leftAxis: Double, _ rightAxis: Double) {
    let half = chart.inner / 2 - 6
    chart.add(
      tr("count"), ChartType.small, theme.secondaryText, chart.left, chart.y, half,
      part: "axis count")
    chart.add(
      tr("share of all"), ChartType.small, theme.secondaryText, chart.right - half, chart.y, half,
      .trailing, part: "axis share")
  }

  private mutating func addGround(_ plot: Rect) {
    let scale = NumberScale(covering: [0, Double(pareto.total)], count: 4)
    let line = chart.lineHeight(ChartType.small)
    var primitives: [Primitive] = []
    for tick in scale.ticks where tick <= Double(pareto.total) && tick == tick.rounded() {
      let y = plot.maxY - plot.height * tick / Double(pareto.total)
      primitives.append(
        chart.text(
          NumberFormat.local.text(tick, decimals: 0), ChartType.small, theme.secondaryText,
          chart.left, y - line / 2, plot.minX - 5 - chart.left, .trailing))
    }
    for share in [0.0, 0.25, 0.5, 0.75, 1] {
      let y = plot.maxY - plot.height * share
      primitives.append(.fill(.rectangle(Rect(plot.minX, y - 0.5, plot.width, 1)), theme.line))
      primitives.append(
        chart.text(
          ParetoChart.percent(share), ChartType.small, theme.secondaryText, plot.maxX + 5,
          y - line / 2, chart.right - plot.maxX - 5, .trailing))
    }
    let most = plot.maxY - plot.height * 0.8
    primitives.append(
      .stroke(
        ChartMark.line(Point(plot.minX, most), Point(plot.maxX, most)), theme.secondaryText,
        width: 1, dash: [3, 3]))
    chart.add(primitives)
  }

  private mutating func addBars(_ plot: Rect, _ slot: Double, usesKey: Bool) {
    let table = pareto.table
    let barWidth = min(64, slot * 0.72)
    var points: [Point] = []
    var room = LabelRoom(Rect(plot.minX, plot.minY - 20, plot.width, plot.height + 20))
    var bars: [Rect] = []
    for (index, cause) in pareto.causes.enumerated() {
      let middle = plot.minX + slot * (Double(index) + 0.5)
      let height = plot.height * Double(max(0, cause.count)) / Double(pareto.total)
      bars.append(Rect(middle - barWidth / 2, plot.maxY - height, barWidth, height))
      points.append(Point(middle, plot.maxY - plot.height * pareto.cumulative[index]))
    }
    for (index, cause) in pareto.causes.enumerated() {
      let words = usesKey ? String(index + 1) : cause.title
      let style = usesKey ? ChartType.number : ChartType.small
      let textWidth = slot - (usesKey ? 0 : 6)
      let left = plot.minX + slot * Double(index) + (usesKey ? 0 : 3)
      var primitives: [Primitive] = []
      if bars[index].height > 0 { primitives.append(.fill(.rectangle(bars[index]), theme.accent)) }
      if !words.isEmpty, !usesKey || chart.natural(words, style) <= slot {
        primitives.append(
          chart.text(words, style, theme.text, left, plot.maxY + 4, textWidth, .centre))
      }
      chart.add(
        primitives, .note,
        subject: .part("cause \(index)"),
        label: table.spoken(index),
        frame: Rect(
          plot.minX + slot * Double(index), plot.minY, slot,
          plot.height + 4 + chart.height(words, style, textWidth)))
    }
    let ink = theme.card(.orange).strong
    chart.add([
      .stroke(
        .path(points.enumerated().map { $0 == 0 ? .move($1) : .line($1) }), ink, width: 1.75)
    ])
    for point in points {
      let dot = Rect(around: point, radius: min(3, slot / 3))
      room.take(dot.inset(-1, -1))
      chart.add([.fill(.ellipse(dot), ink)])
    }
    addValues(bars, points, slot, &room)
  }

  /// Counts in their bars or over them, shares over their points; where there is no room for one
  /// the list or the axis says it.
  private mutating func addValues(
    _ bars: [Rect], _ points: [Point], _ slot: Double, _ room: inout LabelRoom
  ) {
    let line = chart.lineHeight(ChartType.small)
    for (index, point) in points.enumerated() {
      let share = ParetoChart.percent(pareto.cumulative[index])
      let width = chart.natural(share, ChartType.small)
      if width <= slot,
        let frame = room.firstFree(
          [
            Rect(point.x - width / 2, point.y - line - 4, width, line),
            Rect(point.x - width - 5, point.y - line - 1, width, line),
          ], gap: 1)
      {
        chart.add([
          chart.text(share, ChartType.small, theme.text, frame.x, frame.y, width, .centre)
        ])
      }
      let count = String(pareto.causes[index].count)
      let own = chart.natural(count, ChartType.smallStrong)
      let bar = bars[index]
      guard own <= bar.width else { continue }
      let isInside = bar.height >= line + 6
      let frame = Rect(
        bar.midX - own / 2, isInside ? bar.maxY - line - 3 : bar.minY - line - 1, own, line)
      guard room.isFree(frame, gap: 0) else { continue }
      room.take(frame)
      chart.add([
        chart.text(
          count, ChartType.smallStrong, isInside ? theme.surface : theme.text, frame.x, frame.y,
          own, .centre)
      ])
    }
  }
}
