import Foundation
import Testing
import UpliftCore

/// What somebody takes back with Escape, or what does not fit, leaves what was there before.
@Suite(.serialized) struct TakingBackTests {
  let desktop: Desktop

  init() throws { desktop = try Desktop() }

  private func promises(_ file: URL) throws -> [Promise] {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents().promises.inOrder()
  }

  @Test func escapeAndWhatDoesNotFitLeaveTheOldValue() throws {
    let file = desktop.file("New.uplift")
    try desktop.command("new", file.path, "--template", "blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.press("ctrl+k")
    try desktop.type("Promises")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Promises")
    // In an empty register a letter begins the first row, all of it.
    try desktop.type("Dr. Wolff calls back")
    try desktop.press("Return")
    try desktop.eventually("the first row") {
      try promises(file).map(\.title) == ["Dr. Wolff calls back"]
    }
    // Typed over and taken back, after it was on the disk.
    try desktop.type("Nobody")
    try desktop.eventually("what is typed") { try promises(file).map(\.title) == ["Nobody"] }
    try desktop.press("Escape")
    try desktop.eventually("the old text") {
      try promises(file).map(\.title) == ["Dr. Wolff calls back"]
    }
    try desktop.press("Escape")
    // A day; then one that does not exist, with a rest where its beginning is one.
    let due = Promise.register(in: RegisterContext()).columns.filter(\.isInTable)
      .firstIndex { $0.name == "due" }
    for _ in 0..<(due ?? 0) { try desktop.press("Right") }
    try desktop.type("2026-12-24")
    try desktop.press("Return")
    let day = try #require(CalendarDay("2026-12-24"))
    try desktop.eventually("the day") { try promises(file).map(\.due) == [day] }
    try desktop.type("31.02.20")
    try desktop.eventually("what the beginning says") { try promises(file).map(\.due) != [day] }
    try desktop.type("26")
    try desktop.eventually("the day of before") { try promises(file).map(\.due) == [day] }
    try desktop.press("Tab")
    desktop.pause(700_000)
    #expect(try promises(file).map(\.due) == [day])
  }

  @Test func aListWithoutChoicesMakesTheFirstOneAndGivesTheKeyboardBack() throws {
    let file = desktop.file("New.uplift")
    try desktop.command("new", file.path, "--template", "blank")
    try desktop.open([file.path], title: "New journey map")
    try desktop.press("ctrl+k")
    try desktop.type("Communication")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Communication")
    func messages() throws -> [Message] {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      return try workspace.contents().messages.inOrder()
    }
    let columns = Message.register(in: RegisterContext()).columns.filter(\.isInTable)
    let audiences = try #require(columns.firstIndex { $0.name == "audiences" })
    try desktop.type("We start")
    try desktop.press("Return")
    try desktop.eventually("the message") { try messages().map(\.title) == ["We start"] }
    for _ in 0..<audiences { try desktop.press("Right") }
    // There are no audiences: the one whose name is typed is made, and the keyboard goes on from its
    // cell.
    try desktop.type("Everybody")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.eventually("the audience, and the message to it") {
      let workspace = try Workspace.open(at: file, readOnly: true)
      defer { try? workspace.close() }
      let contents = try workspace.contents()
      return contents.audiences.map(\.title) == ["Everybody"]
        && contents.messageAudiences.map(\.audienceID) == contents.audiences.map(\.id)
    }
    desktop.pause(500_000)
    try desktop.press("Escape", "Home")
    try desktop.type("We begin")
    try desktop.press("Return")
    try desktop.eventually("the message is renamed") {
      try messages().map(\.title) == ["We begin"]
    }
  }
}
