import UpliftCore

/// Bars that stand.
extension BarComposer {
  mutating func addColumns() {
    let most = bars.most
    let scale = NumberScale(covering: [0, most], count: 4, isWhole: bars.isCounted)
    let line = chart.lineHeight(ChartType.small)
    let ticks = scale.ticks
    let axis = (ticks.map { chart.natural(BarChart.text($0), ChartType.small) }.max() ?? 0) + 6
    let width = chart.inner - axis
    let categories = bars.categories
    let slot = width / Double(max(1, categories.count))
    let usesKey = !categories.allSatisfy {
      slot >= 22 && chart.fits($0.title, ChartType.small, slot - 3)
        && chart.height($0.title, ChartType.small, slot - 3) <= 4 * line
    }
    let key: [ChartComposer.KeyEntry] =
      usesKey
      ? categories.enumerated().map { index, category in
        .init(number: String(index + 1), title: category.title, detail: total(category))
      } : []
    let labels =
      usesKey
      ? line : categories.map { chart.height($0.title, ChartType.small, slot - 3) }.max() ?? line
    let hasGroups = bars.groups.contains { !$0.title.isEmpty }
    if !bars.unit.isEmpty {
      chart.add(
        bars.unit, ChartType.small, theme.secondaryText, chart.left, chart.y, chart.inner,
        part: "axis")
      chart.y += chart.height(bars.unit, ChartType.small, chart.inner) + 4
    }
    let below =
      labels + chart.keyHeight(key) + chart.ruleHeight(bars.rule) + 40 + (hasGroups ? line : 0)
    let height = chart.room(below: below, ratio: 0.36, least: 130, most: 320)
    let plot = Rect(chart.left + axis, chart.y + line + 2, width, height)
    var primitives: [Primitive] = []
    for tick in ticks {
      let y = plot.maxY - plot.height * tick / scale.high
      primitives.append(.fill(.rectangle(Rect(plot.minX, y - 0.5, plot.width, 1)), theme.line))
      primitives.append(
        chart.text(
          BarChart.text(tick), ChartType.small, theme.secondaryText, chart.left, y - line / 2,
          axis - 6, .trailing))
    }
    chart.add(primitives)
    addColumns(in: plot, slot, scale.high, labels, usesKey: usesKey)
    if let mark = bars.mark {
      let y = plot.maxY - plot.height * mark.value / scale.high
      chart.add([
        .stroke(
          ChartMark.line(Point(plot.minX, y), Point(plot.maxX, y)), theme.text, width: 1.25,
          dash: [3, 2])
      ])
    }
    chart.y = plot.maxY + 4 + labels
    if hasGroups { addGroupTitles(plot, slot) }
    chart.addKey(key)
  }

  private mutating func addColumns(
    in plot: Rect, _ slot: Double, _ high: Double, _ labels: Double, usesKey: Bool
  ) {
    let table = bars.table
    let line = chart.lineHeight(ChartType.small)
    let isGrouped = bars.arrangement == .grouped && bars.series.count > 1
    let whole = min(isGrouped ? 80 : 44, slot * 0.74)
    for (index, category) in bars.categories.enumerated() {
      let left = plot.minX + slot * Double(index)
      var primitives: [Primitive] = []
      var y = plot.maxY
      var x = left + (slot - whole) / 2
      let own = isGrouped ? whole / Double(bars.series.count) : whole
      var top = plot.maxY
      for (number, value) in category.values.prefix(bars.series.count).enumerated() {
        let length = value.isFinite ? max(0, value) / high * plot.height : 0
        let frame = Rect(x, y - length, isGrouped ? max(1, own - 1) : own, length)
        primitives += look(number, frame)
        if !isGrouped, frame.height >= 12 { primitives += valueText(value, number, frame) }
        if isGrouped { x += own } else { y -= length }
        top = min(top, frame.minY)
      }
      let words = total(category)
      let width = chart.natural(words, ChartType.small)
      if !words.isEmpty, width <= slot {
        primitives.append(
          chart.text(
            words, ChartType.small, category.isMarked ? theme.card(.red).strong : theme.text,
            left + (slot - width) / 2, top - line - 1, width, .centre))
      }
      let name = usesKey ? String(index + 1) : category.title
      if !name.isEmpty, chart.natural(name, ChartType.small) <= slot || !usesKey {
        primitives.append(
          chart.text(
            name, ChartType.small, theme.text, left + 1.5, plot.maxY + 4, slot - 3, .centre))
      }
      chart.add(
        primitives, .note,
        subject: .part("category \(index)"),
        label: table.spoken(index),
        frame: Rect(left, plot.minY - line - 1, slot, plot.height + line + 5 + labels))
    }
  }

  private mutating func addGroupTitles(_ plot: Rect, _ slot: Double) {
    var index = 0
    var lowest = chart.y
    for (number, group) in bars.groups.enumerated() {
      let left = plot.minX + slot * Double(index)
      let width = slot * Double(group.categories.count)
      index += group.categories.count
      guard !group.title.isEmpty, width > 0 else { continue }
      chart.add([
        .fill(.rectangle(Rect(left + 2, chart.y + 2, max(1, width - 4), 1)), theme.strongLine)
      ])
      let height = chart.height(group.title, ChartType.smallStrong, max(8, width - 4))
      chart.add(
        group.title, ChartType.smallStrong, theme.text, left + 2, chart.y + 5, max(8, width - 4),
        .centre, part: "group \(number)")
      lowest = max(lowest, chart.y + 5 + height)
    }
    chart.y = lowest
  }
}
