import Foundation
import UpliftCore

/// Puts a timeline together.
struct TimelineComposer {
  let timeline: Timeline
  var chart: ChartComposer
  private var scale: DayScale?
  private var runs: [Timeline.Layout.PlacedRun] = []
  private var rows: [Rect] = []
  /// Of the column of titles, from the left margin.
  private let headerWidth: Double
  private var theme: Theme { chart.theme }
  private var plotLeft: Double { chart.left + headerWidth }

  init(timeline: Timeline, chart: ChartComposer) {
    self.timeline = timeline
    self.chart = chart
    headerWidth = min(240, max(104, chart.inner * 0.3))
  }

  mutating func compose() -> Timeline.Layout {
    chart.addTitle()
    if timeline.bars.isEmpty, timeline.milestones.isEmpty {
      chart.addEmpty(tr("No initiative yet. With a start and an end it stands here as a bar."))
      return layout()
    }
    var days = timeline.bars.flatMap(\.days) + timeline.milestones.map(\.day)
    days += timeline.barriers.map(\.day)
    if let range = timeline.range { days += [range.lowerBound, range.upperBound] }
    if let today = timeline.today, days.isEmpty || timeline.range == nil { days.append(today) }
    if let range = DayScale.range(of: days, startMonth: timeline.fiscalYearStart) {
      scale = DayScale(
        first: range.first, last: range.last, minX: plotLeft, maxX: chart.right)
    }
    addCalendar()
    let plotTop = chart.y
    // The lines behind the bars can be drawn when the height of all rows is known.
    let ground = chart
    addRows()
    let plotBottom = chart.y
    chart = ground
    runs = []
    rows = []
    addLines(from: plotTop, to: plotBottom)
    addRows()
    chart.addLegend(legend)
    chart.addKey(barrierKey)
    chart.addRule(rule)
    return layout()
  }

  private func layout() -> Timeline.Layout {
    Timeline.Layout(
      scene: chart.finished(), range: scale.map { $0.first...$0.last }, scale: scale, runs: runs,
      isMirrored: chart.isMirrored,
      rows: chart.isMirrored ? rows.map { $0.mirrored(in: chart.width) } : rows)
  }

  private var rule: String {
    let count = ntr("n = {count} initiative", "n = {count} initiatives", timeline.bars.count)
    let start = MonthName.full(timeline.fiscalYearStart)
    return tr(
      "Each bar runs from the first to the last day. Fiscal years begin in {month}. {count}.",
      ["month": start, "count": count])
  }

  // MARK: Calendar

  /// Years, quarters and months, as far as they find room.
  private mutating func addCalendar() {
    guard let scale else { return }
    let start = timeline.fiscalYearStart
    var quarters: [FiscalQuarter] = []
    var quarter = FiscalQuarter(of: scale.first, startMonth: start)
    while quarter.firstDay(startMonth: start) <= scale.last, quarters.count < 400 {
      quarters.append(quarter)
      quarter = quarter.next
    }
    var years: [(title: String, from: CalendarDay, to: CalendarDay)] = []
    for quarter in quarters {
      let from = quarter.firstDay(startMonth: start)
      let to = quarter.lastDay(startMonth: start)
      if let last = years.last, FiscalQuarter(of: last.from, startMonth: start).year == quarter.year
      {
        years[years.count - 1].to = max(last.to, to)
      } else {
        let next = (quarter.year + 1) % 100
        let title =
          start == 1
          ? String(quarter.year) : "\(quarter.year)/" + (next < 10 ? "0" : "") + String(next)
        years.append((title, from, to))
      }
    }
    addRow(years, ChartType.smallStrong, theme.text)
    addRow(
      quarters.map {
        (
          tr("Q{quarter}", ["quarter": $0.quarter]), $0.firstDay(startMonth: start),
          $0.lastDay(startMonth: start)
        )
      }, ChartType.smallStrong, theme.secondaryText)
    let months = scale.months
    let monthWidth = (scale.maxX - scale.minX) / Double(max(1, months.count))
    let short = months.map { MonthName.short($0.month) }
    let widest = short.map { chart.natural($0, ChartType.small) }.max() ?? 0
    let names: [String]?
    if widest + 2 <= monthWidth {
      names = short
    } else {
      let digits = months.map { String($0.month) }
      let most = digits.map { chart.natural($0, ChartType.small) }.max() ?? 0
      names = most + 2 <= monthWidth ? digits : nil
    }
    if let names {
      addRow(
        zip(names, months).enumerated().map { index, month in
          let next = index + 1 < months.count ? months[index + 1] : scale.last.advanced(by: 1)
          return (month.0, month.1, next.advanced(by: -1))
        }, ChartType.small, theme.secondaryText)
    }
  }

