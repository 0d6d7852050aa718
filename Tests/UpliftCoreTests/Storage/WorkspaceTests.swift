import CustomDump
import Foundation
import Testing
import UpliftCore

@Suite struct WorkspaceTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func sorted(_ contents: WorkspaceContents) -> Set<EntityReferenceAndValue> {
    Set(contents.records.map { EntityReferenceAndValue($0) })
  }

  @Test func whatIsCreatedIsThereAfterReopening() throws {
    try workspace.close()
    let again = try Workspace.open(at: folder.file("a.uplift"))
    #expect(try sorted(again.contents()) == sorted(small.contents))
    #expect(folder.names == ["a.uplift"])
    #expect(try again.check() == [])
  }

  @Test func anEditIsOnTheDiskAndCanBeUndoneAfterARestart() throws {
    var card = small.cards[0]
    card.text = "Orders three sizes"
    let change = try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    #expect(change.upserts.first as? Card == card)
    try workspace.close()

    let again = try Workspace.open(at: folder.file("a.uplift"))
    #expect(try again.record(card.reference) as? Card == card)
    #expect(try again.nextUndo()?.name == .editText)
    try again.undo()
    #expect(try again.record(card.reference) as? Card == small.cards[0])
    #expect(try again.nextUndo() == nil)
    try again.redo()
    #expect(try again.record(card.reference) as? Card == card)
    #expect(try again.redo() == nil)
  }

  @Test func deletingAMapTakesEverythingAndUndoBringsItBack() throws {
    let before = try sorted(workspace.contents())
    let change = try workspace.perform(Edit(.delete, [.delete(small.map.reference)]))
    #expect(change.deletions.contains(small.cards[0].reference))
    #expect(try workspace.contents().cards.isEmpty)
    #expect(try workspace.contents().links.isEmpty)
    #expect(try workspace.search("label").isEmpty)
    try workspace.undo()
    #expect(try sorted(workspace.contents()) == before)
    #expect(try workspace.search("label").count == 1)
    try workspace.redo()
    #expect(try workspace.contents().cards.isEmpty)
    #expect(try workspace.check() == [])
  }

  @Test func typingInPiecesIsOneStep() throws {
    var last = small.cards[0]
    for text in ["O", "Or", "Ord"] {
      var next = last
      next.text = text
      try workspace.perform(
        Edit(.editText, [.update(from: last, to: next)], coalescing: "text \(last.id)"))
      last = next
    }
    #expect(try workspace.history().count == 1)
    try workspace.undo()
    #expect(try workspace.record(last.reference) as? Card == small.cards[0])
    try workspace.redo()
    #expect((try workspace.record(last.reference) as? Card)?.text == "Ord")
  }

  @Test func anEditAfterAnUndoLeavesTheOldStepInTheLog() throws {
    var card = small.cards[0]
    card.text = "One"
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    try workspace.undo()
    card.text = "Two"
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    #expect(try workspace.redo() == nil)
    #expect(try workspace.history().map(\.state) == [.done, .abandoned])
  }

  @Test func twoPeopleMayChangeDifferentFieldsOfOneRecord() throws {
    let other = try Workspace.open(at: folder.file("a.uplift"))
    var text = small.cards[0]
    text.text = "Mine"
    var colour = small.cards[0]
    colour.colour = .teal
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: text)]))
    try other.perform(Edit(.setColour, [.update(from: small.cards[0], to: colour)]))
    let result = try workspace.record(text.reference) as? Card
    #expect(result?.text == "Mine")
    #expect(result?.colour == .teal)
  }

  @Test func aChangeToSomethingDeletedIsRefusedWhole() throws {
    var card = small.cards[0]
    try workspace.perform(Edit(.delete, [.delete(card.reference)]))
    card.text = "Late"
    let note = Note(columnID: small.columns[0].id, rank: .middle, text: "New")
    #expect(throws: WorkspaceError.gone(card.reference)) {
      try workspace.perform(
        Edit(.paste, [.insert(note), .update(from: small.cards[0], to: card)]))
    }
    #expect(try workspace.record(note.reference) == nil)
    #expect(try workspace.history().count == 1)
  }

  @Test func observersHearOfEveryChangeIncrementally() throws {
    var journey = try #require(try workspace.journey(small.map.id))
    let heard = Heard()
    let observation = workspace.observe { heard.add($0) }
    let step = Step(stageID: small.contents.stages[0].id, rank: Rank("x")!, title: "New")
    let card = Card(laneID: small.lanes[0].id, stepID: step.id, rank: .middle, text: "Here")
    try workspace.perform(Edit(.addStep, [.insert(step), .insert(card)]))
    try workspace.perform(Edit(.delete, [.delete(small.contents.stages[1].reference)]))
    try workspace.undo()
    for change in heard.all {
      let isKnown = journey.apply(change)
      #expect(isKnown)
    }
    expectNoDifference(journey, try workspace.journey(small.map.id))
    withExtendedLifetime(observation) {}
  }

  @Test func anotherConnectionsEditIsNoticed() throws {
    let other = try Workspace.open(at: folder.file("a.uplift"))
    let heard = Heard()
    let observation = other.observe { heard.add($0) }
    try other.noticeOutsideChanges()
    #expect(heard.all.isEmpty)
    try workspace.perform(Edit(.delete, [.delete(small.cards[0].reference)]))
    try other.noticeOutsideChanges()
    #expect(heard.all.map(\.isWholesale) == [true])
    try other.noticeOutsideChanges()
    #expect(heard.all.count == 1)
    try other.undo()
    #expect(try workspace.record(small.cards[0].reference) != nil)
    withExtendedLifetime(observation) {}
  }

  @Test func rulesAreEnforcedByTheFile() throws {
    var step = small.contents.emotions[0]
    step.value = 7
    let edit = Edit(.setEmotion, [.update(from: small.contents.emotions[0], to: step)])
    #expect(throws: WorkspaceError.self) { try workspace.perform(edit) }
    #expect(try workspace.history().isEmpty)
  }

  @Test(arguments: [
    ("label", 1), ("LABEL box", 1), ("lab", 1), ("zzz", 0), ("\"", 0), ("amina", 1), ("*", 0),
    ("counter closer", 1), ("AND", 0), ("   ", 0),
  ])
  func searchFindsWordsByTheirBeginnings(query: String, count: Int) throws {
    #expect(try workspace.search(query).count == count)
  }

  @Test func searchFindsChineseInsideATextAndSaysWhere() throws {
    let card = Card(
      laneID: small.lanes[0].id, stepID: small.steps[0].id, rank: .middle, text: "她在网上订购两个尺码")
    try workspace.perform(Edit(.addCard, [.insert(card)]))
    let hit = try #require(try workspace.search("订购").first)
    #expect(hit.reference == card.reference)
    #expect(hit.placeTitle == "Return")
    #expect(hit.place == small.map.reference)
  }

  @Test func creatingNeverReplacesAFile() throws {
    let file = folder.file("taken.uplift")
    try Data("precious".utf8).write(to: file)
    #expect(throws: WorkspaceError.exists(path: file.path)) {
      try Workspace.create(at: file, contents: small.contents)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "precious")
    #expect(folder.names == ["a.uplift", "taken.uplift"])
  }
}

/// What an observer heard.
final class Heard: @unchecked Sendable {
  private let lock = NSLock()
  private var changes: [WorkspaceChange] = []

  var all: [WorkspaceChange] { lock.withLock { changes } }
  func add(_ change: WorkspaceChange) { lock.withLock { changes.append(change) } }
}

/// Any record, comparable.
struct EntityReferenceAndValue: Hashable {
  let value: AnyHashable

  init(_ record: any Entity) { value = AnyHashable(record) }
}
