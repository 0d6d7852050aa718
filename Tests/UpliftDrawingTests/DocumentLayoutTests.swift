import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// Documents on pages: all that they say is there, whole, in order.
@Suite(.serialized) struct DocumentLayoutTests {
  private static let paper = Size(595.276, 841.89)

  private func pages(_ contents: WorkspaceContents, _ part: WorkspacePart, onePage: Bool = false)
    throws -> [DocumentPage]
  {
    let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
    return DocumentLayout.pages(
      of: try TextDocument(part, of: contents), measuring: measuring, theme: .print,
      paper: Self.paper, fitsOnePage: onePage)
  }

  private static let long =
    "Rechtsschutzversicherungsgesellschaftenangestellte sprechen über die Rückgabe; "
    + "退货的时候客户不知道包裹在哪里。 العميل لا يعرف أين الطرد. 👩🏽‍💻 "

  /// A group with a meeting of everything.
  private func contents(notes: Int = 30, recommendations: Int = 12, words: Int = 1)
    -> (WorkspaceContents, AdvisoryGroup, Meeting)
  {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let group = AdvisoryGroup(
      rank: .middle, kind: .employeeAdvisoryGroup, title: "Returns group",
      purpose: String(repeating: Self.long, count: words), scope: "Returns", cadence: "Monthly")
    let members = Rank.spread(11).enumerated().map {
      Member(
        groupID: group.id, rank: $1, name: "Person \($0)", function: "Function \($0 % 5)",
        level: $0 % 3 == 0 ? "Lead" : "Front")
    }
    let meetings = Rank.spread(2).enumerated().map {
      Meeting(
        groupID: group.id, rank: $1, title: "Meeting \($0)",
        day: CalendarDay(year: 2026, month: 9 + $0, day: 12), notes: "Opened by Jo.")
    }
    let board = Board(
      groupID: group.id, meetingID: meetings[1].id, rank: .middle, title: "Why do returns hurt?")
    let columns = Rank.spread(4).enumerated().map {
      BoardColumn(boardID: board.id, rank: $1, title: "Column \($0)")
    }
    contents.advisoryGroups = [group]
    contents.members = members
    contents.meetings = meetings
    contents.agendaItems = Rank.spread(6).enumerated().map {
      AgendaItem(
        meetingID: meetings[1].id, rank: $1, title: "Item \($0)", minutes: 10, state: .done,
        startedAt: Instant(milliseconds: 0), endedAt: Instant(milliseconds: 660_000),
        outcome: $0 == 2 ? "Agreed on labels" : "")
    }
    contents.attendances = members.enumerated().map {
      Attendance(meetingID: meetings[1].id, memberID: $1.id, isPresent: $0 > 1)
    }
    contents.boards = [board]
    contents.boardColumns = columns
    contents.notes = Rank.spread(max(notes, 1)).enumerated().map {
      Note(
        columnID: columns[$0 % 4].id, rank: $1,
        text: "Note number \($0) " + String(repeating: Self.long, count: words - 1))
    }
    let voting = Voting(
      boardID: board.id, rank: .middle, title: "Which?", voters: 11, state: .closed)
    let ballots = (1...3).map { Ballot(votingID: voting.id, number: $0, isCast: true) }
    contents.votings = [voting]
    contents.ballots = ballots
    contents.votes = ballots.flatMap { ballot in
      contents.notes.prefix(2).map { Vote(noteID: $0.id, ballotID: ballot.id) }
    }
    contents.recommendations = Rank.spread(max(recommendations, 1)).enumerated().map {
      Recommendation(
        groupID: group.id, meetingID: meetings[$0 % 2].id, rank: $1,
        text: "Recommendation \($0) " + String(repeating: Self.long, count: words - 1),
        owner: "IT", askedOn: CalendarDay(year: 2026, month: 9, day: 12))
    }
    return (contents, group, meetings[1])
  }

  private func texts(_ pages: [DocumentPage]) -> [String] {
    pages.flatMap { page in
      page.scene.items.flatMap { $0.content.texts }
        + page.figures.flatMap { $0.scene.items.flatMap { $0.content.texts } }
    }
  }

