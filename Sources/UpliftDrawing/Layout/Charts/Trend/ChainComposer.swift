import Foundation
import UpliftCore

/// Puts a chain together: its links beside one another where there is room, else under one another.
struct ChainComposer {
  let chain: ProfitChain
  var chart: ChartComposer
  private var theme: Theme { chart.theme }
  private let small = ChartType.small

  private var padding: Double { chart.isTight ? 6 : 10 }

  init(chain: ProfitChain, chart: ChartComposer) {
    self.chain = chain
    self.chart = chart
  }

  mutating func compose() -> Scene {
    chart.addTitle()
    guard chain.links.contains(where: { !$0.readings.isEmpty }) else {
      chart.addEmpty(
        tr(
          "No link has a measure with readings yet. Choose one for each, and they stand here side by side."
        ))
      return chart.finished()
    }
    let count = Double(chain.links.count)
    let between = chart.isTight ? 72.0 : 92
    let panel = (chart.inner - between * (count - 1)) / count
    if panel >= (chart.isTight ? 100 : 150) { addBeside(panel, between) } else { addUnder() }
    chart.addRule(rule)
    return chart.finished()
  }

  private var rule: String { chain.explanation }

  /// Of the links' titles: a little smaller where that keeps a long word whole.
  private func titleStyle(_ width: Double) -> TextStyle {
    var style = ChartType.strong
    while style.size > 0.8 * ChartType.strong.size,
      !chain.links.allSatisfy({ chart.fits($0.title, style, width) })
    { style.size *= 0.96 }
    return style
  }

  private func headHeight(_ link: ProfitChain.Link, _ width: Double) -> Double {
    max(
      measurePlace(link, width).y
        + chart.height(link.measure, small, measurePlace(link, width).width),
      chart.height(link.title, titleStyle(width), width))
  }

  /// Of a measure, from the upper left corner of its link's words: on paper beside the title, where
  /// both find room.
  private func measurePlace(_ link: ProfitChain.Link, _ width: Double) -> Rect {
    let title = chart.natural(link.title, titleStyle(width)) + 10
    let beside = chart.natural(link.measure, small) + 1
    guard chart.isTight, title + beside <= width else {
      return Rect(0, chart.height(link.title, titleStyle(width), width), width, 0)
    }
    return Rect(title, 1, width - title, 0)
  }

  private mutating func addBeside(_ panel: Double, _ between: Double) {
    let words = panel - 2 * padding
    let head = chain.links.map { headHeight($0, words) }.max() ?? 0
    let feet = chain.links.map { footHeight($0, words) }.max() ?? 0
    let plot = min(
      260,
      chart.room(
        below: head + feet + 4 * padding + chart.ruleHeight(rule), ratio: 0.22, least: 90,
        most: 220))
    let height = head + plot + feet + 4 * padding
    let top = chart.y
    let table = chain.table
    var lowest = top + height
    for (index, link) in chain.links.enumerated() {
      let x = chart.left + Double(index) * (panel + between)
      addPanel(
        link, Rect(x, top, panel, height), head: head, plot: plot, index,
        spoken: table.spoken(index))
      guard index < chain.links.count - 1, index < chain.relations.count else { continue }
      let lines = chain.words(of: chain.relations[index])
      let wordsHeight = lines.map { chart.height($0, small, between - 12) }.reduce(0, +)
      var y = top + max(0, (height - wordsHeight - 18) / 2)
      addArrow(Point(x + panel + 10, y + 6), Point(x + panel + between - 10, y + 6))
      y += 16
      y = addRelation(lines, index, x + panel + 6, y, between - 12, .centre)
      lowest = max(lowest, y)
    }
    chart.y = lowest
  }

  private mutating func addUnder() {
    let table = chain.table
    let words = chart.inner - 2 * padding
    for (index, link) in chain.links.enumerated() {
      let head = headHeight(link, words)
      let plot = chart.isTight ? 36.0 : 84
      let height = head + plot + footHeight(link, words) + 4 * padding
      addPanel(
        link, Rect(chart.left, chart.y, chart.inner, height), head: head, plot: plot, index,
        spoken: table.spoken(index))
      chart.y += height + 6
      guard index < chain.links.count - 1, index < chain.relations.count else { continue }
      let top = chart.y
      let lines = [chain.words(of: chain.relations[index]).joined(separator: " · ")]
      let bottom = addRelation(lines, index, chart.left + 34, top + 4, chart.inner - 40, .leading)
      let end = max(bottom, top + 22)
      addArrow(Point(chart.left + 16, top), Point(chart.left + 16, end))
      chart.y = end + 6
    }
  }

  private mutating func addRelation(
    _ lines: [String], _ index: Int, _ x: Double, _ start: Double, _ width: Double,
    _ alignment: TextAlignment
  ) -> Double {
    var y = start
    var primitives: [Primitive] = []
    for (number, line) in lines.enumerated() {
      let style = number == 0 ? ChartType.smallStrong : small
      let height = chart.height(line, style, width)
      primitives.append(
        chart.text(
          line, style, number == 0 ? theme.text : theme.secondaryText, x, y, width, alignment))
      y += height
    }
    chart.add(
      primitives, .note, subject: .part("relation \(index)"),
      label: tr(
        "{first} with {second}: {words}",
        [
          "first": chain.links[index].title, "second": chain.links[index + 1].title,
          "words": lines.joined(separator: " · "),
        ]))
    return y
  }

