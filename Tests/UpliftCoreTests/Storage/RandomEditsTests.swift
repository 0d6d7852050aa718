import Foundation
import GRDB
import Testing
import UpliftCore

@testable import edit_stream

/// Whatever is derived, followed or undone agrees with what is read anew.
@Suite struct RandomEditsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(isInMemory: true) }

  @Test(arguments: 1...4)
  func whatIsFollowedUndoneAndSearchedAgreesWithTheFile(seed: UInt64) throws {
    let url = folder.file("a.uplift")
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: url, contents: small.contents)
    var edits = RandomEdits(seed: seed)
    let followed = Followed(workspace)
    let observation = workspace.observe { followed.follow($0) }
    var contents = small.contents
    for number in 1...450 {
      if number.isMultiple(of: 5) { contents = try workspace.contents() }
      try EditStream.carryOut(edits.next(contents), in: workspace)
      guard number.isMultiple(of: 50) else { continue }
      try followed.compare()
      let here = try workspace.contents().digest
      if try workspace.undo() != nil {
        try workspace.redo()
        #expect(try workspace.contents().digest == here)
      }
    }
    #expect(try workspace.check() == [])
    try expectSearchIsAsIfMadeAnew(workspace)

    while try workspace.redo() != nil {}
    let furthest = try workspace.contents().digest
    while try workspace.undo() != nil {}
    #expect(try workspace.contents().digest == small.contents.digest)
    #expect(try workspace.check() == [])
    while try workspace.redo() != nil {}
    #expect(try workspace.contents().digest == furthest)
    try followed.compare()
    try workspace.close()
    #expect(folder.names.filter { !$0.hasPrefix("again") } == ["a.uplift"])
    withExtendedLifetime(observation) {}
  }

  private func expectSearchIsAsIfMadeAnew(_ workspace: Workspace) throws {
    let again = folder.file("again.uplift")
    try Workspace.create(at: again, contents: workspace.contents()).close()
    func entries(_ url: URL) throws -> [String] {
      let queue = try DatabaseQueue(path: url.path)
      defer { try? queue.close() }
      return try queue.read {
        try String.fetchAll(
          $0, sql: "SELECT kind || hex(id) || text FROM search_entry ORDER BY 1")
      }
    }
    #expect(try entries(workspace.url) == entries(again))
    try FileManager.default.removeItem(at: again)
  }

  @Test func typingThatWasAllTakenBackLeavesNothingToUndo() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    let persona = Persona(rank: .middle, name: "First")
    try workspace.perform(Edit(.addPersona, [.insert(persona)]))
    var typed = small.cards[0]
    typed.text += "x"
    try workspace.perform(
      Edit(.editText, [.update(from: small.cards[0], to: typed)], coalescing: "a"))
    try workspace.perform(
      Edit(.editText, [.update(from: typed, to: small.cards[0])], coalescing: "a"))
    #expect(try workspace.history().map(\.name) == [.addPersona])
    try workspace.undo()
    #expect(try workspace.record(persona.reference) == nil)
    #expect(try workspace.undo() == nil)
    try workspace.redo()
    #expect(try workspace.record(persona.reference) != nil)
  }

  @Test func aStageWhoseStepsMovedAwayIsUndoneAndRedone() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    let (first, second) = (small.contents.stages[0], small.contents.stages[1])
    let before = try workspace.contents().digest
    let moves: [Change] = small.steps.filter { $0.stageID == second.id }.map { step in
      var new = step
      new.stageID = first.id
      return .update(from: step, to: new)
    }
    var journey = try #require(try workspace.journey(small.map.id))
    let change = try workspace.perform(Edit(.delete, moves + [.delete(second.reference)]))
    let isFollowed = journey.apply(change)
    #expect(isFollowed)
    expectNoDifference(journey, try workspace.journey(small.map.id))
    #expect(journey.cards.count == small.cards.count)
    let after = try workspace.contents().digest
    try workspace.undo()
    #expect(try workspace.contents().digest == before)
    try workspace.redo()
    #expect(try workspace.contents().digest == after)
  }

  @Test func theOnlyWorkspaceOfAFileStays() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.delete, [.delete(small.contents.workspace.reference)]))
    }
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.paste, [.insert(WorkspaceInfo(title: "Second"))]))
    }
    #expect(try workspace.history().isEmpty)
  }

  @Test func mapsThatAreBasedOnEachOtherInACircleAreCreated() throws {
    var small = SmallWorkspace()
    var other = JourneyMap(rank: .middle, title: "Other", state: .future, basisID: small.map.id)
    small.contents.journeyMaps[0].basisID = other.id
    small.contents.journeyMaps[0].state = .future
    other.personaID = small.map.personaID
    small.contents.journeyMaps.append(other)
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    #expect(try workspace.contents().digest == small.contents.digest)
    for map in small.contents.journeyMaps {
      expectNoDifference(try workspace.journey(map.id), small.contents.journey(map.id))
    }
    #expect(try workspace.check() == [])
  }

  /// NEVER 9: a bulk change is all or nothing.
  @Test func aThousandCardsOfWhichOneIsAgainstARuleAreNone() throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    var cards = Rank.spread(1000).map {
      Card(laneID: small.lanes[0].id, stepID: small.steps[0].id, rank: $0, text: "Many")
    }
    cards[998].span = 0
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.paste, cards.map { .insert($0) }))
    }
    #expect(try workspace.contents().digest == small.contents.digest)
    #expect(try workspace.search("many").isEmpty)
    cards[998].span = 1
    try workspace.perform(Edit(.paste, cards.map { .insert($0) }))
    #expect(try workspace.contents().cards.count == small.cards.count + 1000)
    try workspace.undo()
    #expect(try workspace.contents().digest == small.contents.digest)
  }

  @Test(arguments: [3, 9 * 1024 * 1024])
  func textsThatCannotBeKeptWholeAreRefused(length: Int) throws {
    // The long one is only long, the short one holds a character that ends texts in C.
    let text = length == 3 ? "a\0b" : String(repeating: "x", count: length)
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    var card = small.cards[0]
    card.text = text
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    }
    var contents = small.contents
    contents.cards[0] = card
    #expect(throws: WorkspaceError.self) {
      try Workspace.create(at: folder.file("b.uplift"), contents: contents)
    }
    #expect(folder.names == ["a.uplift"])
    // Long is fine, up to there.
    card.text = String(repeating: "long ", count: 1_000_000)
    try workspace.perform(Edit(.editText, [.update(from: small.cards[0], to: card)]))
    #expect(try workspace.record(card.reference) as? Card == card)
    _ = try workspace.search(card.text)
  }
}

