import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

extension PaintingTests.SizeSweepTests {
  /// A map on sheets of paper, whatever somebody wrote on it: every word is there, nothing is cut,
  /// and all of it can be read.
  @Suite(.serialized) struct PrintedMapTests {
    enum Extreme: String, CaseIterable, Sendable {
      case smallest, largest, longCard, fullCell, longTitles, endlessWord
    }

    private static let sentence = "The parcel waits at the counter while nobody knows whose it is. "

    private func text(_ letters: Int, _ name: String) -> String {
      "\(name)begin "
        + String(repeating: Self.sentence, count: letters / Self.sentence.count + 1).prefix(letters)
        + " \(name)end"
    }

    private func journey(_ extreme: Extreme) -> JourneyContents {
      let (stepCount, laneCount) =
        switch extreme {
        case .smallest, .fullCell: (1, 1)
        case .largest: (60, 40)
        default: (6, 5)
        }
      let isLong = extreme == .longTitles
      let map = JourneyMap(rank: .middle, title: isLong ? text(700, "Map") : "Journey")
      let ranks = Rank.spread(max(stepCount, laneCount, 60))
      let stages = (0..<min(3, stepCount)).map {
        Stage(
          mapID: map.id, rank: ranks[$0], title: isLong ? text(2000, "Stage\($0)") : "Stage \($0)")
      }
      let steps = (0..<stepCount).map {
        Step(
          stageID: stages[$0 * stages.count / stepCount].id, rank: ranks[$0],
          title: isLong ? text(1500, "Step\($0)") : "Step \($0)")
      }
      let lanes = (0..<laneCount).map {
        Lane(
          mapID: map.id, rank: ranks[$0], kind: .painPoints,
          title: isLong ? text(1200, "Lane\($0)") : "Lane \($0)",
          subtitle: isLong ? text(1200, "Under\($0)") : "")
      }
      var cards: [Card] = []
      for (row, lane) in lanes.enumerated() {
        for (column, step) in steps.enumerated() {
          for number in 0..<(extreme == .fullCell ? 60 : 1) {
            var words = "Card \(row)-\(column)-\(number)."
            if row == 2, column == 1, extreme == .longCard { words = text(5000, "Card") }
            if row == 2, column == 1, extreme == .endlessWord {
              words = String(repeating: "m", count: 5000) + " Cardend"
            }
            cards.append(Card(laneID: lane.id, stepID: step.id, rank: ranks[number], text: words))
          }
        }
      }
      return JourneyContents(map: map, stages: stages, steps: steps, lanes: lanes, cards: cards)
    }

    private func texts(of contents: JourneyContents) -> [String] {
      ([contents.map.title] + contents.stages.map(\.title) + contents.steps.map(\.title)
        + contents.lanes.flatMap { [$0.title, $0.subtitle] } + contents.cards.values.map(\.text))
        .filter { !$0.isEmpty }
    }

    /// Points from the top to the foot of the words on each page.
    private func heights(_ url: URL) throws -> [Double] {
      try WrittenFiles.output("pdftotext", ["-bbox", url.path, "-"]).split(separator: "\n")
        .compactMap { line in
          guard line.contains("<word") else { return nil }
          func value(_ name: String) -> Double? {
            guard let start = line.range(of: "\(name)=\"") else { return nil }
            return Double(line[start.upperBound...].prefix { $0 != "\"" })
          }
          guard let top = value("yMin"), let end = value("yMax") else { return nil }
          return end - top
        }
    }

    private func expectAll(_ contents: JourneyContents, in url: URL) throws {
      // A long text goes on on the next page or in the next column.
      let found = WrittenFiles.squeezed(try WrittenFiles.text(ofPDF: url))
      var missing: [String] = []
      for text in texts(of: contents) {
        let words = text.split(separator: " ").map { WrittenFiles.squeezed(String($0)) }
        let ends = [words.first, words.last].compactMap { $0 }.filter { $0.count < 40 }
        if !ends.allSatisfy(found.contains) { missing.append(String(text.prefix(60))) }
        if text.count < 300, !found.contains(WrittenFiles.squeezed(text)) {
          missing.append(String(text.prefix(60)))
        }
      }
      #expect(missing.isEmpty, "\(missing.count): \(missing.prefix(5))")
      let sentences = found.components(separatedBy: WrittenFiles.squeezed(Self.sentence)).count - 1
      let written = texts(of: contents).reduce(0) {
        $0 + $1.components(separatedBy: Self.sentence).count - 1
      }
      // Where a page ends in one, it is in two pieces.
      #expect(Double(sentences) >= Double(written) * 0.9)
    }

