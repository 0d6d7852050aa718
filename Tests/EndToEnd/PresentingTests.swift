import Foundation
import Testing
import UpliftCore

/// A map is shown to a room, with the keys that a remote sends.
@Suite(.serialized) struct PresentingTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
  }

  /// Of the active window.
  private func size() throws -> [String] {
    let text = try desktop.run(
      "/usr/bin/xdotool", ["getactivewindow", "getwindowgeometry", "--shell"])
    return text.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("WIDTH") || $0.hasPrefix("HEIGHT") || $0.hasPrefix("X") || $0.hasPrefix("Y")
    }.sorted()
  }

  /// Sums up what is on the screen.
  private func picture() throws -> String {
    try desktop.run("/bin/sh", ["-c", "import -window root rgb:- | md5sum"])
  }

  private func expectNewPicture(_ what: String, than old: String) throws -> String {
    try desktop.eventually(what) { try picture() != old }
    desktop.pause(500_000)
    return try picture()
  }

  @Test func aRemoteGoesThroughTheStagesAndEscapeLeavesWhereItEnded() throws {
    try desktop.press("F5")
    try desktop.waitForWindow("Presenting: Returning an online order")
    #expect(try size() == ["HEIGHT=900", "WIDTH=1440", "X=0", "Y=0"])
    // Until the buttons have faded.
    sleep(6)
    let whole = try picture()
    try desktop.press("Next")
    let first = try expectNewPicture("the first stage", than: whole)
    try desktop.press("Next")
    let second = try expectNewPicture("the second stage", than: first)
    try desktop.press("period")
    let black = try expectNewPicture("the blank screen", than: second)
    #expect(
      try desktop.run(
        "/bin/sh", ["-c", "import -window root -format '%[fx:maxima]' info:-"]
      ).hasPrefix("0"))
    try desktop.press("period")
    _ = try expectNewPicture("the second stage again", than: black)
    try desktop.press("Escape")
    try desktop.eventually("the window with the map") {
      try desktop.activeTitle().hasPrefix("Returning an online order")
    }
    // The second stage is selected: what is typed is its title.
    try desktop.type("Sent back")
    try desktop.press("Return")
    try desktop.eventually("the title of the stage where the presentation ended") {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      return try workspace.contents().stages.contains { $0.title == "Sent back" }
    }
  }

  @Test func anEditFromOutsideShowsWhilePresenting() throws {
    try desktop.press("F11")
    try desktop.waitForWindow("Presenting: Returning an online order")
    sleep(6)
    try desktop.press("Next")
    desktop.pause(3_500_000)
    let before = try picture()
    let other = try Workspace.open(at: file)
    let card = try #require(
      try other.contents().cards.first { $0.text == "Orders two sizes" })
    var new = card
    new.text = "Orders four sizes"
    try other.perform(Edit(.editText, [.update(from: card, to: new)]))
    _ = try expectNewPicture("the new text", than: before)
    try desktop.press("F11")
    try desktop.eventually("the window with the map") {
      try desktop.activeTitle().hasPrefix("Returning an online order")
    }
  }
}
