import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

/// Cards that cover several steps, while steps come, go and change places.
@Suite struct CoveringTests {
  /// Stages of so many steps, called A, B, C…; wide cards over steps by their places.
  private func map(_ counts: [Int], _ wide: [ClosedRange<Int>], lanes laneCount: Int = 1)
    -> JourneyContents
  {
    let map = JourneyMap(rank: .middle, title: "Return")
    let stageRanks = Rank.spread(counts.count)
    let stages = counts.indices.map {
      Stage(mapID: map.id, rank: stageRanks[$0], title: "Stage \($0 + 1)")
    }
    var steps: [Step] = []
    for (stage, count) in zip(stages, counts) {
      for rank in Rank.spread(count) {
        let letter = String(Unicode.Scalar(UInt8(65 + steps.count)))
        steps.append(Step(stageID: stage.id, rank: rank, title: letter))
      }
    }
    let laneRanks = Rank.spread(laneCount)
    let lanes = laneRanks.map { Lane(mapID: map.id, rank: $0, kind: .actions) }
    let cards = wide.enumerated().map { index, range in
      Card(
        laneID: lanes[index % laneCount].id, stepID: steps[range.lowerBound].id,
        rank: Rank.spread(wide.count)[index], span: range.count, text: "\(index)")
    }
    return JourneyContents(map: map, stages: stages, steps: steps, lanes: lanes, cards: cards)
  }

  private func titles(_ journey: JourneyContents) -> String { journey.steps.map(\.title).joined() }

  /// What the only card covers: "BC".
  private func cover(_ journey: JourneyContents) -> String? {
    let places = journey.placesOfSteps
    return journey.cards.values.first.flatMap { card in
      places[card.stepID].map { first in
        journey.steps[first..<min(first + card.span, journey.steps.count)].map(\.title).joined()
      }
    }
  }

  private func step(_ title: String, _ journey: JourneyContents) throws -> Step {
    try #require(journey.steps.first { $0.title == title })
  }

