import Foundation
import Testing
import UpliftCore

/// Finding one's way in the sample: a filter, a map inside a map, and back to where one was.
@Suite(.serialized) struct FindingTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func aFilterLeadsToItsMatchesAndIsKeptUnderAName() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+shift+f")
    desktop.pause(500_000)
    try desktop.type("invoices")
    desktop.pause(500_000)
    try desktop.press("Return")
    desktop.pause(400_000)
    // The only match is selected now: what is typed replaces it.
    try desktop.type("Packing prints labels")
    try desktop.press("Return")
    try desktop.eventually("the text of the match") {
      try contents().cards.contains { $0.text == "Packing prints labels" }
    }
    #expect(try !contents().cards.contains { $0.text == "Packing prints invoices only" })
  }

  @Test func aMenuThatIsLeftFromASubmenuGivesTheKeyboardBack() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("F10")
    desktop.pause(500_000)
    // "Compare", with the maps to compare with.
    for _ in 0..<9 { try desktop.press("Down") }
    try desktop.press("Right")
    desktop.pause(500_000)
    try desktop.press("Escape")
    desktop.pause(500_000)
    try desktop.press("Escape")
    desktop.pause(300_000)
    try desktop.press("ctrl+k")
    desktop.pause(500_000)
    try desktop.type("First week in store")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.waitForWindow("First week in store")
  }

  @Test func aStepOpensItsMapAndTheWayLeadsBack() throws {
    let workspace = try Workspace.open(at: file)
    let all = try workspace.contents()
    let map = try #require(all.journeyMaps.first { $0.title == "Returning an online order" })
    let inner = try #require(all.journeyMaps.first { $0.title == "First week in store" })
    let journey = try #require(all.journey(map.id))
    let step = try #require(journey.steps.first { $0.title == "Prepares the parcel" })
    let edit = try #require(journey.settingNestedMap(of: step.id, to: inner.id))
    try workspace.perform(edit)
    try workspace.close()
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.goTo("No label in the box")
    try desktop.press("alt+Return")
    try desktop.eventually("the map inside") {
      try desktop.activeTitle().contains("First week in store")
    }
    try desktop.press("alt+bracketleft")
    try desktop.eventually("the map around it") {
      try desktop.activeTitle().contains("Returning an online order")
    }
    // One is at the step again: a pain point goes there.
    try desktop.press("ctrl+shift+p")
    try desktop.type("Found the way back")
    try desktop.press("Return")
    try desktop.eventually("the card at the step") {
      try contents().cards.contains { $0.text == "Found the way back" && $0.stepID == step.id }
    }
  }

  @Test func theWayBackLeadsToTheCardThatOneCameFrom() throws {
    let before = try contents().cards.count { $0.text == "Orders two sizes" }
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.goTo("Orders two sizes")
    try desktop.goTo("Refunds wait for the Friday run")
    try desktop.eventually("the board") { try desktop.activeTitle().contains("Why do returns") }
    try desktop.press("alt+bracketleft")
    try desktop.eventually("the map") {
      try desktop.activeTitle().contains("Returning an online order")
    }
    desktop.pause(400_000)
    try desktop.type("Orders three sizes")
    try desktop.press("Return")
    try desktop.eventually("the card that one came from, changed") {
      try contents().cards.contains { $0.text == "Orders three sizes" }
    }
    #expect(try contents().cards.count { $0.text == "Orders two sizes" } == before - 1)
  }

  /// The command is found by its name, and a first name with Enter is the whole name.
  @Test func aPersonIsErasedByTheFirstNameAlone() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+k")
    desktop.pause(500_000)
    try desktop.type("erase")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Erase a person")
    try desktop.type("Petra")
    desktop.pause(1_200_000)
    try desktop.press("Return")
    desktop.pause(1_500_000)
    try desktop.click(control: "Erase for good…")
    try desktop.waitForWindow("Erase for good")
    try desktop.press("Tab", "Return")
    try desktop.eventually("that nothing of the name is left") {
      let bytes = try Data(contentsOf: file)
      return bytes.range(of: Data("Petra".utf8)) == nil
        && bytes.range(of: Data("Vlčková".utf8)) == nil
    }
  }
}