  private mutating func addArrow(_ from: Point, _ to: Point) {
    let isDown = abs(to.y - from.y) > abs(to.x - from.x)
    let head: [PathElement] =
      isDown
      ? [
        .move(Point(to.x - 4, to.y - 6)), .line(to), .line(Point(to.x + 4, to.y - 6)),
      ]
      : [
        .move(Point(to.x - 6, to.y - 4)), .line(to), .line(Point(to.x - 6, to.y + 4)),
      ]
    chart.add([
      .stroke(ChartMark.line(from, to), theme.secondaryText, width: 1.25),
      .stroke(.path(head), theme.secondaryText, width: 1.25),
    ])
  }

  // MARK: Panels

  private func ends(_ link: ProfitChain.Link) -> (String, String) {
    let first = link.readings.first?.period ?? ""
    let last = link.readings.count > 1 ? link.readings.last?.period ?? "" : ""
    return (first, last)
  }

  private func footHeight(_ link: ProfitChain.Link, _ width: Double) -> Double {
    let (first, last) = ends(link)
    let half = (width - 8) / 2
    return max(
      chart.lineHeight(small), chart.height(first, small, half), chart.height(last, small, half))
  }

  private mutating func addPanel(
    _ link: ProfitChain.Link, _ frame: Rect, head: Double, plot: Double, _ index: Int,
    spoken: String
  ) {
    let words = frame.width - 2 * padding
    let left = frame.x + padding
    let card = Shape.roundedRectangle(frame.inset(0.5, 0.5), radius: 6)
    var primitives: [Primitive] = [
      .fill(card, theme.surface), .stroke(card, theme.strongLine, width: 1),
    ]
    let measure = measurePlace(link, words)
    if !link.title.isEmpty {
      primitives.append(
        chart.text(
          link.title, titleStyle(words), theme.text, left, frame.y + padding, words))
    }
    if !link.measure.isEmpty {
      primitives.append(
        chart.text(
          link.measure, small, theme.secondaryText, left + measure.x,
          frame.y + padding + measure.y, measure.width))
    }
    let place = Rect(left, frame.y + 2 * padding + head, words, plot)
    primitives += curve(of: link, place, index)
    let (first, last) = ends(link)
    let half = (words - 8) / 2
    if !first.isEmpty {
      primitives.append(
        chart.text(
          first, small, theme.secondaryText, left, place.maxY + padding, half))
    }
    if !last.isEmpty {
      primitives.append(
        chart.text(
          last, small, theme.secondaryText, left + words - half, place.maxY + padding, half,
          .trailing))
    }
    chart.add(
      primitives, .note, subject: link.reference.map(ItemSubject.record) ?? .part("link \(index)"),
      label: spoken, frame: frame)
  }

  private func curve(of link: ProfitChain.Link, _ place: Rect, _ index: Int) -> [Primitive] {
    guard let first = link.readings.first, let last = link.readings.last else {
      let words = tr("no readings yet")
      let height = chart.height(words, small, place.width)
      return [
        chart.text(
          words, small, theme.secondaryText, place.x, place.midY - height / 2, place.width,
          .centre)
      ]
    }
    // On one line of time with the others, so that lags can be seen.
    let days = chain.links.flatMap(\.readings).map(\.day)
    let start = days.min() ?? first.day
    let span = Double(max(1, start.days(until: days.max() ?? last.day)))
    let values = link.readings.map(\.value)
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let label = chart.lineHeight(small)
    let inner = Rect(
      place.x + 5, place.y + label + 2, place.width - 10, place.height - 2 * label - 4)
    func point(_ reading: ProfitChain.Reading) -> Point {
      let share = high - low < 1e-12 ? 0.5 : (reading.value - low) / (high - low)
      return Point(
        inner.minX + Double(start.days(until: reading.day)) / span * inner.width,
        inner.maxY - share * inner.height)
    }
    let points = link.readings.map(point)
    let ink = theme.curve(index)
    var primitives: [Primitive] = [
      .fill(.rectangle(Rect(place.x, place.maxY - 0.5, place.width, 1)), theme.line)
    ]
    if points.count > 1 {
      primitives.append(
        .stroke(
          .path(points.enumerated().map { $0 == 0 ? .move($1) : .line($1) }), ink, width: 1.75))
    }
    for point in points {
      primitives.append(.fill(.ellipse(Rect(around: point, radius: 2.5)), ink))
    }
    // The lowest and the highest above and below all of the curve.
    for (text, y) in [(high, place.y), (low, inner.maxY + 3)] {
      guard let at = link.readings.first(where: { $0.value == text }) else { continue }
      let words = ProfitChain.text(text, of: link)
      let width = min(place.width, chart.natural(words, small))
      let x = min(max(point(at).x - width / 2, place.minX), place.maxX - width)
      primitives.append(chart.text(words, small, theme.text, x, y, width, .centre))
      if high - low < 1e-12 { break }
    }
    return primitives
  }
}