  @Test func minutesHoldEverythingThatHappened() throws {
    let (contents, _, meeting) = contents()
    let said = texts(try pages(contents, .minutes(meeting.id))).joined(separator: "\n")
    for note in contents.notes { #expect(said.contains(note.text)) }
    for item in contents.recommendations { #expect(said.contains(item.text)) }
    for item in contents.agendaItems { #expect(said.contains(item.title)) }
    #expect(said.contains("Agreed on labels"))
    #expect(said.contains("Person 2"))
    #expect(said.contains("(9 of 11)"))
    #expect(said.contains("Result of the vote"))
    #expect(said.contains("open for 30 days"))
  }

  @Test func aBoardThatIsTooHighIsBrokenIntoMoreColumns() throws {
    var (contents, _, meeting) = contents(notes: 60)
    let first = contents.boardColumns[0]
    for index in contents.notes.indices {
      contents.notes[index].columnID = first.id
      contents.notes[index].rank = Rank.spread(60)[index]
    }
    let pages = try pages(contents, .minutes(meeting.id))
    let figure = try #require(pages.flatMap(\.figures).first)
    #expect(figure.scale >= DocumentLayout.smallestScale)
    let said = figure.scene.items.flatMap(\.content.texts)
    for note in contents.notes { #expect(said.count { $0 == note.text } == 1, "\(note.text)") }
    #expect(said.contains("\(first.title), continued"))
    // As it stands in reading order, first column first.
    let order = figure.scene.items.filter { $0.role == .note }.flatMap(\.content.texts)
      .filter { $0.hasPrefix("Note number") }
    #expect(order == contents.notes.map(\.text))
  }

  @Test(arguments: [(1, 1, 1), (30, 12, 1), (60, 40, 6), (3, 2, 220)])
  func nothingLeavesAPageOrLiesOnSomethingElse(
    notes: Int, recommendations: Int, words: Int
  ) throws {
    let (contents, group, meeting) = contents(
      notes: notes, recommendations: recommendations, words: words)
    let measuring = try #require(PangoTextMeasuring())
    for part in [WorkspacePart.minutes(meeting.id), .charter(group.id), .group(group.id)] {
      let pages = try pages(contents, part)
      for (number, page) in pages.enumerated() {
        let items = page.scene.items.filter { !$0.content.texts.isEmpty }
        let inner = Rect(0, 0, Self.paper.width, Self.paper.height).inset(20, 20)
        for item in items {
          #expect(
            item.frame.minX >= inner.minX && item.frame.maxX <= inner.maxX + 0.5
              && item.frame.maxY <= inner.maxY + 0.5, "page \(number): \(item.frame)")
          for case .text(let block) in item.content.primitives {
            let size = measuring.size(
              of: block.text, style: block.style, width: block.frame.width)
            #expect(size.height <= block.frame.height + 0.5, "cut: \(block.text.prefix(40))")
          }
        }
        for (index, item) in items.enumerated() {
          for other in items[(index + 1)...] {
            #expect(
              !item.frame.inset(0.3, 0.3).intersects(other.frame.inset(0.3, 0.3)),
              "page \(number): \(item.content.texts.first ?? "") on \(other.content.texts.first ?? "")"
            )
          }
          for figure in page.figures {
            let frame = Rect(
              figure.origin.x, figure.origin.y, figure.scene.size.width * figure.scale,
              figure.scene.size.height * figure.scale)
            #expect(!item.frame.intersects(frame.inset(0.5, 0.5)))
          }
        }
        // No heading alone at the foot of a page.
        if number + 1 < pages.count, let last = items.last(where: { $0.role != .decoration }) {
          #expect(![.title, .columnHeader, .cluster].contains(last.role) || !page.figures.isEmpty)
        }
      }
    }
  }

  @Test func aTableRepeatsItsHeaderOnEachPage() throws {
    let (contents, _, meeting) = contents(notes: 1, recommendations: 120)
    let pages = try pages(contents, .minutes(meeting.id))
    let withRows = pages.filter { page in
      page.scene.items.contains {
        $0.role == .laneHeader && $0.content.texts.contains { $0.hasPrefix("Recommendation") }
      }
    }
    #expect(withRows.count > 2)
    for page in withRows {
      #expect(page.scene.items.contains { $0.content.texts == [tr("Owner")] })
    }
  }

  @Test func aCharterIsBroughtOntoOnePage() throws {
    let (contents, group, _) = contents(words: 5)
    #expect(try pages(contents, .charter(group.id), onePage: true).count == 1)
  }

  @Test func whatIsNotRevealedIsInNoDocument() throws {
    var (contents, group, meeting) = contents()
    contents.notes[3].isPrivate = true
    contents.notes[3].text = "Zweimalgeheim"
    let parts = [WorkspacePart.minutes(meeting.id), .group(group.id), .whole]
    for part in parts {
      for format in [TextFormat.markdown, .html] {
        let text = String(
          decoding: try ExportText.data(part, of: contents, as: format), as: UTF8.self)
        #expect(!text.contains("Zweimalgeheim"))
      }
      #expect(
        !texts(try pages(contents, part)).joined().contains("Zweimalgeheim"), "\(part)")
    }
  }

  @Test func thePDFHasBookmarksAndEveryWord() throws {
    let (contents, _, meeting) = contents()
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    try SceneExport.write(
      .document(try TextDocument(.minutes(meeting.id), of: contents), fitsOnePage: false),
      theme: .print, to: url, format: .pdf, options: ExportOptions(page: .a4))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
    process.arguments = ["-layout", url.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    for index in 0..<30 { #expect(text.contains("Note number \(index)")) }
    let bytes = try Data(contentsOf: url)
    #expect(bytes.range(of: Data("/Outlines".utf8)) != nil)
  }

  @Test func aPageInArabicBeginsAtTheRightWithItsPicturesInOrder() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "خطة"))
    contents.opportunities = Rank.spread(3).map {
      Opportunity(rank: $0, title: "ملصق في كل طرد", value: 4, effort: 2)
    }
    let page = String(
      decoding: try WebPage.data(.figure(.priorities), of: contents), as: UTF8.self)
    #expect(page.contains("<html lang=\"en\" dir=\"rtl\">"))
    // A picture's texts have their own places, whatever stands around it.
    #expect(page.contains("direction=\"ltr\""))
  }
}
