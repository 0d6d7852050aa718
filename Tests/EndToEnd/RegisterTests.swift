import Foundation
import Testing
import UpliftCore

/// Somebody keeps a register as they keep a spreadsheet: with the keyboard, a block of cells from
/// elsewhere, and undo.
@Suite(.serialized) struct RegisterTests {
  let desktop: Desktop

  init() throws { desktop = try Desktop() }

  private func initiatives(_ file: URL) throws -> [Initiative] {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents().initiatives.inOrder()
  }

  @Test func recordsAreTypedSortedPastedFilledDownAndTakenBack() throws {
    let file = desktop.file("New.uplift")
    try desktop.command("new", file.path, "--template", "blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.press("ctrl+k")
    try desktop.type("Initiatives")
    try desktop.press("Return")
    try desktop.waitForWindow("Initiatives")
    // The page explains itself; its first button adds.
    try desktop.press("space")
    try desktop.type("Walk the stores")
    try desktop.press("Return", "Insert")
    try desktop.type("Answer in a day")
    try desktop.press("Return", "Insert")
    try desktop.type("New labels")
    try desktop.press("Return")
    try desktop.eventually("three initiatives") {
      try initiatives(file).map(\.title) == ["Walk the stores", "Answer in a day", "New labels"]
    }
    // A block from a spreadsheet, over the goals and owners from the first row on.
    let block = desktop.file("block.txt")
    try Data("Service\tAmina\nTrust\tJonas\nClarity\tLea\n".utf8).write(to: block)
    try desktop.start("/usr/bin/xclip", ["-quiet", "-selection", "clipboard", "-i", block.path])
    desktop.pause(400_000)
    try desktop.press("ctrl+Home", "Home", "Right", "ctrl+v")
    try desktop.eventually("the block") {
      try initiatives(file).map { $0.goal + "/" + $0.owner } == [
        "Service/Amina", "Trust/Jonas", "Clarity/Lea",
      ]
    }
    // The first owner for all three, and back.
    try desktop.press("Right", "shift+Down", "shift+Down", "ctrl+d")
    try desktop.eventually("one owner for all") {
      try initiatives(file).map(\.owner) == ["Amina", "Amina", "Amina"]
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("their own owners again, as one step") {
      try initiatives(file).map(\.owner) == ["Amina", "Jonas", "Lea"]
    }
    // One row up, by its rank.
    try desktop.press("ctrl+Home", "Down", "alt+Up")
    try desktop.eventually("the second row first") {
      try initiatives(file).map(\.title) == ["Answer in a day", "Walk the stores", "New labels"]
    }
    // Sorted downwards by the title, the last one comes first: what is typed goes there.
    try desktop.press("ctrl+Home", "Home", "ctrl+shift+Down", "ctrl+Home", "Right", "Right")
    try desktop.type("Max")
    try desktop.press("Return")
    try desktop.eventually("the owner of the first row") {
      try initiatives(file).map(\.owner) == ["Jonas", "Max", "Lea"]
    }
    try desktop.press("ctrl+z", "ctrl+z", "ctrl+z")
    try desktop.eventually("the block is gone again") {
      try initiatives(file).map { $0.title + $0.goal + $0.owner } == [
        "Walk the stores", "Answer in a day", "New labels",
      ]
    }
  }

  @Test func columnsAreFilteredAndChoicesNarrowedDownByTyping() throws {
    let file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    func standards() throws -> [Standard] {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      return try workspace.contents().standards.inOrder()
    }
    let before = try standards()
    try desktop.press("ctrl+k")
    try desktop.type("Standards")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Standards")
    // Only what the filter lets through is chosen and deleted.
    try desktop.press("ctrl+shift+l")
    try desktop.type("receipt")
    desktop.pause(500_000)
    try desktop.press("Down", "ctrl+a", "ctrl+Delete")
    try desktop.eventually("the one with a receipt is gone") {
      try standards() == before.filter { !$0.practice.localizedCaseInsensitiveContains("receipt") }
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("all are there") { try standards() == before }
    // Escape ends the filter; a new row, its step chosen by what it is called.
    try desktop.press("Escape", "ctrl+Home", "Insert")
    try desktop.type("Nobody is left alone")
    try desktop.press("Tab", "F2")
    desktop.pause(400_000)
    try desktop.type("Serves")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.eventually("the step") {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      let step = try workspace.contents().steps.first { $0.title == "Serves alone" }
      return try standards().last.map {
        $0.practice == "Nobody is left alone" && $0.stepID == step?.id
      }
        ?? false
    }
  }

  @Test func ticksAreGoneThroughWithTheArrowsAndARowStaysWhileItIsFilledIn() throws {
    let file = desktop.file("Sample.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Larkfield|Returning|Uplift")
    func contents() throws -> WorkspaceContents {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      return try workspace.contents()
    }
    func goTo(_ page: String) throws {
      try desktop.press("ctrl+k")
      try desktop.type(page)
      desktop.pause(300_000)
      try desktop.press("Return")
      try desktop.waitForWindow(page)
      desktop.pause(400_000)
    }
    let all = try contents()
    let message = try #require(all.messages.inOrder().first { $0.status != .sent })
    let third = try #require(all.audiences.inOrder().dropFirst(2).first)
    func audiences() throws -> Set<UUID> {
      Set(
        try contents().messageAudiences.filter { $0.messageID == message.id }.map(\.audienceID))
    }
    let before = try audiences()
    #expect(!before.contains(third.id))
    try goTo("Communication")
    try desktop.press("Tab", "Return")
    desktop.pause(500_000)
    // Down goes on to the next box and ticks nothing on its way.
    try desktop.press("Down", "Down", "space")
    try desktop.eventually("the third audience, and no other one") {
      try audiences() == before.union([third.id])
    }
    try desktop.press("Escape", "ctrl+z")
    try desktop.eventually("back again") { try audiences() == before }

    // A follow-up that is done belongs to "Not done" no more; what was seen is still written.
    try goTo("Training")
    try desktop.press("alt+2")
    desktop.pause(400_000)
    let open = try #require(all.followUps.inOrder().first { $0.doneOn == nil })
    try desktop.press("ctrl+Home", "Right", "Right", "Right", "F2")
    try desktop.type("2026-11-20")
    try desktop.press("Tab", "F2")
    desktop.pause(400_000)
    try desktop.type("All use it")
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.eventually("day and words") {
      let followUp = try contents().followUps.first { $0.id == open.id }
      return followUp?.doneOn == CalendarDay("2026-11-20") && followUp?.notes == "All use it"
    }
  }
}
