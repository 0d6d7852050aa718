import Foundation
import Testing

@testable import UpliftCore

/// A map cut down to what is selected.
@Suite struct MapPartTests {
  let small = SmallWorkspace()
  var journey: JourneyContents

  init() throws { journey = try #require(small.contents.journey(small.map.id)) }

  @Test func stepsBringTheirStagesAndCards() {
    let part = journey.only(.steps([small.steps[1].id]))
    #expect(part.steps.map(\.title) == ["Prepares the parcel"])
    #expect(part.stages.map(\.title) == ["Send back"])
    #expect(part.cards.values.map(\.text) == ["No label in the box"])
    #expect(part.lanes.count == 2 && part.emotions.isEmpty)
  }

  @Test func cellsAreTheSmallestBlockThatHoldsThem() {
    let part = journey.only(.cells(CellSelection(cards: [small.cards[1].id])))
    #expect(part.steps.count == 1 && part.lanes.map(\.laneKind) == [.painPoints])
    let both = journey.only(.cells(CellSelection(cards: Set(small.cards.map(\.id)))))
    #expect(both.steps.count == 2 && both.lanes.count == 2)
  }

  @Test func aCardThatReachesInBeginsAtTheFirstStep() {
    var long = small.cards[0]
    long.span = .max
    var journey = journey
    _ = journey.apply(WorkspaceChange(upserts: [long]))
    let part = journey.only(.steps(Set(small.steps[1...].map(\.id))))
    let card = part.cards[long.id]
    #expect(card?.stepID == small.steps[1].id && card?.span == 2)
    let block = journey.only(.cells(CellSelection(cards: [long.id])))
    #expect(block.steps.count == 3)
  }

  @Test func linesStayBetweenLanes() {
    let line = BlueprintLine(
      mapID: small.map.id, rank: .between(small.lanes[0].rank, small.lanes[1].rank),
      line: .visibility)
    var journey = journey
    _ = journey.apply(WorkspaceChange(upserts: [line]))
    #expect(journey.only(.lanes(Set(small.lanes.map(\.id)))).lines == [line])
    #expect(journey.only(.lanes([small.lanes[0].id])).lines == [])
    #expect(journey.only(.whole) == journey)
  }

  @Test func aSelectionIsWhatIsWholeInIt() {
    let steps = small.steps.map(\.reference)
    let card = small.cards[0].reference
    let lane = small.lanes[1].reference
    #expect(journey.part(records: [steps[1]]) == .steps([steps[1].id]))
    #expect(
      journey.part(records: [small.contents.stages[1].reference, steps[0]])
        == .steps(Set(steps.map(\.id))))
    #expect(journey.part(records: [lane]) == .lanes([lane.id]))
    #expect(
      journey.part(records: [card]) == .cells(CellSelection(cards: [card.id])))
    // A header beside a card stands for all that it heads.
    guard case .cells(let mixed) = journey.part(records: [card, lane]) else {
      Issue.record("no cells")
      return
    }
    #expect(mixed.cards == Set(small.cards.map(\.id)) && mixed.cells.count == 3)
    #expect(journey.part(records: [EntityReference(.card, UUID())]) == nil)
  }
}