  private func after(_ journey: JourneyContents, _ edit: Edit?) throws -> JourneyContents {
    journey.after(try #require(edit))
  }

  @Test func aStepInsideIsCoveredAndOneBesideIsNot() throws {
    let journey = map([3, 2], [1...3])
    let inside = try #require(journey.addingStep("+", after: step("B", journey).id))
    #expect(cover(journey.after(inside.edit)) == "B+CD")
    let before = try #require(journey.addingStep("+", after: step("A", journey).id))
    #expect(cover(journey.after(before.edit)) == "BCD")
    let behind = try #require(journey.addingStep("+", after: step("D", journey).id))
    #expect(cover(journey.after(behind.edit)) == "BCD")
    let stage = journey.addingStage("New", step: "+", after: journey.stages[0].id)
    #expect(cover(journey.after(stage.edit)) == "BC+D")
  }

  @Test func aDeletedStepIsNoLongerCovered() throws {
    let journey = map([3, 2], [1...3])
    let middle = try after(journey, journey.deleting([step("C", journey).reference]))
    #expect(cover(middle) == "BD")
    let first = try after(journey, journey.deleting([step("B", journey).reference]))
    #expect(cover(first) == "CD")
    let stage = try after(journey, journey.deleting([journey.stages[0].reference]))
    #expect(cover(stage) == "D")
    let all = try after(
      journey, journey.deleting(["B", "C", "D"].map { try step($0, journey).reference }))
    #expect(all.cards.isEmpty)
    let card = try #require(journey.cards.values.first)
    let both = try after(
      journey, journey.deleting([step("B", journey).reference, card.reference]))
    #expect(both.cards.isEmpty)
  }

  @Test func stepsThatMoveComeInAndLeave() throws {
    let journey = map([5], [1...3])
    let inside = try after(journey, journey.moving(step("E", journey).reference, .backward))
    #expect(titles(inside) == "ABCED" && cover(inside) == "BCED")
    let left = try after(journey, journey.moving(step("D", journey).reference, .forward))
    #expect(titles(left) == "ABCED" && cover(left) == "BC")
    let swapped = try after(journey, journey.moving(step("B", journey).reference, .forward))
    #expect(titles(swapped) == "ACBDE" && cover(swapped) == "CBD")
    let first = try after(journey, journey.moving(step("B", journey).reference, .backward))
    #expect(titles(first) == "BACDE" && cover(first) == "CD")
    let most = ["B", "C"].compactMap { try? step($0, journey).reference }
    let along = try after(journey, journey.moving(most, .backward))
    #expect(titles(along) == "BCADE" && cover(along) == "BC")
  }

  @Test func aCopiedStepTakesNoMoreOfACardThanIsCopied() throws {
    let journey = map([4], [0...2])
    let copied = try #require(journey.duplicating([step("A", journey).reference]))
    let after = journey.after(copied.edit)
    #expect(titles(after) == "AABCD")
    #expect(after.cards.values.map(\.span).sorted() == [1, 4])
    let clip = try #require(journey.clip(of: .steps([step("A", journey).id])))
    #expect(clip.contents.cards.map(\.span) == [1])
    let both = Set(try ["A", "B"].map { try step($0, journey).id })
    #expect(journey.clip(of: .steps(both))?.contents.cards.map(\.span) == [2])
  }

  @Test func textsPastedPastTheEndMakeNoCardWider() throws {
    let journey = map([3], [1...2])
    // As it may be when another copy of the file deleted a step.
    var card = try #require(journey.cards.values.first)
    card.span = 9
    let long = JourneyContents(
      map: journey.map, stages: journey.stages, steps: journey.steps, lanes: journey.lanes,
      cards: [card])
    let cell = Cell(laneID: long.lanes[0].id, stepID: long.steps[2].id)
    let pasted = long.after(try #require(try long.pasting([["x", "y"]], at: cell)).edit)
    #expect(pasted.steps.count == 4 && pasted.cards[card.id]?.span == 2)
  }

  // MARK: At random

  /// Every range that a card could cover is tried, and the best one is what it must cover.
  @Test(arguments: 0..<40) func randomEditsKeepWhatIsCovered(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var journey = map([3, 4, 2, 3], [0...1, 1...5, 4...9, 6...7, 2...11, 10...11], lanes: 3)
    for number in 0..<60 {
      guard let (edit, moved) = randomEdit(journey, &dice, number) else { continue }
      let next = journey.after(edit)
      for card in journey.cards.values where card.span > 1 {
        let expected = bestCover(of: card, journey, next, moved: moved)
        let found = next.cards[card.id].map { covered($0, next) }
        #expect(found == expected, "edit \(number), \(edit.name), card \(card.text)")
      }
      journey = next
    }
  }

  private func randomEdit(
    _ journey: JourneyContents, _ dice: inout Dice, _ number: Int
  ) -> (Edit, moved: Set<UUID>)? {
    let some = journey.steps.filter { _ in Int.random(in: 0..<5, using: &dice) == 0 }
    guard let step = journey.steps.randomElement(using: &dice),
      let stage = journey.stages.randomElement(using: &dice)
    else { return nil }
    let direction: Direction = Bool.random(using: &dice) ? .forward : .backward
    switch Int.random(in: 0..<7, using: &dice) {
    case 0:
      return journey.addingStep("+\(number)", after: step.id).map { ($0.edit, []) }
    case 1 where journey.steps.count > 6:
      return journey.deleting([step.reference]).map { ($0, []) }
    case 2: return journey.moving(step.reference, direction).map { ($0, [step.id]) }
    case 3:
      return journey.moving(some.map(\.reference), direction).map { ($0, Set(some.map(\.id))) }
    case 4:
      let moved = Set(journey.steps(of: stage.id).map(\.id))
      return journey.moving(stage.reference, direction).map { ($0, moved) }
    case 5:
      let ids = some.map(\.id)
      let before = journey.steps(of: stage.id).filter { !ids.contains($0.id) }
        .randomElement(using: &dice)?.id
      let placement = journey.dropping(
        .steps(ids), on: .steps(stageID: stage.id, before: before))
      // Of those that were dragged, some may stay where they are.
      let moved = placement?.edit.changes.compactMap { change -> UUID? in
        if case .update(_, let new as Step) = change { return new.id }
        return nil
      }
      return placement.map { ($0.edit, Set(moved ?? [])) }
    default: return journey.addingStage("S", step: "*\(number)", after: stage.id).edit.pair
    }
  }

  private func covered(_ card: Card, _ journey: JourneyContents) -> [UUID] {
    guard let first = journey.placesOfSteps[card.stepID] else { return [] }
    return journey.steps[first..<min(first + card.span, journey.steps.count)].map(\.id)
  }

  private func bestCover(
    of card: Card, _ old: JourneyContents, _ new: JourneyContents, moved: Set<UUID>
  ) -> [UUID]? {
    let before = covered(card, old)
    let left = Set(before).intersection(new.steps.map(\.id))
    guard !left.isEmpty, let first = before.first else { return nil }
    let stayed = left.subtracting(moved)
    let gone = left.intersection(moved)
    let isWithMoved = gone.count == stayed.count ? gone.contains(first) : gone.count > stayed.count
    let known = Set(old.steps.map(\.id))
    var best: (core: Int, ids: [UUID])?
    for start in new.steps.indices {
      for end in start..<new.steps.count {
        let ids = new.steps[start...end].map(\.id)
        guard let head = ids.first, let tail = ids.last, left.contains(head), left.contains(tail)
        else { continue }
        let others = ids.filter { !left.contains($0) }
        if isWithMoved {
          guard others.isEmpty else { continue }
        } else {
          // Nothing that stood beside the card comes under it unless it moved there itself.
          guard stayed.isSubset(of: ids),
            others.allSatisfy({ moved.contains($0) || !known.contains($0) })
          else { continue }
          // What left does not bring along what lies between.
          let inner = ids.drop { !stayed.contains($0) }.reversed().drop { !stayed.contains($0) }
          let outer = Set(ids).subtracting(inner)
          guard outer.isSubset(of: left) else { continue }
        }
        let core = isWithMoved ? longestRun(ids, gone) : 0
        if core > (best?.core ?? -1) || core == best?.core && ids.count > (best?.ids.count ?? 0) {
          best = (core, ids)
        }
      }
    }
    return best?.ids
  }

  private func longestRun(_ ids: [UUID], _ chosen: Set<UUID>) -> Int {
    var best = 0
    var run = 0
    for id in ids {
      run = chosen.contains(id) ? run + 1 : 0
      best = max(best, run)
    }
    return best
  }
}

extension Edit {
  fileprivate var pair: (Edit, moved: Set<UUID>) { (self, []) }
}
