import Foundation
import Testing
import UpliftCore

@Suite struct FutureMapTests {
  let folder: TemporaryFolder
  var small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    small.addWhatCameWithVersion2()
    small.contents.blueprintLines = [
      BlueprintLine(
        mapID: small.map.id, rank: .between(nil, small.lanes[0].rank), line: .visibility)
    ]
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func journey(_ id: UUID) throws -> JourneyContents {
    try #require(try workspace.journey(id))
  }

  @Test func itHoldsAllThatTheCurrentOneHoldsAndIsOneStepOfUndo() throws {
    let before = try workspace.contents()
    let current = try journey(small.map.id)
    let made = current.makingFutureMap(among: [current.map])
    try workspace.perform(made.edit)
    let future = try journey(made.record.id)
    #expect(future.map.title == "Return, future state")
    #expect(future.map.state == .future)
    #expect(future.map.basisID == current.map.id)
    #expect(future.map.columnWidth == 200)
    #expect(future.stages.map(\.basisID) == current.stages.map(\.id))
    #expect(future.steps.map(\.basisID) == current.steps.map(\.id))
    #expect(future.lanes.map(\.basisID) == current.lanes.map(\.id))
    #expect(future.lanes.map(\.height) == current.lanes.map(\.height))
    #expect(future.lanes.map(\.isCollapsed) == current.lanes.map(\.isCollapsed))
    #expect(future.lines.map(\.line) == current.lines.map(\.line))
    #expect(Set(future.cards.values.map(\.basisID)) == Set(current.cards.keys))
    for card in future.cards.values {
      let original = try #require(card.basisID.flatMap { current.cards[$0] })
      #expect(future.departments(of: card.id) == current.departments(of: original.id))
      #expect(future.channels(of: card.id) == current.channels(of: original.id))
      #expect(future.tags(of: card.id) == current.tags(of: original.id))
      #expect(future.picture(of: card) == current.picture(of: original))
      #expect(future.metric(of: card) == current.metric(of: original))
    }
    for step in future.steps {
      let original = try #require(step.basisID)
      #expect(future.departments(behind: step.id) == current.departments(behind: original))
      #expect(future.emotion(at: step.id)?.value == current.emotion(at: original)?.value)
    }
    #expect(JourneyComparison(from: current, to: future).differences == [])
    #expect(try workspace.check() == [])
    try workspace.undo()
    #expect(try workspace.contents() == before)
  }

  @Test func whatIsKnownOfTodayIsNotKnownOfTheFutureAndThatIsNoDifference() throws {
    let card = try #require(journey(small.map.id).cards.values.first)
    func change<Record: Entity>(_ record: Record, _ change: (inout Record) -> Void) throws {
      let edit = Edit.changing(record, .editDetails, change)
      try workspace.perform(try #require(edit))
    }
    try change(card) {
      $0.evidence = .observed
      $0.source = "Shadowing"
    }
    try change(small.map) { $0.status = .agreed }
    let current = try journey(small.map.id)
    let made = current.makingFutureMap(among: [current.map])
    try workspace.perform(made.edit)
    var future = try journey(made.record.id)
    #expect(future.cards.values.allSatisfy { $0.evidence == .assumed && $0.source.isEmpty })
    #expect(future.map.status == .hypothesis)
    #expect(JourneyComparison(from: current, to: future).differences == [])
    #expect(JourneyComparison(from: future, to: current).differences == [])
    let copy = try #require(future.cards.values.first { $0.basisID == card.id })
    try change(copy) {
      $0.evidence = .reported
      $0.source = "Pilot"
    }
    future = try journey(made.record.id)
    let found = JourneyComparison(from: current, to: future).differences
    #expect(found.flatMap(\.changes).map(\.field) == [.evidence, .source])
  }

  @Test func theFirstOfSeveralIsLaidOverAndAnotherCanBeChosen() throws {
    func make(_ value: Double) throws -> JourneyMap {
      let current = try journey(small.map.id)
      let made = current.makingFutureMap(among: try workspace.outline().journeyMaps)
      try workspace.perform(made.edit)
      let future = try journey(made.record.id)
      let edit = future.settingEmotion(at: future.steps[0].id, to: value)
      if let edit { try workspace.perform(edit) }
      return made.record
    }
    let first = try make(0.5)
    #expect(try journey(small.map.id).futureName == "Future")
    let second = try make(1.5)
    let both = try journey(small.map.id)
    #expect(both.futureMaps.map(\.id) == [second.id, first.id])
    #expect(both.futureEmotions[small.steps[0].id] == 1.5)
    #expect(both.futureName == "…future state 2")
    #expect(both.overlaying(future: second.id, among: []) == nil)
    let edit = both.overlaying(future: first.id, among: try workspace.outline().journeyMaps)
    try workspace.perform(try #require(edit))
    let chosen = try journey(small.map.id)
    #expect(chosen.futureEmotions[small.steps[0].id] == 0.5)
    #expect(chosen.futureName == "…future state")
    #expect(try workspace.contents().journey(small.map.id) == chosen)
    #expect(
      try workspace.outline().journeyMaps.map(\.id).prefix(3)
        == [small.map.id, first.id, second.id])
    try workspace.undo()
    #expect(try journey(small.map.id) == both)
  }

  @Test func itsTitleIsItsOwn() throws {
    for expected in ["Return, future state", "Return, future state 2", "Return, future state 3"] {
      let maps = try workspace.outline().journeyMaps
      let made = try journey(small.map.id).makingFutureMap(among: maps)
      #expect(made.record.title == expected)
      try workspace.perform(made.edit)
      #expect(try workspace.outline().journeyMaps.map(\.id).dropFirst().first == made.record.id)
    }
  }

  @Test func itsEmotionIsThatOfTheStepsThatWereCopiedWhateverTheyAreCalledNow() throws {
    let current = try journey(small.map.id)
    let made = current.makingFutureMap(among: [current.map])
    try workspace.perform(made.edit)
    let future = try journey(made.record.id)
    try workspace.perform(
      try #require(
        future.settingText(of: future.steps[0].reference, to: "Prepares the parcel")))
    try workspace.perform(try #require(future.settingEmotion(at: future.steps[0].id, to: 2)))
    #expect(try journey(small.map.id).futureEmotions == [small.steps[0].id: 2])
    #expect(
      try workspace.contents().journey(small.map.id)?.futureEmotions == [small.steps[0].id: 2])
  }
}
