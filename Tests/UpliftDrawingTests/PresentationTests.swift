import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct PresentationTests {
  static let screens = [
    Size(1920, 1080), Size(1280, 720), Size(1440, 900), Size(800, 600), Size(640, 1100),
  ]
  let measuring = FakeTextMeasuring()

  private func presentation(_ contents: JourneyContents, _ size: Size) -> JourneyPresentation {
    JourneyPresentation(contents, measuring: measuring, theme: .light, size: size)
  }

  /// What holds for every page.
  private func expectGood(
    _ pages: [PresentationPage], on size: Size, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!pages.isEmpty, comment, sourceLocation: sourceLocation)
    let screen = Rect(0, 0, size.width, size.height)
    for page in pages {
      for (index, panel) in page.panels.enumerated() {
        let frame = page.frame(of: panel)
        #expect(
          frame.minX >= screen.minX - 1 && frame.maxX <= screen.maxX + 1 && frame.minY >= -1
            && frame.maxY <= screen.maxY + 1, "\(comment): \(frame)",
          sourceLocation: sourceLocation)
        for other in page.panels[(index + 1)...] {
          #expect(
            !frame.inset(1, 1).intersects(page.frame(of: other).inset(1, 1)), comment,
            sourceLocation: sourceLocation)
        }
      }
    }
  }

  /// The records that are seen as a whole on one of the pages.
  private func seenWhole(_ pages: [PresentationPage]) -> Set<UUID> {
    var seen: Set<UUID> = []
    for page in pages {
      for item in page.scene.items {
        guard case .record(let reference) = item.subject else { continue }
        let isWhole = page.panels.contains { panel in
          panel.band == item.band && panel.source.minY <= item.frame.minY + 0.01
            && panel.source.maxY >= item.frame.maxY - 0.01
            && panel.source.minX <= item.frame.minX + 0.01
            && panel.source.maxX >= item.frame.maxX - 0.01
        }
        if isWhole { seen.insert(reference.id) }
      }
    }
    return seen
  }

  // MARK: Maps

  @Test(arguments: screens) func theSampleIsShownWholeAndLegible(_ size: Size) throws {
    let sample = try Fixture.sample()
    for map in sample.journeyMaps {
      let contents = try #require(sample.journey(map.id))
      let presentation = presentation(contents, size)
      let least = max(size.height / 50, 16) / Theme.light.type.card.size
      for stop in JourneyPresentation.stages(of: contents) + JourneyPresentation.lanes(of: contents)
      {
        let pages = presentation.pages(of: stop)
        expectGood(pages, on: size, "\(map.title), \(stop)")
        guard stop != .overview else { continue }
        #expect(pages.allSatisfy { $0.zoom >= least - 0.001 })
      }
      for stage in contents.stages {
        let steps = contents.steps(of: stage.id).map(\.id)
        let cards = contents.cards.values.filter { steps.contains($0.stepID) }.map(\.id)
        let seen = seenWhole(presentation.pages(of: .stage(stage.id)))
        #expect(seen.isSuperset(of: cards), "\(stage.title)")
        #expect(seen.isSuperset(of: steps), "\(stage.title)")
        #expect(seen.isSuperset(of: contents.lanes.map(\.id)), "\(stage.title)")
      }
      for lane in contents.lanes {
        let cards = contents.cards.values.filter { $0.laneID == lane.id }.map(\.id)
        let seen = seenWhole(presentation.pages(of: .lane(lane.id)))
        #expect(seen.isSuperset(of: cards) || cards.contains { contents.cards[$0]?.span != 1 })
        #expect(seen.isSuperset(of: contents.steps.map(\.id)))
      }
      let whole = presentation.pages(of: .overview)
      #expect(whole.count == 1)
      #expect(seenWhole(whole).isSuperset(of: contents.cards.keys))
    }
  }

  @Test func aStageOfAWideScreenIsAsLargeAsItFits() throws {
    let contents = try Self.returning()
    let stage = try #require(contents.stages.first)
    let pages = presentation(contents, Size(1920, 1080)).pages(of: .stage(stage.id))
    let page = try #require(pages.first)
    let panels = page.panels.filter { $0.band == .body }
    // A little more, and it would take another page or reach past the screen.
    let used = panels.map { $0.source.height * page.zoom }.max() ?? 0
    let isHigh = used + page.scene.header.height * page.zoom > 1080 * 0.8
    let isWide = page.frame(of: panels[panels.count - 1]).maxX > 1920 * 0.9
    #expect(isHigh || isWide)
  }

  @Test func manyStepsAndLanesGoOnToFurtherPages() throws {
    let contents = Self.map(stages: 1, steps: 60, lanes: 40)
    let size = Size(1280, 720)
    let pages = presentation(contents, size).pages(of: .stage(contents.stages[0].id))
    expectGood(pages, on: size, "60 × 40")
    #expect(pages.allSatisfy { $0.zoom >= 16.0 / 13 - 0.001 })
    #expect(seenWhole(pages).isSuperset(of: contents.cards.keys))
    #expect(seenWhole(pages).isSuperset(of: contents.lanes.map(\.id)))
    let lane = presentation(contents, size).pages(of: .lane(contents.lanes[7].id))
    #expect(lane.count > 1)
    #expect(
      seenWhole(lane).isSuperset(
        of: contents.cards.values.filter { $0.laneID == contents.lanes[7].id }.map(\.id)))
  }

  @Test func aSingleCardDoesNotShout() throws {
    let contents = Self.map(stages: 1, steps: 1, lanes: 1)
    let size = Size(1920, 1080)
    let page = try #require(
      presentation(contents, size).pages(of: .stage(contents.stages[0].id)).first)
    #expect(page.zoom * 13 <= 1080.0 / 24 + 0.001)
    #expect(page.zoom * 13 >= 1080.0 / 30)
  }

  @Test func aCardHigherThanThePageIsContinuedWithItsLastLinesRepeated() throws {
    let text = String(repeating: "A sentence about a parcel that nobody can end. ", count: 60)
    let contents = Self.map(stages: 1, steps: 2, lanes: 2, text: text)
    let size = Size(1280, 720)
    let pages = presentation(contents, size).pages(of: .stage(contents.stages[0].id))
    expectGood(pages, on: size, "long")
    let bodies = pages.flatMap { $0.panels.filter { $0.band == .body } }
    #expect(bodies.count > 2)
    // Together they show every line.
    for card in contents.cards.values {
      let item = try #require(
        pages[0].scene.items.first { $0.subject == .record(card.reference) })
      var y = item.frame.minY
      for body in bodies where body.source.minY <= y + 0.01 && body.source.maxY > y {
        y = body.source.maxY
      }
      #expect(y >= item.frame.maxY - 0.01)
    }
    #expect(zip(bodies, bodies.dropFirst()).contains { $1.source.minY < $0.source.maxY - 10 })
  }

  @Test func endlessTitlesLeaveRoomForTheRest() throws {
    var contents = Self.map(stages: 1, steps: 3, lanes: 3)
    var step = contents.steps[0]
    step.title = String(repeating: "Rückerstattungsverfahrensbestätigungsschreiben ", count: 12)
    let isTakenIn = contents.apply(WorkspaceChange(upserts: [step]))
    #expect(isTakenIn)
    let size = Size(800, 600)
    let pages = presentation(contents, size).pages(of: .stage(contents.stages[0].id))
    expectGood(pages, on: size, "endless")
    #expect(pages.allSatisfy { $0.scene.header.height * $0.zoom < 400 })
    #expect(seenWhole(pages).isSuperset(of: contents.cards.keys))
  }

  @Test func nothingIsAPageToo() {
    let contents = JourneyContents(map: JourneyMap(rank: .middle, title: ""))
    #expect(JourneyPresentation.stages(of: contents) == [.overview])
    let pages = presentation(contents, Size(800, 600)).pages(of: .overview)
    #expect(pages.count == 1 && pages[0].panels.isEmpty)
    let gone = presentation(contents, Size(800, 600)).pages(of: .stage(UUID()))
    #expect(gone.count == 1 && gone[0].panels.isEmpty)
  }

  @Test(arguments: 0..<12) func strangeMapsAndBoardsAreShown(_ seed: UInt64) {
    var random = RandomContents(seed: seed)
    let map = random.journey()
    let board = random.board()
    let size = Self.screens[Int(seed) % Self.screens.count]
    let presentation = presentation(map, size)
    let open = Set(map.lanes.filter { !$0.isHidden && !$0.isCollapsed }.map(\.id))
    for stage in map.stages {
      let pages = presentation.pages(of: .stage(stage.id))
      expectGood(pages, on: size, "map \(seed)")
      let steps = map.steps(of: stage.id).map(\.id)
      #expect(seenWhole(pages).isSuperset(of: steps))
      let cards = map.cards.values.filter {
        steps.contains($0.stepID) && $0.span <= 1 && open.contains($0.laneID)
      }
      #expect(seenWhole(pages).isSuperset(of: cards.map(\.id)), "map \(seed), \(stage.title)")
    }
    for lane in map.lanes where !map.steps.isEmpty {
      expectGood(presentation.pages(of: .lane(lane.id)), on: size, "map \(seed)")
    }
    expectGood(presentation.pages(of: .overview), on: size, "map \(seed)")
    let boards = BoardPresentation(board, measuring: measuring, theme: .dark, size: size)
    for column in board.columns {
      let pages = boards.pages(of: .column(column.id))
      expectGood(pages, on: size, "board \(seed)")
      let notes = board.notes.values.filter { $0.columnID == column.id }.map(\.id)
      #expect(seenWhole(pages).isSuperset(of: notes), "board \(seed), \(column.title)")
    }
    expectGood(boards.pages(of: .overview), on: size, "board \(seed)")
  }

  // MARK: Parts of maps

  @Test func aPartLooksAsItDoesInTheWhole() throws {
    let contents = try Self.returning()
    func scene(_ part: JourneyPart?) -> Scene {
      var options = JourneyLayout.Options()
      options.columnWidth = 148
      options.part = part
      return JourneyLayout.scene(
        for: contents, measuring: measuring, theme: .light, options: options)
    }
    let whole = scene(nil)
    let first = contents.steps(of: contents.stages[0].id).count
    let second = contents.steps(of: contents.stages[1].id).count
    let part = scene(JourneyPart(columns: first..<first + second))
    #expect(part.size.width == 128 + 148 * Double(second))
    // The second stage keeps its colour.
    func fill(_ scene: Scene) -> Primitive? {
      let subject = ItemSubject.record(contents.stages[1].reference)
      guard let index = scene.index(of: subject) else { return nil }
      return scene.items[index].content.primitives.first {
        if case .fill = $0 { true } else { false }
      }
    }
    guard case .fill(_, let own) = fill(part), case .fill(_, let other) = fill(whole) else {
      Issue.record("no banner")
      return
    }
    #expect(own == other)
    // Every card of it, and no other.
    let steps = contents.steps(of: contents.stages[1].id).map(\.id)
    let cards = Set(contents.cards.values.filter { steps.contains($0.stepID) }.map(\.id))
    let shown = Set(part.items.filter { $0.role == .card }.compactMap(\.subject?.reference?.id))
    #expect(shown == cards)
    SceneChecks.expectInside(part, measuring: measuring, "part")
    // A curve goes on at both edges.
    let curves = part.items.filter { $0.role == .decoration && $0.band == .body && !$0.isWhole }
      .filter { $0.curve != nil && $0.frame.width == part.size.width - 128 }
    #expect(!curves.isEmpty)
  }

  @Test func aCardThatReachesIntoAPartIsSeenThere() throws {
    let base = Self.map(stages: 2, steps: 2, lanes: 1)
    var contents = base
    var card = try #require(
      contents.cards.values.first { $0.stepID == contents.steps[1].id })
    card.span = 2
    let isTakenIn = contents.apply(WorkspaceChange(upserts: [card]))
    #expect(isTakenIn)
    var options = JourneyLayout.Options()
    options.columnWidth = 148
    options.part = JourneyPart(columns: 2..<4)
    let scene = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options)
    let index = try #require(scene.index(of: .record(card.reference)))
    #expect(scene.items[index].frame.minX == 128 + 6)
    #expect(scene.items[index].frame.width < 148)
    SceneChecks.expectNoOverlap(scene, roles: [.card], "part")
    options.part = JourneyPart(columns: 3..<4)
    let rest = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options)
    #expect(rest.index(of: .record(card.reference)) == nil)
  }

  @Test func aCollapsedLaneIsOpenWhenItIsAloneAndAHiddenOneIsNoStop() throws {
    var contents = Self.map(stages: 1, steps: 2, lanes: 3)
    var lane = contents.lanes[1]
    lane.isCollapsed = true
    var hidden = contents.lanes[2]
    hidden.isHidden = true
    let isTakenIn = contents.apply(WorkspaceChange(upserts: [lane, hidden]))
    #expect(isTakenIn)
    let cards = contents.cards.values.filter { $0.laneID == lane.id }.map(\.id)
    let presentation = presentation(contents, Size(1280, 720))
    #expect(seenWhole(presentation.pages(of: .lane(lane.id))).isSuperset(of: cards))
    let stage = presentation.pages(of: .stage(contents.stages[0].id))
    #expect(seenWhole(stage).isDisjoint(with: cards))
    let stops = JourneyPresentation.lanes(of: contents)
    #expect(stops == [.overview, .lane(contents.lanes[0].id), .lane(lane.id)])
  }

  @Test func aKeptCacheKnowsEveryWidthAndHeight() throws {
    let contents = try Self.returning()
    let cache = LayoutCache()
    func scene(_ options: JourneyLayout.Options, _ cache: LayoutCache) -> Scene {
      JourneyLayout.scene(
        for: contents, measuring: measuring, theme: .light, options: options, cache: cache)
    }
    for (width, header, height) in [
      (148.0, 128.0, 118.0), (148, 180, 118), (148, 180, 240), (200, 180, 240), (148, 128, 118),
    ] {
      var options = JourneyLayout.Options()
      options.columnWidth = width
      options.rowHeaderWidth = header
      options.emotionHeight = height
      let kept = scene(options, cache)
      #expect(
        SceneChecks.isEqual(kept, scene(options, LayoutCache())), "\(width), \(header), \(height)")
    }
  }

  @Test func oneLaneStandsAloneWithoutTheLines() throws {
    let contents = try Self.returning()
    var options = JourneyLayout.Options()
    options.part = JourneyPart(columns: 0..<99, lanes: [contents.lanes[1].id])
    let scene = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options)
    #expect(scene.items.filter { $0.role == .laneHeader }.count == 1)
    #expect(!scene.items.contains { $0.role == .lineLabel })
    #expect(
      scene.items.filter { $0.role == .stepHeader }.count == contents.steps.count)
  }

  // MARK: Boards

  @Test(arguments: screens) func aColumnIsShownWholeAndLegible(_ size: Size) throws {
    let sample = try Fixture.sample()
    for board in sample.boards {
      let contents = try #require(sample.board(board.id))
      let presentation = BoardPresentation(
        contents, measuring: measuring, theme: .light, size: size)
      let least = max(size.height / 50, 16) / Theme.light.type.note.size
      for column in contents.columns {
        let pages = presentation.pages(of: .column(column.id))
        expectGood(pages, on: size, "\(column.title)")
        #expect(pages.allSatisfy { $0.zoom >= least - 0.001 })
        let notes = contents.notes.values.filter { $0.columnID == column.id }.map(\.id)
        #expect(seenWhole(pages).isSuperset(of: notes + [column.id]))
        #expect(
          seenWhole(pages).isDisjoint(with: contents.columns.map(\.id).filter { $0 != column.id }))
      }
    }
  }

  /// A note of a cluster that takes several stretches stands in one of them, and in no other.
  @Test(arguments: screens) func aHighClusterIsCutBetweenItsNotes(_ size: Size) throws {
    let sample = try Fixture.sample()
    var stretches = 0
    for board in sample.boards {
      let contents = try #require(sample.board(board.id))
      let presentation = BoardPresentation(
        contents, measuring: measuring, theme: .light, size: size)
      for cluster in contents.clusters.values {
        let pages = presentation.pages(of: .cluster(cluster.id))
        expectGood(pages, on: size, "\(cluster.title)")
        #expect(seenWhole(pages).isSuperset(of: contents.clusterNotes[cluster.id] ?? []))
        for page in pages {
          let bodies = page.panels.filter { $0.band == .body }
          stretches = max(stretches, bodies.count)
          for (body, next) in zip(bodies, bodies.dropFirst()) {
            #expect(next.source.minY >= body.source.maxY - 0.01, "\(cluster.title)")
          }
        }
      }
    }
    // A board of four notes in a cluster needs two on a wide screen.
    if size.width > size.height * 1.4 { #expect(stretches > 1) }
  }

  @Test func rowsAreEven() {
    #expect(PresentationScreen.evenly(3..<3, atMost: 4) == [3..<3])
    #expect(PresentationScreen.evenly(0..<4, atMost: 4) == [0..<4])
    #expect(PresentationScreen.evenly(2..<7, atMost: 4) == [2..<4, 4..<7])
    #expect(PresentationScreen.evenly(0..<60, atMost: 0).count == 60)
  }

  /// "Returning an online order".
  static func returning() throws -> JourneyContents {
    let sample = try Fixture.sample()
    let map = try #require(sample.journeyMaps.first { $0.title == "Returning an online order" })
    return try #require(sample.journey(map.id))
  }

  static func map(
    stages: Int, steps: Int, lanes: Int, text: String = "Orders two sizes"
  ) -> JourneyContents {
    let map = JourneyMap(rank: .middle, title: "Map")
    let made = Rank.spread(stages).map { Stage(mapID: map.id, rank: $0, title: "Stage") }
    let all = made.flatMap { stage in
      Rank.spread(steps).map { Step(stageID: stage.id, rank: $0, title: "Step") }
    }
    let rows = Rank.spread(lanes).map { Lane(mapID: map.id, rank: $0, kind: .actions) }
    let cards = rows.flatMap { lane in
      all.map { Card(laneID: lane.id, stepID: $0.id, rank: .middle, text: text) }
    }
    return JourneyContents(map: map, stages: made, steps: all, lanes: rows, cards: cards)
  }
}

extension ItemSubject {
  fileprivate var reference: EntityReference? {
    if case .record(let reference) = self { reference } else { nil }
  }
}
