import Foundation
import UpliftCore

/// Puts a trend together.
struct TrendComposer {
  let trend: MetricTrend
  var chart: ChartComposer
  private var theme: Theme { chart.theme }

  private struct Plot {
    var frame: Rect
    var scale: NumberScale
    var first: CalendarDay
    var span: Double
    /// To the right of the last day, for what was read on it alone.
    var extra: Double

    func x(_ day: CalendarDay) -> Double {
      span == 0 ? frame.midX : frame.minX + Double(first.days(until: day)) / span * frame.width
    }

    func y(_ value: Double) -> Double { frame.maxY - frame.height * scale.share(of: value) }

    func point(_ reading: MetricTrend.Reading, shift: Double = 0) -> Point {
      Point(x(reading.day) + shift, y(reading.value))
    }
  }

  private var firstShift: Double { chart.isTight ? 30 : 46 }
  private var nextShift: Double { chart.isTight ? 24 : 30 }

  /// How far each series is moved to the right: those with one reading alone, on the last day, which
  /// would lie on top of one another, stand side by side behind it.
  private var shifts: [Double] {
    guard let last = readings.map(\.day).max(),
      trend.series.count(where: { $0.readings.last?.day == last }) > 1
    else { return trend.series.map { _ in 0 } }
    var next = firstShift
    return trend.series.enumerated().map { index, series in
      guard index > 0, series.readings.count == 1, series.readings[0].day == last else { return 0 }
      defer { next += nextShift }
      return next
    }
  }

  private var readings: [MetricTrend.Reading] { trend.series.flatMap(\.readings) }