  /// What is too narrow for its name stands without it, with its lines.
  private mutating func addRow(
    _ spans: [(title: String, from: CalendarDay, to: CalendarDay)], _ style: TextStyle,
    _ color: Color
  ) {
    guard let scale else { return }
    let height = chart.lineHeight(style) + 5
    var primitives: [Primitive] = [
      .fill(
        .rectangle(Rect(scale.minX, chart.y, scale.maxX - scale.minX, height)), theme.headerSurface)
    ]
    for span in spans {
      let left = max(scale.minX, scale.x(of: span.from))
      let right = min(scale.maxX, scale.x(of: span.to.advanced(by: 1)))
      if left > scale.minX {
        primitives.append(
          .fill(.rectangle(Rect(left - 0.5, chart.y, 1, height)), theme.line))
      }
      let width = chart.natural(span.title, style)
      guard width + 2 <= right - left else { continue }
      primitives.append(
        chart.text(
          span.title, style, color, left + (right - left - width) / 2, chart.y + 2.5, width,
          .centre))
    }
    chart.add(primitives)
    chart.y += height
  }

  private mutating func addLines(from top: Double, to bottom: Double) {
    guard let scale else { return }
    let start = timeline.fiscalYearStart
    for month in scale.months where month > scale.first {
      let isQuarter =
        FiscalQuarter(of: month, startMonth: start).firstDay(startMonth: start) == month
      let x = scale.x(of: month)
      guard isQuarter || (scale.maxX - scale.minX) / Double(scale.months.count) > 8 else {
        continue
      }
      chart.add([
        .fill(
          .rectangle(Rect(x - 0.5, top, 1, bottom - top)),
          isQuarter ? theme.strongLine : theme.line)
      ])
    }
    if let today = timeline.today, today >= scale.first, today <= scale.last {
      let x = scale.x(of: today) + (scale.maxX - scale.minX) / Double(scale.count) / 2
      chart.add([
        .fill(.rectangle(Rect(x - 0.75, top, 1.5, bottom - top)), theme.accent),
        .fill(.ellipse(Rect(around: Point(x, top), radius: 3)), theme.accent),
      ])
    }
  }

  // MARK: Rows

  private mutating func addRows() {
    let table = timeline.table
    var index = 0
    for (number, group) in timeline.groups.enumerated() {
      if !group.title.isEmpty { addHeading(group.title, "group \(number)") }
      for bar in group.bars {
        add(bar, index, spoken: table.spoken(index))
        index += 1
      }
    }
    if !timeline.milestones.isEmpty { addMilestones(from: index, table) }
  }

  private mutating func addHeading(_ title: String, _ part: String) {
    let height = chart.height(title, ChartType.strong, chart.inner - 12) + 8
    chart.add([
      .fill(.rectangle(Rect(chart.left, chart.y, chart.inner, height)), theme.headerSurface)
    ])
    chart.add(
      title, ChartType.strong, theme.text, chart.left + 6, chart.y + 4, chart.inner - 12,
      role: .cluster, part: part)
    chart.y += height
  }

  private mutating func add(_ bar: Timeline.Bar, _ index: Int, spoken: String) {
    let words = headerWidth - 16
    let note = note(on: bar)
    let titleHeight = chart.height(bar.title, ChartType.label, words)
    let detailHeight = chart.height(bar.detail, ChartType.small, words)
    let noteHeight = chart.height(note, ChartType.small, words)
    // Barriers stand over their bar.
    let over = timeline.barriers.contains { $0.bar == bar.reference } ? 13.0 : 0
    let height = max(28 + over, titleHeight + detailHeight + noteHeight + 10)
    let frame = Rect(chart.left, chart.y, chart.inner, height)
    rows.append(frame)
    var style = ChartType.label
    style.isStruckThrough = bar.status == .dropped
    var primitives: [Primitive] = []
    if !bar.title.isEmpty {
      primitives.append(
        chart.text(bar.title, style, theme.text, chart.left + 6, chart.y + 5, words))
    }
    if !bar.detail.isEmpty {
      primitives.append(
        chart.text(
          bar.detail, ChartType.small, theme.secondaryText, chart.left + 6,
          chart.y + 5 + titleHeight, words))
    }
    if !note.isEmpty {
      primitives.append(
        chart.text(
          note, ChartType.small, theme.secondaryText, chart.left + 6,
          chart.y + 5 + titleHeight + detailHeight, words))
    }
    primitives += shapes(of: bar, index, middle: frame.midY + over / 2)
    primitives.append(
      .fill(.rectangle(Rect(chart.left, frame.maxY - 0.5, chart.inner, 0.5)), theme.line))
    chart.add(
      primitives, .note, subject: .record(bar.reference), label: spoken, frame: frame)
    addBarriers(of: bar, middle: frame.midY + over / 2 - 14)
    chart.y += height
  }

