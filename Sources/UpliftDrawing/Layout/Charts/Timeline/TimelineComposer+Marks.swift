import Foundation
import UpliftCore

/// What stands in the way, what was reached, and what the marks mean.
extension TimelineComposer {
  private func number(of barrier: Timeline.Barrier) -> Int? {
    barrier.number ?? timeline.barriers.firstIndex(of: barrier).map { $0 + 1 }
  }

  /// What is in the way of no bar has a row of its own, so that each number of the key is found.
  mutating func addLooseBarriers(from first: Int, _ table: TextDocument.Grid) {
    let loose = timeline.looseBarriers.sorted { $0.day < $1.day }
    guard !loose.isEmpty, scale != nil else { return }
    addHeading(tr("Barriers before milestones, and others"), "barriers")
    // One beside another as far as they fit, then on the next line.
    var rest = loose
    while !rest.isEmpty {
      var line: [Timeline.Barrier] = []
      var left: [Timeline.Barrier] = []
      var last = -Double.infinity
      for barrier in rest {
        guard let scale else { return }
        let width = 14 + chart.natural(String(number(of: barrier) ?? 0), ChartType.number)
        let x = min(max(scale.x(of: barrier.day), scale.minX + 1), scale.maxX - width)
        if x >= last {
          line.append(barrier)
          last = x + width + 2
        } else {
          left.append(barrier)
        }
      }
      chart.y += 10
      add(line, middle: chart.y)
      chart.y += 10
      rest = left
    }
    chart.y += 2
  }

  mutating func addBarriers(of bar: Timeline.Bar, middle: Double) {
    add(
      timeline.barriers.filter { $0.bar == bar.reference }.sorted { $0.day < $1.day },
      middle: middle)
  }

  private mutating func add(_ barriers: [Timeline.Barrier], middle: Double) {
    guard let scale else { return }
    var last = -Double.infinity
    for barrier in barriers {
      guard let number = number(of: barrier) else { continue }
      let words = String(number)
      let width = chart.natural(words, ChartType.number)
      let whole = 12 + width
      var x = max(scale.x(of: barrier.day), last + 2)
      x = min(max(x, scale.minX + 1), scale.maxX - whole - 1)
      last = x + whole
      let line = chart.lineHeight(ChartType.number)
      let plate = Rect(x - 1, middle - line / 2 - 1, whole + 2, line + 2)
      let red = theme.card(barrier.isCleared ? .slate : .red)
      let mark = ChartMark.triangle(Point(x + 5.5, middle), 4.5)
      let label = spoken(barrier)
      chart.add(
        [
          .fill(.roundedRectangle(plate, radius: 3), theme.surface),
          barrier.isCleared ? .stroke(mark, red.strong, width: 1) : .fill(mark, red.strong),
          chart.text(
            words, ChartType.number, red.strong, x + 11.5, middle - line / 2, width),
        ], .note, subject: .record(barrier.reference), label: label)
    }
  }

  private func spoken(_ barrier: Timeline.Barrier) -> String {
    tr(
      "{mark}: {title}, since {day}",
      [
        "mark": barrier.isCleared ? tr("Cleared barrier") : tr("Barrier"),
        "title": barrier.title, "day": DayFormat.local.text(barrier.day),
      ])
  }

  var barrierKey: [ChartComposer.KeyEntry] {
    timeline.barriers.enumerated().map { index, barrier in
      let day = tr("since {day}", ["day": DayFormat.local.text(barrier.day)])
      return .init(
        number: "▲\(barrier.number ?? index + 1)", title: barrier.title,
        detail: barrier.isCleared ? tr("{day}, cleared", ["day": day]) : day,
        tint: theme.card(barrier.isCleared ? .slate : .red))
    }
  }

