import Foundation
import Testing
import UpliftCore

/// Keys that mean the map reach it while something is being written.
@Suite(.serialized) struct KeysInFieldsTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    desktop.pause(500_000)
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func undoIsHeardInAFieldInWhichNothingWasTyped() throws {
    let before = try contents().cards.count
    try desktop.goTo("No label in the box")
    try desktop.press("Delete")
    try desktop.eventually("the deletion") { try contents().cards.count == before - 1 }
    desktop.pause(500_000)
    // The title in the details.
    try desktop.press("F6")
    desktop.pause(300_000)
    try desktop.press("ctrl+z")
    try desktop.eventually("the card") { try contents().cards.count == before }
  }

  @Test func aStageIsMovedWhileItIsNamed() throws {
    try desktop.goTo("No label in the box")
    try desktop.press("Left", "ctrl+shift+s")
    desktop.pause(500_000)
    try desktop.type("Drop")
    desktop.pause(300_000)
    try desktop.press("alt+Right")
    let title = "Returning an online order"
    func stages() throws -> [String] {
      let contents = try contents()
      let map = try #require(contents.journeyMaps.first { $0.title == title })
      return contents.stages.filter { $0.mapID == map.id }.inOrder().map(\.title)
    }
    try desktop.eventually("the stage") { try stages().contains("Drop") }
    desktop.pause(500_000)
    #expect(try stages().prefix(3) == ["Decide", "Send back", "Drop"])
    #expect(try desktop.activeTitle().hasPrefix(title))
  }
}
