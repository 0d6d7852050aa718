import Foundation
import UpliftCore

/// A map as plain lists, for tests that change it by hand.
struct MapModel {
  var map: JourneyMap
  var stages: [Stage] = []
  var steps: [Step] = []
  var lanes: [Lane] = []
  var lines: [BlueprintLine] = []
  var cards: [Card] = []
  var emotions: [Emotion] = []
  var personas: [Persona] = []

  init(map: JourneyMap) { self.map = map }

  var contents: JourneyContents {
    JourneyContents(
      map: map, stages: stages, steps: steps, lanes: lanes, lines: lines, cards: cards,
      emotions: emotions, personas: personas)
  }

  /// A map with a different text on every part, and two cards in every cell.
  static func grid(stages: Int, steps: Int, lanes: Int, cardsInCell: Int = 2) -> MapModel {
    let persona = Persona(rank: .middle, name: "Amina")
    var model = MapModel(map: JourneyMap(rank: .middle, title: "Return", personaID: persona.id))
    model.personas = [persona]
    let kinds = Lane.Kind.ofCards
    for (index, rank) in Rank.spread(stages).enumerated() {
      let stage = Stage(mapID: model.map.id, rank: rank, title: "Stage \(index)")
      model.stages.append(stage)
      for (number, rank) in Rank.spread(steps).enumerated() {
        model.steps.append(
          Step(stageID: stage.id, rank: rank, title: "Step \(index)-\(number)"))
      }
    }
    for (index, rank) in Rank.spread(lanes).enumerated() {
      model.lanes.append(
        Lane(
          mapID: model.map.id, rank: rank, kind: kinds[index % kinds.count],
          title: "Lane \(index)"))
    }
    let ranks = Rank.spread(cardsInCell)
    for (row, lane) in model.lanes.enumerated() {
      for (column, step) in model.steps.enumerated() {
        for (number, rank) in ranks.enumerated() {
          model.cards.append(
            Card(
              laneID: lane.id, stepID: step.id, rank: rank,
              text: "Card \(row)/\(column)/\(number)"))
        }
      }
    }
    for step in model.steps {
      model.emotions.append(Emotion(stepID: step.id, personaID: persona.id, value: 0))
    }
    return model
  }

  /// The future map that was made of it.
  func future() -> MapModel {
    var future = MapModel(map: map)
    future.personas = personas
    for case .insert(let record) in contents.makingFutureMap(among: [map]).edit.changes {
      switch record {
      case let map as JourneyMap: future.map = map
      case let stage as Stage: future.stages.append(stage)
      case let step as Step: future.steps.append(step)
      case let lane as Lane: future.lanes.append(lane)
      case let line as BlueprintLine: future.lines.append(line)
      case let card as Card: future.cards.append(card)
      case let emotion as Emotion: future.emotions.append(emotion)
      default: break
      }
    }
    return future
  }

  /// The same map with new ids that name no basis.
  func unrelated() -> MapModel {
    var copy = future()
    copy.map.basisID = nil
    for index in copy.stages.indices { copy.stages[index].basisID = nil }
    for index in copy.steps.indices { copy.steps[index].basisID = nil }
    for index in copy.lanes.indices { copy.lanes[index].basisID = nil }
    for index in copy.cards.indices { copy.cards[index].basisID = nil }
    return copy
  }

  mutating func removeStep(_ id: UUID) {
    steps.removeAll { $0.id == id }
    cards.removeAll { $0.stepID == id }
    emotions.removeAll { $0.stepID == id }
  }
}

/// What a difference says, for comparing sets of them.
struct Finding: Hashable, CustomStringConvertible {
  var sort: Difference.Sort
  var kind: EntityKind
  var old: UUID?
  var new: UUID?
  var title: String

  init(_ sort: Difference.Sort, _ kind: EntityKind, old: UUID?, new: UUID?, _ title: String = "") {
    self.sort = sort
    self.kind = kind
    self.old = old
    self.new = new
    self.title = title
  }

  init(_ difference: Difference) {
    self.init(
      difference.sort, difference.kind, old: difference.oldID, new: difference.newID,
      difference.title)
  }

  static func == (left: Finding, right: Finding) -> Bool {
    left.sort == right.sort && left.kind == right.kind && left.old == right.old
      && left.new == right.new
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(sort)
    hasher.combine(kind)
    hasher.combine(old)
    hasher.combine(new)
  }

  var mirrored: Finding {
    let other: Difference.Sort =
      switch sort {
      case .added: .removed
      case .removed: .added
      default: sort
      }
    return Finding(other, kind, old: new, new: old, title)
  }

  var description: String { "\(sort) \(kind) “\(title)”" }
}

extension JourneyComparison {
  var findings: Set<Finding> { Set(differences.map(Finding.init)) }
}
