import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

extension PaintingTests {
  /// Maps of every size with texts that are hard to set: nothing is cut off, nothing lies on
  /// anything else, nothing is missing.
  @Suite(.serialized) struct SizeSweepTests {
    typealias Shape = SweptMap.Shape
    static let shapes = [
      Shape(steps: 1, lanes: 1), Shape(steps: 1, lanes: 40), Shape(steps: 60, lanes: 1),
      Shape(steps: 2, lanes: 3), Shape(steps: 8, lanes: 10), Shape(steps: 17, lanes: 23),
      Shape(steps: 60, lanes: 40, cardsInCell: 1),
      Shape(steps: 2, lanes: 16, columnWidth: JourneyMap.columnWidths.lowerBound),
      Shape(steps: 3, lanes: 16, columnWidth: JourneyMap.columnWidths.upperBound),
      Shape(steps: 9, lanes: 16, columnWidth: 101),
    ]

    /// Everything that somebody wrote and that is in sight.
    private func expectAll(of contents: JourneyContents, in scene: Scene, _ comment: Comment) {
      let shown = Dictionary(
        scene.items.compactMap { item -> (UUID, [String])? in
          guard case .record(let reference) = item.subject else { return nil }
          return (reference.id, item.content.texts)
        }, uniquingKeysWith: +)
      var missing: [String] = []
      func expect(_ text: String, of id: UUID) {
        if !text.isEmpty, !(shown[id]?.contains(text) ?? false) { missing.append(text) }
      }
      for stage in contents.stages { expect(stage.title, of: stage.id) }
      for step in contents.steps { expect(step.title, of: step.id) }
      let lanes = contents.lanes.filter { !$0.isHidden }
      for lane in lanes {
        expect(JourneyWords.title(of: lane), of: lane.id)
        if !lane.isCollapsed { expect(lane.subtitle, of: lane.id) }
      }
      let open = Set(lanes.filter { !$0.isCollapsed }.map(\.id))
      for card in contents.cards.values where open.contains(card.laneID) {
        if shown[card.id] == nil { missing.append("card \(card.text)") }
        expect(card.text, of: card.id)
        for channel in contents.channels(of: card.id) { expect(channel.name, of: card.id) }
        for tag in contents.tags(of: card.id) { expect(tag.name, of: card.id) }
        if let metric = contents.metric(of: card) { expect(metric.title, of: card.id) }
      }
      if let persona = contents.persona { expect(persona.name, of: persona.id) }
      #expect(missing.isEmpty, "\(comment): \(missing.prefix(3))")
    }