  /// On lines of their own, each name beside its diamond, as many lines as they need.
  mutating func addMilestones(from first: Int, _ table: TextDocument.Grid) {
    guard let scale else { return }
    addHeading(tr("Milestones"), "milestones")
    var lines: [(maxX: Double, y: Double, height: Double)] = []
    let top = chart.y + 4
    var bottom = top
    let order = timeline.milestones.indices.sorted {
      (timeline.milestones[$0].day, $0) < (timeline.milestones[$1].day, $1)
    }
    for index in order {
      let milestone = timeline.milestones[index]
      let radius = 6.0
      let x = min(max(scale.x(of: milestone.day), scale.minX + radius), scale.maxX - radius)
      let size = chart.size(
        milestone.title, ChartType.small, most: min(200, scale.maxX - scale.minX - 20))
      let standsRight = x + radius + 4 + size.width <= scale.maxX
      let textX =
        standsRight
        ? x + radius + 4 : max(scale.minX, x - radius - 4 - size.width)
      // Beside it there is no room on either side: the name stands under the diamond.
      let standsUnder = !standsRight && textX + size.width > x - radius - 2
      let from = min(x - radius, textX)
      let to = max(x + radius, textX + size.width)
      let height = standsUnder ? 14 + size.height : max(14, size.height)
      var y = bottom
      if let free = lines.firstIndex(where: { $0.maxX + 6 < from && $0.height >= height }) {
        y = lines[free].y
        lines[free].maxX = to
      } else {
        lines.append((to, y, height))
        bottom += height + 3
      }
      let middle = Point(x, y + 7)
      let tint = theme.card(milestone.isReached ? .green : .blue)
      let shape = ChartMark.diamond(middle, radius - 0.75)
      var primitives: [Primitive] = [
        .fill(shape, milestone.isReached ? tint.strong : theme.surface),
        .stroke(shape, tint.strong, width: 1.5),
      ]
      if !milestone.title.isEmpty {
        // Off the lines of the months.
        primitives.insert(
          .fill(
            .rectangle(Rect(textX - 1, standsUnder ? y + 14 : y + 1, size.width + 2, size.height)),
            theme.surface), at: 0)
        let line = chart.lineHeight(ChartType.small)
        primitives.append(
          chart.text(
            milestone.title, ChartType.small, theme.text, textX,
            standsUnder ? y + 14 : y + 7 - line / 2, size.width,
            standsRight || standsUnder ? .leading : .trailing))
      }
      chart.add(
        primitives, .note, subject: .record(milestone.reference),
        label: table.spoken(first + index))
    }
    chart.y = bottom + 4
  }

  var legend: [ChartComposer.LegendEntry] {
    let theme = theme
    let isMirrored = chart.isMirrored
    func bar(_ status: Initiative.Status, isPilot: Bool = false) -> (Rect) -> [Primitive] {
      { Self.shape($0, status, isPilot: isPilot, theme, isMirrored: isMirrored) }
    }
    var entries: [ChartComposer.LegendEntry] = []
    if timeline.bars.contains(where: { $0.pilotStart != nil || $0.pilotEnd != nil }) {
      entries.append(.init(mark: bar(.running, isPilot: true), text: tr("pilot")))
    }
    for status in Initiative.Status.allCases
    where timeline.bars.contains(where: { $0.status == status }) {
      entries.append(.init(mark: bar(status), text: Timeline.name(of: status)))
    }
    if let today = timeline.today, let scale, today >= scale.first, today <= scale.last {
      entries.append(
        .init(
          mark: { [.fill(.rectangle(Rect($0.midX - 0.75, $0.y, 1.5, $0.height)), theme.accent)] },
          text: tr("today, {day}", ["day": DayFormat.local.text(today)])))
    }
    if !timeline.milestones.isEmpty {
      entries.append(
        .init(
          mark: {
            let shape = ChartMark.diamond(Point($0.midX, $0.midY), 5)
            return [.fill(shape, theme.card(.green).strong)]
          }, text: tr("milestone, filled when reached")))
    }
    if !timeline.barriers.isEmpty {
      entries.append(
        .init(
          mark: {
            [
              .fill(
                ChartMark.triangle(Point($0.midX, $0.midY), 4.5), theme.card(.red).strong)
            ]
          },
          text: timeline.barriers.contains(where: \.isCleared)
            ? tr("barrier, hollow when cleared") : tr("open barrier")))
    }
    return entries
  }
}
