import Foundation
import Testing
import UpliftCore

/// Two programs, each a process of its own, show the same board while votes are taken.
@Suite(.serialized) struct TwoWindowsTests {
  let desktop: Desktop
  let file: URL
  private let title = "What should a refund feel like?"

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
  }

  private func board() throws -> BoardContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    let contents = try workspace.contents()
    let board = try #require(contents.boards.first { $0.title == title })
    return try #require(contents.board(board.id))
  }

  /// The windows of the board, first come first.
  private func windows() throws -> [String] {
    try desktop.run("/usr/bin/xdotool", ["search", "--onlyvisible", "--name", "^\(title)"])
      .split(separator: "\n").map(String.init)
  }

  /// Keys for both windows in turn, as fast as they can be pressed.
  private func press(_ keys: [String], times: Int, in windows: [String]) throws {
    var arguments: [String] = []
    for _ in 0..<times {
      for window in windows {
        arguments += ["windowactivate", "--sync", window, "key", "--delay", "8"] + keys
      }
    }
    _ = try desktop.run("/usr/bin/xdotool", arguments)
  }

  private func open() throws {
    try desktop.open([file.path], title: "Returning an online order")
    try desktop.press("ctrl+k")
    desktop.pause(300_000)
    try desktop.type("What should a refund")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.eventually("the board") { try desktop.activeTitle().hasPrefix(title) }
  }

  /// Two people, who vote together: ten votes, six of them on one thing.
  @Test func votesDoNotExceedTheirLimitsWhicheverWindowTheyComeFrom() throws {
    try open()
    // The second one opens where the first one is.
    try desktop.start(Desktop.programs.appendingPathComponent("uplift").path, [file.path])
    try desktop.eventually("both windows") { try windows().count == 2 }
    try desktop.waitUntilStill()
    let both = try windows()
    try #require(both.count == 2)
    try desktop.press("ctrl+shift+v")
    try desktop.waitForWindow("Open a vote")
    try desktop.press("Tab", "Tab", "Tab", "ctrl+a")
    try desktop.type("2")
    try desktop.press("Tab", "Down", "space")
    try desktop.click(control: "Open the vote")
    try desktop.eventually("the vote") { try board().openVoting != nil }
    let voting = try #require(try board().openVoting)
    #expect(voting.voters == 2 && voting.manner == .counts)
    desktop.pause(600_000)
    for window in both {
      _ = try desktop.run("/usr/bin/xdotool", ["windowactivate", "--sync", window])
      desktop.pause(300_000)
      try desktop.press("Escape", "ctrl+Home", "Down")
    }
    func given() throws -> [Int] {
      let board = try board()
      let ballot = try #require(board.ballots(of: voting.id).first)
      return board.votes(on: ballot.id).values.sorted()
    }
    try press(["space", "space"], times: 6, in: both)
    try desktop.eventually("six on the first thing") { try given() == [6] }
    try press(["Down"], times: 1, in: both)
    try press(["plus"], times: 8, in: both)
    try desktop.eventually("all ten") { try given() == [4, 6] }
    sleep(1)
    #expect(try given() == [4, 6])
    #expect(
      try desktop.command("check", file.path).split(separator: "\n").allSatisfy {
        !$0.contains("vote")
      })
  }
}
