import Foundation
import UpliftCore

/// A workspace as large as asked for, the same for the same seed.
enum GeneratedWorkspace {
  /// One map with every kind of lane, four cards a cell and an emotion a step.
  ///
  /// - Parameter cards: a multiple of 1,000.
  static func contents(cards count: Int, seed: UInt64 = 7) -> WorkspaceContents {
    var generator = SeededGenerator(seed: seed)
    let words = InventedWords(count: 4_000, using: &generator)
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(
        id: generator.uuid(), title: "\(count) cards", createdAt: Instant(milliseconds: 0)))
    let persona = Persona(id: generator.uuid(), rank: .middle, name: "Amina", age: 34)
    contents.personas = [persona]
    let map = JourneyMap(
      id: generator.uuid(), rank: .middle, title: words.sentence(using: &generator),
      personaID: persona.id)
    contents.journeyMaps = [map]

    let kinds: [Lane.Kind] = [
      .actions, .thoughts, .emotion, .touchpoints, .channels, .painPoints, .physicalEvidence,
      .frontstage, .backstage, .support, .opportunities,
    ]
    contents.lanes = zip(kinds, Rank.spread(kinds.count)).map { kind, rank in
      Lane(id: generator.uuid(), mapID: map.id, rank: rank, kind: kind)
    }
    let cardLanes = contents.lanes.filter { $0.laneKind.holdsCards }
    let cardsPerCell = 4
    let steps = count / (cardLanes.count * cardsPerCell)
    let stages = max(1, steps / 10)
    for (number, rank) in Rank.spread(stages).enumerated() {
      let stage = Stage(
        id: generator.uuid(), mapID: map.id, rank: rank, title: words.word(using: &generator))
      contents.stages.append(stage)
      let size = steps / stages + (number < steps % stages ? 1 : 0)
      for rank in Rank.spread(size) {
        contents.steps.append(
          Step(
            id: generator.uuid(), stageID: stage.id, rank: rank,
            title: words.sentence(using: &generator),
            isMomentOfTruth: Int.random(in: 0..<12, using: &generator) == 0))
      }
    }
    let ranks = Rank.spread(cardsPerCell)
    for step in contents.steps {
      for lane in cardLanes {
        for rank in ranks {
          contents.cards.append(
            Card(
              id: generator.uuid(), laneID: lane.id, stepID: step.id, rank: rank,
              text: words.sentence(using: &generator),
              evidence: EvidenceLevel.allCases.randomElement(using: &generator) ?? .assumed))
        }
      }
      contents.emotions.append(
        Emotion(
          id: generator.uuid(), stepID: step.id, personaID: persona.id,
          value: Double(Int.random(in: -4...4, using: &generator)) / 2))
    }
    return contents
  }
}
