import Foundation
import Testing
import UpliftCore

@testable import edit_stream

/// NEVER 5: two windows or processes on one file see each other's edits.
@Suite struct SharedFileTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder(isInMemory: true)
    url = folder.file("a.uplift")
  }

  /// The file is gone, and what is open still has all of it.
  @Test func aDeletedFileIsSavedAsACopyWithItsHistory() throws {
    let workspace = try Workspace.create(at: url, contents: SmallWorkspace().contents)
    let amina = Persona(rank: .middle, name: "Amina")
    try workspace.perform(Edit(.addPersona, [.insert(amina)]))
    #expect(throws: WorkspaceError.exists(path: url.path)) { try workspace.saveCopy(at: url) }
    let digest = try workspace.contents().digest
    try FileManager.default.removeItem(at: url)
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.delete, [.delete(amina.reference)]))
    }
    // Back to where it was, and to where another file is.
    let other = folder.file("b.uplift")
    try Data("old".utf8).write(to: other)
    for place in [url, other] {
      try workspace.saveCopy(at: place)
      let copy = try Workspace.open(at: place)
      #expect(try copy.contents().digest == digest)
      #expect(try copy.history().count == 1)
      #expect(try copy.check() == [])
      try copy.close()
    }
    #expect(!workspace.stands(at: url))
    #expect(throws: WorkspaceError.self) {
      try workspace.saveCopy(at: folder.file("nowhere/c.uplift"))
    }
  }

  @Test func bothProcessesEditsAreThere() throws {
    let small = SmallWorkspace()
    try Workspace.create(at: url, contents: small.contents).close()
    let streams = try ["one", "two"].map {
      try EditStreamProcess(["contend", url.path, $0, "120"], folder: folder)
    }
    // Somebody who looks while they write.
    let reader = try Workspace.open(at: url)
    for _ in 0..<12 {
      #expect(try reader.check() == [])
      #expect(try reader.contents().cards.count >= small.cards.count)
      usleep(20_000)
    }
    var expected: [String] = small.cards.map { "card \($0.id) \($0.text)" }
    for stream in streams {
      let lines = stream.finish()
      #expect(lines.last == "finished")
      expected += lines.dropLast()
    }
    let found = try reader.contents().cards.map { "card \($0.id) \($0.text)" }
    #expect(found.sorted() == expected.sorted())
    #expect(try reader.history().count == 240)
    #expect(try reader.check() == [])
    while try reader.undo() != nil {}
    #expect(try reader.contents().digest == small.contents.digest)
  }

  @Test func undoTakesBackTheNewestStepWhoeverMadeIt() throws {
    let small = SmallWorkspace()
    let one = try Workspace.create(at: url, contents: small.contents)
    let two = try Workspace.open(at: url)
    var mine = small.cards[0]
    mine.text = "Mine"
    try one.perform(Edit(.editText, [.update(from: small.cards[0], to: mine)]))
    var theirs = small.cards[1]
    theirs.text = "Theirs"
    try two.perform(Edit(.editText, [.update(from: small.cards[1], to: theirs)]))
    try one.undo()
    #expect(try two.record(theirs.reference) as? Card == small.cards[1])
    #expect(try two.record(mine.reference) as? Card == mine)
    try two.undo()
    #expect(try one.contents().digest == small.contents.digest)
    try two.redo()
    try one.redo()
    #expect(try two.record(theirs.reference) as? Card == theirs)
    #expect(try two.record(mine.reference) as? Card == mine)
  }

  @Test func anEditTellsOfTheOthersEditsBeforeItsOwn() throws {
    let small = SmallWorkspace()
    let one = try Workspace.create(at: url, contents: small.contents)
    let two = try Workspace.open(at: url)
    let heard = Heard()
    let observation = one.observe { heard.add($0) }
    try two.perform(Edit(.delete, [.delete(small.cards[0].reference)]))
    try one.perform(Edit(.delete, [.delete(small.cards[1].reference)]))
    #expect(heard.all.map(\.isWholesale) == [true, false])
    // Also when the own edit comes to nothing.
    try two.undo()
    #expect(throws: WorkspaceError.gone(small.cards[0].reference)) {
      try one.perform(
        Edit(
          .delete,
          [.delete(small.cards[0].reference), .delete(small.cards[0].reference)]))
    }
    #expect(heard.all.map(\.isWholesale) == [true, false, true])
    withExtendedLifetime(observation) {}
  }

  @Test func threadsMayEditAtOnce() async throws {
    let small = SmallWorkspace()
    let workspace = try Workspace.create(at: url, contents: small.contents)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          for _ in 0..<5 {
            let persona = Persona(rank: .middle, name: "Number \(number)")
            try workspace.perform(Edit(.addPersona, [.insert(persona)]))
            _ = try workspace.outline()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try workspace.contents().personas.count == 41)
    #expect(try workspace.check() == [])
  }
}