  mutating func compose() -> Scene {
    chart.addTitle()
    let days = readings.map(\.day)
    guard let first = days.min(), let last = days.max() else {
      chart.addEmpty(
        tr("No reading yet. With the first one its value stands here, with the second a line."))
      chart.addRule(trend.rule)
      return chart.finished()
    }
    let unit = [trend.unit, saysPlaceAbove ? trend.series[0].title : ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
    if !unit.isEmpty {
      chart.add(
        unit, ChartType.small, theme.secondaryText, chart.left, chart.y, chart.inner, part: "axis")
      chart.y += chart.height(unit, ChartType.small, chart.inner) + 4
    }
    let scale = scale
    let line = chart.lineHeight(ChartType.small)
    let axis =
      (scale.ticks.map { chart.natural(MetricTrend.text($0), ChartType.small) }.max() ?? 0) + 6
    let below = 2 * line + 12 + chart.legendHeight(legend) + chart.ruleHeight(trend.rule)
    let height = chart.room(
      below: below + line, ratio: chart.isTight ? 0.19 : 0.38, least: chart.isTight ? 66 : 130,
      most: 320)
    let side = 22.0
    let most = shifts.max() ?? 0
    // Where there is no room they stay where they are.
    let extra = most > 0 && chart.inner - axis - 2 * side - most > 96 ? most : 0
    let plot = Plot(
      frame: Rect(
        chart.left + axis + side, chart.y + line, chart.inner - axis - 2 * side - extra, height),
      scale: scale, first: first, span: Double(first.days(until: last)), extra: extra)
    addGround(plot, axis: axis, side: side)
    addTargets(plot, side: side, last: last)
    addSeries(plot)
    chart.y = plot.frame.maxY + 6
    addPeriods(plot)
    chart.addLegend(legend)
    chart.addRule(trend.rule)
    return chart.finished()
  }

  private var scale: NumberScale {
    var values = readings.map(\.value) + trend.targets.compactMap(\.value)
    for interval in readings.compactMap(\.interval) {
      values += [interval.lowerBound, interval.upperBound]
    }
    let scale = NumberScale(covering: values, count: 4, startsAtZero: false)
    guard let limits = trend.limits else { return scale }
    let low = max(scale.low, limits.lowerBound)
    let high = min(scale.high, limits.upperBound)
    return low < high ? NumberScale(low: low, high: high, step: scale.step) : scale
  }

  private static let shapes = 3

  private func marker(_ series: Int, _ point: Point) -> [Primitive] {
    let ink = theme.curve(series)
    switch series % Self.shapes {
    case 0:
      let dot = Shape.ellipse(Rect(around: point, radius: 3.5))
      return [.fill(dot, theme.surface), .stroke(dot, ink, width: 1.75)]
    case 1:
      return [.fill(ChartMark.diamond(point, 4.5), ink)]
    default:
      let square = Shape.rectangle(Rect(around: point, radius: 3))
      return [.fill(square, theme.surface), .stroke(square, ink, width: 1.75)]
    }
  }

  private static func dash(_ series: Int) -> [Double] { [[], [6, 3], [2, 3]][series % 3] }

  /// On paper, where the text around the picture says the rest, one line needs no legend.
  private var saysPlaceAbove: Bool {
    chart.isTight && !chart.showsRule && trend.series.count == 1
  }

  private var legend: [ChartComposer.LegendEntry] {
    var entries: [ChartComposer.LegendEntry] = []
    if saysPlaceAbove { return entries }
    for (index, series) in trend.series.enumerated() where !series.title.isEmpty {
      entries.append(
        .init(
          mark: { frame in
            [
              .stroke(
                ChartMark.line(Point(frame.minX, frame.midY), Point(frame.maxX, frame.midY)),
                self.theme.curve(index), width: 1.75, dash: Self.dash(index))
            ] + self.marker(index, Point(frame.midX, frame.midY))
          }, text: name(of: series)))
    }
    if chart.isTight, !chart.showsRule { return entries }
    let theme = theme
    if readings.contains(where: { $0.interval != nil }) {
      entries.append(
        .init(
          mark: { Self.whisker($0.midX, $0.minY, $0.maxY, theme.accent) },
          text: tr("95 % interval")))
    }
    if trend.targets.contains(where: { $0.value != nil }) {
      entries.append(
        .init(
          mark: {
            [
              .stroke(
                ChartMark.line(Point($0.minX, $0.midY), Point($0.maxX, $0.midY)),
                theme.futureCurve, width: 1.5, dash: [5, 3])
            ]
          }, text: tr("target")))
    }
    return entries
  }

  /// With the period of its newest reading and how many answered, where the axis cannot say it.
  private func name(of series: MetricTrend.Series) -> String {
    guard trend.series.count > 1, let newest = series.readings.last else { return series.title }
    let count = newest.count.map { tr("n {count}", ["count": $0]) } ?? ""
    return [series.title, newest.period, count].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func whisker(_ x: Double, _ top: Double, _ bottom: Double, _ ink: Color)
    -> [Primitive]
  {
    [
      .stroke(
        .path([
          .move(Point(x - 3, top)), .line(Point(x + 3, top)), .move(Point(x, top)),
          .line(Point(x, bottom)), .move(Point(x - 3, bottom)), .line(Point(x + 3, bottom)),
        ]), ink, width: 1)
    ]
  }

  private mutating func addGround(_ plot: Plot, axis: Double, side: Double) {
    let line = chart.lineHeight(ChartType.small)
    var primitives: [Primitive] = []
    for tick in plot.scale.ticks {
      let y = plot.y(tick)
      primitives.append(
        .fill(
          .rectangle(
            Rect(plot.frame.minX - side, y - 0.5, plot.frame.width + 2 * side + plot.extra, 1)),
          theme.line))
      primitives.append(
        chart.text(
          MetricTrend.text(tick), ChartType.small, theme.secondaryText, chart.left, y - line / 2,
          axis - 6, .trailing))
    }
    chart.add(primitives)
  }

  private mutating func addTargets(_ plot: Plot, side: Double, last: CalendarDay) {
    let shown = trend.targets.enumerated().filter { index, target in
      let until = index + 1 < trend.targets.count ? trend.targets[index + 1].day : nil
      return target.day <= last && until.map { $0 > plot.first } ?? true
    }.map(\.element)
    guard !shown.isEmpty else { return }
    var path: [PathElement] = []
    var isDrawing = false
    for (index, target) in shown.enumerated() {
      guard let value = target.value else {
        isDrawing = false
        continue
      }
      let from =
        index == 0 && target.day <= plot.first ? plot.frame.minX - side : plot.x(target.day)
      let to = index + 1 < shown.count ? plot.x(shown[index + 1].day) : plot.frame.maxX + side
      let start = Point(from, plot.y(value))
      path.append(isDrawing ? .line(start) : .move(start))
      path.append(.line(Point(to, plot.y(value))))
      isDrawing = true
    }
    guard !path.isEmpty else { return }
    chart.add([.stroke(.path(path), theme.futureCurve, width: 1.5, dash: [5, 3])])
  }

  private mutating func addSeries(_ plot: Plot) {
    // Off the numbers of the axis.
    let left = plot.frame.minX - 20
    var room = LabelRoom(
      Rect(left, plot.frame.minY - 16, chart.right - left, plot.frame.height + 20))
    let shifts = plot.extra > 0 ? shifts : trend.series.map { _ in 0 }
    for (index, series) in trend.series.enumerated() {
      let points = series.readings.map { plot.point($0, shift: shifts[index]) }
      for reading in series.readings {
        guard let interval = reading.interval else { continue }
        chart.add(
          Self.whisker(
            plot.x(reading.day) + shifts[index], plot.y(interval.upperBound),
            plot.y(interval.lowerBound),
            theme.curve(index)))
      }
      if points.count > 1 {
        chart.add([
          .stroke(
            .path(points.enumerated().map { $0 == 0 ? .move($1) : .line($1) }),
            theme.curve(index), width: 1.75, dash: Self.dash(index))
        ])
      }
      for point in points { room.take(Rect(around: point, radius: 5)) }
      for (from, to) in zip(points, points.dropFirst()) { Self.take(from, to, &room) }
      for reading in series.readings {
        guard let interval = reading.interval else { continue }
        let x = plot.x(reading.day) + shifts[index]
        Self.take(
          Point(x, plot.y(interval.upperBound)), Point(x, plot.y(interval.lowerBound)), &room)
      }
    }
    let table = trend.table
    var row = 0
    for (index, series) in trend.series.enumerated() {
      for (place, reading) in series.readings.enumerated() {
        let point = plot.point(reading, shift: shifts[index])
        chart.add(
          marker(index, point), .note,
          subject: reading.reference.map(ItemSubject.record) ?? .part("reading \(index) \(place)"),
          label: table.spoken(row), frame: Rect(around: point, radius: 6))
        row += 1
      }
    }
    // The newest first: it must find its room.
    for (index, series) in trend.series.enumerated() {
      for (place, reading) in series.readings.enumerated().reversed() {
        let isLast = place == series.readings.count - 1
        addValue(
          reading, plot, index, isLast: isLast && shifts[index] == 0, shift: shifts[index], &room)
      }
    }
  }

  /// Keeps labels off a line.
  private static func take(_ from: Point, _ to: Point, _ room: inout LabelRoom) {
    let count = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 5))
    for step in 0...count {
      let share = Double(step) / Double(count)
      room.take(
        Rect(
          around: Point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share),
          radius: 2))
    }
  }

  private mutating func addValue(
    _ reading: MetricTrend.Reading, _ plot: Plot, _ series: Int, isLast: Bool, shift: Double,
    _ room: inout LabelRoom
  ) {
    let words = MetricTrend.text(reading.value)
    let style = isLast ? ChartType.strong : ChartType.small
    let width = chart.natural(words, style)
    let height = chart.lineHeight(style)
    let point = plot.point(reading, shift: shift)
    var places = [
      Rect(point.x + 6, point.y - height - 2, width, height),
      Rect(point.x - 6 - width, point.y - height - 2, width, height),
      Rect(point.x + 6, point.y + 3, width, height),
      Rect(point.x - 6 - width, point.y + 3, width, height),
    ]
    if shift > 0 {
      // Over or under its interval.
      let top = reading.interval.map { plot.y($0.upperBound) } ?? point.y
      let bottom = reading.interval.map { plot.y($0.lowerBound) } ?? point.y
      places.insert(Rect(point.x - width / 2, top - height - 4, width, height), at: 0)
      places.insert(Rect(point.x - width / 2, bottom + 4, width, height), at: 1)
    } else if isLast, series == 0 {
      // The figure that is looked for first: over or under its interval when all else is taken.
      let top = reading.interval.map { plot.y($0.upperBound) } ?? point.y
      let bottom = reading.interval.map { plot.y($0.lowerBound) } ?? point.y
      places.append(Rect(point.x - width / 2, top - height - 6, width, height))
      places.append(Rect(point.x - width / 2, bottom + 6, width, height))
    }
    guard let frame = room.firstFree(places, gap: 1) else { return }
    chart.add([
      .fill(.rectangle(frame.inset(-1, 1)), theme.surface.with(alpha: 0.8)),
      chart.text(
        words, style, isLast ? theme.text : theme.secondaryText, frame.x, frame.y, width),
    ])
  }

  /// Names of periods, all of them or every second, third, … with room for each.
  private mutating func addPeriods(_ plot: Plot) {
    var periods: [(day: CalendarDay, title: String, count: Int?)] = []
    for reading in readings.sorted(by: { $0.day < $1.day })
    where periods.last?.day != reading.day {
      periods.append((reading.day, reading.period, trend.series.count == 1 ? reading.count : nil))
    }
    let small = ChartType.small
    func width(_ period: (day: CalendarDay, title: String, count: Int?)) -> Double {
      let count = period.count.map { chart.natural(tr("n {count}", ["count": $0]), small) } ?? 0
      return min(110, max(chart.natural(period.title, small), count))
    }
    var step = 1
    func shown(_ step: Int) -> [Rect] {
      periods.indices.filter { (periods.count - 1 - $0) % step == 0 }.map { index in
        let own = width(periods[index])
        let x = plot.x(periods[index].day) - own / 2
        return Rect(
          min(max(x, chart.left), chart.right - own), 0, own,
          chart.height(periods[index].title, small, own))
      }
    }
    while step < periods.count {
      let frames = shown(step)
      if zip(frames, frames.dropFirst()).allSatisfy({ $0.maxX + 5 <= $1.minX }) { break }
      step += 1
    }
    let frames = shown(step)
    let high = frames.map(\.height).max() ?? 0
    let chosen = periods.indices.filter { (periods.count - 1 - $0) % step == 0 }
    var lowest = chart.y
    for (index, frame) in zip(chosen, frames) {
      let period = periods[index]
      var primitives: [Primitive] = []
      if !period.title.isEmpty {
        primitives.append(
          chart.text(
            period.title, small, theme.text, frame.x, chart.y, frame.width, .centre))
      }
      if let count = period.count {
        let words = tr("n {count}", ["count": count])
        primitives.append(
          chart.text(
            words, small, theme.secondaryText, frame.x, chart.y + high, frame.width, .centre))
        lowest = max(lowest, chart.y + high + chart.height(words, small, frame.width))
      }
      chart.add(primitives)
    }
    chart.y = max(lowest, chart.y + high)
  }
}
