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
          rows.append([
            step.title, JourneyWords.title(of: lane), text.singleLine,
            JourneyWords.name(of: card.evidence), card.source,
          ])
        }
      }
    }
    grid(
      "",
      [
        .init(tr("Step"), weight: 1.4), .init(tr("Lane"), weight: 1.2),
        .init(tr("Card"), weight: 3.4), .init(tr("Evidence")), .init(tr("Source"), weight: 2),
      ], rows, isDense: true)
  }

  private mutating func addReadings() {
    guard !contents.readings.isEmpty else { return }
    heading(3, tr("Readings"))
    for metric in contents.metrics.inOrder() { addReadings(of: metric) }
  }

  /// What all of them share stands over the table.
  private mutating func addReadings(of metric: Metric) {
    let readings = contents.readings.filter { $0.metricID == metric.id }.byDay()
    guard !readings.isEmpty else { return }
    let ways = readings.map { reading in
      [reading.method, step(reading.stepID)].filter { !$0.isEmpty }.joined(separator: "; ")
    }
    let shared = Set(ways).count == 1 ? ways[0] : ""
    heading(4, MetricWords.title(of: metric))
    if !shared.isEmpty { rule(shared) }
    var columns: [TextDocument.Grid.Column] = [
      .init(tr("Day")), .init(tr("Value"), isFigure: true),
      .init(tr("n"), weight: 0.6, isFigure: true),
    ]
    let isSegmented = readings.contains { !$0.segment.isEmpty }
    if isSegmented { columns.append(.init(tr("Of whom"))) }
    if shared.isEmpty { columns.append(.init(tr("How it was measured"), weight: 2.2)) }
    grid(
      "", columns,
      zip(readings, ways).map { reading, way in
        [
          days.text(reading.day), MetricWords.value(reading.value, of: metric),
          reading.sampleSize.map(String.init) ?? "",
        ] + (isSegmented ? [reading.segment] : []) + (shared.isEmpty ? [way] : [])
      }, isDense: true)
  }
}
