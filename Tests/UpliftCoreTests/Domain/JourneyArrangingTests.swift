import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

/// Several at once, splitting, merging, copying and converting, as pure functions of a map.
@Suite struct JourneyArrangingTests {
  /// A…F in two stages, three lanes with two cards in the first cell.
  struct Sample {
    let map = JourneyMap(rank: .middle, title: "Return")
    let stages: [Stage]
    let steps: [Step]
    let lanes: [Lane]
    let cards: [Card]
    let journey: JourneyContents

    init() {
      let ranks = Rank.spread(6)
      let mapID = map.id
      let stages = ["One", "Two"].enumerated().map {
        Stage(mapID: mapID, rank: ranks[$0.offset], title: $0.element)
      }
      let steps = ["A", "B", "C", "D", "E", "F"].enumerated().map {
        Step(stageID: stages[$0.offset / 3].id, rank: ranks[$0.offset % 3], title: $0.element)
      }
      let lanes = [Lane.Kind.actions, .emotion, .painPoints, .text].enumerated().map {
        Lane(mapID: mapID, rank: ranks[$0.offset], kind: $0.element)
      }
      func card(_ lane: Int, _ step: Int, _ rank: Int, _ text: String, span: Int = 1) -> Card {
        Card(
          laneID: lanes[lane].id, stepID: steps[step].id, rank: ranks[rank], span: span, text: text)
      }
      let department = Department(rank: .middle, name: "Depot")
      cards = [
        card(0, 0, 0, "one"), card(0, 0, 1, "two"), card(0, 0, 2, "three"), card(0, 1, 0, "four"),
        card(2, 1, 0, "five", span: 2), card(3, 5, 0, "six"),
      ]
      journey = JourneyContents(
        map: map, stages: stages, steps: steps, lanes: lanes, cards: cards,
        emotions: [Emotion(stepID: steps[1].id, value: 1.5)], departments: [department],
        cardDepartments: [CardDepartment(cardID: cards[4].id, departmentID: department.id)])
      self.stages = stages
      self.steps = steps
      self.lanes = lanes
    }
  }

  let sample = Sample()
  var journey: JourneyContents { sample.journey }

  private func titles(_ journey: JourneyContents) -> String { journey.steps.map(\.title).joined() }

  private func texts(_ journey: JourneyContents, _ lane: Int, _ step: Int) -> [String] {
    journey.cards(at: Cell(laneID: sample.lanes[lane].id, stepID: sample.steps[step].id))
      .map(\.text)
  }

