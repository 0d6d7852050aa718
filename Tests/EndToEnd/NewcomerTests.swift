import Foundation
import Testing
import UpliftCore

/// What a person meets who is new, makes mistakes, or works with the keyboard alone.
@Suite(.serialized) struct NewcomerTests {
  let desktop: Desktop

  init() throws { desktop = try Desktop() }

  private func workspace(_ template: String) throws -> URL {
    let file = desktop.file("New.uplift")
    try desktop.command("new", file.path, "--template", template)
    return file
  }

  private func contents(_ file: URL) throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func aFileThatIsNoWorkspaceIsRefusedWithASentenceThatOneCanDismiss() throws {
    let file = desktop.file("Letter.uplift")
    try Data("Dear team".utf8).write(to: file)
    try desktop.open([file.path], title: "This did not work")
    #expect(try desktop.activeTitle() == "This did not work")
    try desktop.press("Return")
    try desktop.eventually("the start page") { try desktop.activeTitle() == "Uplift" }
    #expect(try Data(contentsOf: file) == Data("Dear team".utf8))
  }

  @Test func typingWorksFromTheFirstKeyAndInsertAddsStepsStagesAndCards() throws {
    let file = try workspace("blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.type("First thought")
    try desktop.press("Return", "Up", "Insert")
    try desktop.type("Second thought")
    try desktop.press("Escape", "Escape")
    try desktop.eventually("the first card") {
      try contents(file).cards.contains { $0.text == "First thought" }
    }
    try desktop.press("Up", "Insert")
    try desktop.type("Another step")
    try desktop.press("Return")
    try desktop.eventually("the step") {
      try contents(file).steps.contains { $0.title == "Another step" }
    }
  }

  @Test func undoWhileTypingShowsWhatIsKept() throws {
    let file = try workspace("blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.type("One")
    try desktop.press("Return", "Up", "F2")
    try desktop.type(" and two")
    try desktop.press("ctrl+z")
    try desktop.eventually("the first text") { try contents(file).cards.map(\.text) == ["One"] }
    try desktop.press("F2")
    try desktop.type(" more")
    try desktop.press("Return")
    try desktop.eventually("the text as it was shown, and more") {
      try contents(file).cards.map(\.text) == ["One more"]
    }
  }

  @Test func anEmptyMapBeginsAgainWithInsert() throws {
    let file = try workspace("blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.press("Up", "Up", "Delete")
    try desktop.eventually("the empty map") { try contents(file).stages.isEmpty }
    try desktop.press("Insert")
    try desktop.type("Begin")
    try desktop.press("Return")
    try desktop.eventually("the stage") { try contents(file).stages.map(\.title) == ["Begin"] }
  }

  @Test func eachNewCardIsAStepOfUndoOfItsOwn() throws {
    let file = try workspace("blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.type("One")
    try desktop.press("Return", "Up", "Insert")
    try desktop.type("Two")
    try desktop.press("Return")
    try desktop.eventually("both cards") {
      try Set(contents(file).cards.map(\.text)) == ["One", "Two"]
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("the first card alone") {
      try contents(file).cards.map(\.text) == ["One"]
    }
  }

  /// The title of a new map is asked for at once; typing goes on to its first stage.
  @Test func aNewMapIsNamedAndGoesOnToItsFirstStage() throws {
    let file = try workspace("blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.click(control: "Add")
    desktop.pause(400_000)
    try desktop.press("Up", "Up", "Up", "Up", "Return")
    desktop.pause(800_000)
    try desktop.type("Moving house")
    try desktop.press("Return")
    desktop.pause(400_000)
    try desktop.type("Search")
    try desktop.press("Return")
    try desktop.eventually("the map and its stage") {
      let contents = try contents(file)
      let map = contents.journeyMaps.first { $0.title == "Moving house" }
      return contents.stages.contains { $0.mapID == map?.id && $0.title == "Search" }
    }
    // With its key whoever goes on writing at once writes the title, from the first letter on.
    try desktop.press("ctrl+j")
    try desktop.type("Moving out")
    try desktop.press("Return")
    try desktop.eventually("the second map with its whole title") {
      let contents = try contents(file)
      return contents.journeyMaps.contains { $0.title == "Moving out" } && contents.cards.isEmpty
    }
    desktop.pause(400_000)
    // Escape leaves the name that it came with.
    try desktop.click(control: "Add")
    desktop.pause(400_000)
    try desktop.press("Up", "Up", "Up", "Up", "Return")
    desktop.pause(800_000)
    try desktop.type("Nonsense")
    try desktop.press("Escape")
    desktop.pause(400_000)
    #expect(try contents(file).journeyMaps.count == 4)
    #expect(try contents(file).journeyMaps.allSatisfy { $0.title != "Nonsense" })
  }
}
