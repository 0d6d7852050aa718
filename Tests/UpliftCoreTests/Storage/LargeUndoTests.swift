import Foundation
import Testing

@testable import UpliftCore

/// Undo and redo of much say how far they are, and can be cancelled.
@Suite struct LargeUndoTests {
  let folder: TemporaryFolder
  let small = SmallWorkspace()
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder(isInMemory: true)
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
    let journey = try #require(try workspace.journey(small.map.id))
    let cell = Cell(laneID: small.lanes[0].id, stepID: small.steps[0].id)
    let block = (0..<3_000).map { "Card number \($0)" }
    let pasting = try #require(try journey.pasting(lines: block, at: cell))
    try workspace.perform(pasting.edit)
  }

  @Test func theySayHowFarTheyAre() throws {
    for isUndo in [true, false] {
      var shares: [Double] = []
      let tell = { (share: Double) -> Bool in
        shares.append(share)
        return true
      }
      _ = isUndo ? try workspace.undo(progress: tell) : try workspace.redo(progress: tell)
      #expect(shares.count > 4 && shares == shares.sorted())
      #expect(shares.allSatisfy { (0...1).contains($0) } && (shares.last ?? 0) > 0.9)
      #expect(try workspace.contents().cards.count == (isUndo ? 2 : 3_002))
    }
  }

  @Test(arguments: [0.0, 0.3, 0.8]) func whoCancelsHasChangedNothing(share: Double) throws {
    let before = try WorkspaceJSON.encode(workspace.contents())
    #expect(throws: CancellationError.self) { try workspace.undo { $0 < share } }
    #expect(try WorkspaceJSON.encode(workspace.contents()) == before)
    #expect(try workspace.nextUndo()?.name == .paste)
    #expect(try workspace.undo() != nil)
    #expect(throws: CancellationError.self) { try workspace.redo { $0 < share } }
    #expect(try workspace.contents().cards.count == 2)
    #expect(try workspace.redo() != nil)
    #expect(try WorkspaceJSON.encode(workspace.contents()) == before)
  }
}
