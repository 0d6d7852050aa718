import Foundation
import Testing
import UpliftCore

@testable import edit_stream

/// What stands at the path, who may write there, and what happens to it meanwhile.
@Suite struct PlaceTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.file("a.uplift")
  }

  private func edit() -> Edit {
    Edit(.addPersona, [.insert(Persona(rank: .middle, name: "Amina"))])
  }

  // MARK: No workspace

  @Test func nothingIsMissing() {
    #expect(throws: WorkspaceError.missing(path: url.path)) { try Workspace.open(at: url) }
    let inside = url.appendingPathComponent("b.uplift")
    #expect(throws: WorkspaceError.missing(path: inside.path)) { try Workspace.open(at: inside) }
  }

  @Test func aFolderAPipeADeviceAndASocketAreNoWorkspaces() throws {
    mkfifo(url.path, 0o644)
    for path in [url.path, "/dev/zero", "/dev/null", folder.url.path] {
      for readOnly in [false, true] {
        #expect(throws: WorkspaceError.notAWorkspace(path: path)) {
          try Workspace.open(at: URL(fileURLWithPath: path), readOnly: readOnly)
        }
      }
    }
  }

  @Test(arguments: [
    "", "x", "SQLite format 3\0", "%PDF-1.7\n1 0 obj", "# Notes\n",
    String(repeating: "0", count: 9999),
  ])
  func whatIsNotSQLiteIsLeftAlone(text: String) throws {
    try Data(text.utf8).write(to: url)
    #expect(throws: WorkspaceError.notAWorkspace(path: url.path)) { try Workspace.open(at: url) }
    #expect(try Data(contentsOf: url) == Data(text.utf8))
    #expect(folder.names == ["a.uplift"])
  }

  @Test func aNewWorkspaceInAFolderThatIsNotThereSaysSo() {
    let inside = folder.file("missing/a.uplift")
    #expect(throws: WorkspaceError.missing(path: folder.file("missing").path)) {
      try Workspace.create(at: inside, contents: SmallWorkspace().contents)
    }
  }

  @Test func aPathThroughALinkIsTheFileItself() throws {
    try LivedInWorkspace.bytes.write(to: folder.file("real.uplift"))
    try FileManager.default.createSymbolicLink(
      atPath: url.path, withDestinationPath: "real.uplift")
    let workspace = try Workspace.open(at: url)
    try workspace.perform(edit())
    try workspace.close()
    #expect(folder.names == ["a.uplift", "real.uplift"])
    let names = try Workspace.open(at: folder.file("real.uplift")).contents().personas.map(\.name)
    #expect(names.contains("Amina"))
  }

  // MARK: Read-only

  /// By a process that is not root, for whom no file is read-only.
  ///
  /// - Returns: nil where this machine has nobody who is not root.
  private func visit() throws -> [String]? {
    let lines = try EditStreamProcess.run(["--as-nobody", "visit", url.path], folder: folder)
    return lines == ["nobody else"] ? nil : lines
  }

  @Test(arguments: [("file", 0o444, 0o777), ("folder", 0o666, 0o555)])
  func aReadOnlyPlaceOpensForReadingAndSaysWhy(what: String, file: Int, place: Int) throws {
    try LivedInWorkspace.bytes.write(to: url)
    let digest = try Workspace.open(at: url).contents().digest
    #expect(chmod(url.path, mode_t(file)) == 0 && chmod(folder.url.path, mode_t(place)) == 0)
    let lines = try visit()
    chmod(folder.url.path, 0o755)
    guard let lines else { return }
    #expect(
      lines == [
        "reason \(WorkspaceError.readOnly(path: url.path))", "digest \(digest)", "faults 0",
        "error \(WorkspaceError.readOnly(path: url.path))",
      ])
    #expect(try Data(contentsOf: url) == LivedInWorkspace.bytes)
  }

  @Test func anInterruptedChangeInAReadOnlyFolderIsExplained() throws {
    try LivedInWorkspace.bytes.write(to: url)
    try InterruptedTransaction.leave(in: url, folder: folder)
    chmod(folder.url.path, 0o555)
    let lines = try visit()
    chmod(folder.url.path, 0o755)
    guard let lines else { return }
    #expect(lines == ["error \(WorkspaceError.interrupted(path: url.path))"])
    // Where it can be written, nothing is lost.
    #expect(try Workspace.open(at: url).check() == [])
  }

  @Test func aFileThatMayNotBeReadSaysSo() throws {
    try LivedInWorkspace.bytes.write(to: url)
    chmod(url.path, 0o200)
    guard let lines = try visit() else { return }
    #expect(lines == ["error \(WorkspaceError.noPermission(path: url.path))"])
  }

  @Test func whatWasAskedForReadingOnlyIsNotChanged() throws {
    try LivedInWorkspace.bytes.write(to: url)
    let workspace = try Workspace.open(at: url, readOnly: true)
    #expect(workspace.isReadOnly && workspace.readOnlyReason?.isEmpty == false)
    #expect(throws: WorkspaceError.readOnly(path: url.path)) { try workspace.perform(edit()) }
    #expect(throws: WorkspaceError.readOnly(path: url.path)) { try workspace.undo() }
    #expect(try workspace.check() == [])
    #expect(try Data(contentsOf: url) == LivedInWorkspace.bytes)
  }

  // MARK: Replaced

  @Test(arguments: ["deleted", "moved", "replaced"])
  func nothingIsWrittenToAFileThatIsNoLongerThere(how: String) throws {
    try LivedInWorkspace.bytes.write(to: url)
    let workspace = try Workspace.open(at: url)
    try workspace.perform(edit())
    switch how {
    case "deleted": try FileManager.default.removeItem(at: url)
    case "moved": try FileManager.default.moveItem(at: url, to: folder.file("b.uplift"))
    default:
      // As a program does that keeps folders in step.
      try LivedInWorkspace.bytes.write(to: url, options: .atomic)
    }
    let error = WorkspaceError.replaced(path: url.path)
    #expect(throws: error) { try workspace.perform(edit()) }
    #expect(throws: error) { try workspace.undo() }
    #expect(throws: error) { try workspace.noticeOutsideChanges() }
    #expect(error.description.contains(url.path))
    if how == "replaced" {
      #expect(try Data(contentsOf: url) == LivedInWorkspace.bytes)
    }
  }
}
