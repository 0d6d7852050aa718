import Foundation
import Testing
import UpliftCore

/// NEVER 1 and 4: what cannot be saved is said, is not there, and spoils nothing.
@Suite struct FullDiskTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 20_000, 100_000, 300_000])
  func aFileThatMayNotGrowKeepsEveryAcknowledgedEdit(room: Int) throws {
    let url = folder.file("a.uplift")
    try LivedInWorkspace.bytes.write(to: url)
    let limit = LivedInWorkspace.bytes.count + room
    expectFailureIsSaid(
      try EditStreamProcess.run(["fill-limit", url.path, "\(limit)"], folder: folder), url)
  }

  @Test func aJournalThatMayNotGrowKeepsEveryAcknowledgedEdit() throws {
    let url = folder.file("a.uplift")
    try LivedInWorkspace.bytes.write(to: url)
    expectFailureIsSaid(
      try EditStreamProcess.run(["fill-limit", url.path, "6000"], folder: folder), url,
      // Which of its files had no room SQLite does not tell; the sentence names the workspace.
      says: "other")
  }

  @Test func aFullDiskKeepsEveryAcknowledgedEdit() throws {
    let disk = folder.file("disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: false)
    guard command(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.path]) else {
      // Only root may mount; the limited files of the other tests stand in for the disk.
      return
    }
    defer { _ = command(["umount", "-l", disk.path]) }
    let url = disk.appendingPathComponent("a.uplift")
    let ballast = disk.appendingPathComponent("ballast")
    try LivedInWorkspace.bytes.write(to: url)
    try Data(count: 2_000_000).write(to: ballast)
    expectFailureIsSaid(
      try EditStreamProcess.run(["fill-disk", url.path, ballast.path], folder: folder), url)
    // A new one finds no room, and leaves nothing.
    try Data(count: 200_000).write(to: ballast)
    while (try? append(100_000, to: ballast)) != nil {}
    while (try? append(1_000, to: ballast)) != nil {}
    let new = disk.appendingPathComponent("b.uplift")
    #expect(throws: WorkspaceError.diskFull(path: new.path)) {
      try Workspace.create(at: new, contents: SmallWorkspace().contents)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.path)
    #expect(names.sorted() == ["a.uplift", "ballast"])
  }

  private func expectFailureIsSaid(
    _ lines: [String], _ url: URL, says word: String = "full",
    _ location: SourceLocation = #_sourceLocation
  ) {
    let kinds = lines.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(
      kinds == [word, "kept", word, "kept", word, "kept", "went", "faults", "there"],
      sourceLocation: location)
    #expect(lines.contains("faults 0"), sourceLocation: location)
    #expect(lines.allSatisfy { !$0.hasPrefix(word) || $0.contains(url.path) })
  }

  private func command(_ words: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func append(_ count: Int, to url: URL) throws {
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(count: count))
  }
}
