import Foundation
import UpliftCore

@testable import edit_stream

/// A map of exactly so many steps and lanes with hard texts in all of its parts, the same for the
/// same seed.
struct SweptMap {
  struct Shape: Sendable {
    var steps: Int
    var lanes: Int
    /// At the most.
    var cardsInCell = 3
    var columnWidth: Double?
  }

  let shape: Shape
  private let pool: [String]
  private var generator: Dice
  private var number = 0

  /// - Parameter isReadable: every text can be found in what `pdftotext` says, and none is empty.
  init(_ shape: Shape, seed: UInt64, isReadable: Bool = false) {
    self.shape = shape
    generator = Dice(seed: seed)
    pool = NastyTexts.readable + (isReadable ? [] : NastyTexts.others)
  }

  /// Of the pool, with a number before and behind it, so that its beginning and end are known.
  private mutating func text() -> String {
    let text = pool.randomElement(using: &generator) ?? ""
    guard !text.allSatisfy(\.isWhitespace) else { return text }
    number += 1
    return "K\(number)k \(text) Z\(number)z"
  }

  private mutating func title() -> String {
    var title = text()
    // A heading is no paragraph.
    while title.count > 120 { title = text() }
    return title
  }

  private mutating func chance(of count: Int) -> Bool {
    Int.random(in: 0..<count, using: &generator) == 0
  }

  private mutating func ranked<Part>(_ count: Int, _ make: (inout SweptMap, Rank, Int) -> Part)
    -> [Part]
  {
    Rank.spread(count).enumerated().map { make(&self, $1, $0) }
  }

  mutating func contents() -> JourneyContents {
    let personas = ranked(4) { map, rank, index in
      Persona(
        id: map.generator.id(), rank: rank, name: map.title(),
        colour: index == 0 ? nil : Swatch.allCases.randomElement(using: &map.generator))
    }
    let map = JourneyMap(
      id: generator.id(), rank: .middle, title: title(), personaID: personas[0].id,
      scenario: title(), columnWidth: shape.columnWidth)
    let stages = ranked(max(1, min(shape.steps, shape.steps / 4 + 1))) { swept, rank, _ in
      Stage(id: swept.generator.id(), mapID: map.id, rank: rank, title: swept.title())
    }
    let nested = generator.id()
    let count = shape.steps
    let steps = ranked(count) { swept, rank, index in
      Step(
        id: swept.generator.id(), stageID: stages[index * stages.count / count].id,
        rank: rank, title: swept.title(), isMomentOfTruth: swept.chance(of: 3),
        opensMapID: swept.chance(of: 4) ? nested : nil)
    }
    let lanes = lanes(of: map)
    let lines = zip(BlueprintLine.Line.allCases, Rank.spread(BlueprintLine.Line.allCases.count))
      .map { BlueprintLine(id: generator.id(), mapID: map.id, rank: $1, line: $0) }
    let pictures = [(400, 100), (100, 100), (60, 400)].map {
      StoredPicture(
        id: generator.id(), mediaType: .png, width: $0, height: $1, data: Data("none".utf8))
    }
    let metrics = ranked(3) { swept, rank, index in
      Metric(
        id: swept.generator.id(), rank: rank, title: swept.title(),
        measure: index == 0 ? .nps : .own, unit: index == 0 ? "" : swept.title(),
        target: index == 1 ? nil : 4)
    }
    let cards = cards(on: lanes, at: steps, pictures, metrics)
    return JourneyContents(
      map: map, stages: stages, steps: steps, lanes: lanes, lines: lines, cards: cards,
      emotions: steps.flatMap { step in
        personas.filter { _ in !chance(of: 4) }.map {
          Emotion(
            id: generator.id(), stepID: step.id, personaID: $0.id,
            value: [-2, -1, 0, 1.4, 2].randomElement(using: &generator) ?? 0)
        }
      }, personas: personas, departments: departments,
      extras: extras(cards, steps, pictures, metrics),
      futureEmotions: Dictionary(
        steps.map { ($0.id, 2) }, uniquingKeysWith: { first, _ in first }))
  }

  private var departments: [Department] = []