    @Test(arguments: Extreme.allCases, [PageFormat.a4, .letter])
    func sheetsHoldEveryWordInReadableType(extreme: Extreme, page: PageFormat) throws {
      let files = try WrittenFiles()
      defer { withExtendedLifetime(files) {} }
      let contents = journey(extreme)
      let url = files.url("map.pdf")
      try SceneExport.write(
        .journey(contents), theme: .print, to: url, format: .pdf,
        options: ExportOptions(page: page))
      try expectAll(contents, in: url)
      // Lines are 1.2 times as high as their type: the smallest marks are 5 points or more.
      #expect(try heights(url).min() ?? 0 > 6)
      let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
      let printed = PrintedJourney(contents, measuring: measuring)
      let isCut = extreme == .longCard || extreme == .longTitles || extreme == .endlessWord
      #expect(printed.appendix.isEmpty != isCut)
      let plan = PaintingTests.SizeSweepTests().plan(
        printed.contents, try #require(page.paper), measuring)
      #expect(plan.scale * TypeScale().card.size >= 7.5, "cards are set in \(plan.scale * 13)")
      guard extreme != .largest else { return }
      let faults = PaintingTests.SizeSweepTests().faults(plan)
      let count = faults.count
      #expect(count == 0, "\(faults.prefix(3))")
    }

    /// A long text that stands in both maps, one that was reworded, one that is gone, one that is new.
    @Test(arguments: [PageFormat.a4, .letter])
    func aComparisonIsReadableToo(page: PageFormat) throws {
      let files = try WrittenFiles()
      defer { withExtendedLifetime(files) {} }
      let old = journey(.smallest)
      let new = old.makingFutureMap(among: [old.map])
      var cards = new.edit.changes.compactMap { change -> Card? in
        if case .insert(let card as Card) = change { card } else { nil }
      }
      var before = Array(old.cards.values)
      let (lane, step) = (old.lanes[0], old.steps[0])
      let ranks = Rank.spread(4)
      for (name, rank) in zip(["Same", "Worded", "Gone"], ranks.dropFirst()) {
        before.append(
          Card(laneID: lane.id, stepID: step.id, rank: rank, text: text(5000, name)))
      }
      let newLane = try #require(
        new.edit.changes.compactMap { change -> Lane? in
          if case .insert(let lane as Lane) = change { lane } else { nil }
        }.first)
      let newSteps = new.edit.changes.compactMap { change -> Step? in
        if case .insert(let step as Step) = change { step } else { nil }
      }
      let newStages = new.edit.changes.compactMap { change -> Stage? in
        if case .insert(let stage as Stage) = change { stage } else { nil }
      }
      for (original, words) in zip(
        before.suffix(3), [before[1].text, text(5000, "Rephrased"), text(5000, "Novel")])
      {
        var card = original
        card.id = UUID()
        (card.laneID, card.stepID) = (newLane.id, newSteps[0].id)
        card.basisID = words.hasPrefix("Novel") ? nil : original.id
        card.text = words
        cards.append(card)
      }
      let comparison = JourneyComparison(
        from: JourneyContents(
          map: old.map, stages: old.stages, steps: old.steps, lanes: old.lanes, cards: before),
        to: JourneyContents(
          map: new.record, stages: newStages, steps: newSteps, lanes: [newLane], cards: cards))
      #expect(comparison.counts == [.added: 1, .removed: 1, .reworded: 1])
      let url = files.url("comparison.pdf")
      try SceneExport.write(
        .comparison(comparison, Set(Difference.Sort.allCases)), theme: .print, to: url,
        format: .pdf, options: ExportOptions(page: page))
      let found = WrittenFiles.squeezed(try WrittenFiles.text(ofPDF: url))
      for name in ["Same", "Worded", "Gone", "Rephrased", "Novel"] {
        #expect(found.contains("\(name)begin"), "\(name)")
        #expect(found.components(separatedBy: "\(name)end").count == 2, "\(name)")
      }
      #expect(try heights(url).min() ?? 0 > 6)
    }

    @Test(arguments: [PageFormat.a4, .letter])
    func aBoardWithALongNoteIsReadableToo(page: PageFormat) throws {
      let files = try WrittenFiles()
      defer { withExtendedLifetime(files) {} }
      let board = Board(groupID: UUID(), rank: .middle, title: "Why?")
      let columns = Rank.spread(4).enumerated().map {
        BoardColumn(
          boardID: board.id, rank: $1, title: $0 == 1 ? text(900, "Column") : "Column \($0)")
      }
      let notes = columns.enumerated().map {
        Note(
          columnID: $1.id, rank: .middle, text: $0 == 2 ? text(5000, "Note") : "Note \($0)")
      }
      let contents = BoardContents(board: board, columns: columns, notes: notes)
      let url = files.url("board.pdf")
      try SceneExport.write(
        .board(contents), theme: .print, to: url, format: .pdf, options: ExportOptions(page: page))
      let found = WrittenFiles.squeezed(try WrittenFiles.text(ofPDF: url))
      for word in ["Columnbegin", "Columnend", "Notebegin", "Noteend", "Note0", "Note3"] {
        #expect(found.contains(word), "\(word)")
      }
      #expect(try heights(url).min() ?? 0 > 6)
    }

    @Test(arguments: Extreme.allCases, [PageFormat.a4, .letter])
    func thePlanHoldsItTo(extreme: Extreme, page: PageFormat) throws {
      let files = try WrittenFiles()
      defer { withExtendedLifetime(files) {} }
      let contents = journey(extreme)
      var document = TextDocument(title: "Plan")
      document.cover = TextDocument.Cover(title: "Plan")
      document.blocks = [
        .heading(2, "Journeys"), .heading(3, contents.map.title),
        .figure(.init(.journey(contents), caption: contents.map.title)),
        .heading(2, "Evidence"), .paragraph("What comes after."),
      ]
      let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
      let pages = DocumentLayout.pages(
        of: document, measuring: measuring, theme: .print, paper: try #require(page.paper))
      let after = try #require(
        pages.firstIndex {
          $0.headings.contains { $0.text.contains("Evidence") } && $0.label != "1"
        })
      for (number, one) in pages.enumerated() {
        let size = one.scene.size
        for figure in one.figures {
          #expect(number <= after, "the map stands after the next section")
          #expect(figure.scale * TypeScale().card.size >= 5.9, "\(figure.scale * 13)")
          let end = figure.origin.y + figure.scene.size.height * figure.scale
          let right = figure.origin.x + figure.scene.size.width * figure.scale
          #expect(end <= size.height - 24 && right <= size.width - 24 && figure.origin.x >= 24)
        }
      }
      let url = files.url("plan.pdf")
      try SceneExport.write(
        .document(document, fitsOnePage: false), theme: .print, to: url, format: .pdf,
        options: ExportOptions(page: page))
      try expectAll(contents, in: url)
    }
  }
}
