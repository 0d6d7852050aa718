import Foundation
import Testing
import UpliftCore

/// Real drags and keys on a board of the sample, with the window as large as the screen.
@Suite(.serialized) struct BoardTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    desktop.pause(500_000)
    try desktop.press("ctrl+k")
    try desktop.type("Why do returns hurt")
    desktop.pause(400_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Why do returns hurt")
  }

  private func board() throws -> BoardContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    let contents = try workspace.contents()
    let board = try #require(contents.boards.first { $0.title.hasPrefix("Why do returns hurt") })
    return try #require(contents.board(board.id))
  }

  private func note(_ start: String) throws -> Note {
    try #require(try board().notes.values.first { $0.text.hasPrefix(start) })
  }

  @Test func aNoteIsDraggedOntoAnotherAndKeysTakeThemApart() throws {
    // The second column: "Packing is measured…" and "Stock and support…".
    try desktop.carry(from: (570, 270), to: (570, 150))
    try desktop.letGo()
    try desktop.type("Measures and systems")
    try desktop.press("Return")
    try desktop.eventually("a cluster of two") {
      let now = try board()
      guard let cluster = now.clusters.values.first(where: { $0.title == "Measures and systems" })
      else { return false }
      return now.clusterNotes[cluster.id]?.count == 2
    }
    let clusters = try board().clusters.count
    try desktop.click(560, 108)
    try desktop.press("ctrl+shift+g")
    try desktop.eventually("the cluster taken apart") { try board().clusters.count == clusters - 1 }
    try desktop.press("ctrl+z")
    try desktop.eventually("the cluster again") { try board().clusters.count == clusters }
  }
}
