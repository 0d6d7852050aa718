import Foundation
import Testing
import UpliftCore

@Suite struct PastingEmotionsTests {
  let folder: TemporaryFolder
  let small: SmallWorkspace
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    var small = SmallWorkspace()
    small.contents.lanes.append(
      Lane(
        mapID: small.map.id, rank: .between(small.lanes.last?.rank, nil), kind: .emotion))
    self.small = small
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func journey() throws -> JourneyContents {
    try #require(try workspace.journey(small.map.id))
  }

  private func place(_ journey: JourneyContents) throws -> Cell {
    let lane = try #require(journey.lanes.first { $0.laneKind == .emotion })
    return Cell(laneID: lane.id, stepID: journey.steps[0].id)
  }

  private func paste(_ text: String) throws -> [Emotion] {
    let current = try journey()
    let pasting = try #require(
      try current.pasting(
        TextTable(text).rows, at: place(current), for: current.map.personaID))
    try workspace.perform(pasting.edit)
    return pasting.emotions
  }

  @Test(arguments: [
    ("2", 2), ("-2", -2), ("−2", -2), ("+1,5", 1.5), (" 0.25 ", 0.25), ("delighted", 2),
    ("Very bad", -2), ("neither good nor bad", 0),
  ])
  func aTextSaysAValue(_ text: String, _ value: Double) {
    #expect(JourneyWords.emotion(in: text) == value)
  }

  @Test(arguments: ["3", "-2.1", "", "soso", "1 2", "nan"])
  func aTextSaysNone(_ text: String) {
    #expect(JourneyWords.emotion(in: text) == nil)
  }

  @Test func aRowOfValuesLandsOnOneStepAfterTheOther() throws {
    let before = try journey()
    let felt = try paste("2\t\t-1\n")
    let after = try journey()
    #expect(felt.map(\.value) == [2, -1])
    #expect(after.emotion(at: after.steps[0].id)?.value == 2)
    #expect(
      after.emotion(at: after.steps[1].id)?.value == before.emotion(at: before.steps[1].id)?.value)
    // Past the last step there are new ones.
    #expect(after.steps.count == max(before.steps.count, 3))
    #expect(after.emotion(at: after.steps[2].id)?.value == -1)
    let part = MapPart.cells(
      CellSelection(emotions: Set(felt.map(\.id))))
    #expect(after.table(of: part)?.rows.last?.contains("-1") == true)
    #expect(try workspace.check() == [])
    try workspace.undo()
    #expect(try journey() == before)
  }

  @Test func oneThatIsNoneRefusesAll() throws {
    let before = try journey()
    #expect(throws: BlockRefusal.noEmotion("3", lane: "Emotion")) { try paste("2\t3") }
    #expect(throws: BlockRefusal.severalEmotions(lane: "Emotion")) {
      try before.pasting(lines: ["2", "1"], at: place(before), for: nil)
    }
    #expect(try journey() == before)
  }
}
