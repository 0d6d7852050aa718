import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// The plan on pages: everything is there, whole, in order, and nothing lies on something else.
@Suite(.serialized) struct PlanDocumentTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22) ?? CalendarDay(Date())

  private func pages(
    _ contents: WorkspaceContents, _ setup: PlanDocument.Setup? = nil, paper: Size? = nil
  ) throws -> (document: TextDocument, pages: [DocumentPage]) {
    let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
    let document = TextDocument.plan(of: contents, setup, today: Self.today)
    return (
      document,
      DocumentLayout.pages(
        of: document, measuring: measuring, theme: .print,
        paper: paper ?? PageSetup.Paper.a4.size)
    )
  }

  private func contents(seed: UInt64) -> WorkspaceContents {
    var random = RandomContents(seed: seed)
    return random.plan()
  }

  private func expectSound(
    _ pages: [DocumentPage], _ paper: Size, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let measuring = try #require(PangoTextMeasuring())
    for (number, page) in pages.enumerated() {
      // A page may lie on its side.
      #expect(page.scene.size == paper || page.scene.size == Size(paper.height, paper.width))
      let paper = page.scene.size
      let items = page.scene.items.filter { !$0.content.texts.isEmpty }
      for item in items {
        #expect(
          item.frame.minX >= 20 && item.frame.maxX <= paper.width - 20
            && item.frame.minY >= 0 && item.frame.maxY <= paper.height - 16,
          "\(comment), page \(number): \(item.frame)", sourceLocation: sourceLocation)
        for case .text(let block) in item.content.primitives {
          let size = measuring.size(of: block.text, style: block.style, width: block.frame.width)
          #expect(
            size.height <= block.frame.height + 0.5,
            "\(comment), page \(number), cut: \(block.text.prefix(60))",
            sourceLocation: sourceLocation)
        }
      }
      for (index, item) in items.enumerated() {
        for other in items[(index + 1)...] {
          #expect(
            !item.frame.inset(0.3, 0.3).intersects(other.frame.inset(0.3, 0.3)),
            "\(comment), page \(number): \(item.content.texts) on \(other.content.texts)",
            sourceLocation: sourceLocation)
        }
        for figure in page.figures {
          let frame = frame(of: figure)
          #expect(
            !item.frame.intersects(frame.inset(0.5, 0.5)),
            "\(comment), page \(number): a picture on \(item.content.texts)",
            sourceLocation: sourceLocation)
          let margin = paper.width > paper.height ? DocumentLayout.acrossMargin - 0.1 : 36
          #expect(
            frame.minX >= margin && frame.maxX <= paper.width - margin
              && frame.maxY <= paper.height - 36,
            "\(comment), page \(number): a picture leaves the page", sourceLocation: sourceLocation)
        }
      }
      let last = items.last {
        $0.role != .decoration
          && $0.frame.maxY
            < paper.height - DocumentLayout.bookMargin - DocumentLayout.bookFooter + 0.5
      }
      // A picture after it has its place among the items.
      let isLast = page.figures.allSatisfy { $0.place < page.scene.items.count }
      if let last, number > 1, number + 1 < pages.count, isLast {
        #expect(
          ![.title, .columnHeader, .cluster, .stageHeader].contains(last.role),
          "\(comment), page \(number) ends with the heading \(last.content.texts)",
          sourceLocation: sourceLocation)
      }
      for (index, figure) in page.figures.enumerated() {
        let frame = frame(of: figure)
        #expect(figure.scale > 0.2, "\(comment), page \(number): a picture too small to read")
        for other in page.figures[(index + 1)...] {
          #expect(
            !frame.intersects(self.frame(of: other).inset(0.5, 0.5)),
            "\(comment), page \(number): a picture on a picture", sourceLocation: sourceLocation)
        }
      }
    }
  }

  private func frame(of figure: DocumentPage.Figure) -> Rect {
    Rect(
      figure.origin.x, figure.origin.y, figure.scene.size.width * figure.scale,
      figure.scene.size.height * figure.scale)
  }

  private func texts(_ pages: [DocumentPage]) -> String {
    pages.flatMap { page in
      page.scene.items.flatMap { $0.content.texts }
        + page.figures.flatMap { $0.scene.items.flatMap { $0.content.texts } }
    }.joined(separator: "\n").filter { !$0.isWhitespace }
  }

  /// All that the document says outside of its pictures.
  private func said(_ document: TextDocument) -> [String] {
    document.numberedBlocks.flatMap { block -> [String] in
      switch block {
      case .heading(_, let text), .paragraph(let text), .quote(let text), .rule(let text):
        [text]
      case .facts(let facts): facts.flatMap { [$0.name, $0.value] }
      case .grid(let grid): [grid.caption] + grid.columns.map(\.title) + grid.rows.flatMap { $0 }
      case .list(let items): items.flatMap { [$0.text, $0.remark] + $0.children.map(\.text) }
      case .keyFigures(let figures): figures.flatMap { [$0.value, $0.name, $0.detail] }
      case .figure(let figure):
        if case .drawing(let drawing) = figure.content {
          [figure.caption, drawing.explanation]
        } else {
          [figure.caption]
        }
      default: []
      }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func whateverIsKeptStandsWholeOnThePages(seed: UInt64) throws {
    let contents = contents(seed: seed)
    for paper in [PageSetup.Paper.a4.size, PageSetup.Paper.letter.size] {
      let (document, pages) = try pages(contents, paper: paper)
      try expectSound(pages, paper, "seed \(seed)")
      let shown = texts(pages)
      for text in said(document) {
        // Long texts are cut between pages; their words are all there.
        for word in text.split(whereSeparator: \.isWhitespace) {
          #expect(shown.contains(word.filter { !$0.isWhitespace }), "seed \(seed): \(word)")
        }
      }
    }
  }

  /// Of the sample: every word of every section can be found in the PDF, on either paper.
  @Test(arguments: [PageFormat.a4, .letter]) func thePDFHoldsEveryWordOfTheSample(
    page: PageFormat
  ) throws {
    let contents = try Fixture.sample()
    let document = TextDocument.plan(of: contents, PlanDocument.Setup(), today: Self.today)
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    try SceneExport.write(
      .document(document, fitsOnePage: false), theme: .print, to: url, format: .pdf,
      options: ExportOptions(page: page))
    let found = try output("/usr/bin/pdftotext", ["-raw", url.path, "-"])
      .filter { !$0.isWhitespace }
    var headings = Set<String>()
    for block in document.blocks {
      if case .heading(2, let text) = block { headings.insert(text) }
    }
    #expect(headings == Set(PlanSection.allCases.map(\.title)))
    for text in said(document) {
      for word in text.split(whereSeparator: \.isWhitespace) {
        #expect(found.contains(word), "\(word) of “\(text.prefix(60))”")
      }
    }
  }

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  @Test func theContentsLeadToTheirPages() throws {
    let (_, pages) = try pages(contents(seed: 3))
    let entries = pages.flatMap { page in
      page.elements.compactMap { place, element in
        element.destination.map { (page.scene.items[place].content.texts, $0) }
      }
    }
    #expect(entries.count > 4)
    for (texts, destination) in entries {
      let page = pages[destination.page]
      #expect(page.headings.contains { $0.text == texts[0] && $0.y == destination.y })
      #expect(page.label == texts[1])
    }
    #expect(pages[0].label == "i" && pages[1].label == "1")
  }

  @Test func sectionsFollowTheChoice() throws {
    let contents = contents(seed: 5)
    let setup = PlanDocument.Setup(only: [.evidence, .vision])
    let headings = try pages(contents, setup).pages.flatMap(\.headings).filter { $0.level == 1 }
    #expect(headings.map(\.text).dropFirst() == ["1  Evidence", "2  Vision and leaders"])
  }

  @Test func aChoiceIsKeptAndWhatIsNotKnownPassedOver() throws {
    var document = PlanDocument(rank: .middle)
    #expect(document.setup == PlanDocument.Setup())
    var setup = PlanDocument.Setup(page: .letter, day: Self.today)
    setup.move(.appendix, to: 0)
    setup.set(.training, isIncluded: false)
    document.setup = setup
    #expect(document.setup == setup)
    document.definition = #"{"sections":["later","vision"],"leftOut":["x"],"page":"b5","new":1}"#
    #expect(document.setup.sections.first == .vision)
    #expect(document.setup.sections.count == PlanSection.allCases.count)
    #expect(document.setup.page == .a4)
  }

  @Test func anEditOfTheChoiceIsNamedForWhatItDid() {
    let old = PlanDocument.Setup()
    var moved = old
    moved.move(.training, to: 1)
    #expect(old.editName(to: moved) == .moveSection)
    #expect(old.changed(in: moved) == [.training])
    var swapped = old
    swapped.move(.state, to: 1)
    #expect(old.editName(to: swapped) == .moveSection)
    #expect(old.changed(in: swapped) == [.vision], "it comes first now")
    var less = old
    less.set(.training, isIncluded: false)
    #expect(old.editName(to: less) == .leaveOutSection && less.editName(to: old) == .includeSection)
    #expect(old.changed(in: less) == [.training])
    var several = less
    several.set(.groups, isIncluded: false)
    #expect(old.editName(to: several) == .chooseSections)
    var letter = old
    letter.page = .letter
    #expect(old.editName(to: letter) == .setPaper)
  }

  @Test func postcardsStayOnTheirCards() throws {
    let measuring = try #require(PangoTextMeasuring())
    for seed in 1...8 as ClosedRange<UInt64> {
      guard let cards = ChampionCards(contents(seed: seed)) else { continue }
      let pages = PostcardSheets.pages(for: cards, measuring: measuring, theme: .print)
      #expect(pages.count == (cards.cards.count + 3) / 4)
      for page in pages {
        for item in page.scene.items where !item.content.texts.isEmpty {
          let frame = item.frame
          let middle = Point(297.638, 420.945)
          #expect(frame.maxX < middle.x - 20 || frame.minX > middle.x + 20)
          #expect(frame.maxY < middle.y || frame.minY > middle.y)
          for case .text(let block) in item.content.primitives {
            #expect(block.style.size >= PostcardSheets.leastType, "\(block.text)")
            let size = measuring.size(of: block.text, style: block.style, width: frame.width)
            #expect(size.height <= frame.height + 0.5)
          }
        }
      }
    }
  }

  /// Nobody could read it in smaller type.
  @Test func aStoryThatNoCardHoldsEndsWithASign() throws {
    let measuring = try #require(PangoTextMeasuring())
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let story = String(repeating: "Held the door for a man with five parcels. ", count: 120)
    contents.champions = [Champion(rank: .middle, toName: "Jo", fromName: "Al", story: story)]
    let cards = try #require(ChampionCards(contents))
    let item = try #require(
      PostcardSheets.pages(for: cards, measuring: measuring, theme: .print)
        .flatMap(\.scene.items).first { $0.content.texts.contains { $0.hasPrefix("“Held") } })
    let shown = try #require(item.content.texts.first)
    #expect(shown.hasSuffix("…"))
    #expect(shown.count > 1_000)
    #expect(item.label == "“\(story)”")
  }

  @Test(arguments: ["", " 🎉"]) func whatIsBrokenIntoLinesIsOneTextInTheTree(emoji: String) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let words = (1...60).map { "word \($0)" }.joined(separator: " ")
    contents.breakdowns = [
      Breakdown(rank: .middle, title: "First\n\(words)\n\nLast" + emoji, day: Self.today)
    ]
    try SceneExport.write(
      .document(
        .plan(of: contents, PlanDocument.Setup(only: [.evidence]), today: Self.today),
        fitsOnePage: false),
      theme: .print, to: url, format: .pdf, options: ExportOptions(page: .a4))
    let tree = try output("/usr/bin/pdfinfo", ["-struct-text", url.path])
    #expect(tree.contains("\"First \(words) Last"), "\(tree)")
    // A name and its page are two words.
    #expect(tree.contains("Breakdowns 2\""), "\(tree)")
  }

  @Test func theTagTreeReadsInOrder() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    contents.promises = Rank.spread(3).map { Promise(rank: $0, title: "Promise", toWhom: "Jo") }
    contents.metrics = [Metric(rank: .middle, title: "Ease", source: "Survey")]
    try SceneExport.write(
      .document(
        .plan(of: contents, PlanDocument.Setup(only: [.evidence]), today: Self.today),
        fitsOnePage: false),
      theme: .print, to: url, format: .pdf, options: ExportOptions(page: .a4))
    let tree = try output("/usr/bin/pdfinfo", ["-struct-text", url.path])
    // A footnote stands at the foot of its page.
    let order = ["Customer experience plan", "Contents", "Evidence", "Ease", "Promise", "Survey"]
    var rest = tree[...]
    for text in order {
      let range = rest.range(of: text)
      #expect(range != nil, "“\(text)” comes too early or not at all in \(tree)")
      if let range { rest = rest[range.upperBound...] }
    }
    #expect(tree.hasPrefix("Document\n"), "one root")
    for tag in [
      "H1", "H2", "TOC", "H3", "TOCI", "Link", "Table", "TR", "TH", "TD", "Caption", "Note",
    ] {
      #expect(tree.contains("\(tag)"), "no \(tag)")
    }
  }
}
