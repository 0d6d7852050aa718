import Foundation
import Testing
import UpliftCore

/// Real drags over the sample map, with the window as large as the screen.
@Suite(.serialized) struct DraggingTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    desktop.pause(500_000)
  }

  private func journey() throws -> JourneyContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    let contents = try workspace.contents()
    let map = try #require(contents.journeyMaps.first { $0.title == "Returning an online order" })
    return try #require(contents.journey(map.id))
  }

  private func place(of text: String) throws -> (lane: Lane.Kind?, step: String?) {
    let journey = try journey()
    let card = try #require(journey.cards.values.first { $0.text == text })
    return (
      journey.lanes.first { $0.id == card.laneID }?.laneKind,
      journey.steps.first { $0.id == card.stepID }?.title
    )
  }

  @Test func aCardIsDraggedIntoAnotherCellAndTakenBackInOneStep() throws {
    try desktop.carry(from: (450, 155), to: (760, 520))
    #expect(try place(of: "Orders two sizes").lane == .actions)
    try desktop.letGo()
    try desktop.eventually("the card among the pain points") {
      try place(of: "Orders two sizes") == (.painPoints, "Prepares the parcel")
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("the card where it was") {
      try place(of: "Orders two sizes") == (.actions, "Tries it on")
    }
  }

  @Test func aStepIsDraggedIntoAnotherStage() throws {
    try desktop.carry(from: (450, 108), to: (960, 112))
    try desktop.letGo()
    try desktop.eventually("the step in the other stage") {
      let journey = try journey()
      let stage = try #require(journey.stages.first { $0.title == "Send back" })
      return journey.steps(of: stage.id).map(\.title).contains("Tries it on")
    }
  }

  @Test func escapePutsItBack() throws {
    let before = try journey()
    try desktop.carry(from: (450, 155), to: (760, 520))
    // `press` lets go of the button, as it does of all modifiers.
    _ = try desktop.run("/usr/bin/xdotool", ["key", "Escape"])
    desktop.pause(200_000)
    try desktop.letGo()
    desktop.pause(500_000)
    #expect(try journey() == before)
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    #expect(try workspace.history().isEmpty)
  }

  @Test func draggingToTheEdgeScrolls() throws {
    // The last step is out of sight at first.
    try desktop.carry(from: (450, 155), to: (1158, 155))
    sleep(3)
    try desktop.letGo()
    try desktop.eventually("the card at the last step") {
      try place(of: "Orders two sizes") == (.actions, "Gets the refund")
    }
  }

  @Test func severalCardsAreDraggedTogether() throws {
    try desktop.click(450, 155)
    _ = try desktop.run("/usr/bin/xdotool", ["keydown", "ctrl"])
    try desktop.click(600, 155)
    _ = try desktop.run("/usr/bin/xdotool", ["keyup", "ctrl"])
    try desktop.carry(from: (600, 155), to: (760, 520))
    try desktop.letGo()
    try desktop.eventually("both cards among the pain points") {
      try place(of: "Orders two sizes") == (.painPoints, "Looks up the policy")
        && place(of: "Searches “returns” on the site") == (.painPoints, "Prepares the parcel")
    }
  }
}
