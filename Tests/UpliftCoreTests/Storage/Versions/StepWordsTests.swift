import Foundation
import Testing

@testable import UpliftCore

/// What the history says of its steps.
@Suite struct StepWordsTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder(isInMemory: true)
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func journey() throws -> JourneyContents {
    try #require(try workspace.journey(small.map.id))
  }

  private func newest() throws -> String? {
    let step = try #require(try workspace.history(limit: 1).first)
    return try workspace.words(of: [step])[step.sequence]
  }

  @Test func aStepSaysWhatItWasAbout() throws {
    let card = small.cards[0].reference
    try workspace.perform(#require(try journey().settingText(of: card, to: "Orders\nthree sizes")))
    #expect(try newest() == "“Orders three sizes”")
    try workspace.perform(#require(try journey().moving(card, .forward)))
    #expect(try newest() == "“Orders three sizes” to Prepares the parcel")
    try workspace.perform(
      #require(try journey().settingEmotion(at: small.steps[2].id, to: 1)))
    #expect(try newest() == "“Hands it over”")
    try workspace.perform(try journey().addingStage("Wait", step: "Refreshes the page").edit)
    #expect(try newest() == "“Wait”")
    try workspace.perform(#require(try journey().deleting([small.contents.stages[1].reference])))
    let gone = try #require(try newest())
    #expect(gone.hasPrefix("1 stage, 2 steps, 2 cards"), "\(gone)")
    try workspace.undo()
    #expect(try newest() == gone)
  }

  @Test func whatStandsAtAStepIsNotCalledLikeIt() throws {
    let standard = Standard(
      rank: .middle, stepID: small.steps[2].id, practice: "Calls back within the hour")
    try workspace.perform(Edit(.addStandard, [.insert(standard)]))
    #expect(try newest() == "“Calls back within the hour”")
    try workspace.perform(
      try #require(Edit.changing(standard) { $0.checkedOn = CalendarDay("2026-11-02") }))
    #expect(try newest() == "“Calls back within the hour”")
    let champion = Champion(rank: .middle, toName: "Chen Yu", stepID: small.steps[2].id)
    try workspace.perform(Edit(.editDetails, [.insert(champion)]))
    #expect(try newest() == "“Chen Yu”")
  }

  @Test func aChangeOfThePlansSectionsNamesThem() throws {
    let document = PlanDocument(rank: .middle, title: "As easy back as it was to buy")
    try workspace.perform(Edit(.editDetails, [.insert(document)]))
    func change(_ change: (inout PlanDocument.Setup) -> Void) throws {
      let all = try workspace.records(of: .planDocument).compactMap { $0 as? PlanDocument }
      let old = try #require(all.first)
      var setup = old.setup
      change(&setup)
      try workspace.perform(
        try #require(Edit.changing(old, old.setup.editName(to: setup)) { $0.setup = setup }))
    }
    try change { $0.move(.training, to: 1) }
    try change { $0.set(.groups, isIncluded: false) }
    #expect(try newest() == "“\(PlanSection.groups.title)”")
    #expect(try workspace.history(limit: 1).first?.title == "Leave section out")
    #expect(try workspace.undo() != nil)
    let step = try #require(try workspace.stepsOfUndo().last)
    #expect(step.title == "Move section")
    #expect(
      try workspace.words(of: [step])[step.sequence]
        == "“\(PlanSection.training.title)” before “\(PlanSection.vision.title)”")
  }

  /// The undo's message and the history say nothing of what was written in private.
  @Test func whatIsWrittenInPrivateIsNotSaid() throws {
    func board() throws -> BoardContents { try #require(try workspace.board(small.board.id)) }
    try workspace.perform(try #require(try board().startingPrivateWriting()))
    let note = try board().addingNote("Nobody tells us", to: small.columns[0].id)
    try workspace.perform(note.edit)
    #expect(try newest() == "1 note")
    try workspace.perform(
      try #require(
        try board().settingText(of: note.record.reference, to: "Nobody ever tells", typing: UUID()))
    )
    #expect(try newest() == "1 note")
    let steps = try workspace.history()
    func all() throws -> [String] { try Array(workspace.words(of: steps).values) }
    #expect(try !all().contains { $0.contains("Nobody") })
    while try workspace.undo() != nil {
      #expect(try !all().contains { $0.contains("Nobody") })
    }
    while try workspace.redo() != nil {}
    try workspace.perform(try #require(try board().deleting([note.record.reference])))
    #expect(try newest() == "1 note")
    try workspace.undo()
    // Everybody may read it then.
    try workspace.perform(try #require(try board().revealing()))
    #expect(try all().contains("“Nobody ever tells”"))
  }

  @Test func manyAreCountedAndALongTextIsShortened() throws {
    let cell = Cell(laneID: small.lanes[0].id, stepID: small.steps[2].id)
    let block = (0..<1_200).map { "Card \($0)" }
    let pasting = try #require(try journey().pasting(lines: block, at: cell))
    try workspace.perform(pasting.edit)
    let step = try #require(try workspace.nextUndo())
    #expect(try workspace.places(of: step) == [small.map.reference])
    #expect(try newest() == "1,200 cards")
    let long = String(repeating: "Rechtsschutzversicherung ", count: 20)
    try workspace.perform(
      #require(try journey().settingText(of: small.cards[0].reference, to: long)))
    let said = try #require(try newest())
    #expect(said.count <= 62 && said.hasSuffix("…”"), "\(said)")
  }
}