/// All maps and boards of a workspace, and its outline, kept up to date by what an observer hears.
private final class Followed: @unchecked Sendable {
  private let workspace: Workspace
  private var journeys: [UUID: JourneyContents] = [:]
  private var boards: [UUID: BoardContents] = [:]
  private var outline: WorkspaceOutline?

  init(_ workspace: Workspace) { self.workspace = workspace }

  func follow(_ change: WorkspaceChange) {
    if outline?.apply(change) == false { outline = nil }
    for (id, journey) in journeys {
      var journey = journey
      journeys[id] = journey.apply(change) ? journey : nil
    }
    for (id, board) in boards {
      var board = board
      boards[id] = board.apply(change) ? board : nil
    }
  }

  /// Compares with what the file holds, and starts to follow what is new.
  func compare() throws {
    let outline = try workspace.outline()
    if let own = self.outline { #expect(own == outline) }
    self.outline = outline
    #expect(Set(journeys.keys).isSubset(of: outline.journeyMaps.map(\.id)))
    #expect(Set(boards.keys).isSubset(of: outline.boards.map(\.id)))
    let contents = try workspace.contents()
    for map in outline.journeyMaps {
      let fresh = try #require(try workspace.journey(map.id))
      if let own = journeys[map.id], own != fresh { expectNoDifference(own, fresh) }
      #expect(contents.journey(map.id) == fresh)
      journeys[map.id] = fresh
    }
    for board in outline.boards {
      let fresh = try #require(try workspace.board(board.id))
      if let own = boards[board.id], own != fresh { expectNoDifference(own, fresh) }
      #expect(contents.board(board.id) == fresh)
      boards[board.id] = fresh
    }
  }
}
