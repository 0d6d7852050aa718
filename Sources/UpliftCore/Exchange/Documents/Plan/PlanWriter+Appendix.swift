import Foundation

/// All evidence: every card with how it is known, every reading.
extension PlanWriter {
  mutating func addAppendix() {
    for map in contents.journeyMaps.inOrder() {
      guard let journey = contents.journey(map.id), !journey.cards.isEmpty else { continue }
      heading(3, map.title.isEmpty ? tr("Untitled map") : map.title)
      addCards(of: journey)
    }
    addReadings()
    register(GutScore.self, level: 3, isDense: true, saysMore: false)
    register(ClimatePulse.self, level: 3, isDense: true, saysMore: false)
  }

  private mutating func addCards(of journey: JourneyContents) {
    var rows: [[String]] = []
    for step in journey.steps {
      for lane in journey.lanes {
        for card in journey.cards(at: Cell(laneID: lane.id, stepID: step.id)) {
          let figures = journey.figures(of: card).map(MetricWords.sentence)
          let text = [figures, card.text].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: " · ")
          guard !text.isEmpty else { continue }
          let known = [JourneyWords.name(of: card.evidence), card.source.singleLine]
          rows.append([
            step.title, JourneyWords.title(of: lane), text.singleLine,
            known.filter { !$0.isEmpty }.joined(separator: "; "),
          ])
        }
      }
    }
    grid(
      "",
      [
        .init(tr("Step"), weight: 1.4), .init(tr("Lane"), weight: 1.2),
        .init(tr("Card"), weight: 3.4), .init(tr("Known from"), weight: 2.4),
      ], rows, isDense: true)
  }

  private mutating func addReadings() {
    guard !contents.readings.isEmpty else { return }
    heading(3, tr("Readings"))
    let isSegmented = contents.readings.contains { !$0.segment.isEmpty }
    var columns: [TextDocument.Grid.Column] = [
      .init(tr("Day")), .init(tr("Value"), isFigure: true),
      .init(tr("n"), weight: 0.6, isFigure: true),
    ]
    if isSegmented { columns.append(.init(tr("Of whom"))) }
    let isCounted = contents.readings.contains { !$0.counts.isBlank }
    if isCounted { columns.append(.init(tr("Answers, value by value"))) }
    grid(
      "", columns,
      contents.metrics.inOrder().flatMap {
        rows(of: $0, isSegmented: isSegmented, isCounted: isCounted)
      }, isDense: true)
  }

  /// Under its name and how it was measured, where that changes again.
  private func rows(of metric: Metric, isSegmented: Bool, isCounted: Bool) -> [[String]] {
    var rows: [[String]] = []
    var last: String?
    for reading in contents.readings.filter({ $0.metricID == metric.id }).byDay() {
      let way = [reading.method, step(reading.stepID)].filter { !$0.isEmpty }
        .joined(separator: "; ")
      if way != last {
        let title = MetricWords.title(of: metric)
        rows.append([
          way.isEmpty ? title : tr("{metric} ({way})", ["metric": title, "way": way])
        ])
        last = way
      }
      rows.append(
        [
          [day(reading.periodStart), days.text(reading.day)].filter { !$0.isEmpty }
            .joined(separator: " – "), MetricWords.value(reading.value, of: metric),
          reading.sampleSize.map { registers.numbers.text($0) } ?? "",
        ] + (isSegmented ? [reading.segment] : []) + (isCounted ? [reading.counts] : []))
    }
    return rows
  }
}
