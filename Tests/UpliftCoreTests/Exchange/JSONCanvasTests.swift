import CustomDump
import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct JSONCanvasTests {
  private func read(_ text: String, file: String = "x.canvas") throws -> ImportedDocument {
    try Importing.read(Data(text.utf8), file: file)
  }

  private func board(of document: ImportedDocument) throws -> BoardContents {
    try WorkspaceValidation(document.contents).check()
    return try #require(
      document.contents.boards.first.flatMap { document.contents.board($0.id) })
  }

  private func node(_ fields: String) -> String { #"{"nodes":[{"# + fields + "}]}" }

  // MARK: In

  @Test func aCanvasOfAnotherProgramBecomesABoard() throws {
    let document = try Importing.read(Fixtures.folder("Canvas").appending(path: "vault.canvas"))
    #expect(document.format == .canvas)
    let board = try board(of: document)
    #expect(board.board.title == "vault")
    expectNoDifference(
      board.shape,
      [
        "column What hurts / red",
        "  note # Heading\n\n- a list\n- of **two** /  /  / 0 / green",
        "  cluster Waiting / 0",
        "    note =HYPERLINK(\"http://x\") /  /  / 0 / red",
        "    note Right of it /  /  / 0 / red",
        "column Ideas / blue",
        "  note Notes/../Returns 2026.md#October /  /  / 0 / blue",
        "column Without a column / none",
        "  note  /  /  / 0 / none",
        "  note https://example.org/?a=1&b=<2> /  /  / 0 / none",
      ])
    let links = document.contents.links.inOrder()
    #expect(links.map(\.role) == [.leadsTo, .leadsTo])
    #expect(links.map(\.toKind) == [.note, .cluster])
    #expect(
      document.remarks == [
        "2 edges were left out: they do not lead from a note to a note.",
        "The text of 1 edge was left out.", "1 node of an unknown type was left out.",
      ])
  }

  @Test func anEmptyCanvasIsAnEmptyBoard() throws {
    for text in ["{}", #"{"nodes":[],"edges":[]}"#, #"{"nodes":null}"#] {
      let document = try read(text)
      #expect(try board(of: document).columns.isEmpty)
      #expect(document.remarks.isEmpty)
    }
  }

  @Test func whatStandsInsideAClusterOfAClusterIsKept() throws {
    let board = try board(
      of: read(
        """
        {"nodes":[
        {"id":"n","type":"text","text":"Deep","x":50,"y":50,"width":10,"height":10},
        {"id":"c","type":"group","label":"Inner","x":40,"y":40,"width":40,"height":40},
        {"id":"b","type":"group","label":"Middle","x":20,"y":20,"width":100,"height":100},
        {"id":"a","type":"group","label":"Outer","x":0,"y":0,"width":200,"height":200}]}
        """))
    expectNoDifference(
      board.shape,
      [
        "column Outer / none", "  cluster Middle / 0", "  cluster Inner / 0",
        "    note Deep /  /  / 0 / none",
      ])
  }

  /// The sweep finds what looking at every group finds.
  @Test(arguments: UInt64(1)...60) func theSmallestGroupAroundANodeIsFound(seed: UInt64) {
    var random = Dice(seed: seed)
    let nodes = (0..<60).map { index in
      func number(_ range: ClosedRange<Int>) -> Double {
        Double(Int.random(in: range, using: &random))
      }
      return JSONCanvas.Node(
        id: "\(index)", content: Bool.random(using: &random) ? .group("") : .text(""),
        frame: .init(
          x: number(0...9), y: number(0...9), width: number(0...6), height: number(0...6))
      )
    }
    let nesting = CanvasNesting(nodes)
    for index in nodes.indices {
      let centre = nodes[index].frame.centre
      let around = nodes.indices.filter { other in
        let frame = nodes[other].frame
        guard other != index, nodes[other].isGroup, frame.x <= centre.x, frame.y <= centre.y,
          centre.x <= frame.x + frame.width, centre.y <= frame.y + frame.height
        else { return false }
        let own = nodes[index].frame.area
        return !nodes[index].isGroup || frame.area > own || frame.area == own && other < index
      }
      let smallest = around.min {
        (nodes[$0].frame.area, -$0) < (nodes[$1].frame.area, -$1)
      }
      #expect(nesting.container[index] == smallest, "node \(index)")
    }
  }

  static let refused: [(String, String)] = [
    ("{\n\"nodes\":[\n{\"id\":\"a\",\"type\":\"text\",\"x\":0", "x.canvas, line 3: "),
    ("{\"nodes\":[\n{\"id\":\"a\"},\n]}", "x.canvas, line 2: The key “type” is missing."),
    ("{\"nodes\":[],}", "x.canvas, line 1: "),
    ("{\"nodes\":{}}", "x.canvas, line 1: "),
    ("[]", "x.canvas, line 1: "),
    ("{\"nodes\":[]} {}", "x.canvas, line 1: "),
    ("{'nodes':[]}", "x.canvas, line 1: "),
    ("{\"nodes\":[NaN]}", "x.canvas, line 1: "),
    (
      """
      {"nodes":[
      {"id":"a","type":"text","text":"A","x":0,"y":0,"width":1,"height":1},
      {"id":"a","type":"text","text":"B","x":0,"y":0,"width":1,"height":1}]}
      """, "x.canvas, line 3: The id a stands there twice."
    ),
    (
      #"{"nodes":[{"id":"a","type":"text","x":0,"y":0,"width":-1,"height":1}]}"#,
      "x.canvas, line 1: “width” is -1; it must be from 0 to 1000000000."
    ),
    (
      #"{"nodes":[{"id":"a","type":"text","x":1e999,"y":0,"width":1,"height":1}]}"#,
      "x.canvas, line 1: “x” is 1e999; it must be from -1000000000 to 1000000000."
    ),
    (#"{"nodes":[{"id":"a","type":"text","x":"1","y":0,"width":1,"height":1}]}"#, "“x”"),
    (#"{"nodes":[{"id":"a","type":"text","x":0,"y":0,"width":1}]}"#, "“height” is missing."),
    (#"{"nodes":[{"id":true,"type":"text","x":0,"y":0,"width":1,"height":1}]}"#, "“id”"),
    (#"{"nodes":[{"type":"text","x":0,"y":0,"width":1,"height":1}]}"#, "“id” is missing."),
    (#"{"edges":[{"id":"e","fromNode":"a"}]}"#, "“toNode” is missing."),
    ("{\"nodes\":" + String(repeating: "[", count: 100_000), "x.canvas, line 1: "),
    ("{\"x\":" + String(repeating: "[", count: 100_000), "512"),
  ]

  @Test(arguments: refused) func aMalformedFileIsRefusedInOneSentence(
    text: String, part: String
  ) throws {
    let error = #expect(throws: ImportError.self) { try read(text) }
    let sentence = try #require(error).sentence
    #expect(sentence.contains(part), "\(sentence)")
    #expect(sentence.hasPrefix("x.canvas, line ") && !sentence.contains("\n"), "\(sentence)")
  }

  @Test func tooManyNodesAreRefused() {
    let group = #"{"id":"","type":"group","x":0,"y":0,"width":1,"height":1},"#
    var text = "{\"nodes\":["
    for index in 0...JSONCanvas.groupLimit {
      text += group.replacing("\"\"", with: "\"\(index)\"", maxReplacements: 1)
    }
    let error = #expect(throws: ImportError.self) { try read(text) }
    #expect(
      error?.reason
        == .outOfRange(key: "group", value: "10001", lower: "0", upper: "10000"))
  }

  @Test func whatOtherProgramsAddIsPassedOver() throws {
    let board = try board(
      of: read(
        node(
          #""id":1,"type":"text","text":null,"x":0.5,"y":-1,"width":1,"height":1,"author":{"a":[]},"#
            + #""theme":7,"votes":-3,"color":[1],"styleAttributes":{"shape":null}"#)))
    #expect(board.shape == ["column Without a column / none", "  note  /  /  / 0 / none"])
  }

  @Test func coloursComeNextToOurs() {
    for swatch in Swatch.allCases {
      #expect(JSONCanvas.swatch(of: JSONCanvas.colour(of: swatch)) == swatch)
    }
    let known: [(String, Swatch?)] = [
      ("#FF0000", .red), ("#ffffcc", .ochre), ("#808080", .slate), ("#000000", .slate),
      ("#ff00aa", .pink), ("#0000ff", .blue), ("#00ff00", .green), ("7", nil), ("", nil),
      ("#12", nil), ("#gggggg", nil), ("red", nil),
    ]
    for (colour, swatch) in known { #expect(JSONCanvas.swatch(of: colour) == swatch, "\(colour)") }
  }

  // MARK: Out

  @Test(arguments: UInt64(1)...40) func aBoardComesBackAsItWas(seed: UInt64) throws {
    var random = RandomContents(seed: seed)
    let contents = random.contents()
    for board in contents.boards {
      let own = try #require(contents.board(board.id))
      let bytes = try ExportText.data(.board(board.id), of: contents, as: .canvas)
      let document = try Importing.read(bytes, file: "b.canvas")
      let back = try self.board(of: document)
      expectNoDifference(back.shape, own.shape)
      #expect(document.remarks.isEmpty)
    }
  }

  @Test func nothingLiesOnAnotherAndEverythingInItsGroup() throws {
    for file in ShippedFilesTests.files {
      let contents = try WorkspaceJSON.decode(Data(contentsOf: file))
      for board in contents.boards {
        let own = try #require(contents.board(board.id))
        let canvas = JSONCanvas(own, links: contents.links)
        let bytes = try ExportText.data(.board(board.id), of: contents, as: .canvas)
        #expect(try JSONCanvas(Array(bytes)) == canvas)
        let notes = canvas.nodes.filter { !$0.isGroup }
        #expect(notes.count == own.notes.count)
        for (index, note) in notes.enumerated() {
          for other in notes[(index + 1)...] {
            let (first, second) = (note.frame, other.frame)
            #expect(
              first.maxX <= second.x || second.maxX <= first.x || first.maxY <= second.y
                || second.maxY <= first.y)
          }
        }
      }
    }
  }

  @Test func linksBetweenNotesAreEdgesAndComeBack() throws {
    var contents = Self.twoNotes
    let (first, second) = (contents.notes[0], contents.notes[1])
    contents.links = [
      Link(rank: .middle, role: .raisedBy, from: first.reference, to: second.reference),
      Link(rank: .middle, role: .about, from: first.reference, to: contents.boards[0].reference),
    ]
    let bytes = try ExportText.data(.board(contents.boards[0].id), of: contents, as: .canvas)
    #expect(try JSONCanvas(Array(bytes)).edges.map(\.label) == ["raised by"])
    let back = try Importing.read(bytes, file: "b.canvas").contents
    #expect(back.links.map(\.role) == [.raisedBy])
    #expect(back.notes.first { $0.id == back.links.first?.fromID }?.text == first.text)
  }

  @Test func hiddenNotesAreNotInTheFile() throws {
    var contents = Self.twoNotes
    contents.notes[1].isPrivate = true
    contents.links = [
      Link(
        rank: .middle, role: .leadsTo, from: contents.notes[0].reference,
        to: contents.notes[1].reference)
    ]
    let bytes = try ExportText.data(.board(contents.boards[0].id), of: contents, as: .canvas)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Seen") && !text.contains("Secret"))
    #expect(!text.contains(contents.notes[1].id.uuidString.lowercased()))
    #expect(try JSONCanvas(Array(bytes)).edges.isEmpty)
  }

  private static var twoNotes: WorkspaceContents {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "W"))
    let group = AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "G")
    let board = Board(groupID: group.id, rank: .middle, title: "B")
    let column = BoardColumn(boardID: board.id, rank: .middle, title: "C")
    contents.advisoryGroups = [group]
    contents.boards = [board]
    contents.boardColumns = [column]
    contents.notes = zip(["Seen", "Secret"], Rank.spread(2)).map {
      Note(columnID: column.id, rank: $1, text: $0, theme: $0)
    }
    return contents
  }

  // MARK: Into a workspace

  @Test func aCanvasComesIntoTheOnlyGroup() throws {
    var target = WorkspaceContents(workspace: WorkspaceInfo(title: "W"))
    target.advisoryGroups = [AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "Group")]
    target.members = [
      Member(groupID: target.advisoryGroups[0].id, rank: .middle, name: "Ada Obi")
    ]
    let document = try read(
      node(
        #""id":"a","type":"text","text":"A","author":"Ada Obi","x":0,"y":0,"width":1,"height":1"#))
    let plan = ImportPlan(document.contents, into: target, format: .canvas).insertions
    #expect(plan.advisoryGroups.isEmpty && plan.members.isEmpty)
    #expect(plan.boards.map(\.groupID) == target.advisoryGroups.map(\.id))
    #expect(plan.notes.map(\.authorID) == [target.members[0].id])
  }
}
