import Foundation
import Testing
import UpliftCore

/// The sample, opened, changed, taken back and handed out, as a facilitator would: with keys.
@Suite(.serialized) struct WalkingTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
  }

  /// The cards on the disk, as another program sees them now.
  private func texts() throws -> [String] {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents().cards.map(\.text)
  }

  /// Finds a card by searching, as one would who does not know where it is.
  @Test func aCardIsFoundChangedTakenBackAndDoneAgain() throws {
    try desktop.goTo("No label in the box")
    try desktop.type("The label is missing")
    try desktop.press("Return")
    try desktop.eventually("the new text on the disk") {
      try texts().contains("The label is missing")
    }
    #expect(try !texts().contains("No label in the box"))
    try desktop.press("ctrl+z")
    try desktop.eventually("the old text again") { try texts().contains("No label in the box") }
    try desktop.press("ctrl+shift+z")
    try desktop.eventually("the new text again") { try texts().contains("The label is missing") }
  }

  @Test func escapeGivesTheOldTextBack() throws {
    try desktop.goTo("No label in the box")
    let before = try texts()
    try desktop.press("F2")
    try desktop.type(" at all")
    desktop.pause(900_000)
    try desktop.press("Escape")
    try desktop.eventually("the old text") { try texts().sorted() == before.sorted() }
  }

  @Test func aDeletedCardComesBackWithUndo() throws {
    try desktop.goTo("No label in the box")
    try desktop.press("Delete")
    try desktop.eventually("the deletion") { try !texts().contains("No label in the box") }
    try desktop.press("ctrl+z")
    try desktop.eventually("the card") { try texts().contains("No label in the box") }
  }

  @Test func typingSurvivesAKill() throws {
    try desktop.goTo("No label in the box")
    try desktop.type("Written before the lights went out")
    try desktop.eventually("the text on the disk, while it is still being typed") {
      try texts().contains("Written before the lights went out")
    }
    try desktop.run("/usr/bin/pkill", ["-9", "-f", file.path])
    desktop.pause(300_000)
    #expect(try texts().contains("Written before the lights went out"))
    #expect(try Workspace.open(at: file, readOnly: true).check() == [])
  }

  @Test func aChangeFromOutsideShowsAtOnce() throws {
    let other = try Workspace.open(at: file)
    let contents = try other.contents()
    let map = try #require(contents.journeyMaps.first { $0.title == "Returning an online order" })
    var renamed = map
    renamed.title = "Sending things back"
    try other.perform(Edit(.rename, [.update(from: map, to: renamed)]))
    try desktop.eventually("the new title in the window") {
      try desktop.activeTitle().contains("Sending things back")
    }
    try desktop.command("undo", file.path)
    try desktop.eventually("the old title in the window") {
      try desktop.activeTitle().contains("Returning an online order")
    }
  }

  @Test func painPointsAndStarsComeFromTheKeyboard() throws {
    try desktop.goTo("Opens the carrier map")
    try desktop.press("ctrl+shift+p")
    try desktop.type("The map does not load")
    try desktop.press("Return")
    try desktop.eventually("the pain point") { try texts().contains("The map does not load") }
    let workspace = try Workspace.open(at: file, readOnly: true)
    let contents = try workspace.contents()
    let card = try #require(contents.cards.first { $0.text == "The map does not load" })
    #expect(contents.lanes.first { $0.id == card.laneID }?.laneKind == .painPoints)
    #expect(contents.steps.first { $0.id == card.stepID }?.title == "Finds a drop-off")
    try desktop.goTo("Opens the carrier map")
    try desktop.press("ctrl+shift+m")
    try desktop.eventually("the moment of truth") {
      try workspace.contents().steps.first { $0.title == "Finds a drop-off" }?.isMomentOfTruth
        == true
    }
  }

  @Test func aNoteIsWrittenOnABoard() throws {
    try desktop.press("ctrl+k")
    try desktop.type("Why do returns")
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Why do returns hurt")
    try desktop.goTo("Refunds wait for the Friday run")
    try desktop.press("ctrl+Return")
    try desktop.type("Nobody owns the refund")
    try desktop.press("Return")
    try desktop.type("And nobody says so")
    try desktop.press("Escape")
    try desktop.eventually("the first note") {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      return try workspace.contents().notes.contains { $0.text == "Nobody owns the refund" }
    }
  }
}
