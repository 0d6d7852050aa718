import Foundation
import UpliftCore

@testable import edit_stream

/// Maps and boards that nobody would draw, the same for the same seed.
struct RandomContents {
  var generator: Dice
  private var textNumber = 0

  init(seed: UInt64) { generator = Dice(seed: seed) }

  /// No two are the same, so that each can be counted.
  mutating func text() -> String {
    textNumber += 1
    let words = [
      "return", "Rückerstattungsverfahrensbestätigungsschreiben", "退货", "مرتجع", "label", "🙂📦",
      "counter", "a", "&<\">", "הזמנה", "שבוע", "line\nbreak", "zażółć", "e\u{301}t\u{e9}",
    ]
    let count = Int.random(in: 0...9, using: &generator)
    let chosen = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
    return "T\(textNumber)x " + chosen.joined(separator: " ")
  }

  mutating func journey(
    steps stepLimit: Int = 9, lanes laneLimit: Int = 7, cardsInCell: Int = 3
  ) -> JourneyContents {
    let map = JourneyMap(
      id: generator.id(), rank: .middle, title: text(),
      columnWidth: Int.random(in: 0..<4, using: &generator) == 0
        ? Double.random(in: JourneyMap.columnWidths.lowerBound...320, using: &generator) : nil)
    let personas = Rank.spread(3).map {
      Persona(
        id: generator.id(), rank: $0, name: text(),
        colour: Bool.random(using: &generator)
          ? nil : Swatch.allCases.randomElement(using: &generator))
    }
    var extras = JourneyExtras(
      channels: Rank.spread(5).map {
        Channel(
          id: generator.id(), rank: $0, name: text(),
          mark: Channel.Mark.allCases.randomElement(using: &generator) ?? .other)
      },
      metrics: Rank.spread(3).map { metric($0) })
    let departments = Rank.spread(4).map {
      Department(id: generator.id(), rank: $0, name: text())
    }
    var stages: [Stage] = []
    var steps: [Step] = []
    for rank in Rank.spread(Int.random(in: 0...4, using: &generator)) {
      let stage = Stage(
        id: generator.id(), mapID: map.id, rank: rank, title: text(),
        colour: Bool.random(using: &generator)
          ? nil : Swatch.allCases.randomElement(using: &generator))
      stages.append(stage)
      for rank in Rank.spread(Int.random(in: 0...max(1, stepLimit / 2), using: &generator)) {
        steps.append(
          Step(
            id: generator.id(), stageID: stage.id, rank: rank, title: text(),
            isMomentOfTruth: Bool.random(using: &generator)))
      }
    }
    var lanes: [Lane] = []
    var lines: [BlueprintLine] = []
    for rank in Rank.spread(Int.random(in: 0...laneLimit, using: &generator)) {
      if Int.random(in: 0..<5, using: &generator) == 0 {
        lines.append(
          BlueprintLine(
            id: generator.id(), mapID: map.id, rank: rank,
            line: BlueprintLine.Line.allCases.randomElement(using: &generator) ?? .visibility))
      } else {
        lanes.append(
          Lane(
            id: generator.id(), mapID: map.id, rank: rank,
            kind: Lane.Kind.allCases.randomElement(using: &generator) ?? .text, title: text(),
            subtitle: Bool.random(using: &generator) ? text() : "",
            height: chance(of: 4) ? Double.random(in: 24...400, using: &generator) : nil,
            isHidden: chance(of: 8), isCollapsed: chance(of: 6), isPinned: chance(of: 5),
            emotionScale: Lane.EmotionScale.allCases.randomElement(using: &generator) ?? .words))
      }
    }
    var cards: [Card] = []
    var emotions: [Emotion] = []
    for step in steps {
      for lane in lanes {
        for rank in Rank.spread(Int.random(in: 0...cardsInCell, using: &generator)) {
          cards.append(
            Card(
              id: generator.id(), laneID: lane.id, stepID: step.id, rank: rank,
              span: Int.random(in: 0..<4, using: &generator) == 0
                ? Int.random(in: -1...12, using: &generator) : 1,
              kind: Int.random(in: 0..<6, using: &generator) == 0
                ? Lane.Kind.allCases.randomElement(using: &generator) : nil,
              text: text(),
              colour: Bool.random(using: &generator)
                ? nil : Swatch.allCases.randomElement(using: &generator),
              evidence: EvidenceLevel.allCases.randomElement(using: &generator) ?? .assumed,
              metricID: chance(of: 5) ? extras.metrics.randomElement(using: &generator)?.id : nil))
        }
      }
      let feeling: [UUID?] = [nil] + personas.map(\.id)
      for persona in feeling where Bool.random(using: &generator) {
        emotions.append(
          Emotion(
            id: generator.id(), stepID: step.id, personaID: persona,
            value: Double.random(in: -2...2, using: &generator)))
      }
    }
    extras = JourneyExtras(
      channels: extras.channels, metrics: extras.metrics,
      cardChannels: Assignments(
        cards.flatMap { card in
          extras.channels.filter { _ in chance(of: 8) }.map {
            CardChannel(id: generator.id(), cardID: card.id, channelID: $0.id)
          }
        }),
      stepDepartments: Assignments(
        steps.flatMap { step in
          departments.filter { _ in chance(of: 2) }.map {
            StepDepartment(id: generator.id(), stepID: step.id, departmentID: $0.id)
          }
        }),
      readings: extras.metrics.flatMap { readings(of: $0, at: steps) })
    return JourneyContents(
      map: map, stages: stages, steps: steps, lanes: lanes, lines: lines, cards: cards,
      emotions: emotions, personas: personas, departments: departments, extras: extras)
  }

