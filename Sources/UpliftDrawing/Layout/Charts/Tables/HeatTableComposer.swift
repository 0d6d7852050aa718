import UpliftCore

/// Puts a heat table together: in several blocks under one another when it has more columns than
/// find room.
struct HeatTableComposer {
  let heat: HeatTable
  var chart: ChartComposer
  private var theme: Theme { chart.theme }
  private let small = ChartType.small

  /// Between a name and what stands beside it.
  private static let beside = 12.0
  private static let leastColumn = 34.0
  private static let mostColumn = 120.0
  /// What is said of rows stands beside their names, not under them.
  private var isBeside = false

  init(heat: HeatTable, chart: ChartComposer) {
    self.heat = heat
    self.chart = chart
  }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard !heat.columns.isEmpty, !heat.rows.isEmpty else {
      chart.addEmpty(
        heat.emptyText.isEmpty ? tr("There is nothing to compare yet.") : heat.emptyText)
      chart.addRule(heat.rule)
      return chart.finished()
    }
    var header = min(
      max(80, chart.inner * 0.32),
      (heat.rows.map { chart.natural($0.title, ChartType.label) + ($0.isMarked ? 12 : 0) } + [
        chart.natural(heat.corner, small)
      ]).reduce(60) { max($0, $1) } + 12)
    // Cells break between words.
    let widest = heat.rows.flatMap(\.cells).flatMap { cell in
      cell.text.split(whereSeparator: \.isWhitespace).map {
        chart.natural(String($0), ChartType.label) + (cell.tone == .poor ? 12 : 0)
      }
    }.max()
    let least = min(90, max(chart.isTight ? 27 : Self.leastColumn, (widest ?? 0) + 10))
    // On paper what stands under a name comes beside it where there is room.
    let whole =
      (heat.rows.map {
        chart.natural($0.title, ChartType.label) + chart.natural($0.detail, small)
          + ($0.isMarked ? 12 : 0)
      }.max() ?? 0) + Self.beside + 14
    isBeside =
      chart.isTight && heat.rows.contains { !$0.detail.isEmpty } && whole <= chart.inner * 0.42
      && (chart.inner - whole) / Double(heat.columns.count) >= least
    if isBeside { header = max(header, whole) }
    let room = chart.inner - header
    let many = max(1, Int(room / least))
    let blocks = (heat.columns.count + many - 1) / many
    let share = (heat.columns.count + blocks - 1) / blocks
    let width = min(Self.mostColumn, room / Double(share))
    let usesKey = !heat.columns.allSatisfy {
      chart.fits($0, small, width - 6)
        && chart.height($0, small, width - 6) <= 5 * chart.lineHeight(small)
    }
    for start in stride(from: 0, to: heat.columns.count, by: share) {
      if start > 0 { chart.y += 10 }
      addBlock(
        start..<min(start + share, heat.columns.count), header: header, width: width,
        usesKey: usesKey)
    }
    if usesKey {
      chart.addKey(
        heat.columns.enumerated().map { .init(number: String($0 + 1), title: $1) })
    }
    if !chart.isTight || chart.showsRule { chart.addLegend(legend) }
    chart.addRule(heat.rule)
    return chart.finished()
  }

  private mutating func addBlock(
    _ columns: Range<Int>, header: Double, width: Double, usesKey: Bool
  ) {
    let names = columns.map { usesKey ? String($0 + 1) : heat.columns[$0] }
    let style = usesKey ? ChartType.number : small
    let cornerHeight = chart.height(heat.corner, small, header - 12)
    let headHeight =
      (names.map { chart.height($0, style, width - 6) } + [cornerHeight]).reduce(0, max) + 8
    let whole = header + width * Double(columns.count)
    chart.add([
      .fill(.rectangle(Rect(chart.left, chart.y, whole, headHeight)), theme.headerSurface)
    ])
    if !heat.corner.isEmpty {
      chart.add(
        [
          chart.text(
            heat.corner, small, theme.secondaryText, chart.left + 6,
            chart.y + headHeight - cornerHeight - 4, header - 12)
        ], .stageHeader, subject: columns.lowerBound == 0 ? .part("corner") : nil,
        label: columns.lowerBound == 0 ? heat.corner : nil,
        frame: Rect(chart.left, chart.y, header, headHeight))
    }
    for (offset, column) in columns.enumerated() {
      guard !names[offset].isEmpty else { continue }
      let own = chart.height(names[offset], style, width - 6)
      chart.add(
        [
          chart.text(
            names[offset], style, theme.text,
            chart.left + header + width * Double(offset) + 3, chart.y + headHeight - own - 4,
            width - 6, .centre)
        ], .stageHeader, subject: .part("column \(column)"), label: heat.columns[column],
        frame: Rect(
          chart.left + header + width * Double(offset), chart.y, width, headHeight))
    }
    chart.y += headHeight
    for row in heat.rows.indices {
      addRow(row, columns, header: header, width: width, isFirst: columns.lowerBound == 0)
    }
  }

  private mutating func addRow(
    _ index: Int, _ columns: Range<Int>, header: Double, width: Double, isFirst: Bool
  ) {
    let row = heat.rows[index]
    let words = header - 12 - (row.isMarked ? 12 : 0)
    let detail = isFirst ? row.detail : ""
    let titleHeight = chart.height(row.title, ChartType.label, words)
    let detailHeight = isBeside ? 0 : chart.height(detail, small, words)
    let cells = columns.map { $0 < row.cells.count ? row.cells[$0] : HeatTable.Cell() }
    let highest =
      cells.map {
        chart.height($0.text, ChartType.label, textWidth($0, in: width - 2))
      }.max() ?? 0
    let height =
      chart.isTight
      ? max(16, titleHeight + detailHeight + 3, highest + 4)
      : max(26, titleHeight + detailHeight + 10, highest + 12)
    let left = chart.left + 6 + (row.isMarked ? 12 : 0)
    var primitives: [Primitive] = []
    let top = chart.y + (height - titleHeight - detailHeight) / 2
    if !row.title.isEmpty {
      primitives.append(chart.text(row.title, ChartType.label, theme.text, left, top, words))
    }
    if !detail.isEmpty, isBeside {
      let own = chart.natural(detail, small) + 1
      primitives.append(
        chart.text(
          detail, small, theme.secondaryText, chart.left + header - 6 - own, top + 1, own, .trailing
        ))
    } else if !detail.isEmpty {
      primitives.append(
        chart.text(detail, small, theme.secondaryText, left, top + titleHeight, words))
    }
    if row.isMarked {
      primitives.append(
        .fill(
          ChartMark.triangle(Point(chart.left + 9, chart.y + height / 2), 4.5),
          theme.card(.red).strong))
    }
    let spoken = [row.title, row.detail].filter { !$0.isEmpty }.joined(separator: ", ")
    chart.add(
      primitives, .laneHeader,
      subject: isFirst ? row.reference.map(ItemSubject.record) ?? .part("row \(index)") : nil,
      label: isFirst ? spoken : nil,
      frame: Rect(chart.left, chart.y, header, height))
    for (offset, cell) in cells.enumerated() {
      let frame = Rect(
        chart.left + header + width * Double(offset) + 1, chart.y + 1, width - 2, height - 2)
      let place = PlaceLabel(lane: row.title, step: heat.columns[columns.lowerBound + offset])
      let text = cell.spoken.isEmpty ? cell.text : cell.spoken
      chart.add(
        look(of: cell, frame), .cell,
        subject: .part("cell \(index) \(columns.lowerBound + offset)"),
        spoken: .cellText(place, text.isEmpty ? tr("nothing") : text), frame: frame)
    }
    chart.add([
      .fill(
        .rectangle(
          Rect(chart.left, chart.y + height - 0.5, header + width * Double(cells.count), 0.5)),
        theme.line)
    ])
    chart.y += height
  }

  // MARK: Looks

  private func tint(_ tone: HeatTable.Tone) -> Theme.Tint {
    switch tone {
    case .plain: theme.card(.blue)
    case .good: theme.card(.green)
    case .poor, .missing: theme.card(.red)
    }
  }

  /// Off the mark in the corner of what is poor.
  private func textWidth(_ cell: HeatTable.Cell, in width: Double) -> Double {
    width - (cell.tone == .poor ? 20 : 8)
  }

  private func look(of cell: HeatTable.Cell, _ frame: Rect) -> [Primitive] {
    var primitives = ground(cell.tone, level: cell.level, frame, isFilled: !cell.text.isEmpty)
    if !cell.text.isEmpty {
      let width = textWidth(cell, in: frame.width)
      let height = chart.height(cell.text, ChartType.label, width)
      primitives.append(
        chart.text(
          cell.text, ChartType.label, theme.text, frame.midX - width / 2,
          frame.midY - height / 2, width, .centre))
    }
    return primitives
  }

  /// Fuller is darker and has a longer bar at its foot; what is poor has a corner cut in, what is
  /// missing an empty dashed frame.
  private func ground(
    _ tone: HeatTable.Tone, level: Double?, _ frame: Rect, isFilled: Bool
  ) -> [Primitive] {
    let tint = tint(tone)
    var primitives: [Primitive] = []
    if tone == .missing {
      return [
        .stroke(
          .roundedRectangle(frame.inset(1.5, 1.5), radius: 3), tint.strong, width: 1,
          dash: [3, 3])
      ]
    }
    guard isFilled || level != nil || tone != .plain else { return [] }
    let shape = Shape.roundedRectangle(frame.inset(1, 1), radius: 3)
    if let level {
      let share = min(max(level, 0), 1)
      primitives.append(
        .fill(shape, tint.fill.mixed(with: tint.strong, share: 0.22 * share)))
      if share > 0 {
        primitives.append(
          .fill(
            .rectangle(
              Rect(frame.x + 3, frame.maxY - 4, max(1, (frame.width - 6) * share), 2)),
            tint.strong))
      }
    } else {
      primitives.append(.fill(shape, tint.fill))
    }
    if let outline = tint.outline { primitives.append(.stroke(shape, outline, width: 0.75)) }
    if tone == .poor {
      primitives.append(
        .fill(
          .path([
            .move(Point(frame.maxX - 8, frame.minY + 1)),
            .line(Point(frame.maxX - 1, frame.minY + 1)),
            .line(Point(frame.maxX - 1, frame.minY + 8)), .close,
          ]), tint.strong))
    }
    return primitives
  }

  private var legend: [ChartComposer.LegendEntry] {
    let tones: [HeatTable.Tone] = [.plain, .good, .poor, .missing]
    var entries: [ChartComposer.LegendEntry] = []
    for tone in tones {
      guard let text = heat.legend[tone], !text.isEmpty else { continue }
      entries.append(
        .init(mark: { self.ground(tone, level: nil, $0, isFilled: true) }, text: text))
    }
    if !heat.levelMeaning.isEmpty {
      // In the colour of the cells that it explains.
      let tone =
        heat.rows.lazy.flatMap(\.cells).first { ($0.level ?? 0) > 0 && $0.tone != .missing }?.tone
        ?? .plain
      entries.append(
        .init(
          mark: { self.ground(tone, level: 0.7, $0, isFilled: true) }, text: heat.levelMeaning))
    }
    return entries
  }
}
