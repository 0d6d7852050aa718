import Foundation
import Testing
import UpliftCore

/// Edits as a person makes them, looked at on the disk.
@Suite struct JourneyEditingTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func journey() throws -> JourneyContents {
    try #require(try workspace.journey(small.map.id))
  }

  private func perform(_ edit: Edit?) throws { try workspace.perform(try #require(edit)) }

  private func titles() throws -> [String] { try journey().steps.map(\.title) }

  @Test func aStageComesWithAStepAfterTheOneChosen() throws {
    let added = try journey().addingStage("Wait", step: "Reads", after: small.contents.stages[0].id)
    try perform(added.edit)
    #expect(try journey().stages.map(\.title) == ["Decide", "Wait", "Send back"])
    #expect(try titles() == ["Tries it on", "Reads", "Prepares the parcel", "Hands it over"])
  }

  @Test func aLaneThatIsCalledLikeAKindBecomesOne() throws {
    let added = try journey().addingLane(.text)
    try perform(added.edit)
    let lane = added.record.reference
    try perform(try journey().settingText(of: lane, to: "pain points\nwhat hurts"))
    try perform(try journey().takingAtItsName(lane: lane.id))
    var now = try #require(try journey().lanes.last)
    #expect(now.laneKind == .painPoints)
    #expect(now.title == "" && now.subtitle == "what hurts")
    // It is no text any more: another name is only a name.
    try perform(try journey().settingText(of: lane, to: "Opportunities"))
    #expect(try journey().takingAtItsName(lane: lane.id) == nil)
    now = try #require(try journey().lanes.last)
    #expect(now.title == "Opportunities" && now.subtitle == "what hurts")
    // Nor does a lane that cards stand in become another.
    let text = try journey().addingLane(.text, title: "Backstage")
    try perform(text.edit)
    let cell = Cell(laneID: text.record.id, stepID: small.steps[0].id)
    try perform(try journey().addingCard("Here", at: cell).edit)
    #expect(try journey().takingAtItsName(lane: text.record.id) == nil)
  }

  @Test func aLaneThatIsCalledLikeAKindInOtherWordsKeepsThem() throws {
    let added = try journey().addingLane(.text, title: "storyboard")
    try perform(added.edit)
    try perform(try journey().takingAtItsName(lane: added.record.id))
    let now = try #require(try journey().lanes.first { $0.id == added.record.id })
    #expect(now.laneKind == .images && now.title == "storyboard")
  }

  @Test func aLaneThatIsCalledLikeALineBecomesIt() throws {
    for (name, count) in [("Line of visibility", 1), ("line of visibility", 1), ("Line", 1)] {
      let added = try journey().addingLane(.text, title: name, after: small.lanes[0].id)
      try perform(added.edit)
      if let edit = try journey().takingAtItsName(lane: added.record.id) { try perform(edit) }
      #expect(try journey().lines.map(\.line) == [.visibility])
      #expect(try journey().lines.count == count)
    }
    let line = try #require(try journey().lines.first)
    #expect(line.rank > small.lanes[0].rank && line.rank < small.lanes[1].rank)
    #expect(try journey().lanes.count == small.lanes.count + 2)
    while try workspace.undo() != nil {}
    #expect(try journey().lines.isEmpty)
  }

  @Test func aStepMovesThroughItsStageAndIntoTheNext() throws {
    let step = small.steps[0].reference
    try perform(try journey().moving(step, .forward))
    #expect(try journey().steps(of: small.contents.stages[1].id).first?.title == "Tries it on")
    try perform(try journey().moving(step, .forward))
    #expect(try titles() == ["Prepares the parcel", "Tries it on", "Hands it over"])
    try perform(try journey().moving(step, .forward))
    #expect(try journey().moving(step, .forward) == nil)
    for _ in 0..<3 { try perform(try journey().moving(step, .backward)) }
    #expect(try titles() == ["Tries it on", "Prepares the parcel", "Hands it over"])
    #expect(try journey().steps(of: small.contents.stages[0].id).first?.title == "Tries it on")
    #expect(try journey().moving(step, .backward) == nil)
  }

  @Test func aCardMovesAmongCardsLanesAndSteps() throws {
    let cell = Cell(laneID: small.lanes[0].id, stepID: small.steps[0].id)
    let second = try journey().addingCard("Second", at: cell)
    try perform(second.edit)
    try perform(try journey().moving(second.record.reference, .up))
    #expect(try journey().cards(at: cell).map(\.text) == ["Second", "Orders two sizes"])
    #expect(try journey().moving(second.record.reference, .up) == nil)
    try perform(try journey().moving(second.record.reference, .down))
    try perform(try journey().moving(second.record.reference, .down))
    let below = Cell(laneID: small.lanes[1].id, stepID: small.steps[0].id)
    #expect(try journey().cards(at: below).map(\.text) == ["Second"])
    try perform(try journey().moving(second.record.reference, .forward))
    let beside = Cell(laneID: small.lanes[1].id, stepID: small.steps[1].id)
    #expect(try journey().cards(at: beside).map(\.text) == ["No label in the box", "Second"])
  }

  @Test func lanesAndLinesPassEachOther() throws {
    let line = try #require(try journey().addingLine(.visibility, below: small.lanes[0].id))
    try perform(line.edit)
    #expect(try journey().addingLine(.visibility) == nil)
    var now = try journey()
    #expect(now.lanes[0].rank < now.lines[0].rank && now.lines[0].rank < now.lanes[1].rank)
    try perform(now.moving(line.record.reference, .down))
    now = try journey()
    #expect(now.lanes[1].rank < now.lines[0].rank)
    #expect(now.moving(line.record.reference, .down) == nil)
    try perform(now.moving(small.lanes[1].reference, .up))
    #expect(try journey().lanes.map(\.laneKind) == [.painPoints, .actions])
  }

  @Test func deletingAStageAndItsStepTogetherIsOneDeletion() throws {
    let references = [
      small.steps[1].reference, small.cards[1].reference, small.contents.stages[1].reference,
    ]
    try perform(try journey().deleting(references))
    #expect(try titles() == ["Tries it on"])
    try workspace.undo()
    #expect(try journey().cards.count == 2)
    #expect(try journey().departments(of: small.cards[1].id).map(\.name) == ["Depot"])
  }

  @Test func emotionStaysOnItsScale() throws {
    let step = small.steps[0].id
    for _ in 0..<5 {
      if let edit = try journey().steppingEmotion(at: step, by: 1) { try perform(edit) }
    }
    #expect(try journey().emotion(at: step)?.value == 2)
    try perform(try journey().settingEmotion(at: small.steps[1].id, to: -9))
    #expect(try journey().emotion(at: small.steps[1].id)?.value == -2)
    #expect(try journey().emotion(at: small.steps[1].id)?.personaID == small.map.personaID)
    try perform(try journey().settingEmotion(at: step, to: nil))
    #expect(try journey().emotion(at: step) == nil)
  }

  @Test func aBlockFromASpreadsheetKeepsItsShapeAndMakesRoom() throws {
    let block = [["a", "b", "c", "d"], ["e", "", "g"], ["h"]]
    let cell = Cell(laneID: small.lanes[0].id, stepID: small.steps[1].id)
    let pasting = try #require(try journey().pasting(block, at: cell))
    try perform(pasting.edit)
    let now = try journey()
    #expect(now.steps.count == 5)
    // The third row finds no lane.
    #expect(pasting.newLanes == 1 && now.lanes.map(\.laneKind) == [.actions, .painPoints, .text])
    func texts(_ lane: Int, _ step: Int) -> [String] {
      now.cards(at: Cell(laneID: now.lanes[lane].id, stepID: now.steps[step].id)).map(\.text)
    }
    #expect(texts(0, 1) == ["a"] && texts(0, 2) == ["b"] && texts(0, 4) == ["d"])
    #expect(texts(1, 1) == ["No label in the box", "e"] && texts(2, 1) == ["h"])
    #expect(texts(1, 2) == [] && texts(1, 3) == ["g"])
    try workspace.undo()
    #expect(try journey().steps.count == 3)
    #expect(try journey().lanes.count == 2)
  }

  @Test func aPainPointFindsOrMakesItsLane() throws {
    try perform(try journey().addingCard("Cold", kind: .painPoints, at: small.steps[0].id).edit)
    #expect(try journey().lanes.count == 2)
    try perform(try journey().addingCard("Idea", kind: .opportunities, at: small.steps[0].id).edit)
    #expect(try journey().lanes.last?.laneKind == .opportunities)
    try workspace.undo()
    #expect(try journey().lanes.count == 2)
  }

  @Test func aCopyOfACardKeepsItsDepartments() throws {
    let copy = try #require(try journey().duplicating([small.cards[1].reference]))
    try perform(copy.edit)
    let card = try #require(try journey().cards[copy.references[0].id])
    #expect(try journey().departments(of: card.id).map(\.name) == ["Depot"])
    #expect(card.text == "No label in the box" && card.id != small.cards[1].id)
  }

  @Test func aSpanEndsWithTheMap() throws {
    try perform(try journey().settingSpan(of: small.cards[1].id, to: 9))
    #expect(try journey().cards[small.cards[1].id]?.span == 2)
    let card = try #require(try journey().cards[small.cards[1].id])
    try perform(try journey().moving(card.reference, .forward))
    #expect(try journey().cards[card.id]?.span == 1)
  }

  @Test func nothingToChangeIsNoEdit() throws {
    let now = try journey()
    #expect(now.settingText(of: small.cards[0].reference, to: small.cards[0].text) == nil)
    #expect(now.settingEvidence(of: [small.cards[1].id], to: .observed) == nil)
    #expect(now.deleting([EntityReference(.card, UUID())]) == nil)
    #expect(now.settingText(of: EntityReference(.card, UUID()), to: "x") == nil)
  }
}
