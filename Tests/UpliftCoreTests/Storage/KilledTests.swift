import Foundation
import Testing
import UpliftCore

@testable import edit_stream

/// NEVER 1 and 2: a crash at any moment leaves a file that opens, with every acknowledged edit.
@Suite struct KilledTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(isInMemory: true) }

  /// Of edits alone, and of edits between which older versions are restored.
  @Test(arguments: [("write", 20, 120_000), ("restore", 10, 250_000)])
  func everyAcknowledgedEditSurvivesBeingKilled(
    command: String, rounds: Int, longest: Int
  ) throws {
    let original = folder.file("original.uplift")
    try LivedInWorkspace.bytes.write(to: original)
    // What the file holds after each edit, by a run that nobody disturbs.
    let reference = folder.file("reference.uplift")
    try FileManager.default.copyItem(at: original, to: reference)
    let whole = try EditStreamProcess.run(
      [command, reference.path, "42", "90", "digests"], folder: folder)
    let digests = whole.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(digests.count == 91)

    var dice = Dice(seed: 1)
    var interrupted = 0
    for round in 0..<rounds {
      let url = folder.file("round \(round).uplift")
      try FileManager.default.copyItem(at: original, to: url)
      let stream = try EditStreamProcess([command, url.path, "42", "90"], folder: folder)
      stream.waitForFirstLine()
      usleep(UInt32(dice.roll(longest)))
      stream.kill()
      if FileManager.default.fileExists(atPath: url.path + "-journal") { interrupted += 1 }

      let last = stream.lines.count - 1
      #expect(stream.lines.last == "ack \(last)")
      let workspace = try Workspace.open(at: url)
      #expect(try workspace.check() == [])
      let found = try workspace.contents().digest
      // The one after it may have reached the disk before it could be acknowledged.
      #expect(digests[last...].prefix(2).contains(found), "round \(round)")
      try workspace.perform(Edit(.addPersona, [.insert(Persona(rank: .middle, name: "After"))]))
      try workspace.undo()
      #expect(try workspace.contents().digest == found)
      try workspace.close()
      #expect(!FileManager.default.fileExists(atPath: url.path + "-journal"))
    }
    print("Killed in the middle of a transaction: \(interrupted) of \(rounds)")
  }

  @Test func aNewWorkspaceIsWholeOrNotThere() throws {
    var dice = Dice(seed: 2)
    for round in 0..<8 {
      let place = folder.file("round \(round)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
      let stream = try EditStreamProcess(["create", place.path, "100"], folder: folder)
      stream.waitForFirstLine()
      usleep(UInt32(dice.roll(60_000)))
      stream.kill()
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
      // What is not a workspace is hidden, and is not called one.
      #expect(names.allSatisfy { $0.hasSuffix(".uplift") || $0.hasPrefix(".uplift-") })
      let files = names.filter { $0.hasSuffix(".uplift") }
      #expect(files.count >= stream.lines.count)
      for name in files {
        let workspace = try Workspace.open(at: place.appendingPathComponent(name))
        #expect(try workspace.check() == [])
        #expect(try workspace.contents().personas.count == 40)
        try workspace.close()
      }
      // And what was left behind is in nobody's way.
      let next = place.appendingPathComponent("100.uplift")
      try Workspace.create(at: next, contents: SmallWorkspace().contents).close()
    }
  }

  @Test func whatAKilledCreationLeftIsInNobodysWay() throws {
    for name in [".uplift-x.new", ".uplift-x.new-journal", ".a.uplift.x.new"] {
      try Data("half".utf8).write(to: folder.file(name))
    }
    let workspace = try Workspace.create(
      at: folder.file("a.uplift"), contents: SmallWorkspace().contents)
    #expect(try workspace.check() == [])
  }

  @Test func aJournalThatACrashLeftIsRolledBack() throws {
    let url = folder.file("a.uplift")
    let before = try interrupt(url)
    let workspace = try Workspace.open(at: url)
    #expect(try workspace.contents().digest == before)
    #expect(try workspace.check() == [])
  }

  @Test func aJournalThatACrashLeftIsRolledBackForAReaderToo() throws {
    let url = folder.file("a.uplift")
    let before = try interrupt(url)
    let workspace = try Workspace.open(at: url, readOnly: true)
    #expect(try workspace.contents().digest == before)
  }

  /// Leaves a workspace in the middle of a transaction that has reached the file.
  ///
  /// - Returns: what it held before.
  private func interrupt(_ url: URL) throws -> String {
    try LivedInWorkspace.bytes.write(to: url)
    let before = try Workspace.open(at: url).contents().digest
    try InterruptedTransaction.leave(in: url, folder: folder)
    #expect(FileManager.default.fileExists(atPath: url.path + "-journal"))
    return before
  }
}
