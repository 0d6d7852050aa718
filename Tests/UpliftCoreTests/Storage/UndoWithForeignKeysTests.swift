import Foundation
import Testing
import UpliftCore

/// Undo and redo where a foreign key changes rows while the changeset is applied.
@Suite struct UndoWithForeignKeysTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace.create(
      at: folder.file("a.uplift"),
      contents: WorkspaceContents(workspace: WorkspaceInfo(title: "Test")))
  }

  private func records() throws -> Set<String> {
    Set(try workspace.contents().records.map { String(describing: $0) })
  }

  /// Everything in the edit is undone and redone, twice.
  private func expectThereAndBack(_ edit: Edit) throws {
    let before = try records()
    try workspace.perform(edit)
    let after = try records()
    #expect(before != after)
    for _ in 1...2 {
      try workspace.undo()
      #expect(try records() == before)
      try workspace.redo()
      #expect(try records() == after)
    }
    #expect(try workspace.check() == [])
  }

  private var whole: Edit {
    Edit(.importFile, SmallWorkspace().contents.records.dropFirst().map { .insert($0) })
  }

  @Test func aWholeImport() throws { try expectThereAndBack(whole) }

  @Test func mapsThatAreBasedOnOneAnother() throws {
    let current = JourneyMap(rank: .middle, title: "Current")
    let future = JourneyMap(
      rank: .between(.middle, nil), title: "Future", state: .future, basisID: current.id)
    try expectThereAndBack(Edit(.importFile, [.insert(current), .insert(future)]))
    try expectThereAndBack(Edit(.delete, [.delete(current.reference)]))
  }

  @Test func deletingAndAddingWhatOthersReferTo() throws {
    try workspace.perform(whole)
    let persona = try #require(try workspace.outline().personas.first)
    let map = try #require(try workspace.outline().journeyMaps.first)
    var renamed = map
    renamed.title = "Renamed"
    try expectThereAndBack(
      Edit(.delete, [.update(from: map, to: renamed), .delete(persona.reference)]))
    let other = Persona(rank: .middle, name: "Jonas")
    var theirs = renamed
    theirs.personaID = nil
    var given = theirs
    given.personaID = other.id
    try expectThereAndBack(Edit(.addPersona, [.insert(other), .update(from: theirs, to: given)]))
  }

  @Test func whatWasChangedOutsideIsNotOverwritten() throws {
    try workspace.perform(whole)
    let persona = try #require(try workspace.outline().personas.first)
    try workspace.close()
    let outside = Process()
    outside.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    outside.arguments = [
      "-c",
      """
      import sqlite3, sys
      file = sqlite3.connect(sys.argv[1])
      file.execute("UPDATE persona SET age = 99")
      file.commit()
      """, folder.file("a.uplift").path,
    ]
    try outside.run()
    outside.waitUntilExit()
    #expect(outside.terminationStatus == 0)
    let again = try Workspace.open(at: folder.file("a.uplift"))
    #expect(throws: WorkspaceError.self) { try again.undo() }
    #expect(try (again.record(persona.reference) as? Persona)?.age == 99)
  }
}
