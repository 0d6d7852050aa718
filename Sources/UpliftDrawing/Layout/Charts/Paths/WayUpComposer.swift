import Foundation
import UpliftCore

/// Puts a way up together. Names of milestones stand to the upper left of the path, those of
/// barriers to its lower right: as it rises it runs through neither.
struct WayUpComposer {
  let way: WayUp
  var chart: ChartComposer
  private var theme: Theme { chart.theme }

  private struct Stop {
    var x: Double
    /// Upwards from the path's foot.
    var rise: Double
    var milestone: Int?
    var barrier: Int?
    var room: Double
  }

  init(way: WayUp, chart: ChartComposer) {
    self.way = way
    self.chart = chart
  }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard !way.milestones.isEmpty else {
      chart.addEmpty(
        tr(
          "No milestone yet. The first is often that the leaders agree, the last that everybody works so."
        )
      )
      if !way.barriers.isEmpty { chart.addKey(key) }
      return chart.finished()
    }
    let usesKey = !fits()
    compose(usesKey: usesKey)
    if usesKey { chart.addKey(key) }
    chart.addLegend(legend)
    chart.addRule(rule)
    return chart.finished()
  }

  private var rule: String { way.explanation }

  private var key: [ChartComposer.KeyEntry] {
    way.milestones.enumerated().map { index, milestone in
      .init(
        number: String(index + 1), title: milestone.title,
        detail: [milestone.detail, WayUp.name(of: milestone.state)].filter { !$0.isEmpty }
          .joined(separator: " · "))
    }
      + way.barriers.enumerated().map { index, barrier in
        .init(
          number: "▲\(index + 1)", title: barrier.title, detail: barrier.detail,
          tint: theme.card(barrier.isCleared ? .slate : .red))
      }
  }

  // MARK: Places

  /// Milestones and barriers along the path, each with the width that its name has.
  private var stops: [Stop] {
    var order: [(milestone: Int?, barrier: Int?)] = []
    for index in way.milestones.indices {
      for (number, barrier) in way.barriers.enumerated() where way.place(of: barrier) == index {
        order.append((nil, number))
      }
      order.append((index, nil))
    }
    // Room on the left for the first milestone's name, on the right for the last barrier's.
    let step = chart.inner / (Double(order.count) + 0.6)
    var stops: [Stop] = []
    for (index, entry) in order.enumerated() {
      let x = chart.left + step * (Double(index) + 0.9)
      // As far as to the neighbour of the same kind.
      var room = step
      if entry.milestone != nil {
        let earlier = order[..<index].lastIndex { $0.milestone != nil }
        room = earlier.map { step * Double(index - $0) } ?? x - chart.left
      } else {
        let later = order[(index + 1)...].firstIndex { $0.barrier != nil }
        room = later.map { step * Double($0 - index) } ?? chart.right - x
      }
      stops.append(
        Stop(
          x: x, rise: 0, milestone: entry.milestone, barrier: entry.barrier,
          room: min(room - 10, 190)))
    }
    return stops
  }

  private func texts(_ stop: Stop) -> [(text: String, style: TextStyle, color: Color)] {
    if let index = stop.milestone {
      let milestone = way.milestones[index]
      let isNow = milestone.state == .now
      let detail =
        isNow
        ? [milestone.detail, WayUp.name(of: .now)].filter { !$0.isEmpty }.joined(separator: " · ")
        : milestone.detail
      return [
        (milestone.title, isNow ? ChartType.strong : ChartType.label, theme.text),
        (detail, ChartType.small, theme.secondaryText),
      ].filter { !$0.0.isEmpty }
    }
    guard let index = stop.barrier else { return [] }
    let barrier = way.barriers[index]
    return [
      (barrier.title, ChartType.small, theme.card(barrier.isCleared ? .slate : .red).strong),
      (barrier.detail, ChartType.small, theme.secondaryText),
    ].filter { !$0.0.isEmpty }
  }

  private func fits() -> Bool {
    stops.allSatisfy { stop in
      stop.room >= 60
        && texts(stop).allSatisfy {
          chart.fits($0.text, $0.style, stop.room)
            && chart.height($0.text, $0.style, stop.room) <= 5 * chart.lineHeight($0.style)
        }
    }
  }

  private mutating func compose(usesKey: Bool) {
    var stops = stops
    let line = chart.lineHeight(ChartType.number)
    func size(_ stop: Stop) -> Size {
      guard !usesKey else {
        let words = number(of: stop)
        return Size(chart.natural(words, ChartType.number), line)
      }
      let sizes = texts(stop).map { chart.size($0.text, $0.style, most: stop.room) }
      return Size(sizes.map(\.width).max() ?? 0, sizes.map(\.height).reduce(0, +))
    }
    let sizes = stops.map(size)
    let below =
      chart.legendHeight(legend) + chart.ruleHeight(rule) + (usesKey ? chart.keyHeight(key) : 0)
    let height = chart.room(
      below: below, ratio: chart.isTight ? 0.22 : 0.3, least: 150, most: 300)
    let rise = max(60, height - 70)
    for index in stops.indices {
      let share = stops.count == 1 ? 0.5 : Double(index) / Double(stops.count - 1)
      // Steeper towards the end, never level.
      stops[index].rise = rise * (0.75 * share + 0.25 * share * share)
    }
    // How far the names reach over and under the foot of the path.
    var top = 0.0
    var bottom = 0.0
    for (stop, size) in zip(stops, sizes) {
      if stop.milestone != nil {
        top = max(top, stop.rise + 13 + size.height)
      } else {
        top = max(top, stop.rise + 20)
        bottom = max(bottom, 14 + size.height - stop.rise)
      }
      bottom = max(bottom, 10 - stop.rise)
    }
    let foot = chart.y + top
    addPath(stops, foot)
    let table = way.table
    for (stop, size) in zip(stops, sizes) {
      addStop(stop, size, Point(stop.x, foot - stop.rise), usesKey: usesKey, table)
    }
    chart.y = foot + bottom + 6
  }

  private func number(of stop: Stop) -> String {
    stop.milestone.map { String($0 + 1) } ?? stop.barrier.map { String($0 + 1) } ?? ""
  }

  /// How far the way is gone: to the last milestone that is reached, and a step of it further, where
  /// we are. Nil: none is reached yet.
  private func here(_ stops: [Stop]) -> Double? {
    guard
      let last = stops.lastIndex(where: {
        $0.milestone.map { way.milestones[$0].state == .reached } ?? false
      })
    else { return nil }
    return stops[last].x
  }

  private mutating func addPath(_ stops: [Stop], _ foot: Double) {
    var points = stops.map { Point($0.x, foot - $0.rise) }
    guard let first = points.first, let last = points.last else { return }
    points.insert(Point(chart.left + 1, min(foot + 6, first.y + 8)), at: 0)
    points.append(Point(min(chart.right - 1, last.x + 30), last.y - 8))
    let curve = MonotoneCurve(points)
    let reached = here(stops)
    let all = curve.segments(from: chart.left, to: chart.right)
    chart.add([
      .stroke(
        .path(all.path), theme.accent.with(alpha: 0.35).over(theme.surface), width: 2.5,
        dash: [6, 4])
    ])
    if let reached {
      let done = curve.segments(from: chart.left, to: reached)
      if !done.isEmpty { chart.add([.stroke(.path(done.path), theme.accent, width: 2.5)]) }
    }
  }

  private mutating func addStop(
    _ stop: Stop, _ size: Size, _ point: Point, usesKey: Bool, _ table: TextDocument.Grid
  ) {
    let isMilestone = stop.milestone != nil
    var primitives: [Primitive] = []
    let frame: Rect
    if isMilestone {
      let right = usesKey ? point.x + size.width / 2 : point.x + 7
      frame = Rect(
        max(chart.left, right - size.width), point.y - 12 - size.height, size.width, size.height)
    } else {
      frame = Rect(point.x - (usesKey ? size.width / 2 : 7), point.y + 12, size.width, size.height)
    }
    primitives += mark(stop, point)
    if usesKey {
      primitives.append(
        chart.text(
          number(of: stop), ChartType.number,
          isMilestone ? theme.text : theme.card(.red).strong, frame.x, frame.y, frame.width,
          .centre))
    } else {
      var y = frame.y
      for (text, style, color) in texts(stop) {
        primitives.append(
          chart.text(
            text, style, color, frame.x, y, frame.width, isMilestone ? .trailing : .leading))
        y += chart.height(text, style, frame.width)
      }
    }
    if let index = stop.milestone {
      chart.add(
        primitives, .note, subject: .record(way.milestones[index].reference),
        label: table.spoken(index))
    } else if let index = stop.barrier {
      chart.add(
        primitives, .note, subject: .record(way.barriers[index].reference),
        label: table.spoken(way.milestones.count + index))
    }
  }

  private func mark(_ stop: Stop, _ point: Point) -> [Primitive] {
    if let index = stop.milestone {
      return Self.mark(
        way.milestones[index].state, point, theme, isMirrored: chart.isMirrored)
    }
    guard let index = stop.barrier else { return [] }
    return Self.mark(isCleared: way.barriers[index].isCleared, point, theme)
  }

  private static func mark(
    _ state: WayUp.State, _ point: Point, _ theme: Theme, isMirrored: Bool
  ) -> [Primitive] {
    // A tick is written the same way everywhere.
    let side = isMirrored ? -1.0 : 1
    switch state {
    case .reached:
      return [
        .fill(.ellipse(Rect(around: point, radius: 6)), theme.evidence),
        .stroke(
          .path([
            .move(Point(point.x - 3 * side, point.y)),
            .line(Point(point.x - 0.5 * side, point.y + 2.5)),
            .line(Point(point.x + 3 * side, point.y - 2.5)),
          ]), theme.surface, width: 1.5),
      ]
    case .now:
      return [
        .fill(.ellipse(Rect(around: point, radius: 7)), theme.surface),
        .stroke(.ellipse(Rect(around: point, radius: 6)), theme.accent, width: 3),
      ]
    case .ahead:
      return [
        .fill(.ellipse(Rect(around: point, radius: 5.5)), theme.surface),
        .stroke(.ellipse(Rect(around: point, radius: 4.75)), theme.secondaryText, width: 1.5),
      ]
    }
  }

  private static func mark(isCleared: Bool, _ point: Point, _ theme: Theme) -> [Primitive] {
    let shape = ChartMark.triangle(point, 6.5)
    return isCleared
      ? [.fill(shape, theme.surface), .stroke(shape, theme.card(.slate).strong, width: 1.25)]
      : [.fill(shape, theme.card(.red).strong)]
  }

  private var legend: [ChartComposer.LegendEntry] {
    let theme = theme
    let isMirrored = chart.isMirrored
    var entries: [ChartComposer.LegendEntry] = []
    for state in [WayUp.State.reached, .now, .ahead]
    where way.milestones.contains(where: { $0.state == state }) {
      entries.append(
        .init(
          mark: { Self.mark(state, Point($0.midX, $0.midY), theme, isMirrored: isMirrored) },
          text: WayUp.name(of: state)))
    }
    for isCleared in [false, true] where way.barriers.contains(where: { $0.isCleared == isCleared })
    {
      entries.append(
        .init(
          mark: { Self.mark(isCleared: isCleared, Point($0.midX, $0.midY), theme) },
          text: isCleared ? tr("Cleared barrier") : tr("Barrier")))
    }
    return entries
  }
}
