import Foundation
import Testing
import UpliftCore

/// The program is killed as soon as the last letter is on the screen.
@Suite(.serialized) struct KilledTypingTests {
  private static let rounds = 5
  /// A disk that is slow for a moment gets a rest before the next letters; with a rest at every
  /// letter none would be kept.
  private static let most = 3
  private static let board = "What should a refund feel like?"

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

  private func open() throws -> Process {
    try desktop.open([file.path], title: "Returning an online order|What should a refund|Barriers")
  }

  private func go(to name: String) throws {
    try desktop.press("ctrl+k")
    usleep(300_000)
    try desktop.type(name)
    usleep(500_000)
    try desktop.press("Return")
    usleep(600_000)
  }

  private func killWhenSeen(_ process: Process) throws {
    try desktop.waitUntilStill()
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Too short for the eye to have left it: what was saved only after a rest would be gone.
  private func text(_ round: Int) -> String { "Zebra \(round) q" }

  @Test func noLetterOfANoteIsLost() throws {
    let before = try contents().notes.count
    var kept = 0
    for round in 1...Self.rounds {
      let process = try open()
      try go(to: "What should a refund")
      try desktop.eventually("the board") {
        try desktop.activeTitle().hasPrefix(Self.board)
      }
      try desktop.press("Insert")
      usleep(300_000)
      try desktop.type(text(round))
      try killWhenSeen(process)
      let notes = try contents().notes
      if notes.contains(where: { $0.text == text(round) }) { kept += 1 }
      #expect(notes.count == before + round)
    }
    #expect(kept >= Self.most)
    // Each is one step.
    try desktop.command("undo", file.path)
    #expect(try contents().notes.count == before + Self.rounds - 1)
  }

  @Test func noLetterOfACardIsLost() throws {
    var kept = 0
    for round in 1...Self.rounds {
      let process = try open()
      usleep(500_000)
      // The first card of the map that is shown first; typing replaces its text.
      try desktop.press("ctrl+Home", "Down", "Down", "Down")
      try desktop.type(text(round))
      try killWhenSeen(process)
      let contents = try contents()
      if contents.cards.contains(where: { $0.text == text(round) })
        || contents.steps.contains(where: { $0.title == text(round) })
      {
        kept += 1
      }
    }
    #expect(kept >= Self.most)
  }

  @Test func noLetterOfACellIsLost() throws {
    var kept = 0
    for round in 1...Self.rounds {
      let process = try open()
      try go(to: "Barriers")
      try desktop.eventually("the register") {
        try desktop.activeTitle().hasPrefix("Barriers")
      }
      try desktop.waitUntilStill()
      try desktop.press("ctrl+Home")
      try desktop.type(text(round))
      try killWhenSeen(process)
      if try contents().barriers.contains(where: { $0.title == text(round) }) { kept += 1 }
    }
    #expect(kept >= Self.most)
  }
}
