import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// How the plan is set: pages are full, titles stand over their rows, figures have words.
@Suite(.serialized) struct PlanTypesettingTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22) ?? CalendarDay(Date())

  private func pages(_ document: TextDocument) throws -> [DocumentPage] {
    DocumentLayout.pages(
      of: document, measuring: try #require(PangoTextMeasuring(keepsLayouts: true)),
      theme: .print, paper: PageSetup.Paper.a4.size)
  }

  /// Where the last thing on a page ends, of its height.
  private func fill(of page: DocumentPage) -> Double {
    let limit = page.scene.size.height - DocumentLayout.bookMargin - 10
    let texts = page.scene.items.filter { $0.role != .decoration }.map(\.frame.maxY)
    let figures = page.figures.map { $0.origin.y + $0.scene.size.height * $0.scale }
    return ((texts + figures).filter { $0 < limit }.max() ?? 0) / page.scene.size.height
  }

  @Test func thePlanOfTheSampleIsAShortBookWithoutEmptyPages() throws {
    let contents = try Fixture.sample()
    let pages = try pages(.plan(of: contents, today: Self.today))
    #expect(pages.count <= 38, "“the 30-odd pages”: \(pages.count)")
    for (number, page) in pages.enumerated().dropFirst(2).dropLast()
    where page.scene.size.height > page.scene.size.width {
      #expect(fill(of: page) > 0.35, "page \(number)")
    }
    #expect(pages.contains { $0.scene.size.width > $0.scene.size.height }, "no map on its side")
  }

  /// Nothing in it is smaller than people read on paper; maps are pictures, and are let be.
  @Test func theTypeOfThePlanCanBeRead() throws {
    for page in try pages(.plan(of: try Fixture.sample(), today: Self.today)) {
      for item in page.scene.items {
        for case .text(let block) in item.content.primitives {
          #expect(block.style.size >= 7.5, "\(block.text)")
        }
      }
      for figure in page.figures {
        let isMap = page.scene.size.width > page.scene.size.height
        for case .text(let block) in figure.scene.items.flatMap(\.content.primitives) {
          let size = block.style.size * figure.scale
          #expect(size >= (isMap ? 4.9 : 6.2), "\(block.text): \(size)")
        }
      }
    }
  }

  @Test func theRuleOfATableStandsWithIt() throws {
    let columns: [TextDocument.Grid.Column] = [.init("What"), .init("Why")]
    for count in 40...80 {
      var document = book(
        .grid(
          .init("", columns, (0..<count).map { ["Row \($0)", "Because it is so, and stays."] })))
      document.blocks.append(.rule("By this rule."))
      let page = try #require(
        try pages(document).first {
          $0.scene.items.contains { $0.content.texts == ["By this rule."] }
        })
      #expect(
        page.scene.items.contains { $0.content.texts.contains { $0.hasPrefix("Row ") } }, "\(count)"
      )
    }
  }

  @Test func readersHaveTheirSections() {
    #expect(PlanReaders.everybody.sections == PlanSection.allCases)
    #expect(!PlanReaders.leaders.sections.contains(.appendix))
    #expect(PlanReaders.leaders.sections.contains(.state))
  }

  private func book(_ block: TextDocument.Block) -> TextDocument {
    var document = TextDocument(title: "Book")
    document.cover = .init(title: "Book")
    document.blocks = [.heading(2, "Section"), block]
    return document
  }

  @Test func aTitleOverRowsIsRepeatedWhereTheyGoOn() throws {
    let columns: [TextDocument.Grid.Column] = [.init("What"), .init("Why")]
    let long = String(repeating: "Because it is so, and stays so. ", count: 6)
    let rows = [["Group one"]] + (0..<90).map { ["Row \($0)", long] }
    let pages = try pages(book(.grid(.init("", columns, rows))))
    let held = pages.filter { page in
      page.scene.items.contains { $0.content.texts.contains { $0.hasPrefix("Row ") } }
    }
    #expect(held.count > 1)
    for page in held {
      let texts = page.scene.items.flatMap(\.content.texts)
      #expect(texts.contains("Group one"))
      #expect(texts.contains("Why"))
    }
  }

  @Test func narrowTablesStandBesideThemselves() throws {
    let rows = (0..<40).map { ["2026-01-\($0)", String($0)] }
    let pages = try pages(book(.grid(.init("", [.init("Day"), .init("n", isFigure: true)], rows))))
    let cells = pages.flatMap(\.scene.items).filter { $0.role == .laneHeader }
    #expect(cells.count == 40)
    #expect(Set(cells.map(\.frame.minX)).count == 4)
    #expect(pages.count == 2, "cover and one page")
  }

  @Test func theColumnsMakeATableLow() throws {
    let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
    let texts = String(repeating: "many words that want room ", count: 12)
    let grid = TextDocument.Grid(
      "", [.init("Name"), .init("Text"), .init("Day")],
      (0..<6).map { ["Somebody with a name \($0)", texts, "2026-11-22"] })
    let style = TextStyle(size: 8)
    let setting = GridSetting(
      grid, inner: 460, header: style, cell: style, measuring: measuring)
    #expect(setting.fits)
    #expect(abs(setting.widths.reduce(0, +) - 460) < 1)
    #expect(setting.widths[1] > 300, "the long text gets the room: \(setting.widths)")
  }

  @Test func aWordWithoutAnEndIsSetWhole() throws {
    let word = String(repeating: "X", count: 20_000)
    let pages = try pages(book(.grid(.init("", [.init("A"), .init("B")], [[word, "b"]]))))
    let shown = pages.flatMap(\.scene.items).flatMap(\.content.texts).joined()
    #expect(shown.count { $0 == "X" } == 20_000)
  }

  @Test func everyFigureHasWords() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    contents.barriers = Rank.spread(3).map {
      Barrier(rank: $0, title: "Rückfrage", openedOn: Self.today)
    }
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    try SceneExport.write(
      .document(.plan(of: contents, today: Self.today), fitsOnePage: false),
      theme: .print, to: url, format: .pdf, options: ExportOptions(page: .a4))
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let figures = text.components(separatedBy: "/S /Figure").count - 1
    let words = text.components(separatedBy: "/Alt <FEFF")
    #expect(figures > 0)
    // Each stands there twice: as Cairo wrote it, and anew with its words.
    #expect(words.count - 1 == figures / 2)
    let digits = Array("Open barriers".utf16).map { String(format: "%04X", Int($0)) }.joined()
    #expect(words.dropFirst().contains { $0.contains(digits) })
  }

  // MARK: Room

  /// What follows a chart stands before it rather than leave the page empty, and under it goes the
  /// table on.
  @Test func aTableFillsThePageBeforeAChartThatFindsNoRoom() throws {
    let contents = try Fixture.sample()
    for paper in [PageSetup.Paper.a4.size, PageSetup.Paper.letter.size] {
      let pages = DocumentLayout.pages(
        of: .plan(of: contents, today: Self.today),
        measuring: try #require(PangoTextMeasuring(keepsLayouts: true)), theme: .print,
        paper: paper)
      #expect(pages.count <= 41, "\(pages.count)")
      let upright = pages.dropFirst(2).dropLast().filter {
        $0.scene.size.height > $0.scene.size.width
      }
      let empty = upright.map { 1 - fill(of: $0) }.reduce(0, +)
      #expect(empty < 4.6, "of all pages: \(empty)")
    }
  }

  @Test func theTitleOfAColumnIsBrokenEvenly() throws {
    let pages = try pages(
      book(
        .grid(
          .init(
            "",
            [.init("What is true then", isFigure: true)]
              + (0..<9).map { .init("Column \($0) of it", isFigure: true) },
            (0..<4).map { row in (0..<10).map { _ in String(1_000_000 * row) } }))))
    let titles = pages.flatMap(\.scene.items).filter { $0.role == .stageHeader }
    let blocks = titles.flatMap(\.content.primitives).compactMap { primitive in
      if case .text(let block) = primitive { block } else { nil }
    }
    let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
    let first = try #require(blocks.first { $0.text.hasPrefix("What") })
    let size = measuring.size(of: first.text, style: first.style, width: first.frame.width)
    let line = measuring.size(of: "M", style: first.style, width: 400).height
    #expect(size.height > 1.5 * line)
    // No narrower frame holds it in as many lines.
    let narrower = measuring.size(
      of: first.text, style: first.style, width: first.frame.width - 2)
    #expect(narrower.height > size.height + 1)
  }

  @Test func columnsTakeWhatSavesLines() throws {
    let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
    let style = TextStyle(size: 8)
    let name = "Josephine Okafor, Harbour Street"
    let cells = [
      [CellWords](repeating: CellWords(name, style: style, measuring: measuring), count: 6),
      [CellWords](repeating: CellWords("A word", style: style, measuring: measuring), count: 6),
    ]
    let wanted = measuring.naturalWidth(of: name, style: style)
    let widths = ColumnWidths([wanted - 3, 90], least: [60, 30], cells: cells).lowest
    #expect(widths[0] >= wanted)
    #expect(abs(widths[0] + widths[1] - (wanted + 87)) < 0.01)
    #expect(cells[0][0].count(width: wanted - 3) == 2)
    #expect(cells[0][0].count(width: widths[0]) == 1)
  }
}