  private func note(on bar: Timeline.Bar) -> String {
    if bar.days.isEmpty { return tr("no days yet") }
    if bar.status == .held, !bar.makesRoomFor.isEmpty {
      return tr("makes room for {title}", ["title": bar.makesRoomFor])
    }
    return ""
  }

  private mutating func shapes(of bar: Timeline.Bar, _ index: Int, middle: Double) -> [Primitive] {
    guard let scale else { return [] }
    var primitives: [Primitive] = []
    let barHeight = 14.0
    func run(_ from: CalendarDay?, _ to: CalendarDay?, isPilot: Bool) {
      // With one end alone it is a day long.
      guard let first = from ?? to, let last = to ?? from, first <= last else { return }
      let left = scale.x(of: first)
      let right = max(left + 3, scale.x(of: last.advanced(by: 1)))
      let frame = Rect(left, middle - barHeight / 2, min(right, scale.maxX) - left, barHeight)
      guard frame.width > 0 else { return }
      runs.append(.init(bar: index, isPilot: isPilot, frame: frame))
      primitives += Self.shape(frame, bar.status, isPilot: isPilot, theme)
    }
    run(bar.start, bar.end, isPilot: false)
    run(bar.pilotStart, bar.pilotEnd, isPilot: true)
    return primitives
  }

  static func shape(
    _ frame: Rect, _ status: Initiative.Status, isPilot: Bool, _ theme: Theme
  ) -> [Primitive] {
    let shape = Shape.roundedRectangle(frame.inset(0.5, 0.5), radius: 4)
    let tint = theme.card(status == .done ? .green : status == .running ? .blue : .slate)
    if isPilot {
      let own = theme.card(status == .done ? .green : .blue)
      return [.fill(shape, own.fill), .stroke(shape, own.strong, width: 1)]
    }
    switch status {
    case .held, .dropped:
      return [
        .fill(shape, theme.surface),
        .stroke(
          .path(Hatching.lines(in: frame.inset(1.5, 1.5), spacing: 5)), tint.strong, width: 1),
        .stroke(shape, tint.strong, width: 1),
      ]
    case .idea:
      return [
        .fill(shape, theme.surface), .stroke(shape, tint.strong, width: 1, dash: [3, 3]),
      ]
    case .planned:
      return [.fill(shape, theme.card(.blue).strong.with(alpha: 0.55).over(theme.surface))]
    case .running: return [.fill(shape, tint.strong)]
    case .done:
      let middle = Point(frame.midX, frame.midY)
      let tick: [Primitive] =
        frame.width < 14
        ? []
        : [
          .stroke(
            .path([
              .move(Point(middle.x - 4, middle.y)), .line(Point(middle.x - 1, middle.y + 3)),
              .line(Point(middle.x + 4, middle.y - 3)),
            ]), theme.surface, width: 1.75)
        ]
      return [.fill(shape, tint.strong)] + tick
    }
  }

  // MARK: Barriers and milestones

  private func number(of barrier: Timeline.Barrier) -> Int? {
    timeline.barriers.firstIndex(of: barrier).map { $0 + 1 }
  }

  private mutating func addBarriers(of bar: Timeline.Bar, middle: Double) {
    guard let scale else { return }
    var last = -Double.infinity
    let own = timeline.barriers.filter { $0.bar == bar.reference }.sorted { $0.day < $1.day }
    for barrier in own {
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

  private var barrierKey: [ChartComposer.KeyEntry] {
    timeline.barriers.enumerated().map { index, barrier in
      let day = tr("since {day}", ["day": DayFormat.local.text(barrier.day)])
      return .init(
        number: "▲\(index + 1)", title: barrier.title,
        detail: barrier.isCleared ? tr("{day}, cleared", ["day": day]) : day,
        tint: theme.card(barrier.isCleared ? .slate : .red))
    }
  }

  /// On lines of their own, each name beside its diamond, as many lines as they need.
  private mutating func addMilestones(from first: Int, _ table: TextDocument.Grid) {
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

  private var legend: [ChartComposer.LegendEntry] {
    let theme = theme
    func bar(_ status: Initiative.Status, isPilot: Bool = false) -> (Rect) -> [Primitive] {
      { Self.shape($0, status, isPilot: isPilot, theme) }
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
          text: tr("barrier, hollow when cleared")))
    }
    return entries
  }
}
