import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct LaneDisplayTests {
  let measuring = FakeTextMeasuring()
  let map = JourneyMap(rank: .middle, title: "Map")
  let stage: Stage
  let steps: [Step]

  init() {
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    self.stage = stage
    steps = Rank.spread(3).map { Step(stageID: stage.id, rank: $0, title: "Step \($0)") }
  }

  private func scene(_ contents: JourneyContents, _ columnWidth: Double? = nil) -> Scene {
    var options = JourneyLayout.Options()
    options.columnWidth = columnWidth
    return JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options)
  }

  private func contents(
    _ lanes: [Lane], cards: [Card] = [], emotions: [Emotion] = [], personas: [Persona] = [],
    departments: [Department] = [], extras: JourneyExtras = JourneyExtras(),
    map other: JourneyMap? = nil
  ) -> JourneyContents {
    JourneyContents(
      map: other ?? map, stages: [stage], steps: steps, lanes: lanes, cards: cards,
      emotions: emotions, personas: personas, departments: departments, extras: extras)
  }

  private func lanes(_ kinds: Lane.Kind...) -> [Lane] {
    zip(kinds, Rank.spread(kinds.count)).map { Lane(mapID: map.id, rank: $1, kind: $0) }
  }

  private func header(_ lane: Lane, in scene: Scene) throws -> Rect {
    try #require(scene.items.first { $0.subject == .record(lane.reference) }).frame
  }

  @Test func pinnedLanesKeepTheirPlaceOnTheirSideOfALine() throws {
    var lanes = lanes(.actions, .frontstage, .backstage)
    lanes[2].isPinned = true
    let line = BlueprintLine(
      mapID: map.id, rank: .between(lanes[1].rank, lanes[2].rank), line: .visibility)
    let journey = JourneyContents(
      map: map, stages: [stage], steps: steps, lanes: lanes, lines: [line])
    func top(_ reference: EntityReference, _ scene: Scene) throws -> Double {
      try #require(scene.items.first { $0.subject == .record(reference) }).frame.minY
    }
    for showsAdditions in [true, false] {
      let scene = Picture.journey(journey).scene(
        measuring: measuring, theme: .light, showsAdditions: showsAdditions)
      #expect(try top(lanes[1].reference, scene) < top(line.reference, scene))
      #expect(try top(line.reference, scene) < top(lanes[2].reference, scene))
      let pinned = try header(lanes[2], in: scene)
      #expect(scene.pinnedRows == [pinned.minY...pinned.maxY])
      #expect(scene.items.contains { $0.label == "Backstage, pinned, lane 3 of 3" })
    }
  }

  @Test func pinnedRowsStandUnderTheHeaderOnceTheyWouldScrollAway() {
    let rows = [100.0...150, 300.0...380]
    func tops(_ scrolled: Double, room: Double = 400) -> [Double] {
      StuckRows(rows, under: 80, room: room, scrolled: scrolled).tops
    }
    #expect(tops(0) == [])
    #expect(tops(20) == [])
    #expect(tops(21) == [80])
    #expect(tops(170) == [80])
    #expect(tops(171) == [80, 130])
    #expect(StuckRows(rows, under: 80, room: 400, scrolled: 900).bottom == 210)
    // With less room the first one goes up, before the second one is wholly there.
    #expect(tops(190, room: 100) == [60])
    #expect(tops(900, room: 100) == [50, 100])
    #expect(StuckRows(rows, under: 80, room: 100, scrolled: 900).bottom == 180)
  }

  @Test func aCollapsedLaneIsLowAndSaysHowManyCardsItHolds() throws {
    var lanes = lanes(.actions, .thoughts)
    let cards = Rank.spread(3).map {
      Card(laneID: lanes[0].id, stepID: steps[0].id, rank: $0, text: "Card")
    }
    let open = try header(lanes[0], in: scene(contents(lanes, cards: cards))).height
    lanes[0].isCollapsed = true
    let scene = scene(contents(lanes, cards: cards))
    #expect(try header(lanes[0], in: scene).height < open / 2)
    #expect(!scene.items.contains { $0.role == .card })
    #expect(SceneChecks.texts(of: scene).count { $0 == "3 cards" } == 2)
    #expect(scene.items.contains { $0.label == "Actions, collapsed, 3 cards, lane 1 of 2" })
  }

  @Test func aLaneIsAsHighAsItWasMadeAndNeverTooLowForItsCards() throws {
    var lanes = lanes(.actions, .emotion)
    let card = Card(laneID: lanes[0].id, stepID: steps[0].id, rank: .middle, text: "Card")
    let natural = try header(lanes[0], in: scene(contents(lanes, cards: [card]))).height
    lanes[0].height = 24
    #expect(try header(lanes[0], in: scene(contents(lanes, cards: [card]))).height == natural)
    lanes[0].height = 300
    #expect(try header(lanes[0], in: scene(contents(lanes, cards: [card]))).height == 300)
  }

  @Test func aCurveFillsItsLane() throws {
    var lanes = lanes(.emotion)
    lanes[0].height = 300
    let scene = scene(
      contents(
        lanes, emotions: [-2.0, 2].enumerated().map { Emotion(stepID: steps[$0].id, value: $1) }))
    let points = scene.items.filter { $0.role == .emotionPoint }.map(\.frame.midY)
    #expect(try #require(points.max()) - #require(points.min()) == 260)
  }

  @Test func columnsAreAsWideAsTheMapSaysOrAsTheirWordsNeed() {
    var wide = map
    wide.columnWidth = 200
    #expect(scene(contents(lanes(.actions), map: wide)).size.width == 128 + 600)
    #expect(scene(contents(lanes(.actions), map: wide), 90).size.width == 128 + 270)
    #expect(scene(contents(lanes(.actions))).size.width == 128 + 3 * 148)
    var step = steps[0]
    step.title = "Rückerstattungsverfahren"
    let long = JourneyContents(
      map: map, stages: [stage], steps: [step], lanes: lanes(.actions))
    let title = scene(long).items.first { $0.role == .stepHeader }
    #expect((title?.frame.width ?? 0) > 148)
    #expect((title?.frame.width ?? 999) <= 260)
  }

  @Test func departmentsStandInTheirCellsAndAreSaid() throws {
    let lanes = lanes(.departments)
    let departments = ["Fulfilment", "IT"].map { Department(rank: .middle, name: $0) }
    let extras = JourneyExtras(
      stepDepartments: Assignments(
        departments.map { StepDepartment(stepID: steps[0].id, departmentID: $0.id) }))
    let scene = scene(contents(lanes, departments: departments, extras: extras))
    let cells = scene.items.filter { $0.role == .cell }
    #expect(Set(cells[0].content.texts) == ["Fulfilment", "IT"])
    #expect(cells[1].content.texts == ["–"])
    let label = try #require(cells[0].label)
    #expect(label.hasPrefix("Departments, \(steps[0].title): "))
    #expect(label.contains("Fulfilment") && label.contains("IT"))
    #expect(cells[1].label == "Departments, \(steps[1].title): no department")
  }

  @Test func aCardShowsAndSaysItsChannels() throws {
    let lanes = lanes(.touchpoints)
    let card = Card(laneID: lanes[0].id, stepID: steps[0].id, rank: .middle, text: "Help page")
    let channels = [Channel(rank: .middle, name: "Web shop", mark: .web)]
    let cache = LayoutCache()
    func scene(_ chosen: [Channel]) -> Scene {
      let extras = JourneyExtras(
        channels: channels,
        cardChannels: Assignments(
          chosen.map { CardChannel(cardID: card.id, channelID: $0.id) }))
      return JourneyLayout.scene(
        for: contents(lanes, cards: [card], extras: extras), measuring: measuring, theme: .light,
        cache: cache)
    }
    func item(_ chosen: [Channel]) throws -> SceneItem {
      try #require(scene(chosen).items.first { $0.role == .card })
    }
    let without = try item([])
    let with = try item(channels)
    #expect(!without.content.texts.contains("Web shop"))
    #expect(with.content.texts.contains("Web shop"))
    #expect(with.frame.height > without.frame.height)
    #expect(with.content.spoken == "assumed: Help page, through Web shop")
  }

  @Test func aCardOfAMetricShowsItsNewestReadingAndItsTrend() throws {
    let lanes = lanes(.metrics)
    let metric = Metric(rank: .middle, title: "Effort", measure: .ces, target: 5)
    let days = [1, 2].compactMap { CalendarDay(year: 2026, month: 9, day: $0) }
    let readings = zip(days, [3.6, 3.1]).map {
      Reading(metricID: metric.id, day: $0, value: $1, sampleSize: 412)
    }
    let card = Card(
      laneID: lanes[0].id, stepID: steps[0].id, rank: .middle, text: "", metricID: metric.id)
    let scene = scene(
      contents(
        lanes, cards: [card], extras: JourneyExtras(metrics: [metric], readings: readings)))
    let item = try #require(scene.items.first { $0.role == .card })
    #expect(
      item.content.texts == [
        "Effort", "3.1 of 7", "worse", "n 412 · 2026-09-02", "Target 5 of 7, not reached",
        "assumed",
      ])
    #expect(item.content.spoken.contains("3.1 of 7"))
    #expect(item.content.spoken.contains("worse"))
  }

  @Test func aPersonasOwnColourIsItsCurves() throws {
    let persona = Persona(rank: .middle, name: "Amina", colour: .pink)
    let scene = scene(
      contents(
        lanes(.emotion),
        emotions: steps.map { Emotion(stepID: $0.id, personaID: persona.id, value: 1) },
        personas: [persona]))
    let point = try #require(scene.items.first { $0.role == .emotionPoint })
    let strokes = point.content.primitives.compactMap { primitive -> Color? in
      if case .stroke(_, let color, _, _) = primitive { color } else { nil }
    }
    #expect(strokes == [Theme.light.cards[.pink]?.strong])
  }

  @Test(arguments: Lane.EmotionScale.allCases) func theScaleIsWritten(scale: Lane.EmotionScale) {
    var lanes = lanes(.emotion)
    lanes[0].emotionScale = scale
    let texts = SceneChecks.texts(of: scene(contents(lanes), 240))
    #expect(texts.contains("delighted") == (scale == .words))
    #expect(texts.contains("+2") == (scale == .numbers))
    // Where the words have no room, the numbers stand.
    #expect(SceneChecks.texts(of: scene(contents(lanes), 80)).contains("+2") == (scale != .faces))
  }
}
