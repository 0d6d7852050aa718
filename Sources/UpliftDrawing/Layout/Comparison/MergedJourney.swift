import Foundation
import UpliftCore

/// Both maps in one: the newer one, with what was removed standing in its old place.
struct MergedJourney {
  let comparison: JourneyComparison
  let showsRemoved: Bool
  private var old: JourneyContents { comparison.old }
  private var new: JourneyContents { comparison.new }

  func contents() -> JourneyContents {
    var stages: [Stage] = []
    for (stage, rank) in ranked(mergedStages) {
      var stage = stage
      stage.rank = rank
      stage.mapID = new.map.id
      stages.append(stage)
    }
    let cards = mergedCards
    let ghosts = Set(cards.map(\.id)).subtracting(new.cards.keys)
    let (lanes, lines) = mergedRows
    var extras = new.extras
    extras.pictures.merge(old.extras.pictures) { new, _ in new }
    extras.readings.merge(old.extras.readings) { new, _ in new }
    extras.cardChannels = Assignments(
      Array(new.extras.cardChannels.entries.values)
        + old.extras.cardChannels.entries.values.filter { ghosts.contains($0.cardID) })
    return JourneyContents(
      map: new.map, stages: stages, steps: mergedSteps, lanes: lanes, lines: lines, cards: cards,
      emotions: Array(new.emotions.values.joined()), personas: new.personas,
      departments: new.departments, cardDepartments: Array(new.cardDepartments.values),
      extras: extras)
  }

  // MARK: Order

  private func ranked<Part>(_ parts: [Part]) -> [(Part, Rank)] {
    Array(zip(parts, Rank.spread(parts.count)))
  }

  /// The new list with each removed part after the one that it followed.
  private func merging<Part: Identifiable>(_ new: [Part], _ old: [Part]) -> [Part]
  where Part.ID == UUID {
    var result = new
    guard showsRemoved else { return result }
    var anchor: UUID?
    for part in old {
      if let newID = comparison.newID(of: part.id) {
        // Somewhere else now: what follows it here stays after the one before.
        if result.contains(where: { $0.id == newID }) { anchor = newID }
        continue
      }
      let place = anchor.flatMap { id in result.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
      result.insert(part, at: place)
      anchor = part.id
    }
    return result
  }

  private var mergedStages: [Stage] { merging(new.stages, old.stages) }

  private var mergedSteps: [Step] {
    mergedStages.flatMap { stage -> [Step] in
      let oldStage = comparison.oldID(of: stage.id) ?? stage.id
      let steps = merging(new.steps(of: stage.id), old.steps(of: oldStage))
      return ranked(steps).map { step, rank in
        var step = step
        step.stageID = stage.id
        step.rank = rank
        return step
      }
    }
  }

  private struct Row: Identifiable {
    var id: UUID
    var lane: Lane?
    var line: BlueprintLine?
    var rank: Rank { lane?.rank ?? line?.rank ?? .middle }
  }

  private func rows(_ journey: JourneyContents) -> [Row] {
    (journey.lanes.map { Row(id: $0.id, lane: $0) }
      + journey.lines.map { Row(id: $0.id, line: $0) })
      .sorted { ($0.rank, $0.id.uuidString) < ($1.rank, $1.id.uuidString) }
  }

  private var mergedRows: ([Lane], [BlueprintLine]) {
    var lanes: [Lane] = []
    var lines: [BlueprintLine] = []
    for (row, rank) in ranked(merging(rows(new), rows(old))) {
      if var lane = row.lane {
        lane.rank = rank
        lane.mapID = new.map.id
        // Nothing that is different is out of sight.
        lane.isHidden = false
        lane.isCollapsed = false
        lane.isPinned = false
        lanes.append(lane)
      } else if var line = row.line {
        line.rank = rank
        line.mapID = new.map.id
        lines.append(line)
      }
    }
    return (lanes, lines)
  }

  private var mergedCards: [Card] {
    var cards = Array(new.cards.values)
    guard showsRemoved else { return cards }
    let removed = old.cells.filter { $0.value.contains { comparison.newID(of: $0) == nil } }
    guard !removed.isEmpty else { return cards }
    var replaced: [UUID: Rank] = [:]
    for (cell, ids) in removed {
      let place = Cell(
        laneID: comparison.newID(of: cell.laneID) ?? cell.laneID,
        stepID: comparison.newID(of: cell.stepID) ?? cell.stepID)
      let merged = merging(new.cards(at: place), ids.compactMap { old.cards[$0] })
      for (card, rank) in ranked(merged) {
        replaced[card.id] = rank
        guard new.cards[card.id] == nil else { continue }
        var ghost = card
        ghost.laneID = place.laneID
        ghost.stepID = place.stepID
        cards.append(ghost)
      }
    }
    for index in cards.indices {
      if let rank = replaced[cards[index].id] { cards[index].rank = rank }
    }
    return cards
  }
}
