import Foundation
import Testing
import UpliftCore
import UpliftDrawing

@testable import edit_stream

/// A whole meeting at a board, with keys and clicks; the program is killed ten times meanwhile.
@Suite(.serialized) struct MeetingTests {
  /// In no text of the sample.
  private static let secret = "Quokka"
  private static let noteCount = 40

  let desktop: Desktop
  let file: URL
  private let title = "What should a refund feel like?"

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
  }

  /// The program, which is killed at moments drawn from a seed.
  private final class Run {
    var process: Process?
    var random = Dice(seed: 11)
    var kills = 0
    /// Chances to kill it that are still to come.
    var chances = 0
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  private func board() throws -> BoardContents {
    let contents = try contents()
    let board = try #require(contents.boards.first { $0.title == title })
    return try #require(contents.board(board.id))
  }

  private func open(_ run: Run) throws {
    run.process = try desktop.open(
      [file.path], title: "Returning an online order|What should a refund|Barriers")
    try desktop.press("ctrl+k")
    desktop.pause(300_000)
    try desktop.type("What should a refund")
    desktop.pause(500_000)
    try desktop.press("Return")
    try desktop.eventually("the board") { try desktop.activeTitle().hasPrefix(title) }
    desktop.pause(300_000)
  }

  /// Kills and opens the program now and then: ten times over all chances.
  ///
  /// - Returns: whether it did.
  private func perhapsKill(_ run: Run) throws -> Bool {
    defer { run.chances -= 1 }
    guard run.chances > 0, Int.random(in: 0..<run.chances, using: &run.random) < 10 - run.kills
    else { return false }
    // What is on the screen is on the disk.
    try desktop.waitUntilStill()
    let process = try #require(run.process)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    run.kills += 1
    try open(run)
    return true
  }

  private func words(of pdf: URL) throws -> String {
    try desktop.run("/usr/bin/pdftotext", ["-layout", pdf.path, "-"])
  }

  private func expectSecret(_ isSeen: Bool, _ when: String) throws {
    #expect(try desktop.activeTitle().contains(Self.secret) == false)
    if isSeen {
      try desktop.eventually("the text in the accessibility tree, \(when)") {
        try accessibleTexts().contains(Self.secret)
      }
    } else {
      #expect(try !accessibleTexts().contains(Self.secret), "accessibility tree, \(when)")
    }
    for ending in ["md", "csv", "html"] {
      let target = desktop.file("out.\(ending)")
      try desktop.command("export", file.path, target.path, "--board", title)
      let text = try String(contentsOf: target, encoding: .utf8)
      #expect(text.contains(Self.secret) == isSeen, "\(ending), \(when)")
    }
    let pdf = desktop.file("out.pdf")
    try desktop.command("export", file.path, pdf.path, "--board", title)
    #expect(try words(of: pdf).contains(Self.secret) == isSeen, "PDF, \(when)")
    let outline = try desktop.command("outline", file.path)
    #expect(outline.contains(Self.secret) == isSeen, "outline, \(when)")
  }

  /// What a screen reader finds in the window.
  private func accessibleTexts() throws -> String {
    let script = """
      import pyatspi
      def walk(node, depth):
          if node is None or depth > 40: return
          print(node.name, node.description)
          try: print(node.queryText().getText(0, -1))
          except Exception: pass
          for index in range(node.childCount):
              walk(node.getChildAtIndex(index), depth + 1)
      for application in pyatspi.Registry.getDesktop(0):
          if application and 'uplift' in application.name.lower(): walk(application, 0)
      """
    return try desktop.run("/usr/bin/python3", ["-c", script])
  }

  @Test func aWholeMeetingIsPlayedAndNothingIsLost() throws {
    let run = Run()
    try open(run)
    // After each of 40 notes, the cluster, the 11 voters and the 2 recommendations.
    run.chances = 40 + 1 + 11 + 2

    // The agenda.
    try desktop.press("F8")
    try desktop.eventually("the first phase") {
      try contents().agendaItems.contains { $0.isRunning }
    }
    try writeInPrivate(run)
    try desktop.press("ctrl+shift+h")
    try desktop.eventually("the reveal") { try board().hiddenCount == 0 }
    try expectSecret(true, "after the reveal")
    try cluster(run)
    try vote(run)
    try recommend(run)
    #expect(run.kills == 10)
    try giveAway()
  }

  private func writeInPrivate(_ run: Run) throws {
    if try !board().board.isPrivate { try desktop.press("ctrl+shift+h") }
    try desktop.eventually("private writing") { try board().board.isPrivate }
    let before = try board().notes.count
    var isWriting = false
    for number in 1...Self.noteCount {
      if !isWriting {
        // With nothing selected, the first column's end.
        try desktop.press("Insert")
        isWriting = true
      }
      try desktop.type("\(Self.secret) \(number)")
      try desktop.press("Return")
      if try perhapsKill(run) {
        isWriting = false
        #expect(try board().notes.count == before + number)
      }
    }
    try desktop.press("Escape")
    try desktop.eventually("all notes") { try board().notes.count == before + Self.noteCount }
    let texts = try board().notes.values.filter(\.isPrivate).map(\.text)
    #expect(
      Set(texts) == Set((1...Self.noteCount).map { "\(Self.secret) \($0)" }),
      "\(texts.sorted())")
    try expectSecret(false, "before the reveal")
    let refused = try desktop.run(
      "/bin/sh",
      [
        "-c",
        "\"$1\" export \"$2\" \"$3\" 2>&1; echo \"exit $?\"", "sh",
        Desktop.programs.appendingPathComponent("uplift-cli").path, file.path,
        desktop.file("all.json").path,
      ])
    #expect(refused.contains(title) && refused.contains("exit 1"), "\(refused)")
  }

  /// Three neighbours become a cluster with a name.
  private func cluster(_ run: Run) throws {
    let before = try board()
    try desktop.press("ctrl+Home", "Down", "Down", "Down", "shift+Down", "shift+Down", "ctrl+g")
    desktop.pause(500_000)
    try desktop.type("Hopping")
    try desktop.press("Return", "Escape")
    try desktop.eventually("the cluster") {
      let board = try board()
      let cluster = board.clusters.values.first { $0.title == "Hopping" }
      return cluster.map { board.clusterNotes[$0.id]?.count == 3 } ?? false
    }
    _ = try perhapsKill(run)
    #expect(try board().notes.count == before.notes.count)
    #expect(try board().clusters.count == before.clusters.count + 1)
  }

  /// Eleven people, five votes each, three of them on the first thing.
  private func vote(_ run: Run) throws {
    try desktop.press("ctrl+shift+v")
    try desktop.waitForWindow("Open a vote")
    try desktop.type("Which of these first?")
    try desktop.press("Return")
    try desktop.eventually("the vote") { try board().openVoting != nil }
    desktop.pause(400_000)
    let voters = try #require(try board().openVoting).voters
    #expect(voters == 11)
    for person in 1...voters {
      // The button Begin has the focus.
      try desktop.press("Return")
      try desktop.eventually("the ballot of person \(person)") {
        try board().ballots.values.contains { $0.number == person && !$0.isCast }
      }
      desktop.pause(200_000)
      try desktop.press("ctrl+Home", "Down")
      // A fourth vote on one thing is not taken.
      try desktop.press("space", "space", "space", "space", "Down", "plus", "plus", "minus", "plus")
      try desktop.eventually("the votes of person \(person)") {
        let board = try board()
        return try board.progress(of: #require(board.openVoting)).given == person * 5
      }
      if try perhapsKill(run) {
        let board = try board()
        #expect(try board.progress(of: #require(board.openVoting)).given == person * 5)
        // The ballot that was begun goes on.
        try desktop.press("Return")
        desktop.pause(400_000)
      }
      try desktop.press("ctrl+Return")
      try desktop.eventually("the hand-over of person \(person)") {
        try board().ballots.values.contains { $0.number == person && $0.isCast }
      }
      desktop.pause(200_000)
    }
    // All have voted: the button closes the vote.
    try desktop.press("Return")
    try desktop.eventually("the result") { try board().openVoting == nil }
    let ranking = try board().ranking
    #expect(ranking.map(\.votes) == [33, 22] && ranking.map(\.place) == [1, 2])
  }

  /// The two winners become recommendations: one with keys, one with the pointer.
  private func recommend(_ run: Run) throws {
    let old = Set(try contents().recommendations.map(\.id))
    func made() throws -> [Recommendation] {
      try contents().recommendations.filter { !old.contains($0.id) }.inOrder()
    }
    let winners = try board().ranking.compactMap { try board().text(of: $0.reference) }
    #expect(winners.count == 2)
    try desktop.press("Escape", "ctrl+Home", "Down", "Menu")
    desktop.pause(400_000)
    // From the end of the menu up to "Turn into", and in it the third.
    try desktop.press("Up", "Up", "Up", "Up", "Up", "Right")
    desktop.pause(300_000)
    try desktop.press("Down", "Down", "Down", "Return")
    try desktop.eventually("the first recommendation") {
      try made().count == 1
    }
    desktop.pause(700_000)
    if try perhapsKill(run) { try desktop.press("ctrl+Home", "Down") }
    try desktop.press("Down")
    desktop.pause(600_000)
    try desktop.click(control: "Turn into")
    desktop.pause(400_000)
    try desktop.press("Down", "Down", "Return")
    try desktop.eventually("the second recommendation") {
      try made().count == 2
    }
    _ = try perhapsKill(run)
    #expect(try made().map(\.text) == winners)
    let meeting = try #require(try board().board.meetingID)
    #expect(try made().allSatisfy { $0.meetingID == meeting })
  }

  /// The minutes of the meeting, written from the window, hold every note, the result and what is
  /// recommended.
  private func giveAway() throws {
    // With nothing selected the inspector shows the board.
    try desktop.press("Escape", "Escape")
    desktop.pause(300_000)
    try desktop.click(control: "Minutes of the meeting…")
    try desktop.waitForWindow("Export “What should")
    let pdf = desktop.file("Minutes.pdf")
    try desktop.export(to: pdf)
    let found = try desktop.run("/usr/bin/pdftotext", ["-raw", pdf.path, "-"])
      .split(whereSeparator: \.isWhitespace).map(String.init)
    for number in 1...Self.noteCount {
      #expect(
        zip(found, found.dropFirst()).contains {
          $0.hasSuffix(Self.secret) && $1.prefix { $0.isNumber } == "\(number)"
        }, "\(Self.secret) \(number)")
    }
    #expect(found.contains("33") && found.contains("22"), "the result")
    #expect(found.contains("Hopping"))
    // In the picture, in the result, among the notes and as a recommendation.
    let said = found.joined(separator: " ")
    for result in try board().ranking {
      let text = try #require(try board().text(of: result.reference))
      #expect(said.components(separatedBy: text).count >= 5, "\(text)")
    }
  }
}