  private mutating func chance(of count: Int) -> Bool {
    Int.random(in: 0..<count, using: &generator) == 0
  }

  private mutating func metric(_ rank: Rank) -> Metric {
    Metric(
      id: generator.id(), rank: rank, title: text(),
      measure: Metric.Measure.allCases.randomElement(using: &generator) ?? .own,
      unit: chance(of: 2) ? text() : "",
      target: chance(of: 2) ? Double.random(in: -100...100, using: &generator) : nil,
      isHigherBetter: chance(of: 2))
  }

  private mutating func readings(of metric: Metric, at steps: [Step]) -> [Reading] {
    (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in
      CalendarDay(
        year: 2026, month: Int.random(in: 1...12, using: &generator),
        day: Int.random(in: 1...28, using: &generator)
      ).map { day in
        Reading(
          id: generator.id(), metricID: metric.id,
          stepID: chance(of: 2) ? steps.randomElement(using: &generator)?.id : nil, day: day,
          value: Double.random(in: -1e6...1e6, using: &generator),
          sampleSize: chance(of: 2) ? Int.random(in: 0...100_000, using: &generator) : nil)
      }
    }
  }

  mutating func board(columns columnLimit: Int = 5, entries: Int = 6) -> BoardContents {
    let group = AdvisoryGroup(
      id: generator.id(), rank: .middle, kind: .employeeAdvisoryGroup, title: text())
    let board = Board(id: generator.id(), groupID: group.id, rank: .middle, title: text())
    let members = Rank.spread(4).map {
      Member(id: generator.id(), groupID: group.id, rank: $0, name: "Ada Byron")
    }
    var columns: [BoardColumn] = []
    var clusters: [Cluster] = []
    var notes: [Note] = []
    var votes: [Vote] = []
    for rank in Rank.spread(Int.random(in: 0...columnLimit, using: &generator)) {
      let column = BoardColumn(id: generator.id(), boardID: board.id, rank: rank, title: text())
      columns.append(column)
      for rank in Rank.spread(Int.random(in: 0...entries, using: &generator)) {
        var clusterID: UUID?
        if Bool.random(using: &generator) {
          let cluster = Cluster(
            id: generator.id(), columnID: column.id, rank: rank, title: text())
          clusters.append(cluster)
          clusterID = cluster.id
          for _ in 0..<Int.random(in: 0...20, using: &generator) {
            votes.append(Vote(id: generator.id(), clusterID: cluster.id))
          }
        }
        let count = clusterID == nil ? 1 : Int.random(in: 0...3, using: &generator)
        for inner in Rank.spread(count) {
          let note = Note(
            id: generator.id(), columnID: column.id, clusterID: clusterID,
            rank: clusterID == nil ? rank : inner, text: text(),
            authorID: Bool.random(using: &generator)
              ? members.randomElement(using: &generator)?.id : nil,
            theme: Bool.random(using: &generator) ? text() : "",
            createdAt: Instant(milliseconds: 0))
          notes.append(note)
          for _ in 0..<Int.random(in: 0...20, using: &generator)
          where Bool.random(using: &generator) {
            votes.append(Vote(id: generator.id(), noteID: note.id))
          }
        }
      }
    }
    return BoardContents(
      board: board, group: group, columns: columns, clusters: clusters, notes: notes,
      votes: votes, members: members)
  }
}
