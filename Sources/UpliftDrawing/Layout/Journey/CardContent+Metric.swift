import UpliftCore

/// A metric on a card: its newest value, where it goes, and how it came there.
extension CardContent {
  private static let gap = 2.0
  private static let arrow = 9.0
  private static let chartHeight = 26.0
  /// Of the space around a chart's highest and lowest point.
  private static let chartMargin = 3.0

  /// - Parameters:
  ///   - frame: where it begins, and how wide it may be.
  ///   - y: where it ends.
  func metricRows(_ figures: MetricFigures, in frame: Rect, tint: Theme.Tint, y: inout Double)
    -> [Primitive]
  {
    var rows = MetricRows(content: self, frame: frame, y: frame.y)
    rows.add(MetricWords.title(of: figures.metric), theme.type.metricTitle, theme.text)
    if let newest = figures.newest {
      rows.addValue(MetricWords.value(newest.value, of: figures.metric), figures)
      rows.add(MetricWords.detail(newest), theme.type.evidence, theme.secondaryText)
    } else {
      rows.add(tr("No reading yet"), theme.type.evidence, theme.secondaryText)
    }
    if let target = MetricWords.target(figures) {
      rows.add(target, theme.type.evidence, theme.secondaryText)
    }
    if figures.readings.count > 1 {
      rows.primitives += chart(
        figures, in: Rect(frame.x, rows.y + 2, frame.width, Self.chartHeight), tint: tint)
      rows.y += Self.chartHeight + 4
    }
    y = rows.y.rounded(.up)
    return rows.primitives
  }

  private struct MetricRows {
    let content: CardContent
    let frame: Rect
    var y: Double
    var primitives: [Primitive] = []

    mutating func add(_ text: String, _ style: TextStyle, _ color: Color) {
      let height = content.measuring.size(of: text, style: style, width: frame.width).height
      primitives.append(
        .text(
          TextBlock(
            text, style: style, color: color, frame: Rect(frame.x, y, frame.width, height),
            alignment: content.alignment(of: text))))
      y += height.rounded(.up) + CardContent.gap
    }

    /// The trend stands beside the value when there is room, else below it.
    mutating func addValue(_ text: String, _ figures: MetricFigures) {
      let style = content.theme.type.metricValue
      let natural = content.measuring.naturalWidth(of: text, style: style).rounded(.up) + 1
      let width = min(natural, frame.width)
      let height = content.measuring.size(of: text, style: style, width: width).height
      primitives.append(
        .text(
          TextBlock(
            text, style: style, color: content.theme.text,
            frame: placed(Rect(frame.x, y, width, height)),
            alignment: content.alignment(of: text))))
      let valueTop = y
      y += height.rounded(.up) + CardContent.gap
      guard let trend = figures.trend else { return }
      let word = MetricWords.name(of: trend)
      let wordStyle = content.theme.type.evidence
      let wordNatural = content.measuring.naturalWidth(of: word, style: wordStyle).rounded(.up) + 1
      let arrowRoom = CardContent.arrow + 4
      let fits = width + 8 + arrowRoom + wordNatural <= frame.width
      let left = fits ? frame.x + width + 8 : frame.x
      let wordWidth = max(1, min(wordNatural, frame.x + frame.width - left - arrowRoom))
      let wordHeight =
        content.measuring.size(of: word, style: wordStyle, width: wordWidth).height
      let top = fits ? valueTop + max(0, height - wordHeight) * 0.6 : y
      let arrow = placed(
        Rect(
          left, top + (wordHeight - CardContent.arrow) / 2, CardContent.arrow, CardContent.arrow))
      primitives += content.trendArrow(figures, trend, at: arrow.origin)
      primitives.append(
        .text(
          TextBlock(
            word, style: wordStyle, color: content.theme.text,
            frame: placed(Rect(left + arrowRoom, top, wordWidth, wordHeight)),
            alignment: content.alignment(of: word))))
      if fits {
        y = max(y, (top + wordHeight).rounded(.up) + CardContent.gap)
      } else {
        y = (top + wordHeight).rounded(.up) + CardContent.gap
      }
    }

    private func placed(_ part: Rect) -> Rect {
      content.isMirrored
        ? Rect(2 * frame.x + frame.width - part.maxX, part.y, part.width, part.height) : part
    }
  }

  /// Points where the value went; its colour says what the word beside it says.
  private func trendArrow(
    _ figures: MetricFigures, _ trend: MetricFigures.Trend, at origin: Point
  ) -> [Primitive] {
    let swatch: Swatch =
      switch trend {
      case .better: .green
      case .worse: .red
      case .same: .slate
      }
    let pen = MarkPen(origin: origin, color: theme.card(swatch).strong)
    guard trend != .same else { return [pen.solid(0, 3.6, 9, 1.8)] }
    let rises = (trend == .better) == figures.metric.isHigherBetter
    let points: [(Double, Double)] = [
      (4.5, 0), (9, 4.5), (5.6, 4.5), (5.6, 9), (3.4, 9), (3.4, 4.5), (0, 4.5),
    ]
    return [pen.fill(rises ? points : points.map { ($0.0, 9 - $0.1) })]
  }

  /// The readings by day, with a dot at the newest and dashes at the target.
  private func chart(_ figures: MetricFigures, in frame: Rect, tint: Theme.Tint) -> [Primitive] {
    guard let first = figures.readings.first, let last = figures.readings.last else { return [] }
    let values = figures.readings.map(\.value) + [figures.metric.target].compactMap { $0 }
    let lowest = values.min() ?? 0
    let highest = values.max() ?? 0
    let days = first.day.days(until: last.day)
    func height(of value: Double) -> Double {
      let room = frame.height - 2 * Self.chartMargin
      guard highest > lowest else { return frame.midY }
      return frame.y + Self.chartMargin + (highest - value) / (highest - lowest) * room
    }
    let width = frame.width - 2 * Self.chartMargin
    let count = Double(figures.readings.count - 1)
    let points = figures.readings.enumerated().map { index, reading -> Point in
      let share =
        days > 0 ? Double(first.day.days(until: reading.day)) / Double(days) : Double(index) / count
      let x = (isMirrored ? 1 - share : share) * width
      return Point(frame.x + Self.chartMargin + x, height(of: reading.value))
    }
    var primitives: [Primitive] = []
    if let target = figures.metric.target {
      let y = height(of: target)
      primitives.append(
        .stroke(
          .path([.move(Point(frame.x, y)), .line(Point(frame.maxX, y))]), theme.secondaryText,
          width: 1, dash: [3, 2.5]))
    }
    primitives.append(
      .stroke(
        .path([.move(points[0])] + points.dropFirst().map { .line($0) }), tint.strong, width: 1.6))
    let end = points[points.count - 1]
    primitives.append(.fill(.ellipse(Rect(end.x - 2.5, end.y - 2.5, 5, 5)), tint.strong))
    return primitives
  }
}
