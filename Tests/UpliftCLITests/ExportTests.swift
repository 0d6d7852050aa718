import Foundation
import Testing
import UpliftCore

@Suite struct ExportTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  private func makeSample() async throws -> WorkspaceContents {
    try await Program.succeed("new", file, "--template", "sample")
    return try Workspace.open(at: URL(fileURLWithPath: file), readOnly: true).contents()
  }

  /// A workspace with one map of `count` cards.
  private func makeMap(cards count: Int = 2) throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let map = JourneyMap(rank: .middle, title: "Only one")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.lanes = [lane]
    for (number, rank) in Rank.spread(count).enumerated() {
      let step = Step(stageID: stage.id, rank: rank, title: "Step \(number)")
      contents.steps.append(step)
      contents.cards.append(
        Card(laneID: lane.id, stepID: step.id, rank: .middle, text: "Card number \(number)"))
    }
    try Workspace.create(at: URL(fileURLWithPath: file), contents: contents).close()
  }

  @Test func whatDoesNotExistIsCalledByItsNoun() async throws {
    _ = try await makeSample()
    try await Program.fail(
      "export", file, folder.path("x.pdf"), "--persona", "Anina",
      saying: ["has no persona “Anina”; it may be “Amina”."])
    try await Program.fail(
      "export", file, folder.path("x.pdf"), "--meeting", "Z", saying: ["has no meeting “Z”"])
    #expect(!folder.names.contains("x.pdf"))
  }

  @Test func standardOutputGetsTheBytesOfTheFile() async throws {
    _ = try await makeSample()
    let map = "Returning an online order"
    try await Program.succeed("export", file, folder.path("x.csv"), "--journey", map)
    let written = try await Program.succeed("export", file, "-", "--as", "csv", "--journey", map)
    let text = try folder.text("x.csv")
    #expect(written.output == text)
    #expect(folder.names == ["a.uplift", "x.csv"])
    try await Program.misuse("export", "a.uplift", "-", saying: "--as")
    try await Program.misuse("export", "a.uplift", "y.csv", "--as", "csv")
    try await Program.misuse("export", "a.uplift", "-", "--as", "doc", saying: ".pdf")
    try await Program.fail(
      "export", file, "-", "--as", "mmd", "--group", "Customer board",
      saying: ["“-” was not written: a group cannot be exported"])
  }

  private func start(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appendingPathComponent(name)).prefix(8))
  }

  // MARK: What is exported

  @Test func picturesOfMapsAndBoards() async throws {
    let contents = try await makeSample()
    let map = try #require(contents.journeyMaps.first?.title)
    let board = try #require(contents.boards.first?.title)
    for choice in [["--journey", map], ["--board", board]] {
      for name in ["a.pdf", "a.svg", "a.png", "A.PDF"] {
        let outcome = try await Program.run(["export", file, folder.path(name)] + choice)
        #expect(outcome.code == 0 && outcome.errors == "" && outcome.output == "")
      }
      #expect(try start(of: "a.pdf").starts(with: Array("%PDF".utf8)))
      #expect(try start(of: "A.PDF").starts(with: Array("%PDF".utf8)))
      #expect(try start(of: "a.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(try folder.text("a.svg").contains("<svg"))
    }
    #expect(folder.names == ["A.PDF", "a.pdf", "a.png", "a.svg", "a.uplift"])
  }

  @Test(arguments: ["poster", "a4", "a3", "letter"])
  func everyWordIsInThePDF(_ page: String) async throws {
    let contents = try await makeSample()
    for map in contents.journeyMaps {
      let journey = try #require(contents.journey(map.id))
      try await Program.succeed(
        "export", file, folder.path("a.pdf"), "--journey", map.title, "--page", page)
      let text = try await words(ofPDF: folder.path("a.pdf"))
      var expected = journey.stages.map(\.title) + journey.steps.map(\.title)
      expected += journey.cards.values.map(\.text) + [map.title]
      try expectWords(of: expected, in: text)
    }
    for board in contents.boards {
      let title = board.title
      let part = try #require(contents.board(board.id))
      try await Program.succeed(
        "export", file, folder.path("b.pdf"), "--board", title, "--page", page)
      let text = try await words(ofPDF: folder.path("b.pdf"))
      var expected = part.columns.map(\.title) + part.notes.values.map(\.text)
      expected += part.clusters.values.map(\.title)
      try expectWords(of: expected, in: text)
    }
  }

  @Test func pageThemeAndScaleMakeADifference() async throws {
    try makeMap()
    func size(_ name: String, _ options: String...) async throws -> Data {
      let outcome = try await Program.run(["export", file, folder.path(name)] + options)
      #expect(outcome.code == 0, "\(outcome.errors)")
      return try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    let plain = try await size("a.svg")
    #expect(try await size("a.svg", "--theme", "light") == plain)
    let dark = try await size("a.svg", "--theme", "dark")
    #expect(dark != plain)
    #expect(try await size("a.svg", "--theme", "print") != dark)
    func width(_ png: Data) -> Int { png[16..<20].reduce(0) { $0 << 8 | Int($1) } }
    let one = width(try await size("a.png", "--scale", "1"))
    #expect(width(try await size("a.png")) == 2 * one)
    #expect(width(try await size("a.png", "--scale", "0.5")) == (one + 1) / 2)
    _ = try await size("p.pdf", "--page", "a4")
    let sheet = try await Program.run([folder.path("p.pdf")], program: "/usr/bin/pdfinfo")
    #expect(sheet.output.contains("(A4)"))
  }

  @Test func jsonOfAPartCanBeImported() async throws {
    let contents = try await makeSample()
    try await Program.succeed("export", file, folder.path("all.json"))
    let whole = try WorkspaceJSON.decode(Data(folder.text("all.json").utf8))
    #expect(Set(whole.records.map(\.reference)) == Set(contents.records.map(\.reference)))
    for map in contents.journeyMaps {
      try await Program.succeed("export", file, folder.path("m.json"), "--journey", map.title)
      let part = try WorkspaceJSON.decode(Data(folder.text("m.json").utf8))
      #expect(part.journeyMaps.map(\.id) == [map.id])
      #expect(part.cards.count == contents.journey(map.id)?.cards.count)
      #expect(part.advisoryGroups.isEmpty && part.notes.isEmpty)
    }
    for group in contents.advisoryGroups {
      try await Program.succeed("export", file, folder.path("g.json"), "--group", group.title)
      let part = try WorkspaceJSON.decode(Data(folder.text("g.json").utf8))
      #expect(part.members.count == contents.members.filter { $0.groupID == group.id }.count)
      #expect(part.boards.count == contents.boards.filter { $0.groupID == group.id }.count)
      #expect(part.journeyMaps.isEmpty)
      for name in ["g.md", "g.html"] {
        try await Program.succeed("export", file, folder.path(name), "--group", group.title)
        for member in contents.members where member.groupID == group.id {
          #expect(try folder.text(name).contains(member.name))
        }
      }
    }
    for board in contents.boards {
      try await Program.succeed("export", file, folder.path("b.json"), "--board", board.title)
      let part = try WorkspaceJSON.decode(Data(folder.text("b.json").utf8))
      #expect(part.notes.count == contents.board(board.id)?.notes.count)
      #expect(part.votes.count == contents.board(board.id)?.votes.count)
    }
  }

  // MARK: Choosing

  @Test func withNothingChosenItIsTheOnlyMap() async throws {
    try makeMap()
    try await Program.succeed("export", file, folder.path("a.mmd"))
    #expect(try folder.text("a.mmd").contains("title Only one"))
    let many = folder.path("many.uplift")
    try await Program.succeed("new", many, "--template", "sample")
    try await Program.fail(
      "export", many, folder.path("b.pdf"),
      saying: [many, "First week in store", "Returning an online order, future state"])
    let none = folder.path("none.uplift")
    try await Program.succeed("new", none)
    try await Program.fail("export", none, folder.path("b.pdf"), saying: [none])
    #expect(folder.names == ["a.mmd", "a.uplift", "many.uplift", "none.uplift"])
  }

  @Test func whatDoesNotFitIsRefused() async throws {
    let contents = try await makeSample()
    let board = try #require(contents.boards.first?.title)
    let group = try #require(contents.advisoryGroups.first?.title)
    try await Program.fail(
      "export", file, folder.path("b.mmd"), "--board", board, saying: ["b.mmd", "board"])
    for ending in ["mmd", "csv", "svg", "png"] {
      try await Program.fail(
        "export", file, folder.path("g.\(ending)"), "--group", group,
        saying: ["g.\(ending)", "group"])
    }
    try await Program.fail(
      "export", file, folder.path("a.png"), "--plan", saying: ["a.png", "plan"])
    try await Program.misuse("export", file, folder.path("a.docx"), saying: ".pdf .svg")
    try await Program.misuse("export", file, folder.path("a"))
    try await Program.misuse("export", file, folder.path("a.pdf"), "--page", "a5")
    try await Program.misuse("export", file, folder.path("a.svg"), "--page", "a4")
    try await Program.misuse("export", file, folder.path("a.json"), "--theme", "dark")
    try await Program.misuse("export", file, folder.path("a.pdf"), "--scale", "2")
    for scale in ["0", "-1", "nan", "inf", "two"] {
      try await Program.misuse("export", file, folder.path("a.png"), "--scale=\(scale)")
    }
    try await Program.misuse("export", file, folder.path("a.pdf"), "--journey", "a", "--plan")
    #expect(folder.names == ["a.uplift"])
  }

  // MARK: Nothing half written

  @Test func theWorkspaceItselfIsNeverReplaced() async throws {
    try makeMap()
    let json = folder.path("b.json")
    try FileManager.default.moveItem(atPath: file, toPath: json)
    let before = try Data(contentsOf: URL(fileURLWithPath: json))
    try await Program.fail("export", json, json, saying: [json])
    #expect(try Data(contentsOf: URL(fileURLWithPath: json)) == before)
  }

  @Test(arguments: ["a.pdf", "a.svg", "a.png", "a.json", "a.mmd", "a.csv", "a.md", "a.html"])
  func aFullDiskLeavesWhatWasThere(_ name: String) async throws {
    try makeMap(cards: 200)
    try folder.write("what was there", to: name)
    // No file may grow beyond 1 KiB: writing fails as it does on a full disk.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""
    let outcome = try await Program.run(
      ["-c", script, Program.url.path, "export", file, folder.path(name)]
        + (name == "a.png" ? ["--scale", "0.5"] : []), program: "/bin/bash")
    #expect(outcome.code == 1)
    Program.expectSentence(outcome.errors, saying: [folder.path(name)])
    #expect(try folder.text(name) == "what was there")
    #expect(folder.names == [name, "a.uplift"])
  }

  @Test func whereNothingCanBeWritten() async throws {
    try makeMap()
    for path in ["/proc/uplift.pdf", folder.path("none/a.pdf"), "/proc/uplift.json"] {
      try await Program.fail(
        "export", file, path, saying: [(path as NSString).deletingLastPathComponent])
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("folder.pdf"), withIntermediateDirectories: false)
    try await Program.fail("export", file, folder.path("folder.pdf"), saying: ["folder.pdf"])
  }

  @Test func ctrlCLeavesWhatWasThere() async throws {
    try makeMap(cards: 4000)
    try folder.write("what was there", to: "a.pdf")
    let outcome = try await Program.run(
      // Whoever runs the tests may ignore the signal, and that is inherited.
      ["--default-signal=INT", Program.url.path, "export", file, folder.path("a.pdf")],
      program: "/usr/bin/env",
      whileRunning: { process in
        Thread.detachNewThread {
          while process.isRunning, !folder.names.contains(where: { $0.hasSuffix(".part") }) {
            usleep(2000)
          }
          process.interrupt()
        }
      })
    #expect(outcome.wasSignalled && outcome.code == SIGINT)
    #expect(try folder.text("a.pdf") == "what was there")
    #expect(folder.names == ["a.pdf", "a.uplift"])
  }

  @Test func anExportLeavesTheWorkspaceUntouched() async throws {
    try makeMap()
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    try await Program.succeed("export", file, folder.path("a.pdf"))
    try await Program.succeed("export", file, folder.path("a.pdf"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }
}