  private mutating func lanes(of map: JourneyMap) -> [Lane] {
    departments = ranked(4) { swept, rank, _ in
      Department(id: swept.generator.id(), rank: rank, name: swept.title())
    }
    let kinds = Lane.Kind.allCases
    return ranked(shape.lanes) { swept, rank, index in
      Lane(
        id: swept.generator.id(), mapID: map.id, rank: rank,
        kind: kinds[(index + (swept.shape.lanes == 1 ? 0 : 1)) % kinds.count],
        title: index % 5 == 4 ? "" : swept.title(),
        subtitle: swept.chance(of: 2) ? swept.title() : "",
        height: swept.chance(of: 5)
          ? [Lane.heights.lowerBound, 30, 300].randomElement(using: &swept.generator) : nil,
        isHidden: index > 3 && swept.chance(of: 8), isCollapsed: index > 3 && swept.chance(of: 6),
        isPinned: index > 3 && swept.chance(of: 8),
        emotionScale: Lane.EmotionScale.allCases.randomElement(using: &swept.generator) ?? .words)
    }
  }

  private mutating func cards(
    on lanes: [Lane], at steps: [Step], _ pictures: [StoredPicture], _ metrics: [Metric]
  ) -> [Card] {
    var cards: [Card] = []
    for lane in lanes where lane.laneKind.holdsCards {
      for step in steps {
        let count = Int.random(in: 0...shape.cardsInCell, using: &generator)
        cards += ranked(count) { swept, rank, _ in
          Card(
            id: swept.generator.id(), laneID: lane.id, stepID: step.id, rank: rank,
            span: swept.chance(of: 8)
              ? [2, 3, 99, 0].randomElement(using: &swept.generator) ?? 1 : 1,
            kind: swept.chance(of: 9)
              ? Lane.Kind.ofCards.randomElement(using: &swept.generator) : nil,
            text: swept.text(),
            evidence: EvidenceLevel.allCases.randomElement(using: &swept.generator) ?? .assumed,
            source: swept.chance(of: 3) ? "https://example.org/" : "",
            pictureID: lane.laneKind == .images || swept.chance(of: 30)
              ? pictures.randomElement(using: &swept.generator)?.id : nil,
            metricID: lane.laneKind == .metrics || swept.chance(of: 30)
              ? metrics.randomElement(using: &swept.generator)?.id : nil)
        }
      }
    }
    return cards
  }

  private mutating func extras(
    _ cards: [Card], _ steps: [Step], _ pictures: [StoredPicture], _ metrics: [Metric]
  ) -> JourneyExtras {
    let marks = Channel.Mark.allCases
    let channels = ranked(4) { swept, rank, index in
      Channel(
        id: swept.generator.id(), rank: rank, name: index == 0 ? "" : swept.title(),
        mark: marks[index % marks.count])
    }
    let tags = ranked(4) { swept, rank, index in
      Tag(
        id: swept.generator.id(), rank: rank, name: index == 0 ? "" : swept.title(),
        colour: index == 1 ? nil : .green)
    }
    var cardChannels: [CardChannel] = []
    var cardTags: [CardTag] = []
    for card in cards {
      for channel in channels where chance(of: 12) {
        cardChannels.append(
          CardChannel(id: generator.id(), cardID: card.id, channelID: channel.id))
      }
      for tag in tags where chance(of: 12) {
        cardTags.append(CardTag(id: generator.id(), cardID: card.id, tagID: tag.id))
      }
    }
    var behind: [StepDepartment] = []
    for step in steps {
      for department in departments where chance(of: 2) {
        behind.append(
          StepDepartment(
            id: generator.id(), stepID: step.id, departmentID: department.id))
      }
    }
    let days = (1...5).compactMap { CalendarDay(year: 2026, month: 3, day: $0) }
    let readings = metrics.dropFirst().flatMap { metric in
      days.map { day in
        Reading(
          id: generator.id(), metricID: metric.id, day: day,
          value: Double.random(in: -1e6...1e6, using: &generator), sampleSize: 1_234_567)
      }
    }
    return JourneyExtras(
      channels: channels, tags: tags, metrics: metrics, cardChannels: Assignments(cardChannels),
      cardTags: Assignments(cardTags), stepDepartments: Assignments(behind), pictures: pictures,
      readings: readings, backings: [:])
  }
}
