import Foundation
import Testing

@testable import UpliftCore

/// A file with a damaged part that nobody has asked for yet.
@Suite struct SoundnessTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aSoundFileIsFoundSoundAndGoesOn() throws {
    let file = folder.file("a.uplift")
    let workspace = try Workspace.create(at: file, contents: SmallWorkspace().contents)
    try workspace.requireSoundPages()
    try workspace.perform(
      Edit(.addDepartment, [.insert(Department(rank: .middle, name: "Depot"))]))
    try workspace.close()
  }

  @Test func nothingIsWrittenToADamagedFile() throws {
    let file = folder.file("b.uplift")
    try Workspace.create(at: file, contents: SmallWorkspace().contents).close()
    // The last pages belong to some table or index; the first ones are read when it is opened.
    var data = try Data(contentsOf: file)
    let page = data.count - 4096
    data.replaceSubrange(page - 4096..<page + 4096, with: Data(repeating: 0x5A, count: 8192))
    try data.write(to: file)
    guard let workspace = try? Workspace.open(at: file) else { return }
    let error = #expect(throws: WorkspaceError.self) { try workspace.requireSoundPages() }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(
        Edit(.addDepartment, [.insert(Department(rank: .middle, name: "Depot"))]))
    }
    #expect(throws: WorkspaceError.self) { try workspace.undo() }
    #expect(try Data(contentsOf: file) == data)
    try? workspace.close()
  }
}
