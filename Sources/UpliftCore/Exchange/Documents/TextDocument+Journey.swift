import Foundation

extension TextDocument {
  mutating func add(_ journey: JourneyContents, level: Int) {
    let map = journey.map
    addHeading(level, map.title)
    addFacts([
      (tr("Point of view"), journey.persona.map { JourneyWords.name(of: $0) } ?? ""),
      (tr("Scenario"), map.scenario), (tr("Expectations"), map.expectations),
      (tr("State"), JourneyWords.name(of: map.state)),
      (tr("Status"), JourneyWords.name(of: map.status)), (tr("Owner"), map.owner),
    ])
    guard !journey.steps.isEmpty else {
      for stage in journey.stages { addHeading(level + 1, stage.title) }
      return
    }
    blocks.append(.table(Self.table(of: journey)))
  }

  static func table(of journey: JourneyContents) -> Table {
    let byStage = Dictionary(grouping: journey.steps, by: \.stageID)
    let groups = journey.stages.compactMap { stage -> (title: String, width: Int)? in
      guard let own = byStage[stage.id], !own.isEmpty else { return nil }
      return (stage.title, own.count)
    }
    let columns = journey.steps.map { step in
      step.isMomentOfTruth
        ? tr("{step} ★ moment of truth", ["step": step.title]) : step.title
    }
    var rows: [Table.Row] = []
    // A document shows the lanes that a picture shows.
    let lanes = journey.shownLanes
    let hasEmotionLane = journey.lanes.contains { $0.laneKind == .emotion }
    if !hasEmotionLane, !journey.emotions.isEmpty {
      rows.append(
        .init(header: JourneyWords.name(of: .emotion), cells: feelings(in: journey)))
    }
    var isFirstEmotionLane = true
    var lines = journey.lines.inOrder()[...]
    for lane in lanes {
      while let line = lines.first, line.rank < lane.rank, !lane.isPinned {
        lines.removeFirst()
        rows.append(row(of: line, in: journey))
      }
      var cells = journey.steps.map { step in
        journey.cards(at: Cell(laneID: lane.id, stepID: step.id)).map { item(of: $0, in: journey) }
      }
      if lane.laneKind == .emotion, isFirstEmotionLane {
        isFirstEmotionLane = false
        cells = zip(feelings(in: journey), cells).map { $0 + $1 }
      }
      if lane.laneKind == .departments {
        cells = zip(journey.steps, cells).map { step, items in
          journey.departments(behind: step.id).map { Item(text: $0.name) } + items
        }
      }
      let header = [JourneyWords.title(of: lane), lane.subtitle].filter { !$0.isEmpty }
      rows.append(.init(header: header.joined(separator: ", "), cells: cells))
    }
    rows += lines.map { row(of: $0, in: journey) }
    return Table(caption: journey.map.title, groups: groups, columns: columns, rows: rows)
  }

  /// A line of the blueprint runs below the row above it.
  private static func row(of line: BlueprintLine, in journey: JourneyContents) -> Table.Row {
    .init(header: JourneyWords.name(of: line.line), cells: journey.steps.map { _ in [] })
  }

  private static func feelings(in journey: JourneyContents) -> [[Item]] {
    let names = Dictionary(
      journey.personas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func item(_ name: String?, _ value: Double) -> Item {
      let value = JourneyWords.emotion(value)
      guard let name else { return Item(text: value) }
      return Item(text: tr("{name}: {value}", ["name": name, "value": value]))
    }
    return journey.steps.map { step in
      (journey.emotions[step.id] ?? []).map { emotion in
        item(emotion.personaID.flatMap { names[$0] }, emotion.value)
      } + [journey.futureEmotions[step.id]].compactMap(\.self).map { item(journey.futureName, $0) }
    }
  }

  private static func item(of card: Card, in journey: JourneyContents) -> Item {
    var remarks: [String] = []
    if let kind = card.cardKind { remarks.append(JourneyWords.name(of: kind)) }
    remarks.append(JourneyWords.name(of: card.evidence))
    let channels = journey.channels(of: card.id).map(\.name)
    if !channels.isEmpty {
      remarks.append(tr("through {channels}", ["channels": channels.joined(separator: ", ")]))
    }
    let departments = journey.departments(of: card.id).map(\.name)
    if !departments.isEmpty { remarks.append(departments.joined(separator: ", ")) }
    if !card.source.isEmpty { remarks.append(tr("source: {source}", ["source": card.source])) }
    if card.span > 1, let first = journey.steps.firstIndex(where: { $0.id == card.stepID }) {
      let last = first + min(card.span, journey.steps.count - first) - 1
      if last > first {
        remarks.append(tr("through “{step}”", ["step": journey.steps[last].title]))
      }
    }
    let figures = journey.figures(of: card).map(MetricWords.sentence)
    let text = [figures, card.text].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " · ")
    return Item(text: text, remark: remarks.joined(separator: "; "))
  }
}
