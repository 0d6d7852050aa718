import Foundation
import Testing
import UpliftCore

/// A facilitator keeps a group: what it asked for, what was promised, who is in it.
@Suite(.serialized) struct GroupTests {
  let desktop: Desktop

  init() throws { desktop = try Desktop() }

  private func contents(_ file: URL) throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func promisesAreWrittenSortedAndKeptWithTheKeyboardAlone() throws {
    let file = desktop.file("New.uplift")
    try desktop.command("new", file.path, "--template", "blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.press("ctrl+k")
    try desktop.type("Promises")
    try desktop.press("Return")
    try desktop.waitForWindow("Promises")
    // The page is empty: the first stop is the button that adds.
    try desktop.press("space")
    try desktop.type("We call back")
    try desktop.press("Return")
    try desktop.eventually("the promise") {
      try contents(file).promises.map(\.title) == ["We call back"]
    }
    try desktop.press("Right")
    try desktop.type("Amina")
    try desktop.press("Return", "Insert")
    try desktop.type("Refund in five days")
    try desktop.press("Return")
    try desktop.eventually("both, with whom the first was made to") {
      try contents(file).promises.inOrder().map { $0.title + "/" + $0.toWhom } == [
        "We call back/Amina", "Refund in five days/",
      ]
    }
    // The outcome of both at once: the fifth column to the right of the second.
    try desktop.press("ctrl+a", "Home", "Right", "Right", "Right", "Right", "Right", "Right")
    try desktop.press("ctrl+a", "Return", "Down", "Return")
    try desktop.eventually("both kept") {
      try contents(file).promises.map(\.outcome) == [.kept, .kept]
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("both open again, as one step") {
      try contents(file).promises.map(\.outcome) == [nil, nil]
    }
  }

  @Test func aWarningIsPutAsideWithAReasonAndABoardIsCopiedFromTheSidebar() throws {
    let file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+k")
    try desktop.type("Employee advisory group")
    desktop.pause(400_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Employee advisory group")
    let before = try contents(file)
    try desktop.click(control: "Put aside: One voice alone speaks for Depot.")
    try desktop.type("A second one comes in January")
    try desktop.press("Return")
    try desktop.eventually("the reason") {
      try contents(file).dismissals.contains { $0.reason == "A second one comes in January" }
    }
    #expect(try contents(file).dismissals.count == before.dismissals.count + 1)
    try desktop.click(control: "Why do returns hurt?", role: "list item", button: 3)
    desktop.pause(400_000)
    try desktop.press("Down", "Down", "Return")
    try desktop.eventually("the copy without notes") {
      let now = try contents(file)
      return now.boards.count == before.boards.count + 1 && now.notes.count == before.notes.count
    }
  }
}
