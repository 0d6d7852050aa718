import Foundation
import UpliftCore

/// Puts bars together.
struct BarComposer {
  let bars: BarChart
  var chart: ChartComposer
  var theme: Theme { chart.theme }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard bars.most > 0 else {
      chart.addEmpty(bars.emptyText.isEmpty ? tr("There is nothing to count yet.") : bars.emptyText)
      chart.addRule(bars.rule)
      return chart.finished()
    }
    switch bars.direction {
    case .along: addRows()
    case .upright: addColumns()
    }
    chart.addLegend(legend)
    chart.addRule(bars.rule)
    return chart.finished()
  }

  // MARK: Looks

  private static let order: [Swatch] = [
    .blue, .orange, .teal, .violet, .ochre, .pink, .green, .slate,
  ]

  /// Series differ by colour and by pattern.
  func look(_ index: Int, _ frame: Rect) -> [Primitive] {
    guard frame.width > 0.01, frame.height > 0.01 else { return [] }
    let ink = theme.card(
      bars.series.indices.contains(index)
        ? bars.series[index].colour ?? Self.order[index % Self.order.count] : .slate
    ).strong
    let edge = frame.inset(min(0.5, frame.width / 4), min(0.5, frame.height / 4))
    switch index % 4 {
    case 0: return [.fill(.rectangle(frame), ink)]
    case 1:
      return [
        .fill(.rectangle(frame), ink.with(alpha: 0.28).over(theme.surface)),
        .stroke(.path(Hatching.lines(in: edge, spacing: 5)), ink, width: 1),
        .stroke(.rectangle(edge), ink, width: 1),
      ]
    case 2:
      return [
        .fill(.rectangle(frame), ink.with(alpha: 0.45).over(theme.surface)),
        .stroke(.rectangle(edge), ink, width: 1),
      ]
    default:
      return [.fill(.rectangle(frame), theme.surface), .stroke(.rectangle(edge), ink, width: 1)]
    }
  }

  private var legend: [ChartComposer.LegendEntry] {
    var entries: [ChartComposer.LegendEntry] = []
    if bars.series.count > 1 || !(bars.series.first?.title.isEmpty ?? true) {
      entries = bars.series.enumerated().map { index, series in
        .init(mark: { self.look(index, $0) }, text: series.title)
      }
    }
    if let mark = bars.mark {
      let theme = theme
      entries.append(
        .init(
          mark: {
            [
              .stroke(
                ChartMark.line(Point($0.midX, $0.minY), Point($0.midX, $0.maxY)), theme.text,
                width: 1.25, dash: [3, 2])
            ]
          },
          text: tr(
            "{title}: {value}", ["title": mark.title, "value": BarChart.text(mark.value)])))
    }
    return entries
  }

  /// What a category's bars are worth, in words beside them.
  func total(_ category: BarChart.Category) -> String {
    let values = category.values.filter(\.isFinite)
    let amount =
      bars.arrangement == .stacked || values.count == 1
      ? bars.amount(values.reduce(0, +)) : ""
    return [amount, category.note].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: Along

  private mutating func addRows() {
    let nameWidth = min(
      max(chart.inner * 0.32, 84),
      (bars.categories.map { chart.natural($0.title, ChartType.label) }.max() ?? 0) + 4)
    let noteWidth = min(
      max(30, chart.inner * 0.24),
      (bars.categories.map { chart.natural(total($0), ChartType.label) }.max() ?? 0) + 2)
    let left = chart.left + nameWidth + 8
    let width = chart.right - noteWidth - 6 - left
    let most = bars.most
    let top = chart.y
    let table = bars.table
    var index = 0
    let ground = chart
    for pass in 0..<2 {
      // The first time for the height, so that the lines stand behind the bars.
      let end = chart.y
      if pass == 1 {
        chart = ground
        addScale(left, width, most, top, end)
      }
      index = 0
      for (number, group) in bars.groups.enumerated() {
        if !group.title.isEmpty { addHeading(group.title, number) }
        for category in group.categories {
          addRow(
            category, index, nameWidth, Rect(left, chart.y, width, 0), most, noteWidth,
            spoken: table.spoken(index))
          index += 1
        }
      }
    }
    addAxis(left, width, most)
  }

  private mutating func addHeading(_ title: String, _ number: Int) {
    chart.y += 4
    let height = chart.height(title, ChartType.strong, chart.inner)
    chart.add(
      title, ChartType.strong, theme.text, chart.left, chart.y, chart.inner, role: .cluster,
      part: "group \(number)")
    chart.y += height + 2
  }

  private mutating func addScale(
    _ left: Double, _ width: Double, _ most: Double, _ top: Double, _ bottom: Double
  ) {
    var primitives: [Primitive] = []
    for tick in bars.ticks(to: most) {
      primitives.append(
        .fill(
          .rectangle(Rect(left + width * tick / most - 0.5, top, 1, max(1, bottom - top))),
          theme.line))
    }
    chart.add(primitives)
  }

  private mutating func addAxis(_ left: Double, _ width: Double, _ most: Double) {
    var primitives: [Primitive] = []
    var last = -Double.infinity
    for tick in bars.ticks(to: most) {
      let words = BarChart.text(tick)
      let own = chart.natural(words, ChartType.small)
      let x = left + width * tick / most - own / 2
      guard x > last + 3, x + own <= chart.right else { continue }
      last = x + own
      primitives.append(
        chart.text(words, ChartType.small, theme.secondaryText, x, chart.y + 2, own, .centre))
    }
    chart.add(primitives)
    chart.y += chart.lineHeight(ChartType.small) + 4
    guard !bars.unit.isEmpty else { return }
    chart.add(
      bars.unit, ChartType.small, theme.secondaryText, left, chart.y, chart.right - left,
      part: "axis")
    chart.y += chart.height(bars.unit, ChartType.small, chart.right - left)
  }

  private mutating func addRow(
    _ category: BarChart.Category, _ index: Int, _ nameWidth: Double, _ place: Rect,
    _ most: Double, _ noteWidth: Double, spoken: String
  ) {
    let words = total(category)
    let nameHeight = chart.height(category.title, ChartType.label, nameWidth)
    let noteHeight = chart.height(words, ChartType.label, noteWidth)
    let isGrouped = bars.arrangement == .grouped && bars.series.count > 1
    let bar = chart.isTight ? isGrouped ? 6.0 : 9.0 : isGrouped ? 12.0 : 14.0
    let barsHeight = isGrouped ? bar * Double(bars.series.count) : bar
    let height = max(nameHeight, noteHeight, barsHeight) + (chart.isTight ? 2 : 8)
    let middle = chart.y + height / 2
    var primitives: [Primitive] = []
    if !category.title.isEmpty {
      primitives.append(
        chart.text(
          category.title, ChartType.label, theme.text, chart.left, middle - nameHeight / 2,
          nameWidth, .trailing))
    }
    var x = place.x
    var y = middle - barsHeight / 2
    for (number, value) in category.values.prefix(bars.series.count).enumerated() {
      let length = value.isFinite ? max(0, value) / most * place.width : 0
      let frame = Rect(x, y, length, isGrouped ? bar - 1 : bar)
      primitives += look(number, frame)
      primitives += valueText(value, number, frame)
      if isGrouped { y += bar } else { x += length }
    }
    if !words.isEmpty {
      primitives.append(
        chart.text(
          words, ChartType.label, category.isMarked ? theme.card(.red).strong : theme.text,
          place.maxX + 6, middle - noteHeight / 2, noteWidth))
    }
    if let mark = bars.mark {
      let at = place.x + mark.value / most * place.width
      primitives.append(
        .stroke(
          ChartMark.line(Point(at, chart.y), Point(at, chart.y + height)), theme.text, width: 1.25,
          dash: [3, 2]))
    }
    chart.add(
      primitives, .note,
      subject: .part("category \(index)"),
      label: spoken, frame: Rect(chart.left, chart.y, chart.inner, height))
    chart.y += height
  }

  /// The value in its part of a bar, on a plate of its own, where it finds room.
  func valueText(_ value: Double, _ series: Int, _ frame: Rect) -> [Primitive] {
    guard bars.series.count > 1, value.isFinite, value > 0 else { return [] }
    let words = bars.amount(value)
    let style = TextStyle(size: 9.6, weight: .semibold)
    let width = chart.natural(words, style)
    let line = chart.lineHeight(style)
    guard width + 8 <= frame.width, line <= frame.height + 3 else { return [] }
    let isSolid = series % 4 == 0
    let high = min(frame.height - 2, line + 1)
    let plate = Rect(frame.midX - width / 2 - 2, frame.midY - high / 2, width + 4, high)
    var primitives: [Primitive] = []
    if !isSolid {
      primitives.append(.fill(.roundedRectangle(plate, radius: 2), theme.surface))
    }
    primitives.append(
      chart.text(
        words, style, isSolid ? theme.surface : theme.text, frame.midX - width / 2,
        frame.midY - line / 2, width, .centre))
    return primitives
  }
}
