import Foundation
import FoundationXML
import Testing
import UpliftCore

@testable import UpliftDrawing

/// Everything that sets type with Pango: one test at a time, because Cairo 1.16 opens fonts
/// without a lock.
@Suite(.serialized) enum PaintingTests {}

extension PaintingTests {
  @Suite(.serialized) struct ExportTests {
    private let files: WrittenFiles
    private var folder: URL { files.folder }

    init() throws { files = try WrittenFiles() }

    private static let texts = [
      "Searches “returns” on the site", "Rückerstattungsverfahrensbestätigungsschreiben kommt",
      "退货政策很长没有人会读到最后", "返品ラベル", "Zażółć gęślą jaźń", "Parcel 📦 waits", "fi ffl office",
    ]

    private func journey(_ texts: [String] = texts, steps count: Int = 7) -> JourneyContents {
      let map = JourneyMap(rank: .middle, title: "Returning & <waiting>")
      let stages = Rank.spread(2).enumerated().map {
        Stage(mapID: map.id, rank: $1, title: "Stage \($0)")
      }
      let steps = Rank.spread(count).enumerated().map {
        Step(stageID: stages[$0 < count / 2 ? 0 : 1].id, rank: $1, title: "Step\($0)")
      }
      let lanes = Rank.spread(3).enumerated().map {
        Lane(mapID: map.id, rank: $1, kind: [.actions, .emotion, .painPoints][$0])
      }
      var cards: [Card] = []
      for (index, text) in texts.enumerated() {
        cards.append(
          Card(
            laneID: lanes[index % 2 == 0 ? 0 : 2].id, stepID: steps[index % count].id,
            rank: .middle, text: text, evidence: .observed,
            source: index == 0 ? "https://example.org/survey" : ""))
      }
      return JourneyContents(
        map: map, stages: stages, steps: steps, lanes: lanes, cards: cards,
        emotions: steps.map { Emotion(stepID: $0.id, value: 1) })
    }

    private func write(
      _ contents: JourneyContents, _ name: String, page: PageFormat = .poster
    ) throws -> URL {
      let url = folder.appendingPathComponent(name)
      let format = try #require(ExportFormat(pathExtension: url.pathExtension))
      var options = ExportOptions(page: page)
      options.date = Date(timeIntervalSince1970: 1_700_000_000)
      try SceneExport.write(
        .journey(contents), theme: .light, to: url, format: format, options: options)
      return url
    }

    @Test(arguments: PageFormat.allCases) func aPDFHoldsEveryWord(page: PageFormat) throws {
      let contents = journey()
      let found = WrittenFiles.squeezed(
        try WrittenFiles.text(ofPDF: write(contents, "map.pdf", page: page)))
      for text in Self.texts + contents.steps.map(\.title) + ["Actions", "Emotion", "observed"] {
        #expect(found.contains(WrittenFiles.squeezed(text)), "\(text)")
      }
      #expect(found.contains(WrittenFiles.squeezed(contents.map.title)))
    }

    @Test func aRightToLeftPDFHoldsEveryWord() throws {
      // Without lam-alef, whose letters pdftotext reads the wrong way round.
      let arabic = ["يوجد ملصق في الصندوق", "تأخر الرد على العميل"]
      let found = try WrittenFiles.text(ofPDF: write(journey(arabic), "map.pdf"))
      for word in arabic.flatMap({ $0.split(separator: " ") }) {
        #expect(
          WrittenFiles.squeezed(found).contains(WrittenFiles.squeezed(String(word))), "\(word)")
      }
    }

    @Test func aPDFSaysWhatItIs() throws {
      let url = try write(journey(), "map.pdf")
      let info = try WrittenFiles.output("pdfinfo", ["-isodates", url.path])
      #expect(info.contains("Returning & <waiting>"))
      #expect(info.contains("Creator:         Uplift"))
      #expect(info.contains("2023-11-14T22:13:20"))
      #expect(info.contains("Tagged:          yes"))
      #expect(info.contains("Pages:           1\n"))
      let fonts = try WrittenFiles.output("pdffonts", [url.path]).split(separator: "\n").dropFirst(
        2)
      #expect(!fonts.isEmpty)
      for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
      let structure = try WrittenFiles.output("pdfinfo", ["-struct", url.path])
      #expect(structure.hasPrefix("Document"))
      for element in ["H1", "Table", "TR", "TH", "TD", "P", "Link"] {
        #expect(structure.contains(element), "\(element)")
      }
      let bytes = try Data(contentsOf: url)
      #expect(bytes.range(of: Data("/URI (https://example.org/survey)".utf8)) != nil)
      #expect(bytes.range(of: Data("(Stage 0)".utf8)) != nil)
      #expect(bytes.range(of: Data("/Lang (\(languageCode))".utf8)) != nil)
    }