  private func after(_ edit: Edit?) throws -> JourneyContents {
    journey.after(try #require(edit))
  }

  // MARK: Several at once

  @Test func stepsKeepTheirOrderAndStopTogether() throws {
    let last = [sample.steps[4].reference, sample.steps[5].reference]
    #expect(journey.moving(last, .forward) == nil)
    let once = try after(journey.moving(last, .backward))
    #expect(titles(once) == "ABCEFD")
    let twice = once.after(try #require(once.moving(last, .backward)))
    #expect(titles(twice) == "ABCEFD")
    #expect(twice.steps(of: sample.stages[0].id).map(\.title) == ["A", "B", "C", "E", "F"])
    let thrice = twice.after(try #require(twice.moving(last, .backward)))
    #expect(thrice.steps(of: sample.stages[0].id).map(\.title) == ["A", "B", "E", "F", "C"])
  }

  @Test func cardsKeepTheirShape() throws {
    let moved = [sample.cards[1].reference, sample.cards[3].reference]
    let along = try after(journey.moving(moved, .forward))
    #expect(texts(along, 0, 1) == ["two"] && texts(along, 0, 2) == ["four"])
    let down = try after(journey.moving(moved, .down))
    // The lane of emotions is passed over.
    #expect(texts(down, 2, 0) == ["two"] && texts(down, 2, 1) == ["five", "four"])
    #expect(journey.moving(moved, .up) == nil && journey.moving(moved, .backward) == nil)
  }

  @Test func aBlockOfOneCellMovesWithinItAndThenOn() throws {
    let block = [sample.cards[1].reference, sample.cards[2].reference]
    let up = try after(journey.moving(block, .up))
    #expect(texts(up, 0, 0) == ["two", "three", "one"])
    let down = try after(journey.moving(block, .down))
    #expect(texts(down, 0, 0) == ["one"] && texts(down, 2, 0) == ["two", "three"])
  }

  // MARK: Spans

  @Test func cardsGrowAndShrinkTogetherWithinTheMap() throws {
    let ids = [sample.cards[4].id, sample.cards[5].id]
    let grown = try after(journey.growing(ids, by: 1))
    #expect(grown.cards[ids[0]]?.span == 3 && grown.cards[ids[1]]?.span == 1)
    let shrunk = try after(journey.growing(ids, by: -5))
    #expect(shrunk.cards[ids[0]]?.span == 1)
    #expect(journey.growing([ids[1]], by: -1) == nil)
  }

  @Test func anExtentMayBeginEarlier() throws {
    let id = sample.cards[3].id
    let wide = try after(journey.settingExtent(of: id, from: sample.steps[0].id, span: 99))
    #expect(wide.cards[id]?.span == 6)
    #expect(texts(wide, 0, 0) == ["one", "two", "three", "four"])
    #expect(journey.settingExtent(of: id, from: sample.steps[1].id, span: 0) == nil)
  }

  // MARK: Split and merge

  @Test func splittingKeepsTheSteps() throws {
    let split = try #require(journey.splittingStage(before: sample.steps[1].id, title: "New"))
    let now = journey.after(split.edit)
    #expect(titles(now) == "ABCDEF")
    #expect(now.stages.map(\.title) == ["One", "New", "Two"])
    #expect(now.steps(of: split.record.id).map(\.title) == ["B", "C"])
    #expect(now.cards == journey.cards && now.emotions == journey.emotions)
    #expect(journey.splittingStage(before: sample.steps[0].id, title: "") == nil)
    #expect(journey.splittingStage(before: sample.steps[3].id, title: "") == nil)
  }

  @Test func mergingLosesNothing() throws {
    let other = EntityReference(.card, UUID())
    let next = sample.stages[1].reference
    let links = [
      Link(rank: .middle, role: .leadsTo, from: next, to: other),
      Link(rank: .middle, role: .about, from: other, to: next),
    ]
    let edit = try #require(journey.mergingStage(sample.stages[0].id, links: links))
    let now = journey.after(edit)
    #expect(titles(now) == "ABCDEF")
    #expect(now.stages.map(\.title) == ["One / Two"])
    #expect(now.cards == journey.cards && now.emotions == journey.emotions)
    let changed = edit.changes.compactMap { change -> Link? in
      if case .update(_, let link as Link) = change { link } else { nil }
    }
    #expect(changed.map(\.from) == [sample.stages[0].reference, other])
    #expect(changed.map(\.to) == [other, sample.stages[0].reference])
    #expect(journey.mergingStage(sample.stages[1].id) == nil)
  }

  @Test func whatWasSplitIsMergedAgain() throws {
    let split = try #require(journey.splittingStage(before: sample.steps[1].id, title: ""))
    let now = journey.after(split.edit)
    let merged = now.after(try #require(now.mergingStage(sample.stages[0].id)))
    #expect(merged.stages.map(\.title) == ["One", "Two"])
    #expect(merged.steps(of: sample.stages[0].id).map(\.title) == ["A", "B", "C"])
  }

  // MARK: Copies

  @Test func aStepIsCopiedWithAllThatStandsAtIt() throws {
    let copy = try #require(journey.duplicating([sample.steps[1].reference]))
    let now = journey.after(copy.edit)
    #expect(titles(now) == "ABBCDEF")
    let id = copy.references[0].id
    #expect(now.steps[2].id == id)
    let cards = now.cards.values.filter { $0.stepID == id }.sorted { $0.text < $1.text }
    // What was not copied is not covered by the copy; the original covers the copied step, too.
    #expect(cards.map(\.text) == ["five", "four"] && cards[0].span == 1)
    #expect(now.cards[sample.cards[4].id]?.span == 3)
    #expect(now.departments(of: cards[0].id).map(\.name) == ["Depot"])
    #expect(now.emotion(at: id)?.value == 1.5)
    #expect(now.cards.count == journey.cards.count + 2)
  }

  @Test func severalAreCopiedInTheirOrder() throws {
    let steps = try #require(
      journey.duplicating([sample.steps[2], sample.steps[0], sample.steps[4]].map(\.reference)))
    #expect(titles(journey.after(steps.edit)) == "ABCACDEEF")
    let cards = try #require(
      journey.duplicating([sample.cards[1], sample.cards[0]].map(\.reference)))
    #expect(
      texts(journey.after(cards.edit), 0, 0) == ["one", "two", "one", "two", "three"])
    let stages = try #require(journey.duplicating(sample.stages.map(\.reference)))
    let now = journey.after(stages.edit)
    #expect(now.stages.map(\.title) == ["One", "Two", "One", "Two"])
    #expect(titles(now) == "ABCDEFABCDEF")
    #expect(now.cards.count == 12)
  }

  @Test func aLaneIsCopiedWithItsCardsButEmotionsAreNot() throws {
    let copy = try #require(journey.duplicating([sample.lanes[0].reference]))
    let now = journey.after(copy.edit)
    #expect(now.lanes.map(\.laneKind) == [.actions, .actions, .emotion, .painPoints, .text])
    let cell = Cell(laneID: copy.references[0].id, stepID: sample.steps[0].id)
    #expect(now.cards(at: cell).map(\.text) == ["one", "two", "three"])
    #expect(journey.duplicating([sample.lanes[1].reference]) == nil)
  }

  // MARK: Kinds

  @Test func cardsTurnIntoOnesOfAnotherKindInItsLane() throws {
    let ids = [sample.cards[3].id, sample.cards[0].id]
    let pains = journey.after(try #require(journey.converting(ids, to: .painPoints)).edit)
    #expect(texts(pains, 2, 0) == ["one"] && texts(pains, 2, 1) == ["five", "four"])
    let ideas = try #require(journey.converting(ids, to: .opportunities))
    let now = journey.after(ideas.edit)
    #expect(now.lanes.count == 5)
    let lane = try #require(now.lanes.last)
    #expect(lane.laneKind == .opportunities)
    #expect(ids.allSatisfy { now.cards[$0]?.laneID == lane.id })
    #expect(journey.converting([sample.cards[4].id], to: .painPoints) == nil)
  }

  @Test func aCardOfAnotherKindThanItsLaneComesHome() throws {
    let id = sample.cards[4].id
    let other = journey.after(try #require(journey.settingKind(of: [id], to: .text)))
    let again = other.after(try #require(other.converting([id], to: .painPoints)).edit)
    #expect(again.cards[id]?.cardKind == nil && again.cards[id]?.laneID == sample.lanes[2].id)
  }

  // MARK: Order

  @Test func anyOrderCanBeMadeAndOnlyWhatMovedIsWritten() {
    var generator = Dice(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 1...12, using: &generator)
      let ranks = Rank.spread(count)
      // Now and then two share a rank, as in files that were merged.
      let list = (0..<count).map { index in
        let twin = index > 0 && Int.random(in: 0..<8, using: &generator) == 0
        return (id: UUID(), rank: ranks[twin ? index - 1 : index])
      }
      let moved = list.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
      let ids = Set(moved.map(\.id))
      let staying = list.map(\.id).filter { !ids.contains($0) }
      let before = Bool.random(using: &generator) ? staying.randomElement(using: &generator) : nil
      var reordering = Reordering(list)
      reordering.put(moved, before: before)
      let new = reordering.ranks
      let order = reordering.order.map { new[$0.id] ?? $0.rank }
      #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
      let place = staying.firstIndex { $0 == before } ?? staying.count
      #expect(
        reordering.order.map(\.id) == staying[..<place] + moved.map(\.id) + staying[place...])
      if Set(list.map(\.rank)).count == count { #expect(Set(new.keys).isSubset(of: ids)) }
    }
  }
}
