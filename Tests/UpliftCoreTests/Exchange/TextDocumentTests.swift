import CustomDump
import Foundation
import Testing

@testable import UpliftCore

@Suite struct TextDocumentTests {
  /// A map and a board whose every text would be markup if it were not escaped.
  private static let contents: WorkspaceContents = {
    var contents = WorkspaceContents(
      workspace: WorkspaceInfo(title: "<script>alert(1)</script>"))
    let maya = Persona(rank: .middle, name: "Maya & *co*", age: 34)
    let map = JourneyMap(
      rank: .middle, title: "# Map <b>", personaID: maya.id, scenario: "1. One\n- two\n=== three")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage |")
    let ranks = Rank.spread(2)
    let steps = [
      Step(stageID: stage.id, rank: ranks[0], title: "First_step_", isMomentOfTruth: true),
      Step(stageID: stage.id, rank: ranks[1], title: "Second"),
    ]
    let lane = Lane(mapID: map.id, rank: ranks[0], kind: .painPoints)
    let feelings = Lane(mapID: map.id, rank: ranks[1], kind: .emotion, title: "How it feels")
    let card = Card(
      laneID: lane.id, stepID: steps[0].id, rank: .middle, span: 2,
      text: "<img src=x onerror=alert(1)>\n\"quoted\" `code` [link](http://x)", source: "a & b")
    contents.personas = [maya]
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = steps
    contents.lanes = [lane, feelings]
    contents.cards = [card]
    contents.emotions = [Emotion(stepID: steps[0].id, personaID: maya.id, value: -1.5)]
    let group = AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "Group")
    let board = Board(groupID: group.id, rank: .middle, title: "Board")
    let column = BoardColumn(boardID: board.id, rank: .middle, title: "Column")
    let cluster = Cluster(columnID: column.id, rank: ranks[0], title: "Cluster")
    let member = Member(groupID: group.id, rank: .middle, name: "Ada", function: "Web")
    let notes = [
      Note(
        columnID: column.id, clusterID: cluster.id, rank: .middle, text: "Inside",
        authorID: member.id, theme: "Speed"),
      Note(columnID: column.id, rank: ranks[1], text: "Outside"),
    ]
    contents.advisoryGroups = [group]
    contents.members = [member]
    contents.boards = [board]
    contents.boardColumns = [column]
    contents.clusters = [cluster]
    contents.notes = notes
    contents.votes = [
      Vote(noteID: notes[0].id), Vote(clusterID: cluster.id), Vote(clusterID: cluster.id),
    ]
    return contents
  }()

  private func text(_ part: WorkspacePart, _ format: TextFormat) throws -> String {
    String(decoding: try ExportText.data(part, of: Self.contents, as: format), as: UTF8.self)
  }

  @Test func aMapIsAnOutlineInMarkdown() throws {
    expectNoDifference(
      try text(.journey(Self.contents.journeyMaps[0].id), .markdown),
      ##"""
      # \# Map \<b\>

      - **Point of view:** Maya \& \*co\*, 34
      - **Scenario:** 1\. One\
        \- two\
        \=== three
      - **State:** Current state
      - **Status:** Hypothesis

      ## Stage \|

      ### First\_step\_ ★ moment of truth

      - Pain points
        - \<img src=x onerror=alert(1)\>\
          "quoted" \`code\` \[link\](http://x) (assumed; source: a \& b; through “Second”)
      - How it feels
        - Maya \& \*co\*: −1.5

      ### Second

      """##)
  }

  @Test func aBoardIsListsInMarkdown() throws {
    expectNoDifference(
      try text(.board(Self.contents.boards[0].id), .markdown),
      """
      # Board

      - **Group:** Group

      ## Column

      - Cluster (2 votes)
        - Inside (Ada; Speed; 1 vote)
      - Outside

      """)
  }

  @Test func nothingInHTMLIsMarkupThatSomebodyTyped() throws {
    let html = try text(.whole, .html)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<b>"))
    #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(html.contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
    #expect(html.contains("script-src") == false)
    #expect(html.contains("default-src 'none'"))
  }

  @Test func aMapIsATableWithHeadersInHTML() throws {
    let html = try text(.journey(Self.contents.journeyMaps[0].id), .html)
    #expect(html.contains("<th scope=\"colgroup\" colspan=\"2\" dir=\"auto\">Stage |</th>"))
    #expect(html.contains("<th scope=\"col\" dir=\"auto\">Second</th>"))
    #expect(html.contains("<th scope=\"row\" dir=\"auto\">Pain points</th>"))
    // Every row has a header and a cell for each step.
    let body = try #require(html.components(separatedBy: "<tbody>").last)
    #expect(
      body.components(separatedBy: "<td>").count + body.components(separatedBy: "<td></td>").count
        - 2 >= 4)
    let tags = [
      "table", "thead", "tbody", "tr", "td", "th", "ul", "li", "dl", "main", "body", "html",
    ]
    for tag in tags {
      let opened =
        html.components(separatedBy: "<\(tag)>").count
        + html.components(separatedBy: "<\(tag) ").count - 2
      #expect(opened == html.components(separatedBy: "</\(tag)>").count - 1, "<\(tag)>")
    }
  }

  @Test func everyTextOfTheSampleIsInEveryDocument() throws {
    for file in ShippedFilesTests.files {
      let contents = try WorkspaceJSON.decode(Data(contentsOf: file))
      for format in [TextFormat.markdown, .html] {
        let bytes = try ExportText.data(.whole, of: contents, as: format)
        let document = String(decoding: bytes, as: UTF8.self)
          .replacingOccurrences(of: "\\", with: "")
          .replacingOccurrences(of: "&amp;", with: "&").replacingOccurrences(of: "&#39;", with: "'")
          .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(
            of: "&lt;", with: "<"
          )
          .replacingOccurrences(of: "&gt;", with: ">")
        let texts =
          contents.cards.map(\.text) + contents.notes.map(\.text) + contents.steps.map(\.title)
          + contents.stages.map(\.title) + contents.members.map(\.name)
          + contents.clusters.map(\.title) + contents.boardColumns.map(\.title)
          + contents.agendaItems.map(\.title) + contents.personas.map(\.name)
        for text in texts {
          for line in text.split(whereSeparator: \.isNewline) {
            #expect(document.contains(line), "\(file.lastPathComponent), \(format)")
          }
        }
      }
    }
  }

  @Test func partsHoldWhatTheyNeedAndNoMore() throws {
    var random = RandomContents(seed: 21)
    for _ in 0..<20 {
      var contents = random.contents()
      // JSON is not written while notes are hidden or a vote is open.
      for index in contents.notes.indices { contents.notes[index].isPrivate = false }
      for index in contents.votings.indices { contents.votings[index].state = .closed }
      let parts =
        contents.journeyMaps.map { WorkspacePart.journey($0.id) }
        + contents.boards.map { .board($0.id) } + contents.advisoryGroups.map { .group($0.id) }
        + contents.personas.map { .persona($0.id) }
      for part in parts {
        let bytes = try ExportText.data(part, of: contents, as: .json)
        let back = try WorkspaceJSON.decode(bytes)
        #expect(try ExportText.data(part, of: back, as: .json) == bytes)
        switch part {
        case .journey(let id):
          #expect(back.journeyMaps.map(\.id) == [id])
          #expect(back.advisoryGroups.isEmpty)
          #expect(back.cards.count == contents.journey(id)?.cards.count)
        case .board(let id):
          #expect(back.boards.map(\.id) == [id])
          #expect(back.journeyMaps.isEmpty)
          #expect(back.votes.count == contents.board(id)?.votes.count)
        case .group(let id):
          #expect(back.advisoryGroups.contains { $0.id == id })
          #expect(back.boards.count == contents.boards.count { $0.groupID == id })
        case .persona(let id):
          #expect(back.personas.map(\.id) == [id])
          #expect(back.journeyMaps.isEmpty)
        case .whole, .charter, .minutes, .plan, .department, .champions, .overview, .figure: break
        }
      }
    }
  }

  /// Export, import into a workspace that holds other things, export: the same bytes.
  @Test func aPartIsTheSameFileWhereverItIs() throws {
    var random = RandomContents(seed: 33)
    for _ in 0..<20 {
      var contents = random.contents()
      // JSON is not written while notes are hidden or a vote is open.
      for index in contents.notes.indices { contents.notes[index].isPrivate = false }
      for index in contents.votings.indices { contents.votings[index].state = .closed }
      var target = WorkspaceContents(workspace: WorkspaceInfo(title: "Other"))
      target.journeyMaps = [JourneyMap(rank: .middle, title: "Other")]
      target.advisoryGroups = [AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "Other")]
      target.personas = [Persona(rank: .middle, name: "Somebody else")]
      target.departments = [Department(rank: .middle, name: "Elsewhere")]
      let parts =
        contents.journeyMaps.map { WorkspacePart.journey($0.id) }
        + contents.boards.map { .board($0.id) } + contents.advisoryGroups.map { .group($0.id) }
      for part in parts {
        let bytes = try ExportText.data(part, of: contents, as: .json)
        let imported = try Importing.read(bytes, file: "part.json")
        let both = target.adding(
          ImportPlan(imported.contents, into: target, format: .json).insertions)
        expectNoDifference(
          String(decoding: try ExportText.data(part, of: both, as: .json), as: UTF8.self),
          String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  @Test func whatAFormatCannotHoldIsSaid() {
    let board = WorkspacePart.board(Self.contents.boards[0].id)
    #expect(throws: ExportTextError.notInFormat(.mermaid)) {
      try ExportText.data(board, of: Self.contents, as: .mermaid)
    }
    #expect(throws: ExportTextError.notInFormat(.csv)) {
      try ExportText.data(.whole, of: Self.contents, as: .csv)
    }
    #expect(throws: ExportTextError.notInFormat(.canvas)) {
      try ExportText.data(.whole, of: Self.contents, as: .canvas)
    }
    for format in TextFormat.allCases where format != .canvas {
      #expect(throws: ExportTextError.noSuchPart) {
        try ExportText.data(.journey(UUID()), of: Self.contents, as: format)
      }
    }
  }

  @Test func endingsNameFormats() {
    #expect(TextFormat(pathExtension: "MMD") == .mermaid)
    #expect(TextFormat(pathExtension: "htm") == .html)
    #expect(TextFormat(pathExtension: "pdf") == nil)
  }
}