    @Test func sheetsRepeatHeadersAndCutNoCard() throws {
      var random = RandomContents(seed: 5)
      let contents = random.journey(steps: 12, lanes: 9, cardsInCell: 6)
      let measuring = try #require(PangoTextMeasuring())
      for page in [PageFormat.a4, .a3, .letter] {
        let paper = try #require(page.paper)
        let plan = TilePlan.best(
          paper: paper,
          layout: {
            Picture.journey(contents).scene(
              measuring: measuring, theme: .light, pageHeight: $0)
          }, breaks: true)
        let bodies = plan.rows.indices.flatMap { row in
          plan.columns.indices.map { plan.body(column: $0, row: row) }
        }
        for item in plan.scene.items where item.role == .card {
          let holders = bodies.filter { $0.intersects(item.frame.inset(0.02, 0.02)) }
          #expect(holders.count == 1, "\(page)")
          #expect(holders.first.map { $0.union(item.frame) == $0 } ?? false, "\(page)")
        }
        let area = bodies.reduce(0) { $0 + $1.width * $1.height }
        let whole =
          (plan.scene.size.width - plan.scene.header.width)
          * (plan.scene.size.height - plan.scene.header.height)
        #expect(abs(area - whole) < 1, "every part is on one sheet")
        let sheet = Size(
          (plan.scene.header.width + (bodies.map(\.width).max() ?? 0)) * plan.scale,
          (plan.scene.header.height + (bodies.map(\.height).max() ?? 0)) * plan.scale)
        #expect(sheet.width <= plan.paper.width - 2 * TilePlan.margin + 0.1)
        #expect(sheet.height <= plan.paper.height - 2 * TilePlan.margin)
      }
    }

    @Test func headersAreOnEachSheet() throws {
      let contents = journey(steps: 14)
      let url = try write(contents, "map.pdf", page: .a4)
      let pages = try WrittenFiles.text(ofPDF: url).split(separator: "\u{c}").map {
        WrittenFiles.squeezed(String($0))
      }
      #expect(pages.count > 1)
      for (index, page) in pages.enumerated() {
        #expect(page.contains("Actions") && page.contains("Stage"))
        #expect(page.contains("A\(index + 1)") && page.contains("\(index + 1)of\(pages.count)"))
      }
      for step in contents.steps {
        #expect(pages.count { $0.contains(WrittenFiles.squeezed(step.title)) } >= 1)
      }
      let bookmarks = try Data(contentsOf: url)
      #expect(bookmarks.range(of: Data("(Stage 1)".utf8)) != nil)
    }

