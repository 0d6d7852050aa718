import Foundation
import Testing
import UpliftCore

@Suite struct JourneyComparisonTests {
  let current = MapModel.grid(stages: 2, steps: 3, lanes: 2)

  private func lines(_ old: MapModel, _ new: MapModel) -> [String] {
    JourneyComparison(from: old.contents, to: new.contents).differences
      .map { "\($0.sort): \(ComparisonWords.line(of: $0))" }
  }

  @Test func aMapEqualsItself() {
    #expect(lines(current, current) == [])
  }

  @Test func aNewFutureMapEqualsItsBasis() {
    #expect(lines(current, current.future()) == [])
    #expect(lines(current.future(), current) == [])
  }

  @Test func theFutureOfAFutureIsComparedWithTheFirstMapToo() {
    let first = current.future()
    var second = first.future()
    second.cards[0].text = "Else"
    var basis: [UUID: UUID] = [:]
    for card in first.cards { basis[card.id] = card.basisID }
    for stage in first.stages { basis[stage.id] = stage.basisID }
    for step in first.steps { basis[step.id] = step.basisID }
    for lane in first.lanes { basis[lane.id] = lane.basisID }
    let comparison = JourneyComparison(
      from: current.contents, to: second.contents, basis: basis)
    #expect(comparison.differences.map(\.sort) == [.reworded])
    // Two futures of one map know each other by what they were made of.
    let other = current.future()
    let sisters = JourneyComparison(from: other.contents, to: first.contents)
    #expect(sisters.differences == [])
  }

  @Test func whatHappenedIsSaidInWords() {
    var future = current.future()
    future.stages[0].title = "Choose"
    future.steps[1].title = "Looks around"
    future.steps[1].isMomentOfTruth = true
    future.cards[0].text = "Fewer questions"
    future.cards[0].evidence = .observed
    future.cards[3].stepID = future.steps[2].id
    future.emotions[2].value = 1.5
    let gone = future.cards.removeLast()
    future.cards.append(
      Card(
        laneID: future.lanes[1].id, stepID: future.steps[5].id, rank: .middle, text: "A code"))
    #expect(
      lines(current, future)
        == [
          "reworded: Stage “Choose”: “Stage 0” → “Choose”",
          "reworded: Step “Looks around” in Choose: “Step 0-1” → “Looks around”",
          "changed: Step “Looks around” in Choose: moment of truth no → yes",
          "emotion: Step “Step 0-2” in Choose: 0 → +1.5 (Amina)",
          "reworded: Card “Fewer questions” in Lane 0, Step 0-0: “Card 0/0/0” → “Fewer questions”",
          "changed: Card “Fewer questions” in Lane 0, Step 0-0: evidence assumed → observed",
          "moved: Card “Card 0/1/1”: Lane 0, Step 0-1 → Lane 0, Step 0-2",
          "added: Card “A code” in Lane 1, Step 1-2",
          "removed: Card “\(gone.text)” in Lane 1, Step 1-2",
        ])
  }

  @Test func oneStepThatMovedIsOneMove() throws {
    var future = MapModel.grid(stages: 1, steps: 8, lanes: 1).future()
    let before = MapModel.grid(stages: 1, steps: 8, lanes: 1)
    var after = before
    after.steps[1].rank = .between(after.steps[6].rank, after.steps[7].rank)
    #expect(lines(before, after) == ["moved: Step “Step 0-1”: Stage 0, position 2 → 7"])
    // A lane that passes another, with a line of visibility between them.
    future = before.future()
    future.lines = [
      BlueprintLine(mapID: future.map.id, rank: .between(nil, nil), line: .visibility)
    ]
    #expect(lines(before, future) == ["added: Blueprint line “Line of visibility”"])
  }

  @Test func aStepInAnotherStageIsMovedAndItsCardsAreNot() {
    var future = current.future()
    future.steps[0].stageID = future.stages[1].id
    future.steps[0].rank = .between(nil, future.steps[3].rank)
    #expect(lines(current, future) == ["moved: Step “Step 0-0”: Stage 0 → Stage 1"])
  }

  @Test func mapsWithoutACommonOriginAreMatchedByTheirTexts() throws {
    var other = current.unrelated()
    other.stages[0].title = "STAGE 0"
    other.cards[0].text = "Card 0/0/0, much the same"
    other.cards[5].text = "Whatever else"
    let comparison = JourneyComparison(from: current.contents, to: other.contents)
    #expect(
      comparison.findings == [
        Finding(
          .reworded, .stage, old: current.stages[0].id, new: other.stages[0].id),
        Finding(.reworded, .card, old: current.cards[0].id, new: other.cards[0].id),
        Finding(.added, .card, old: nil, new: other.cards[5].id),
        Finding(.removed, .card, old: current.cards[5].id, new: nil),
      ])
  }

  @Test func aTextOfItsOwnIsNewInAFutureMap() {
    var future = current.future()
    future.cards[0].basisID = nil
    future.cards[0].text = "Card 0/0/0, much the same"
    let findings = JourneyComparison(from: current.contents, to: future.contents).findings
    #expect(
      findings == [
        Finding(.added, .card, old: nil, new: future.cards[0].id),
        Finding(.removed, .card, old: current.cards[0].id, new: nil),
      ])
  }

  @Test func theSampleComparedWithItsFutureSaysWhatChanged() throws {
    let data = try Data(
      contentsOf: ProjectFolder.data.appending(path: "sample/larkfield.json"))
    let contents = try WorkspaceJSON.decode(data)
    let future = try #require(contents.journeyMaps.first { $0.state == .future })
    let basis = try #require(future.basisID)
    let old = try #require(contents.journey(basis))
    let new = try #require(contents.journey(future.id))
    let comparison = JourneyComparison(from: old, to: new)
    #expect(!comparison.differences.isEmpty)
    let steps = comparison.new.steps.filter { comparison.oldID(of: $0.id) != nil }
    #expect(!steps.isEmpty)
    #expect(
      comparison.findings
        == Set(JourneyComparison(from: new, to: old).findings.map(\.mirrored)))
  }

  @Test func aLargeMapIsComparedWithItsFuture() {
    let large = MapModel.grid(stages: 12, steps: 5, lanes: 40, cardsInCell: 4)
    var future = large.future()
    future.cards.swapAt(0, 1)
    future.cards[9000].text = "Else"
    let comparison = JourneyComparison(from: large.contents, to: future.contents)
    #expect(comparison.differences.map(\.sort) == [.reworded])
    let unrelated = JourneyComparison(from: large.contents, to: large.unrelated().contents)
    #expect(unrelated.differences == [])
  }
}
