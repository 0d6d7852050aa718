import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct JourneyLayoutTests {
  let measuring = FakeTextMeasuring()

  func scene(
    _ contents: JourneyContents, pageHeight: Double? = nil, cache: LayoutCache = LayoutCache()
  ) -> Scene {
    var options = JourneyLayout.Options()
    options.pageHeight = pageHeight
    return JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options, cache: cache)
  }

  @Test(arguments: UInt64(1)...40) func nothingOverlapsAndNothingIsCut(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let scene = scene(random.journey())
    SceneChecks.expectNoOverlap(scene, roles: [.card], "cards, seed \(seed)")
    SceneChecks.expectNoOverlap(scene, roles: [.cell], "cells, seed \(seed)")
    SceneChecks.expectNoOverlap(
      scene, roles: [.laneHeader, .stepHeader, .lineLabel, .title], "headers, seed \(seed)")
    SceneChecks.expectInside(scene, measuring: measuring, "seed \(seed)")
  }

  /// A first look at a large map is the top of the whole, item by item.
  @Test(arguments: UInt64(1)...20) func theTopIsTheWholesBeginning(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let contents = random.journey()
    let whole = scene(contents)
    var options = JourneyLayout.Options()
    options.rowsUntil = whole.size.height / 2
    let top = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options)
    #expect(!top.items.isEmpty)
    #expect(top.size.width == whole.size.width)
    #expect(top.size.height >= whole.size.height / 2 || top.items.count == whole.items.count)
    for (item, expected) in zip(top.items, whole.items) {
      #expect(item.subject == expected.subject)
      #expect(item.frame == expected.frame)
      #expect(item.label == expected.label)
      #expect(item.content.texts == expected.content.texts)
    }
    let further = whole.items.dropFirst(top.items.count)
    #expect(further.allSatisfy { $0.frame.maxY > options.rowsUntil ?? 0 })
  }

  @Test(arguments: UInt64(1)...40) func everyTextIsThereOnce(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let contents = random.journey()
    let texts = SceneChecks.texts(of: scene(contents))
    let open = contents.shownLanes.filter { !$0.isCollapsed }
    let openIDs = Set(open.map(\.id))
    let expected =
      contents.stages.map(\.title) + contents.steps.map(\.title)
      + contents.shownLanes.map(\.title) + open.map(\.subtitle).filter { !$0.isEmpty }
      + contents.cards.values.filter { openIDs.contains($0.laneID) }.map(\.text)
    let absent =
      contents.hiddenLanes.map(\.title)
      + contents.cards.values.filter { !openIDs.contains($0.laneID) }.map(\.text)
    for text in absent { #expect(!texts.contains(text), "seed \(seed): \(text)") }
    for text in expected {
      #expect(texts.count { $0 == text } == 1, "seed \(seed): \(text)")
    }
  }

  @Test func aStepWithoutATitleSaysSoWhereItCanBeGivenOne() throws {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let contents = JourneyContents(
      map: map, stages: [stage], steps: [Step(stageID: stage.id, rank: .middle, title: "")])
    let cache = LayoutCache()
    func texts(_ options: JourneyLayout.Options) -> [String] {
      SceneChecks.texts(
        of: JourneyLayout.scene(
          for: contents, measuring: measuring, theme: .light, options: options, cache: cache))
    }
    #expect(texts(.screen).contains("Untitled step"))
    #expect(!texts(JourneyLayout.Options()).contains("Untitled step"))
  }

  @Test(arguments: UInt64(1)...20) func everyRecordHasOneItem(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let contents = random.journey()
    let subjects = scene(contents).items.compactMap(\.subject)
    let openIDs = Set(contents.shownLanes.filter { !$0.isCollapsed }.map(\.id))
    let references: [EntityReference] =
      contents.stages.map(\.reference) + contents.steps.map(\.reference)
      + contents.shownLanes.map(\.reference) + contents.lines.map(\.reference)
      + contents.cards.values.filter { openIDs.contains($0.laneID) }.map(\.reference)
    for reference in references {
      #expect(subjects.count { $0 == .record(reference) } == 1, "\(reference)")
    }
    for lane in contents.shownLanes {
      for step in contents.steps {
        let cell = ItemSubject.cell(Cell(laneID: lane.id, stepID: step.id))
        #expect(subjects.count { $0 == cell } == 1)
      }
    }
    let curves = contents.lanes.count { $0.laneKind == .emotion && openIDs.contains($0.id) }
    let points = subjects.count { if case .emotion = $0 { true } else { false } }
    #expect(points == curves * contents.emotions.values.reduce(0) { $0 + $1.count })
  }

  @Test(arguments: UInt64(1)...20) func cardsStandInTheirLaneAndSteps(seed: UInt64) throws {
    var random = RandomContents(seed: seed)
    let contents = random.journey()
    let scene = scene(contents)
    for item in scene.items where item.role == .card {
      guard case .record(let reference) = item.subject, let card = contents.cards[reference.id]
      else { continue }
      let lane = try #require(
        scene.items.first { $0.subject == .record(EntityReference(.lane, card.laneID)) })
      let step = try #require(
        scene.items.first { $0.subject == .record(EntityReference(.step, card.stepID)) })
      #expect(item.frame.minY >= lane.frame.minY && item.frame.maxY <= lane.frame.maxY)
      if scene.isMirrored {
        #expect(item.frame.maxX <= step.frame.maxX && item.frame.maxX > step.frame.minX)
      } else {
        #expect(item.frame.minX >= step.frame.minX && item.frame.minX < step.frame.maxX)
      }
    }
  }

  @Test(arguments: UInt64(1)...20) func noCardMeetsAPageEnd(seed: UInt64) {
    var random = RandomContents(seed: seed)
    let contents = random.journey(steps: 6, lanes: 6, cardsInCell: 9)
    let endless = scene(contents)
    let pageHeight = endless.header.height + 420
    let scene = scene(contents, pageHeight: pageHeight)
    SceneChecks.expectNoOverlap(scene, roles: [.card], "seed \(seed)")
    SceneChecks.expectInside(scene, measuring: measuring, "seed \(seed)")
    #expect(
      SceneChecks.texts(of: scene).sorted() == SceneChecks.texts(of: endless).sorted())
    for item in scene.items
    where item.band == .body && item.isWhole && item.frame.height < 400 && item.role == .card {
      let first = ((item.frame.minY - scene.header.height) / 420).rounded(.down)
      let last = ((item.frame.maxY - scene.header.height - 0.01) / 420).rounded(.down)
      #expect(first == last, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(1)...15) func aKeptCacheChangesNothing(seed: UInt64) {
    var random = RandomContents(seed: seed)
    var contents = random.journey()
    let cache = LayoutCache()
    _ = scene(contents, cache: cache)
    for _ in 0..<12 {
      guard
        var card = contents.cards.values.sorted(by: { $0.id.uuidString < $1.id.uuidString })
          .randomElement(using: &random.generator)
      else { return }
      switch Int.random(in: 0..<6, using: &random.generator) {
      case 0: card.text = random.text()
      case 1: card.evidence = EvidenceLevel.allCases.randomElement(using: &random.generator)!
      case 2: card.colour = Swatch.allCases.randomElement(using: &random.generator)!
      case 3: card.span = Int.random(in: 1...4, using: &random.generator)
      case 4: card.cardKind = Lane.Kind.allCases.randomElement(using: &random.generator)!
      default:
        _ = contents.apply(WorkspaceChange(deletions: [card.reference]))
        #expect(SceneChecks.isEqual(scene(contents, cache: cache), scene(contents)))
        continue
      }
      _ = contents.apply(WorkspaceChange(upserts: [card]))
      #expect(SceneChecks.isEqual(scene(contents, cache: cache), scene(contents)), "seed \(seed)")
    }
  }

  @Test func unchangedCardsKeepTheirPicture() throws {
    var found: JourneyContents?
    for seed in UInt64(7)...40 where found == nil {
      var random = RandomContents(seed: seed)
      let contents = random.journey()
      if contents.cards.count > 5 { found = contents }
    }
    var contents = try #require(found)
    let cache = LayoutCache()
    let before = scene(contents, cache: cache)
    var card = try #require(contents.cards.values.first)
    card.text = "Changed"
    _ = contents.apply(WorkspaceChange(upserts: [card]))
    let after = scene(contents, cache: cache)
    for (old, new) in zip(before.items, after.items)
    where old.role == .card && old.subject == new.subject {
      let isChanged = old.subject == .record(card.reference)
      #expect((old.content === new.content) == !isChanged)
    }
  }

  @Test func changingTheThemeChangesThePictures() {
    var random = RandomContents(seed: 3)
    let contents = random.journey()
    let cache = LayoutCache()
    _ = JourneyLayout.scene(for: contents, measuring: measuring, theme: .dark, cache: cache)
    let light = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, cache: cache)
    #expect(SceneChecks.isEqual(light, scene(contents)))
  }

  @Test func anEmptyMapIsSomething() {
    let contents = JourneyContents(map: JourneyMap(rank: .middle, title: ""))
    let scene = scene(contents)
    #expect(scene.size.width > 100 && scene.size.height > 30)
    #expect(scene.items.contains { $0.role == .title })
  }

  @Test func aStageWithoutStepsIsSeen() {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stages = Rank.spread(2).map { Stage(mapID: map.id, rank: $0, title: "Stage \($0)") }
    let steps = [Step(stageID: stages[1].id, rank: .middle, title: "Step")]
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    let scene = scene(
      JourneyContents(map: map, stages: stages, steps: steps, lanes: [lane]))
    #expect(scene.items.count { $0.role == .stageHeader } == 2)
    #expect(scene.items.count { $0.role == .cell } == 1)
    #expect(SceneChecks.texts(of: scene).contains("Actions"))
  }

  @Test func aRightToLeftMapIsMirrored() throws {
    let map = JourneyMap(rank: .middle, title: "إرجاع")
    let stage = Stage(mapID: map.id, rank: .middle, title: "قرار")
    let steps = Rank.spread(3).map { Step(stageID: stage.id, rank: $0, title: "خطوة") }
    let lane = Lane(mapID: map.id, rank: .middle, kind: .painPoints, title: "ألم")
    let card = Card(laneID: lane.id, stepID: steps[0].id, rank: .middle, text: "لا ملصق")
    let scene = scene(
      JourneyContents(map: map, stages: [stage], steps: steps, lanes: [lane], cards: [card]))
    #expect(scene.isMirrored)
    let header = try #require(scene.items.first { $0.role == .laneHeader })
    #expect(header.frame.maxX == scene.size.width)
    let headers = scene.items.filter { $0.role == .stepHeader }
    #expect(headers[0].frame.minX > headers[1].frame.minX)
    SceneChecks.expectInside(scene, measuring: measuring, "mirrored")
  }

  @Test func labelsSayWhereAndWhat() throws {
    let map = JourneyMap(rank: .middle, title: "Map")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Send back")
    let step = Step(stageID: stage.id, rank: .middle, title: "Prepares the parcel")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .painPoints)
    let feelings = Lane(mapID: map.id, rank: Rank.between(.middle, nil), kind: .emotion)
    let cards = Rank.spread(2).map {
      Card(
        laneID: lane.id, stepID: step.id, rank: $0, text: "No label in the box",
        evidence: .observed)
    }
    let scene = scene(
      JourneyContents(
        map: map, stages: [stage], steps: [step], lanes: [lane, feelings], cards: cards,
        emotions: [Emotion(stepID: step.id, value: -1.5)]))
    let labels = scene.items.compactMap(\.label)
    #expect(
      labels.contains("Pain points, Prepares the parcel, 2 of 2, observed: No label in the box"))
    #expect(labels.contains("Pain points, Prepares the parcel, 2 cards"))
    // The point says it all.
    #expect(!labels.contains("Emotion, Prepares the parcel, empty"))
    #expect(labels.contains("Emotion, Prepares the parcel: very bad, −1.5"))
    for item in scene.items where item.role != .decoration && item.role != .cell {
      #expect(item.label != nil)
    }
  }

  @Test func whatLiesOnTopIsFound() throws {
    var random = RandomContents(seed: 11)
    let scene = scene(random.journey())
    for (index, item) in scene.items.enumerated() where item.role == .card {
      let middle = Point(item.frame.midX, item.frame.midY)
      #expect(scene.item(at: middle) == index)
      #expect(scene.item(at: middle, in: .body) == index)
    }
  }
}
