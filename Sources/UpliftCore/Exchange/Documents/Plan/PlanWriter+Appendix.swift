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
      ], rows)
  }

  private mutating func addReadings() {
    guard !contents.readings.isEmpty else { return }
    heading(3, tr("Readings"))
    var rows: [[String]] = []
    for metric in contents.metrics.inOrder() {
      for reading in contents.readings.filter({ $0.metricID == metric.id }).byDay() {
        rows.append([
          MetricWords.title(of: metric), days.text(reading.day),
          MetricWords.value(reading.value, of: metric),
          reading.sampleSize.map(String.init) ?? "", reading.segment,
          [reading.method, step(reading.stepID)].filter { !$0.isEmpty }.joined(separator: "; "),
        ])
      }
    }
    grid(
      "",
      [
        .init(tr("Metric"), weight: 2), .init(tr("Day")), .init(tr("Value"), isFigure: true),
        .init(tr("n"), weight: 0.6, isFigure: true), .init(tr("Of whom")),
        .init(tr("How it was measured"), weight: 2.2),
      ], rows)
  }
}
