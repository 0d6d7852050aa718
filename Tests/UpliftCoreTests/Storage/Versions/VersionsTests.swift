import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct VersionsTests {
  let folder: TemporaryFolder
  var small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder(isInMemory: true)
    small.addWhatCameWithVersion2()
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func sorted(_ contents: WorkspaceContents) throws -> Data {
    try WorkspaceJSON.encode(contents)
  }

  private func expectSame(
    _ left: WorkspaceContents, _ right: WorkspaceContents,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try sorted(left) == sorted(right), sourceLocation: sourceLocation)
  }

  /// A random edit that can be made as things are; nil now and then.
  private func randomEdit(_ random: inout Dice, _ number: Int) throws -> Edit? {
    guard let journey = try workspace.journey(small.map.id) else { return nil }
    let card = journey.cards.values.sorted { $0.id.uuidString < $1.id.uuidString }
      .randomElement(using: &random)
    guard let step = journey.steps.randomElement(using: &random) else {
      return journey.addingStage("Stage \(number)", step: "Step \(number)").edit
    }
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      return journey.addingStage("Stage \(number)", step: "Step \(number)", after: step.stageID)
        .edit
    case 1: return journey.addingStep("Step \(number)", after: step.id)?.edit
    case 2, 3:
      guard let lane = journey.lanes.randomElement(using: &random) else { return nil }
      return journey.addingCard("Card \(number)", at: Cell(laneID: lane.id, stepID: step.id)).edit
    case 4: return card.flatMap { journey.settingText(of: $0.reference, to: "Text \(number)") }
    case 5: return journey.deleting([step.reference])
    case 6: return card.flatMap { journey.deleting([$0.reference]) }
    case 7: return card.flatMap { journey.moving($0.reference, .forward) }
    default:
      return journey.settingEmotion(at: step.id, to: Double.random(in: -2...2, using: &random))
    }
  }

  @Test(arguments: 0..<6)
  func everyStateThatEverWasCanBeReadAndRestored(seed: Int) throws {
    var random = Dice(seed: UInt64(seed))
    var seen: [Int64: Data] = [0: try sorted(try workspace.contents())]
    for number in 0..<60 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1, 2: try workspace.undo()
      case 3: try workspace.redo()
      default: if let edit = try randomEdit(&random, number) { try workspace.perform(edit) }
      }
      let step = try workspace.currentStep()
      let now = try sorted(try workspace.contents())
      // To come back to a step is to come back to its state.
      if let before = seen[step] { #expect(before == now) }
      seen[step] = now
    }
    for (step, state) in seen {
      #expect(try sorted(try workspace.contents(at: step)) == state)
    }
    let last = try sorted(try workspace.contents())
    for (step, state) in seen.shuffled(using: &random).prefix(8) {
      let before = try sorted(try workspace.contents())
      let change = try workspace.restore(step)
      #expect(try sorted(try workspace.contents()) == state)
      #expect(try workspace.check() == [])
      guard !change.isEmpty else { continue }
      #expect(try workspace.nextUndo()?.name == .restore)
      try workspace.undo()
      #expect(try sorted(try workspace.contents()) == before)
    }
    #expect(try sorted(try workspace.contents()) == last)
    try workspace.close()
    let again = try Workspace.open(at: folder.file("a.uplift"))
    for (step, state) in seen { #expect(try sorted(try again.contents(at: step)) == state) }
  }

  @Test func aStepThatIsNotThereIsNoVersion() throws {
    #expect(throws: WorkspaceError.noSuchVersion(path: workspace.url.path)) {
      try workspace.contents(at: 99)
    }
    #expect(throws: WorkspaceError.noSuchVersion(path: workspace.url.path)) {
      try workspace.restore(99)
    }
    #expect(throws: WorkspaceError.noSuchVersion(path: workspace.url.path)) {
      try workspace.nameVersion(99, "Nowhere")
    }
  }

  @Test func versionsHaveNamesThatOthersHearOf() throws {
    let other = try Workspace.open(at: folder.file("a.uplift"))
    let journey = try #require(try workspace.journey(small.map.id))
    try workspace.perform(journey.addingStage("Later", step: "Waits").edit)
    let step = try workspace.currentStep()
    try workspace.nameVersion(step, "After the workshop")
    try workspace.nameVersion(0, "As it came")
    try workspace.nameVersion(step, "Workshop")
    #expect(try other.namedVersions().map(\.title) == ["Workshop", "As it came"])
    #expect(try other.namedVersions().map(\.sequence) == [step, 0])
    #expect(try workspace.history().count == 1)
    try workspace.removeVersionName(0)
    #expect(try other.namedVersions().map(\.title) == ["Workshop"])
    #expect(try workspace.check() == [])
  }

  @Test func whatHasANameOrSomethingLeftBehindOnItIsNotTypedInto() throws {
    func type(_ text: String) throws {
      let journey = try #require(try workspace.journey(small.map.id))
      let edit = journey.settingText(
        of: small.cards[0].reference, to: text, typing: small.map.id)
      try workspace.perform(try #require(edit))
    }
    try type("One")
    try type("One and two")
    #expect(try workspace.history().count == 1)
    try workspace.nameVersion(1, "Two")
    try type("One, two and three")
    #expect(try workspace.history().count == 2)
    #expect(try workspace.contents(at: 1).cards.contains { $0.text == "One and two" })
    let journey = try #require(try workspace.journey(small.map.id))
    try workspace.perform(journey.addingStage("Later", step: "Waits").edit)
    try workspace.undo()
    try type("Four")
    #expect(try workspace.contents(at: 3).stages.contains { $0.title == "Later" })
  }

  @Test func stepsOfVersion1FollowEachOther() throws {
    let journey = try #require(try workspace.journey(small.map.id))
    var states = [try sorted(try workspace.contents())]
    for title in ["A", "B", "C"] {
      try workspace.perform(journey.addingStage(title, step: title).edit)
      states.append(try sorted(try workspace.contents()))
    }
    try workspace.queue.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE history SET parent = NULL")
    }
    try workspace.undo()
    for (step, state) in states.enumerated() {
      #expect(try sorted(try workspace.contents(at: Int64(step))) == state)
    }
  }

  @Test func oneMapIsRestoredAndNothingElse() throws {
    let first = try workspace.currentStep()
    let then = try workspace.contents()
    let journey = try #require(try workspace.journey(small.map.id))
    try workspace.perform(try #require(journey.deleting([small.steps[1].reference])))
    try workspace.perform(Edit(.delete, [.delete(small.contents.departments[0].reference)]))
    try workspace.perform(Edit(.delete, [.delete(small.contents.channels[0].reference)]))
    let other = JourneyMap(rank: .between(small.map.rank, nil), title: "Another")
    try workspace.perform(Edit(.addJourneyMap, [.insert(other)]))
    let now = try workspace.contents()
    let edit = try #require(
      now.restoring(map: small.map.id, from: try workspace.contents(at: first)))
    try workspace.perform(edit)
    let after = try workspace.contents()
    #expect(after.journeyMaps.count == 2)
    #expect(Set(after.steps) == Set(then.steps))
    #expect(Set(after.cards) == Set(then.cards))
    #expect(Set(after.emotions) == Set(then.emotions))
    #expect(after.links.count == then.links.count)
    #expect(after.departments == [] && after.cardDepartments == [] && after.cardChannels == [])
    #expect(try workspace.check() == [])
    #expect(after.restoring(map: small.map.id, from: after) == nil)
    try workspace.undo()
    try expectSame(try workspace.contents(), now)
    // Also when the map itself is gone.
    try workspace.perform(Edit(.delete, [.delete(small.map.reference)]))
    let gone = try workspace.contents()
    try workspace.perform(try #require(gone.restoring(map: small.map.id, from: then)))
    #expect(Set(try workspace.contents().cards.map(\.text)) == Set(then.cards.map(\.text)))
    #expect(try workspace.check() == [])
  }

  @Test func whatPointedToAMapPointsToItAgain() throws {
    let first = try workspace.currentStep()
    let card = try #require(try workspace.contents().cards.first { $0.stepID == small.steps[1].id })
    let cause = Cause(cardID: card.id, rank: .middle, chain: 1, text: "No label", factor: nil)
    let standard = Standard(rank: .middle, stepID: small.steps[1].id, practice: "A sign")
    let opportunity = Opportunity(rank: .middle, cardID: card.id, title: "Labels")
    try workspace.perform(
      Edit(.editDetails, [.insert(cause), .insert(standard), .insert(opportunity)]))
    let then = try workspace.contents()
    let journey = try #require(try workspace.journey(small.map.id))
    try workspace.perform(try #require(journey.deleting([small.steps[1].reference])))
    let gone = try workspace.contents()
    #expect(gone.causes.isEmpty && gone.standards[0].stepID == nil)
    try workspace.perform(try #require(gone.restoring(map: small.map.id, from: then)))
    let back = try workspace.contents()
    #expect(back.causes == [cause])
    #expect(back.standards == [standard])
    #expect(back.opportunities == [opportunity])
    #expect(try workspace.check() == [])
    // Before there was any of it, it does not go away with the map.
    let before = try workspace.contents(at: first)
    #expect(back.restoring(map: small.map.id, from: before) == nil)
  }

  @Test func restoringSaysHowFarItIsAndIsCancelled() throws {
    let journey = try #require(try workspace.journey(small.map.id))
    try workspace.perform(journey.addingStage("Later", step: "Waits").edit)
    let cell = Cell(laneID: small.lanes[0].id, stepID: small.steps[0].id)
    let now = try #require(try workspace.journey(small.map.id))
    let lines = (0..<1_500).map { "Card \($0)" }
    let pasting = try #require(try now.pasting(lines: lines, at: cell))
    try workspace.perform(pasting.edit)
    let before = try sorted(try workspace.contents())
    #expect(try workspace.distance(to: 2) == 0)
    #expect(try workspace.distance(to: 0) > 100_000)
    #expect(throws: CancellationError.self) {
      try workspace.restore(0) { $0 < 0.3 }
    }
    #expect(try sorted(try workspace.contents()) == before)
    var shares: [Double] = []
    try workspace.restore(0) {
      shares.append($0)
      return true
    }
    #expect(shares == shares.sorted() && shares.count > 3)
    #expect(shares.allSatisfy { (0...1).contains($0) })
    #expect(try workspace.nextUndo()?.name == .restore)
    #expect(try workspace.contents().cards.count < 100)
    try workspace.undo()
    #expect(try sorted(try workspace.contents()) == before)
    #expect(try workspace.check() == [])
  }

  /// What goes along with a lane is named, so that one sees how far its deletion is.
  @Test func aDeletionIsSpelledOut() throws {
    let cards = try workspace.contents().cards
    let own = Set(cards.filter { $0.laneID == small.lanes[0].id }.map(\.reference))
    let short = Edit(.delete, [.delete(small.lanes[0].reference)])
    let long = try workspace.spellingOut(short)
    #expect(!own.isEmpty)
    #expect(Set(long.changes.dropLast().compactMap(\.deleted)) == own)
    #expect(long.changes.last?.deleted == small.lanes[0].reference)
    let map = Edit(.delete, [.delete(small.map.reference), .delete(small.lanes[0].reference)])
    #expect(try workspace.spellingOut(map).changes.count == cards.count + 2)
    // It comes to the same, and is taken back as one.
    let before = try sorted(try workspace.contents())
    try workspace.perform(short)
    let after = try sorted(try workspace.contents())
    try workspace.undo()
    try workspace.perform(long)
    #expect(try sorted(try workspace.contents()) == after)
    try workspace.undo()
    #expect(try sorted(try workspace.contents()) == before)
  }

  /// Cards of a step that goes to another stage do not go with its old one.
  @Test func whatMovesElsewhereStays() throws {
    let journey = try #require(try workspace.journey(small.map.id))
    let added = journey.addingStage("Later", step: "Waits")
    try workspace.perform(added.edit)
    let count = try workspace.contents().cards.count
    let all = try #require(try workspace.journey(small.map.id))
    let merging = try #require(all.mergingStage(all.stages[0].id, links: []))
    let spelledOut = try workspace.spellingOut(merging)
    #expect(spelledOut.changes.count == merging.changes.count)
    try workspace.perform(spelledOut)
    #expect(try workspace.contents().cards.count == count)
  }

  @Test func twoVersionsOfAMapAreCompared() throws {
    let journey = try #require(try workspace.journey(small.map.id))
    try workspace.perform(
      try #require(journey.settingText(of: small.cards[0].reference, to: "Orders one size")))
    let comparison = try #require(
      try workspace.comparison(from: MapVersion(small.map.id, at: 0), to: MapVersion(small.map.id)))
    #expect(comparison.differences.map(\.sort) == [.reworded])
  }
}

extension Change {
  fileprivate var deleted: EntityReference? {
    if case .delete(let reference) = self { reference } else { nil }
  }
}
