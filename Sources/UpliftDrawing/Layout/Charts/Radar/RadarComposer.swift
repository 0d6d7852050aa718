import Foundation
import UpliftCore

/// Puts a radar together.
struct RadarComposer {
  let radar: ReadinessRadar
  var chart: ChartComposer
  private var theme: Theme { chart.theme }

  private struct Label {
    var title: String
    var detail: String
    var dispute: String
    var frame: Rect
    var alignment: TextAlignment
  }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard radar.axes.contains(where: { $0.now != nil || $0.before != nil }) else {
      chart.addEmpty(
        tr("Nobody has rated the conditions yet. With the first ratings the picture stands here."))
      return chart.finished()
    }
    let legend = legend
    let rule = rule
    let start = chart
    if !compose(usesKey: false, below: chart.legendHeight(legend) + chart.ruleHeight(rule)) {
      chart = start
      let key = key
      _ = compose(
        usesKey: true,
        below: chart.legendHeight(legend) + chart.ruleHeight(rule) + chart.keyHeight(key))
      chart.addKey(key)
    }
    chart.addLegend(legend)
    chart.addRule(rule)
    return chart.finished()
  }

  private var rule: String { radar.explanation }

  private var key: [ChartComposer.KeyEntry] {
    radar.axes.enumerated().map { index, axis in
      .init(
        number: String(index + 1), title: axis.title,
        detail: [radar.detail(of: axis), radar.dispute(of: axis)].filter { !$0.isEmpty }
          .joined(separator: " · "))
    }
  }

  private var legend: [ChartComposer.LegendEntry] {
    let theme = theme
    var entries = [
      ChartComposer.LegendEntry(
        mark: {
          [
            .fill(.rectangle($0), theme.curveArea),
            .stroke(.rectangle($0.inset(0.75, 0.75)), theme.accent, width: 1.5),
          ]
        }, text: radar.nowTitle)
    ]
    if radar.axes.contains(where: { $0.before != nil }) {
      entries.append(
        .init(
          mark: {
            [
              .stroke(
                ChartMark.line(Point($0.minX, $0.midY), Point($0.maxX, $0.midY)),
                theme.secondaryText, width: 1.25, dash: [4, 3])
            ]
          }, text: radar.beforeTitle.isEmpty ? tr("Before") : radar.beforeTitle))
    }
    return entries
  }

  // MARK: Net

  private func direction(_ index: Int) -> Point {
    let angle = -Double.pi / 2 + 2 * .pi * Double(index) / Double(radar.axes.count)
    return Point(cos(angle), sin(angle))
  }

  /// - Returns: false when the names find no room around the net.
  private mutating func compose(usesKey: Bool, below: Double) -> Bool {
    let height = chart.room(below: below, ratio: 0.55, least: 220, most: 420)
    let top = chart.y
    var radius = min(height * 0.36, chart.inner * (usesKey ? 0.4 : 0.24), 190)
    if usesKey { radius = max(70, min(radius, (height - 40) / 2)) }
    let middle = Point(chart.left + chart.inner / 2, 0)
    var labels: [Label] = []
    for (index, axis) in radar.axes.enumerated() {
      guard let label = label(axis, index, middle, radius, usesKey: usesKey) else { return false }
      labels.append(label)
    }
    separate(&labels)
    let highest = labels.map(\.frame.minY).min() ?? 0
    let shift = top - min(highest, -radius - 2)
    let centre = Point(middle.x, shift)
    for index in labels.indices { labels[index].frame.y += shift }
    addNet(centre, radius)
    addShapes(centre, radius)
    let table = radar.table
    for (index, label) in labels.enumerated() { add(label, index, spoken: table.spoken(index)) }
    let lowest = labels.map(\.frame.maxY).max() ?? centre.y
    chart.y = max(lowest, centre.y + radius + 2) + 4
    return true
  }

  private func label(
    _ axis: ReadinessRadar.Axis, _ index: Int, _ middle: Point, _ radius: Double, usesKey: Bool
  ) -> Label? {
    let way = direction(index)
    let end = Point(middle.x + way.x * (radius + 12), way.y * (radius + 12))
    let title = usesKey ? String(index + 1) + (axis.isDisputed ? "≠" : "") : axis.title
    let detail = usesKey ? "" : radar.detail(of: axis)
    let dispute = usesKey ? "" : radar.dispute(of: axis)
    let titleStyle = usesKey ? ChartType.number : ChartType.strong
    let isMiddle = abs(way.x) < 0.2
    let most =
      isMiddle
      ? min(220, chart.inner * 0.5)
      : min(190, way.x > 0 ? chart.right - end.x : end.x - chart.left)
    if !usesKey, most < 76 || !chart.fits(title, titleStyle, most) { return nil }
    let sizes = [
      chart.size(title, titleStyle, most: most), chart.size(detail, ChartType.label, most: most),
      chart.size(dispute, ChartType.small, most: most),
    ]
    if !usesKey, sizes[0].height > 5 * chart.lineHeight(titleStyle) { return nil }
    let width = sizes.map(\.width).max() ?? 0
    let height = sizes.map(\.height).reduce(0, +)
    let x = isMiddle ? end.x - width / 2 : way.x > 0 ? end.x : end.x - width
    let y = isMiddle ? (way.y < 0 ? end.y - height : end.y) : end.y - height / 2
    return Label(
      title: title, detail: detail, dispute: dispute, frame: Rect(x, y, width, height),
      alignment: isMiddle ? .centre : way.x > 0 ? .leading : .trailing)
  }

  /// Names on the same side make room for each other, upwards and downwards alike.
  private func separate(_ labels: inout [Label]) {
    for _ in 0..<60 {
      var moved = false
      for first in labels.indices {
        for second in labels.indices.dropFirst(first + 1) {
          let one = labels[first].frame
          let other = labels[second].frame
          let padded = Rect(one.x - 6, one.y - 4, one.width + 12, one.height + 8)
          guard padded.intersects(other) else { continue }
          let isAbove = one.midY <= other.midY
          let overlap = isAbove ? padded.maxY - other.minY : other.maxY - padded.minY
          labels[first].frame.y += (isAbove ? -1 : 1) * (overlap / 2 + 0.1)
          labels[second].frame.y += (isAbove ? 1 : -1) * (overlap / 2 + 0.1)
          moved = true
        }
      }
      if !moved { return }
    }
  }

  private func corner(_ index: Int, _ value: Double, _ centre: Point, _ radius: Double) -> Point {
    let way = direction(index)
    let reach = radius * min(max(value, 0), ReadinessRadar.most) / ReadinessRadar.most
    return Point(centre.x + way.x * reach, centre.y + way.y * reach)
  }

  private func path(_ points: [Point]) -> [PathElement] {
    guard let first = points.first else { return [] }
    return [.move(first)] + points.dropFirst().map { .line($0) } + [.close]
  }

  private mutating func addNet(_ centre: Point, _ radius: Double) {
    var primitives: [Primitive] = []
    let all = radar.axes.indices
    for level in (1...5).reversed() {
      let ring = path(all.map { corner($0, Double(level), centre, radius) })
      if level == 5 { primitives.append(.fill(.path(ring), theme.headerSurface)) }
      primitives.append(
        .stroke(.path(ring), theme.strongLine, width: level == 5 ? 1 : 0.6))
    }
    for index in all {
      primitives.append(
        .stroke(ChartMark.line(centre, corner(index, 5, centre, radius)), theme.line, width: 1))
    }
    chart.add(primitives)
  }

  private mutating func addShapes(_ centre: Point, _ radius: Double) {
    func points(_ value: (ReadinessRadar.Axis) -> Double?) -> [Point] {
      radar.axes.enumerated().compactMap { index, axis in
        value(axis).map { corner(index, $0, centre, radius) }
      }
    }
    let now = points(\.now)
    let before = points(\.before)
    if now.count > 1 {
      chart.add([
        .fill(.path(path(now)), theme.curveArea),
        .stroke(.path(path(now)), theme.accent, width: 1.75),
      ])
    }
    if before.count > 1 {
      chart.add([
        .stroke(.path(path(before)), theme.secondaryText, width: 1.25, dash: [4, 3])
      ])
    }
    for point in now {
      chart.add([
        .fill(.ellipse(Rect(around: point, radius: 3)), theme.surface),
        .stroke(.ellipse(Rect(around: point, radius: 3)), theme.accent, width: 1.5),
      ])
    }
    addLevels(centre, radius)
  }

  /// The scale, between the first axis and the next, where no axis runs.
  private mutating func addLevels(_ centre: Point, _ radius: Double) {
    let line = chart.lineHeight(ChartType.small)
    for level in [0.0, 5] {
      let words = String(Int(level))
      let width = chart.natural(words, ChartType.small)
      let y = centre.y - radius * level / ReadinessRadar.most
      chart.add(
        [
          chart.text(
            words, ChartType.small, theme.secondaryText, centre.x + 5,
            level == 0 ? y + 3 : y - line / 2 + 7, width)
        ])
    }
  }

  private mutating func add(_ label: Label, _ index: Int, spoken: String) {
    var y = label.frame.y
    var primitives: [Primitive] = []
    let isKey = label.detail.isEmpty
    for (text, style, color) in [
      (label.title, isKey ? ChartType.number : ChartType.strong, theme.text),
      (label.detail, ChartType.label, theme.text),
      (label.dispute, ChartType.small, theme.card(.ochre).strong),
    ] where !text.isEmpty {
      primitives.append(
        chart.text(text, style, color, label.frame.x, y, label.frame.width, label.alignment))
      y += chart.height(text, style, label.frame.width)
    }
    chart.add(primitives, .note, subject: .part("axis \(index)"), label: spoken)
  }
}
