import Foundation
import UpliftCore

/// Puts a timeline together.
struct TimelineComposer {
  let timeline: Timeline
  var chart: ChartComposer
  var scale: DayScale?
  private var runs: [Timeline.Layout.PlacedRun] = []
  private var rows: [Rect] = []
  private var area = Rect.zero
  /// Of the column of titles, from the left margin.
  private let headerWidth: Double
  var theme: Theme { chart.theme }
  private var plotLeft: Double { chart.left + headerWidth }

  init(timeline: Timeline, chart: ChartComposer) {
    self.timeline = timeline
    self.chart = chart
    let most = min(
      chart.isTight ? 270 : 240, max(104, chart.inner * (chart.isTight ? 0.4 : 0.3)))
    // On paper no wider than its titles, so that the days have the rest.
    let titles = timeline.bars.map { chart.natural($0.title, ChartType.label) }.max() ?? 0
    headerWidth = chart.isTight ? min(most, max(104, titles + 18)) : most
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
    let calendarTop = chart.y
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
    if let scale {
      area = Rect(scale.minX, calendarTop, scale.maxX - scale.minX, plotBottom - calendarTop)
    }
    chart.addLegend(legend)
    chart.addKey(barrierKey)
    chart.addRule(rule)
    return layout()
  }

  private func layout() -> Timeline.Layout {
    Timeline.Layout(
      scene: chart.finished(), range: scale.map { $0.first...$0.last }, scale: scale, runs: runs,
      isMirrored: chart.isMirrored,
      rows: chart.isMirrored ? rows.map { $0.mirrored(in: chart.width) } : rows,
      area: chart.isMirrored ? area.mirrored(in: chart.width) : area)
  }

  private var rule: String { timeline.explanation }

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
    addLooseBarriers(from: index + timeline.milestones.count, table)
  }

  mutating func addHeading(_ title: String, _ part: String) {
    let above = chart.isTight ? 2.0 : 4
    let height = chart.height(title, ChartType.strong, chart.inner - 12) + 2 * above
    chart.add([
      .fill(.rectangle(Rect(chart.left, chart.y, chart.inner, height)), theme.headerSurface)
    ])
    chart.add(
      title, ChartType.strong, theme.text, chart.left + 6, chart.y + above, chart.inner - 12,
      role: .cluster, part: part)
    chart.y += height
  }

  private mutating func add(_ bar: Timeline.Bar, _ index: Int, spoken: String) {
    let words = headerWidth - 16
    let note = note(on: bar)
    let titleHeight = chart.height(bar.title, ChartType.label, words)
    // On paper its register stands beside it.
    let detail = chart.isTight ? "" : bar.detail
    let detailHeight = chart.height(detail, ChartType.small, words)
    let noteHeight = chart.height(note, ChartType.small, words)
    // Barriers stand over their bar.
    let over =
      timeline.barriers.contains { $0.bar == bar.reference } ? chart.isTight ? 11.0 : 13 : 0
    let above = chart.isTight ? 2.0 : 5
    let height = max(
      (chart.isTight ? 16.5 : 28) + over, titleHeight + detailHeight + noteHeight + 2 * above)
    let frame = Rect(chart.left, chart.y, chart.inner, height)
    rows.append(frame)
    var style = ChartType.label
    style.isStruckThrough = bar.status == .dropped
    var primitives: [Primitive] = []
    if !bar.title.isEmpty {
      primitives.append(
        chart.text(bar.title, style, theme.text, chart.left + 6, chart.y + above, words))
    }
    if !detail.isEmpty {
      primitives.append(
        chart.text(
          detail, ChartType.small, theme.secondaryText, chart.left + 6,
          chart.y + above + titleHeight, words))
    }
    if !note.isEmpty {
      primitives.append(
        chart.text(
          note, ChartType.small, theme.secondaryText, chart.left + 6,
          chart.y + above + titleHeight + detailHeight, words))
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
    if chart.isTight { return "" }
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
      primitives += Self.shape(
        frame, bar.status, isPilot: isPilot, theme, isMirrored: chart.isMirrored)
    }
    run(bar.start, bar.end, isPilot: false)
    run(bar.pilotStart, bar.pilotEnd, isPilot: true)
    return primitives
  }

  static func shape(
    _ frame: Rect, _ status: Initiative.Status, isPilot: Bool, _ theme: Theme, isMirrored: Bool
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
      // A tick is written the same way everywhere.
      let side = isMirrored ? -1.0 : 1
      let tick: [Primitive] =
        frame.width < 14
        ? []
        : [
          .stroke(
            .path([
              .move(Point(middle.x - 4 * side, middle.y)),
              .line(Point(middle.x - side, middle.y + 3)),
              .line(Point(middle.x + 4 * side, middle.y - 3)),
            ]), theme.surface, width: 1.75)
        ]
      return [.fill(shape, tint.strong)] + tick
    }
  }
}