    @Test(arguments: shapes) func nothingIsCutOrCovered(shape: Shape) throws {
      var swept = SweptMap(shape, seed: UInt64(shape.steps * 100 + shape.lanes))
      let contents = swept.contents()
      let measuring = try #require(PangoTextMeasuring())
      let room = try #require(SceneRoom())
      let scene = JourneyLayout.scene(for: contents, measuring: measuring, theme: .light)
      room.check(scene)
      #expect(
        room.problems.isEmpty, "\(room.problems.count): \(room.problems.prefix(12))")
      expectAll(of: contents, in: scene, "\(shape)")
      // A part of it, into which curves come from outside.
      var options = JourneyLayout.Options()
      options.part = JourneyPart(columns: shape.steps / 2..<shape.steps)
      room.check(
        JourneyLayout.scene(for: contents, measuring: measuring, theme: .dark, options: options))
      #expect(
        room.problems.isEmpty, "part: \(room.problems.count): \(room.problems.prefix(12))")
    }

    // MARK: Print

    private static let sheets: [PageFormat] = [.a4, .a3, .letter]
    static let papers = sheets.compactMap(\.paper).flatMap { [$0, Size($0.height, $0.width)] }

    func plan(_ contents: JourneyContents, _ paper: Size, _ measuring: PangoTextMeasuring)
      -> TilePlan
    {
      let cache = LayoutCache()
      return TilePlan.best(
        papers: [paper],
        layout: {
          Picture.journey(contents).scene(
            measuring: measuring, theme: .print, pageHeight: $0, showsAdditions: false,
            cache: cache)
        }, breaks: true)
    }

    private func holds(_ outer: Rect, _ inner: Rect) -> Bool {
      inner.minX >= outer.minX - 0.02 && inner.maxX <= outer.maxX + 0.02
        && inner.minY >= outer.minY - 0.02 && inner.maxY <= outer.maxY + 0.02
    }

    /// What a plan cuts that should be whole.
    func faults(_ plan: TilePlan) -> [String] {
      var faults: [String] = []
      let bodies = plan.rows.indices.flatMap { row in
        plan.columns.indices.map { plan.body(column: $0, row: row) }
      }
      let content = Size(
        plan.paper.width - 2 * TilePlan.margin,
        plan.paper.height - 2 * TilePlan.margin - TilePlan.titleHeight - TilePlan.footerHeight)
      for body in bodies {
        let width = (plan.scene.header.width + body.width) * plan.scale
        let height = (plan.scene.header.height + body.height) * plan.scale
        if width > content.width + 0.1 || height > content.height + 0.1 {
          faults.append("a part is larger than its sheet")
        }
      }
      let scene = plan.scene
      for (first, second) in zip(plan.columns, plan.columns.dropFirst())
      where second.lowerBound > first.upperBound || second.lowerBound <= first.lowerBound {
        faults.append("columns \(first) and \(second) leave a gap")
      }
      if plan.columns.last?.upperBound != scene.size.width { faults.append("the end is missing") }
      let widest = content.width / plan.scale - scene.header.width
      for item in scene.items
      where item.isWhole && item.band == .body && item.frame.width <= widest {
        let isWhole = bodies.contains { holds($0, item.frame) }
        if !isWhole { faults.append("\(item.role) \(item.frame) is cut") }
      }
      // What is wider has room for all its words on one of the sheets that it goes over.
      for item in scene.items where item.role == .card && item.frame.width > widest {
        let most =
          bodies.filter { $0.intersects(item.frame) }.map {
            min($0.maxX, item.frame.maxX) - max($0.minX, item.frame.minX)
          }.max() ?? 0
        if most < CardContent.longestLine {
          faults.append("\(item.frame) shows \(most) at the most")
        }
      }
      // Words of what may be cut stand whole on one sheet at least.
      for item in scene.items where !item.isWhole && !item.content.texts.isEmpty {
        let texts = item.content.primitives.compactMap { primitive -> Rect? in
          guard case .text(let block) = primitive else { return nil }
          return block.frame.offset(by: item.frame.origin)
        }
        let isCut: Bool
        switch item.band {
        case .rowHeader:
          // They begin at the top of what a sheet shows.
          let lowest = (texts.map(\.maxY).max() ?? 0) - item.frame.minY
          isCut = !plan.rows.contains {
            min($0.upperBound, item.frame.maxY) - max($0.lowerBound, item.frame.minY)
              >= lowest - 0.01
          }
        case .body:
          isCut = texts.contains { text in
            !bodies.contains { holds($0, text) }
          }
        case .columnHeader, .corner: isCut = false
        }
        if isCut { faults.append("words of \(item.role) are cut: \(item.content.texts)") }
      }
      return faults
    }

    @Test(arguments: shapes.filter { $0.steps < 60 || $0.lanes < 40 })
    func sheetsCutNothing(shape: Shape) throws {
      var swept = SweptMap(shape, seed: UInt64(shape.steps * 100 + shape.lanes))
      let contents = swept.contents()
      let measuring = try #require(PangoTextMeasuring())
      let printed = PrintedJourney(contents, measuring: measuring)
      for paper in Self.papers {
        let faults = faults(plan(printed.contents, paper, measuring))
        let count = faults.count
        #expect(count == 0, "\(paper): \(faults.prefix(5))")
      }
    }

    @Test(
      arguments: [(Shape(steps: 1, lanes: 1), PageFormat.letter)]
        + PageFormat.allCases.map { (Shape(steps: 8, lanes: 12), $0) }
        + [(Shape(steps: 17, lanes: 23, cardsInCell: 1), .a3)])
    func everyWordIsPrinted(shape: Shape, page: PageFormat) throws {
      let files = try WrittenFiles()
      defer { withExtendedLifetime(files) {} }
      var swept = SweptMap(shape, seed: 7, isReadable: true)
      let contents = swept.contents()
      let url = files.url("map.pdf")
      try SceneExport.write(
        .journey(contents), theme: .print, to: url, format: .pdf,
        options: ExportOptions(page: page))
      let raw = try WrittenFiles.text(ofPDF: url)
      let found = WrittenFiles.squeezed(raw)
      let measuring = try #require(PangoTextMeasuring())
      let scene = Picture.journey(contents).scene(
        measuring: measuring, theme: .print, showsAdditions: false)
      var missing: [String] = []
      for text in Set(SceneChecks.texts(of: scene)) + [scene.title, scene.subtitle]
      where !found.contains(WrittenFiles.squeezed(text)) {
        if page == .poster || text != scene.subtitle { missing.append(text) }
      }
      #expect(missing.isEmpty, "\(missing.count): \(missing.prefix(5))")
      guard page != .poster else { return }
      // A long title may be cut on the sheets; then it stands in full after them.
      func beginning(_ title: String) -> String {
        String(WrittenFiles.squeezed(title).prefix(14))
      }
      let lanes = contents.shownLanes.map { beginning(JourneyWords.title(of: $0)) }
      let words = WrittenFiles.squeezed(tr("Long texts of the map in full"))
      for sheet in raw.split(separator: "\u{c}").map({ WrittenFiles.squeezed(String($0)) }) {
        if sheet.contains(words) { break }
        #expect(lanes.contains(where: sheet.contains), "a sheet without lane headers")
        #expect(
          contents.steps.contains { sheet.contains(beginning($0.title)) },
          "a sheet without steps")
        #expect(
          contents.stages.contains { sheet.contains(beginning($0.title)) },
          "a sheet without stages")
      }
    }

    @Test(arguments: [NastyTexts.widest, "\(NastyTexts.widest) a \t\t\t tab \t and more words"])
    func aLetterWiderThanItsCardIsSetSmaller(text: String) throws {
      let map = JourneyMap(
        rank: .middle, title: text, columnWidth: JourneyMap.columnWidths.lowerBound)
      let stage = Stage(mapID: map.id, rank: .middle, title: text)
      let step = Step(stageID: stage.id, rank: .middle, title: text)
      let lane = Lane(mapID: map.id, rank: .middle, kind: .painPoints, title: text)
      let card = Card(laneID: lane.id, stepID: step.id, rank: .middle, text: text)
      let measuring = try #require(PangoTextMeasuring())
      let room = try #require(SceneRoom())
      let contents = JourneyContents(
        map: map, stages: [stage], steps: [step], lanes: [lane], cards: [card])
      room.check(JourneyLayout.scene(for: contents, measuring: measuring, theme: .light))
      #expect(room.problems.isEmpty, "\(room.problems.prefix(12))")
    }

    // MARK: Ten thousand cards

    @Test func tenThousandCardsAreShownAndFitTheirSheets() throws {
      var swept = SweptMap(Shape(steps: 60, lanes: 40, cardsInCell: 10), seed: 10_000)
      let contents = swept.contents()
      #expect(contents.cards.count > 10_000)
      let measuring = try #require(PangoTextMeasuring())
      let room = try #require(SceneRoom())
      let scene = JourneyLayout.scene(for: contents, measuring: measuring, theme: .light)
      room.check(scene)
      #expect(room.problems.isEmpty, "\(room.problems.count): \(room.problems.prefix(12))")
      expectAll(of: contents, in: scene, "10,000 cards")
      let plan = TilePlan(
        paper: Self.papers[3], scale: 0.75,
        layout: {
          Picture.journey(contents).scene(
            measuring: measuring, theme: .print, pageHeight: $0, showsAdditions: false)
        }, breaks: true)
      let faults = faults(plan)
      let count = faults.count
      #expect(count == 0, "\(faults.prefix(5))")
    }

    // MARK: Comparison

    @Test(arguments: ComparisonLayout.View.allCases)
    func aComparisonHasRoomForItsNotes(view: ComparisonLayout.View) throws {
      var swept = SweptMap(Shape(steps: 8, lanes: 16), seed: 3)
      let old = swept.contents()
      var other = SweptMap(Shape(steps: 7, lanes: 15), seed: 4)
      let stranger = other.contents()
      let cards = old.cards.values.sorted { $0.id.uuidString < $1.id.uuidString }
      let changed = cards.enumerated().compactMap { index, card -> Card? in
        var card = card
        if index % 5 == 0 { return nil }
        if index % 5 == 1 { card.text = "New \(card.text)" }
        if index % 5 == 2 { card.stepID = old.steps[index % old.steps.count].id }
        if index % 5 == 3 { card.evidence = .observed }
        return card
      }
      let added = stranger.cards.values.sorted { $0.id.uuidString < $1.id.uuidString }.prefix(9)
        .map { card -> Card in
          var card = card
          card.laneID = old.lanes[0].id
          card.stepID = old.steps[0].id
          return card
        }
      let steps = old.steps.dropFirst().map { step -> Step in
        var step = step
        step.title += " new"
        return step
      }
      let lanes = old.lanes.dropLast().map { lane -> Lane in
        var lane = lane
        lane.subtitle += " new"
        return lane
      }
      let new = JourneyContents(
        map: old.map, stages: old.stages, steps: steps, lanes: lanes,
        lines: Array(old.lines.dropFirst()), cards: changed + added,
        emotions: old.emotions.values.joined().map { emotion in
          var emotion = emotion
          emotion.value = -emotion.value
          return emotion
        }, personas: old.personas, departments: old.departments, extras: old.extras)
      let comparison = JourneyComparison(from: old, to: new)
      #expect(Set(comparison.differences.map(\.sort)).count > 4)
      let measuring = try #require(PangoTextMeasuring())
      let room = try #require(SceneRoom())
      let scene = ComparisonLayout.scene(
        for: comparison, view: view, measuring: measuring, theme: .light)
      room.check(scene)
      #expect(room.problems.isEmpty, "\(room.problems.count): \(room.problems.prefix(12))")
    }
  }
}
