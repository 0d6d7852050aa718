import UpliftCore

/// Puts a cascade together: each wave a step further down and in.
struct CascadeComposer {
  let cascade: CascadeChart
  var chart: ChartComposer
  private var theme: Theme { chart.theme }
  private let small = ChartType.small

  private static let padding = 10.0
  /// Over a training, and between its parts.
  private var above: Double { chart.isTight ? 2 : 6 }
  private var between: Double { chart.isTight ? 2 : 4 }

  init(cascade: CascadeChart, chart: ChartComposer) {
    self.cascade = cascade
    self.chart = chart
  }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard cascade.waves.contains(where: { !$0.trainings.isEmpty }) else {
      chart.addEmpty(tr("No training yet. It begins with the leaders, and goes down wave by wave."))
      chart.addRule(cascade.rule)
      return chart.finished()
    }
    let table = cascade.table
    let step =
      cascade.waves.count < 2 ? 0 : min(44, chart.inner * 0.16 / Double(cascade.waves.count - 1))
    var row = 0
    for (index, wave) in cascade.waves.enumerated() {
      let left = chart.left + step * Double(index)
      if index > 0 {
        addElbow(Point(left - step / 2, chart.y), Point(left, chart.y + 24))
        chart.y += 10
      }
      add(wave, index, left: left, row: &row, table)
    }
    chart.addLegend(legend)
    chart.addRule(cascade.explanation)
    return chart.finished()
  }

  private mutating func addElbow(_ from: Point, _ to: Point) {
    guard to.x - from.x > 6 else { return }
    chart.add([
      .stroke(
        .path([.move(from), .line(Point(from.x, to.y)), .line(Point(to.x - 2, to.y))]),
        theme.secondaryText, width: 1.25),
      .stroke(
        .path([
          .move(Point(to.x - 7, to.y - 4)), .line(Point(to.x - 2, to.y)),
          .line(Point(to.x - 7, to.y + 4)),
        ]), theme.secondaryText, width: 1.25),
    ])
  }

  private mutating func add(
    _ wave: CascadeChart.Wave, _ index: Int, left: Double, row: inout Int,
    _ table: TextDocument.Grid
  ) {
    let width = chart.right - left
    let words = width - 2 * Self.padding
    let tint = theme.card(Theme.stageSwatch(at: index))
    let count = CascadeChart.share(wave.done, wave.headcount)
    let countWidth = min(words * 0.4, chart.natural(count, ChartType.strong))
    let titleWidth = words - countWidth - 8
    let head =
      max(
        chart.height(wave.title, ChartType.heading, titleWidth),
        chart.height(count, ChartType.strong, countWidth)) + 12
    let top = chart.y
    let heights = wave.trainings.map { height(of: $0, words) }
    let whole = head + heights.reduce(0, +) + (wave.trainings.isEmpty ? 0 : 4)
    let frame = Rect(left, top, width, whole)
    let card = Shape.roundedRectangle(frame.inset(0.5, 0.5), radius: 6)
    chart.add([
      .fill(card, theme.surface),
      .fill(
        .roundedRectangle(Rect(left + 0.5, top + 0.5, width - 1, head - 0.5), radius: 6), tint.fill),
      .stroke(card, tint.outline ?? theme.strongLine, width: 1),
    ])
    chart.add(
      wave.title, ChartType.heading, theme.text, left + Self.padding, top + 6, titleWidth,
      role: .cluster, part: "wave \(index)")
    chart.add(
      count, ChartType.strong, theme.text, left + width - Self.padding - countWidth, top + 6,
      countWidth, .trailing)
    chart.y = top + head
    for (training, height) in zip(wave.trainings, heights) {
      add(training, Rect(left, chart.y, width, height), tint, spoken: table.spoken(row))
      row += 1
      chart.y += height
    }
    chart.y = top + whole
  }

  private func count(of training: CascadeChart.Training) -> String {
    let share = CascadeChart.share(training.done, training.headcount)
    return training.isChecked ? tr("{share} · checked ✓", ["share": share]) : share
  }

  /// On paper its register stands beside it.
  private func detail(of training: CascadeChart.Training) -> String {
    chart.isTight ? "" : training.detail
  }

  private func widths(_ training: CascadeChart.Training, _ words: Double) -> (Double, Double) {
    let count = min(words * 0.42, chart.natural(count(of: training), small))
    return (words - count - 8, count)
  }

  /// Points of the longest count: on paper bars stand between names and counts, one under another.
  private var countColumn: Double {
    cascade.waves.flatMap(\.trainings).map { chart.natural(count(of: $0), small) }.max() ?? 0
  }

  /// Of a bar beside its name, from the left of a row's words; nil where it stands under it.
  private func barBeside(_ words: Double) -> Rect? {
    guard chart.isTight else { return nil }
    let start = words * 0.46
    let width = words - start - countColumn - 10
    guard width > 80,
      cascade.waves.flatMap(\.trainings).allSatisfy({
        chart.natural($0.title, ChartType.label) < start - 10
      })
    else { return nil }
    return Rect(start, 0, width, 6)
  }

  private func height(of training: CascadeChart.Training, _ words: Double) -> Double {
    if barBeside(words) != nil {
      return above + chart.lineHeight(ChartType.label) + between
        + (training.warning.isEmpty ? 0 : chart.height(training.warning, small, words - 14) + 3)
    }
    let (title, count) = widths(training, words)
    return above
      + max(
        chart.height(training.title, ChartType.label, title)
          + chart.height(detail(of: training), small, title),
        chart.height(self.count(of: training), small, count))
      + between + 6
      + (training.warning.isEmpty ? 0 : 3 + chart.height(training.warning, small, words - 14))
      + between
  }

  private mutating func add(
    _ training: CascadeChart.Training, _ frame: Rect, _ tint: Theme.Tint, spoken: String
  ) {
    let words = frame.width - 2 * Self.padding
    let left = frame.x + Self.padding
    let (titleWidth, countWidth) = widths(training, words)
    var y = frame.y + above
    var primitives: [Primitive] = []
    let titleHeight = chart.height(training.title, ChartType.label, titleWidth)
    let detailHeight = chart.height(detail(of: training), small, titleWidth)
    let countHeight = chart.height(count(of: training), small, countWidth)
    if !training.title.isEmpty {
      primitives.append(
        chart.text(training.title, ChartType.label, theme.text, left, y, titleWidth))
    }
    if !detail(of: training).isEmpty {
      primitives.append(
        chart.text(
          detail(of: training), small, theme.secondaryText, left, y + titleHeight, titleWidth))
    }
    primitives.append(
      chart.text(
        count(of: training), small, theme.text, left + words - countWidth, y, countWidth,
        .trailing))
    if let bar = barBeside(words) {
      primitives += Self.progress(
        Rect(left + bar.x, y + (titleHeight - 6) / 2, bar.width, 6), done: training.done,
        of: training.headcount, tint, theme)
      y += max(titleHeight, countHeight) - 2
    } else {
      y += max(titleHeight + detailHeight, countHeight) + between
      primitives += Self.progress(
        Rect(left, y, words, 6), done: training.done, of: training.headcount, tint, theme)
      y += 6
    }
    if !training.warning.isEmpty {
      let height = chart.lineHeight(small)
      primitives.append(
        .fill(
          ChartMark.triangle(Point(left + 5, y + 3 + height / 2), 4.5), theme.card(.red).strong))
      primitives.append(
        chart.text(
          training.warning, small, theme.card(.red).strong, left + 14, y + 3, words - 14))
    }
    chart.add(
      primitives, .note, subject: .record(training.reference), label: spoken, frame: frame)
  }

  private static func progress(
    _ frame: Rect, done: Int, of count: Int, _ tint: Theme.Tint, _ theme: Theme
  ) -> [Primitive] {
    let share = count > 0 ? min(1, Double(done) / Double(count)) : 0
    var primitives: [Primitive] = [
      .fill(.roundedRectangle(frame, radius: 3), theme.headerSurface),
      .stroke(.roundedRectangle(frame.inset(0.5, 0.5), radius: 2.5), theme.strongLine, width: 1),
    ]
    if share > 0 {
      primitives.append(
        .fill(
          .roundedRectangle(
            Rect(frame.x, frame.y, max(frame.height, frame.width * share), frame.height), radius: 3),
          tint.strong))
    }
    return primitives
  }

  private var legend: [ChartComposer.LegendEntry] {
    let theme = theme
    return [
      .init(
        mark: {
          Self.progress(
            Rect($0.x, $0.midY - 3, $0.width, 6), done: 2, of: 3, theme.card(.blue), theme)
        }, text: tr("took part, of those it is for"))
    ]
  }
}