    @Test func aPlainSceneIsCutBetweenCards() throws {
      let contents = journey(steps: 30)
      let measuring = try #require(PangoTextMeasuring())
      let scene = Picture.journey(contents).scene(measuring: measuring, theme: .light)
      let url = folder.appendingPathComponent("scene.pdf")
      try SceneExport.write(
        scene, to: url, format: .pdf, options: ExportOptions(page: .a4), measuring: measuring)
      let found = WrittenFiles.squeezed(try WrittenFiles.text(ofPDF: url))
      for text in Self.texts { #expect(found.contains(WrittenFiles.squeezed(text)), "\(text)") }
    }

    @Test func anEndlessMapFitsWhatReadersAccept() throws {
      let url = try write(journey(steps: 120), "map.pdf")
      let info = try WrittenFiles.output("pdfinfo", [url.path])
      let line = try #require(info.split(separator: "\n").first { $0.hasPrefix("Page size:") })
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      #expect(numbers.count == 2 && numbers.allSatisfy { $0 <= 14_400 })
    }

    @Test func anSVGHoldsEveryTextAsText() throws {
      let contents = journey(["A < B & \"C\" \u{1} 退货 📦", "لا يوجد ملصق"])
      let data = try Data(contentsOf: write(contents, "map.svg"))
      let document = try XMLDocument(data: data)
      let texts = try document.nodes(forXPath: "//*[local-name()='text']")
      let found = WrittenFiles.squeezed(texts.compactMap(\.stringValue).joined())
      #expect(found.contains(WrittenFiles.squeezed("A < B & \"C\"  退货 📦")))
      #expect(found.contains(WrittenFiles.squeezed("لا يوجد ملصق")))
      #expect(try !document.nodes(forXPath: "//*[@direction='rtl']").isEmpty)
      #expect(try !document.nodes(forXPath: "//*[local-name()='a']").isEmpty)
      #expect(try document.nodes(forXPath: "//*[local-name()='glyph']").isEmpty)
    }

    @Test(arguments: [true, false]) func aPictureCarriesTheTitleUnlessItIsAPart(
      showsTitle: Bool
    ) throws {
      var contents = journey()
      contents = JourneyContents(
        map: JourneyMap(
          id: contents.map.id, rank: .middle, title: "Sending it back",
          scenario: "A coat goes back"), stages: contents.stages, steps: contents.steps,
        lanes: contents.lanes, cards: Array(contents.cards.values))
      let svg = folder.appendingPathComponent("map.svg")
      let options = ExportOptions(scale: 1, showsTitle: showsTitle)
      try SceneExport.write(
        .journey(contents), theme: .light, to: svg, format: .svg, options: options)
      let texts = try XMLDocument(data: Data(contentsOf: svg))
        .nodes(forXPath: "//*[local-name()='text']").compactMap(\.stringValue)
      #expect(texts.contains("Sending it back") == showsTitle)
      #expect(texts.contains { $0.contains("A coat goes back") } == showsTitle)
      let png = folder.appendingPathComponent("map.png")
      try SceneExport.write(
        .journey(contents), theme: .light, to: png, format: .png, options: options)
      let bytes = [UInt8](try Data(contentsOf: png))
      let height = Double(bytes[20..<24].reduce(0) { $0 << 8 | Int($1) })
      let measuring = try #require(PangoTextMeasuring())
      let bare = Picture.journey(contents).scene(measuring: measuring, theme: .light).size.height
      #expect((height > bare + 2 * PDFPoster.margin) == showsTitle)
    }

    @Test func aPNGHasTheSizeThatWasAskedFor() throws {
      let contents = journey()
      let measuring = try #require(PangoTextMeasuring())
      let scene = Picture.journey(contents).scene(measuring: measuring, theme: .dark)
      let url = folder.appendingPathComponent("map.png")
      try SceneExport.write(
        scene, to: url, format: .png, options: ExportOptions(scale: 0.5), measuring: measuring)
      let bytes = [UInt8](try Data(contentsOf: url))
      #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
      #expect(number(16) == Int((scene.size.width * 0.5).rounded(.up)))
      #expect(number(20) == Int((scene.size.height * 0.5).rounded(.up)))
    }

    @Test func absurdScalesAreRefused() throws {
      for scale in [0, -1, .nan, .infinity, 1000] {
        let url = folder.appendingPathComponent("map.png")
        #expect(throws: ExportError.self) {
          try SceneExport.write(
            .journey(journey()), theme: .light, to: url, format: .png,
            options: ExportOptions(scale: scale))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      }
    }

    @Test(arguments: ["map.pdf", "map.svg", "map.png"])
    func theSameMapGivesTheSameFile(name: String) throws {
      let contents = journey()
      let first = try Data(contentsOf: write(contents, name))
      let second = try Data(contentsOf: write(contents, name))
      #expect(first == second)
    }

    @Test(arguments: ExportFormat.allCases, [0.0, 0.3, 1.0])
    func whatIsCancelledLeavesNothing(format: ExportFormat, share: Double) throws {
      let url = folder.appendingPathComponent("map.\(format.rawValue)")
      try Data("old".utf8).write(to: url)
      #expect(throws: ExportError.cancelled) {
        try SceneExport.write(.journey(journey()), theme: .light, to: url, format: format) {
          $0 < share
        }
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == [url.lastPathComponent])
      #expect(try Data(contentsOf: url) == Data("old".utf8))
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
      let url = folder.appendingPathComponent("none/map.pdf")
      #expect {
        try SceneExport.write(.journey(journey()), theme: .light, to: url, format: .pdf)
      } throws: { "\($0)".contains("none") }
    }

    @Test func aBoardIsWrittenWhole() throws {
      var random = RandomContents(seed: 9)
      let contents = random.board(columns: 5, entries: 9)
      for page in PageFormat.allCases {
        let url = folder.appendingPathComponent("board.pdf")
        try SceneExport.write(
          .board(contents), theme: .print, to: url, format: .pdf,
          options: ExportOptions(page: page))
        let found = WrittenFiles.squeezed(try WrittenFiles.text(ofPDF: url))
        for note in contents.notes.values {
          #expect(
            found.contains(WrittenFiles.squeezed(String(note.text.prefix { $0 != " " }))), "\(page)"
          )
        }
      }
    }

    @Test func realMapsFitTheirFrames() throws {
      let measuring = try #require(PangoTextMeasuring())
      for seed in UInt64(1)...6 {
        var random = RandomContents(seed: seed)
        let map = Picture.journey(random.journey()).scene(measuring: measuring, theme: .light)
        SceneChecks.expectInside(map, measuring: measuring, "map, seed \(seed)")
        SceneChecks.expectNoOverlap(map, roles: [.card], "map, seed \(seed)")
        let board = Picture.board(random.board()).scene(measuring: measuring, theme: .light)
        SceneChecks.expectInside(board, measuring: measuring, "board, seed \(seed)")
        SceneChecks.expectNoOverlap(board, roles: [.note], "board, seed \(seed)")
      }
    }

    @Test func theSampleIsDrawn() throws {
      let sample = try Fixture.sample()
      let measuring = try #require(PangoTextMeasuring())
      for map in sample.journeyMaps {
        let contents = try #require(sample.journey(map.id))
        let scene = Picture.journey(contents).scene(measuring: measuring, theme: .light)
        SceneChecks.expectInside(scene, measuring: measuring, "\(map.title)")
        let texts = SceneChecks.texts(of: scene)
        for card in contents.cards.values { #expect(texts.contains(card.text)) }
      }
      for board in sample.boards {
        let contents = try #require(sample.board(board.id))
        let scene = Picture.board(contents).scene(measuring: measuring, theme: .light)
        SceneChecks.expectInside(scene, measuring: measuring, "\(board.title)")
        let texts = SceneChecks.texts(of: scene)
        for note in contents.notes.values { #expect(texts.contains(note.text)) }
      }
    }
  }
}
