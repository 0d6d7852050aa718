import Foundation
import Testing
import UpliftCore

/// Somebody writes a row from cell to cell without looking up: every cell keeps what is written, and
/// no letter is lost on the way to the next one.
@Suite(.serialized) struct TabbingTests {
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

  private func open(_ view: String, titled title: String) throws {
    try desktop.press("ctrl+k")
    try desktop.type(view)
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.waitForWindow(title)
    desktop.pause(400_000)
  }

  @Test func longTextsAndChoicesAreLeftWithTab() throws {
    try open("Customer dialogues", titled: "Customer dialogues")
    let first = try #require(try contents().dialogues.inOrder().first)
    func now() throws -> Dialogue? { try contents().dialogues.first { $0.id == first.id } }
    try desktop.press("ctrl+Home", "Home", "Right", "Right", "Right")
    try desktop.type("One invoice for all")
    try desktop.press("Tab")
    try desktop.type("Call at once")
    try desktop.press("Tab")
    try desktop.type("lo")
    try desktop.press("Tab")
    try desktop.eventually("all three") {
      let row = try now()
      return row?.wouldImprove == "One invoice for all" && row?.followUp == "Call at once"
        && row?.risk == .low
    }
    // One step of undo each.
    try desktop.press("ctrl+z", "ctrl+z")
    try desktop.eventually("the follow-up as it was") {
      let row = try now()
      return row?.risk == first.risk && row?.followUp == first.followUp
        && row?.wouldImprove == "One invoice for all"
    }
    try desktop.press("ctrl+shift+z", "ctrl+shift+z")
    // Back again, in the middle of a text.
    try desktop.press("shift+Tab", "shift+Tab", "Return", "End")
    try desktop.type(" today")
    try desktop.press("shift+Tab")
    try desktop.type("Two invoices")
    try desktop.press("Return")
    try desktop.eventually("both texts") {
      let row = try now()
      return row?.wouldImprove == "Two invoices" && row?.followUp == "Call at once today"
    }
    // What was begun is given up.
    try desktop.type("No")
    try desktop.press("Escape", "Escape")
    try desktop.eventually("the text of before") { try now()?.wouldImprove == "Two invoices" }
  }

  @Test func whatTakesSeveralTakesTheFirstThatFits() throws {
    try open("Messages", titled: "Communication")
    try desktop.press("Insert")
    try desktop.type("Test message")
    try desktop.press("Tab")
    try desktop.type("sup")
    try desktop.press("Tab")
    try desktop.type("Mail")
    try desktop.press("Tab")
    try desktop.eventually("message, audience and channel") {
      let contents = try contents()
      guard let message = contents.messages.first(where: { $0.title == "Test message" }) else {
        return false
      }
      let audiences = contents.messageAudiences.filter { $0.messageID == message.id }
      let name = contents.audiences.first { $0.id == audiences.first?.audienceID }?.title
      return audiences.count == 1 && name == "Support team" && message.channel == "Mail"
    }
  }
}
