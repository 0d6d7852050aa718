import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What is dragged lands where it was shown, and nothing is lost on the way.
@Suite struct JourneyDropTests {
  private func scene(_ contents: JourneyContents) -> Scene {
    JourneyLayout.scene(for: contents, measuring: FakeTextMeasuring(), theme: .light)
  }

  private func makePlanner(
    _ drag: JourneyDrag, _ start: ScenePlace, _ contents: JourneyContents, _ scene: Scene
  ) -> JourneyDropPlanner? {
    JourneyDropPlanner(drag, from: start, contents: contents, scene: scene, theme: .light)
  }

  private func centre(_ reference: EntityReference, _ scene: Scene) throws -> ScenePlace {
    let item = try #require(scene.items.first { $0.subject == .record(reference) })
    return ScenePlace(item.band, Point(item.frame.midX, item.frame.midY))
  }

  // MARK: A map that one can see

  /// Two stages of two steps and an empty one, four lanes and a line; `words` in any script.
  private struct Sample {
    let stages: [Stage]
    let steps: [Step]
    let lanes: [Lane]
    let line: BlueprintLine
    let cards: [Card]
    let contents: JourneyContents

    init(_ words: String = "word") {
      let ranks = Rank.spread(5)
      let map = JourneyMap(rank: .middle, title: words)
      stages = (0..<3).map { Stage(mapID: map.id, rank: ranks[$0], title: words) }
      let stageIDs = stages.map(\.id)
      steps = (0..<4).map {
        Step(stageID: stageIDs[$0 / 2], rank: ranks[$0 % 2], title: words)
      }
      let kinds = [Lane.Kind.actions, .emotion, .painPoints, .text]
      lanes = kinds.enumerated().map {
        Lane(mapID: map.id, rank: ranks[$0.offset], kind: $0.element, title: words)
      }
      line = BlueprintLine(mapID: map.id, rank: ranks[4], line: .visibility)
      let places = [(0, 0), (0, 0), (0, 1), (2, 1), (3, 3)]
      let (laneIDs, stepIDs) = (lanes.map(\.id), steps.map(\.id))
      cards = places.enumerated().map { index, place in
        Card(
          laneID: laneIDs[place.0], stepID: stepIDs[place.1], rank: ranks[index],
          span: index == 2 ? 2 : 1, text: words)
      }
      contents = JourneyContents(
        map: map, stages: stages, steps: steps, lanes: lanes, lines: [line], cards: cards,
        emotions: stepIDs.enumerated().map {
          Emotion(stepID: $0.element, value: [1, -2, 0.5, 2][$0.offset])
        })
    }
  }

  @Test func aCardGoesBetweenCards() throws {
    let sample = Sample()
    let scene = scene(sample.contents)
    let card = sample.cards[3]
    let planner = try #require(
      makePlanner(
        .cards([card.id], grabbed: card.id), centre(card.reference, scene), sample.contents, scene))
    var place = try centre(sample.cards[1].reference, scene)
    place.point.y -= 4
    let target = try #require(planner.target(at: place))
    guard case .cards(let landing) = target else { Issue.record("no cards"); return }
    #expect(landing.before == sample.cards[1].id)
    let after = try #require(
      sample.contents.dropping(planner.drag, on: target).map { sample.contents.after($0.edit) })
    #expect(after.cells[landing.cell] == [sample.cards[0], card, sample.cards[1]].map(\.id))
    let bar = try #require(planner.marks(for: target).first { $0.shape == .bar })
    let frames = scene.items.filter { item in
      sample.cards[0...1].contains { item.subject == .record($0.reference) }
    }.map(\.frame)
    #expect(bar.frame.midY > frames[0].maxY && bar.frame.midY < frames[1].minY)
  }

  @Test func aWideCardIsHeldWhereItWasGrabbed() throws {
    let sample = Sample()
    let scene = scene(sample.contents)
    let card = sample.cards[2]
    var start = try centre(card.reference, scene)
    start.point.x += 60
    let planner = try #require(
      makePlanner(.cards([card.id], grabbed: card.id), start, sample.contents, scene))
    start.point.x += 148
    guard case .cards(let landing) = planner.target(at: start) else {
      Issue.record("no cards")
      return
    }
    #expect(landing.cell.stepID == sample.steps[2].id && landing.stepShift == 1)
  }

  @Test func aHeaderTakesACardAlongOneWay() throws {
    let sample = Sample()
    let scene = scene(sample.contents)
    let card = sample.cards[3]
    let planner = try #require(
      makePlanner(
        .cards([card.id], grabbed: card.id), centre(card.reference, scene), sample.contents, scene))
    let onStep = planner.target(at: try centre(sample.steps[3].reference, scene))
    guard case .cards(let along) = onStep else { Issue.record("no cards"); return }
    #expect(along.cell == Cell(laneID: sample.lanes[2].id, stepID: sample.steps[3].id))
    let onLane = planner.target(at: try centre(sample.lanes[3].reference, scene))
    guard case .cards(let down) = onLane else { Issue.record("no cards"); return }
    #expect(down.cell == Cell(laneID: sample.lanes[3].id, stepID: sample.steps[1].id))
    #expect(planner.target(at: try centre(sample.lanes[1].reference, scene)) == nil)
  }

  @Test func aStepGoesIntoTheStageWhoseSideOfTheBoundaryIsNearer() throws {
    let sample = Sample()
    let scene = scene(sample.contents)
    let step = sample.steps[3]
    let planner = try #require(
      makePlanner(.steps([step.id]), centre(step.reference, scene), sample.contents, scene))
    var place = try centre(sample.steps[1].reference, scene)
    place.point.x += 60
    #expect(planner.target(at: place) == .steps(stageID: sample.stages[0].id, before: nil))
    place.point.x += 40
    #expect(
      planner.target(at: place)
        == .steps(stageID: sample.stages[1].id, before: sample.steps[2].id))
    // A stage without steps takes one in, too.
    place.point.x = scene.size.width - 5
    #expect(planner.target(at: place) == .steps(stageID: sample.stages[2].id, before: nil))
  }

  @Test func anEdgeSnapsToColumns() throws {
    let sample = Sample()
    let scene = scene(sample.contents)
    let card = sample.cards[3]
    let start = try centre(card.reference, scene)
    let trailing = try #require(
      makePlanner(.edge(.trailing, of: card.id), start, sample.contents, scene))
    let far = try centre(sample.steps[3].reference, scene)
    #expect(trailing.target(at: far) == .extent(stepID: card.stepID, span: 2))
    #expect(
      trailing.target(at: ScenePlace(.columnHeader, Point(far.point.x + 20, 0)))
        == .extent(stepID: card.stepID, span: 3))
    let leading = try #require(
      makePlanner(.edge(.leading, of: card.id), start, sample.contents, scene))
    #expect(
      leading.target(at: ScenePlace(.columnHeader, Point(0, 0)))
        == .extent(stepID: sample.steps[0].id, span: 2))
  }

  @Test func anEmotionIsWhereItsPointIs() throws {
    let sample = Sample()
    let scene = scene(sample.contents)
    for (index, value) in [1, -2, 0.5, 2].enumerated() {
      let step = sample.steps[index]
      let item = try #require(
        scene.items.first { $0.subject == .emotion(stepID: step.reference, personaID: nil) })
      let place = ScenePlace(.rowHeader, Point(0, item.frame.midY))
      let planner = try #require(
        makePlanner(.emotion(stepID: step.id, personaID: nil), place, sample.contents, scene))
      #expect(planner.target(at: place) == .emotion(value))
      #expect(planner.target(at: ScenePlace(.rowHeader, Point(0, -500))) == .emotion(2))
      #expect(planner.target(at: ScenePlace(.rowHeader, Point(0, 9999))) == .emotion(-2))
      let near = ScenePlace(.rowHeader, Point(0, item.frame.midY + 2))
      #expect(planner.target(at: near) == .emotion(value))
      let preview = try #require(planner.preview(for: .emotion(value)))
      #expect(preview.frame.minX >= 0 && preview.frame.maxX <= scene.size.width)
    }
  }

  @Test func aMirroredMapIsTheSameTheOtherWayRound() throws {
    let left = Sample("word")
    let right = Sample("كلمة")
    let (there, here) = (scene(left.contents), scene(right.contents))
    #expect(!there.isMirrored && here.isMirrored)
    for (index, step) in left.steps.enumerated() {
      let place = try centre(step.reference, there)
      for shift in stride(from: -70.0, through: 70, by: 20) {
        let to = Point(place.point.x + shift, place.point.y)
        let flipped = Point(here.size.width - to.x, to.y)
        let one = try #require(
          makePlanner(
            .steps([left.steps[3 - index].id]), place, left.contents, there))
        let other = try #require(
          makePlanner(
            .steps([right.steps[3 - index].id]), place, right.contents, here))
        guard
          case .steps(let stage, let before) = one.target(at: ScenePlace(.columnHeader, to)),
          case .steps(let stage2, let before2) = other.target(
            at: ScenePlace(.columnHeader, flipped))
        else { Issue.record("no steps"); continue }
        #expect(
          left.stages.firstIndex { $0.id == stage } == right.stages.firstIndex { $0.id == stage2 })
        #expect(
          left.steps.firstIndex { $0.id == before } == right.steps.firstIndex { $0.id == before2 })
      }
    }
  }

  // MARK: Any map

  @Test(arguments: 0..<120) func nothingIsLostAndTheOrderIsAsShown(seed: Int) throws {
    var random = RandomContents(seed: UInt64(seed))
    let contents = random.journey()
    let scene = scene(contents)
    for _ in 0..<25 {
      guard let drag = random.drag(contents) else { continue }
      let start = random.place(scene)
      let copies = Bool.random(using: &random.generator)
      guard let planner = makePlanner(drag, start, contents, scene) else { continue }
      for _ in 0..<4 {
        guard let target = planner.target(at: random.place(scene), copies: copies) else { continue }
        for mark in planner.marks(for: target) {
          #expect(mark.frame.minX >= -1 && mark.frame.maxX <= scene.size.width + 1)
          #expect(mark.frame.minY >= -1 && mark.frame.maxY <= scene.size.height + 1)
        }
        guard let placement = contents.dropping(drag, on: target, copies: copies) else { continue }
        check(drag, target, placement, contents)
      }
    }
  }

  private func check(
    _ drag: JourneyDrag, _ target: JourneyDropTarget, _ placement: Placement,
    _ contents: JourneyContents
  ) {
    let after = contents.after(placement.edit)
    let isCopy = placement.edit.name == .duplicate
    let before = Records(contents)
    let now = Records(after)
    if isCopy {
      #expect(before.texts.allSatisfy { now.texts[$0.key] == $0.value })
      #expect(now.texts.count > before.texts.count)
    } else {
      #expect(before.texts == now.texts)
    }
    #expect(now.ids.isSuperset(of: before.ids))
    let moved = placement.references.map(\.id)
    switch target {
    case .cards(let landing):
      let cell = after.cells[landing.cell] ?? []
      let arrived = cell.filter(moved.contains)
      #expect(!arrived.isEmpty)
      // Those that arrive stand together, right before the card that was shown.
      if let first = cell.firstIndex(of: arrived.first ?? UUID()) {
        let block = Array(cell[first...].prefix(arrived.count))
        #expect(block == arrived)
        #expect(cell.dropFirst(first + arrived.count).first == landing.before)
      }
      let rest = (contents.cells[landing.cell] ?? []).filter { !moved.contains($0) }
      #expect(cell.filter { !moved.contains($0) } == rest)
    case .steps(let stageID, let next):
      isInPlace(
        moved, before: next, after.steps(of: stageID).map(\.id),
        contents.steps(of: stageID).map(\.id))
    case .stages(let next):
      isInPlace(moved, before: next, after.stages.map(\.id), contents.stages.map(\.id))
    case .rows(let next):
      isInPlace(moved, before: next?.id, after.rows.map(\.id), contents.rows.map(\.id))
    case .emotion(let value):
      guard case .emotion(let stepID, let personaID) = drag else { return }
      #expect(after.emotions[stepID]?.first { $0.personaID == personaID }?.value == value)
    case .extent(let stepID, _):
      #expect(moved.allSatisfy { after.cards[$0]?.stepID == stepID })
    }
  }

  private func isInPlace(_ moved: [UUID], before: UUID?, _ now: [UUID], _ then: [UUID]) {
    let staying = then.filter { !moved.contains($0) }
    let place = staying.firstIndex { $0 == before } ?? staying.count
    #expect(now == staying[..<place] + moved + staying[place...])
  }

  /// What must still be there.
  private struct Records {
    var texts: [UUID: String]
    var ids: Set<UUID>

    init(_ contents: JourneyContents) {
      texts = contents.cards.mapValues { "\($0.text)|\($0.evidence)|\($0.source)" }
      for step in contents.steps { texts[step.id] = step.title }
      for stage in contents.stages { texts[stage.id] = stage.title }
      for lane in contents.lanes { texts[lane.id] = lane.title }
      ids = Set(contents.emotions.values.joined().map(\.id)).union(contents.lines.map(\.id))
        .union(contents.cardDepartments.keys)
    }
  }
}

extension RandomContents {
  mutating func drag(_ contents: JourneyContents) -> JourneyDrag? {
    func some<Element>(_ all: [Element]) -> [Element] {
      let count = min(all.count, Int.random(in: 1...4, using: &generator))
      return Array(all.shuffled(using: &generator).prefix(count))
    }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0...2:
      let ids = some(contents.cards.keys.sorted { $0.uuidString < $1.uuidString })
      return ids.first.map { .cards(ids, grabbed: $0) }
    case 3: return .steps(some(contents.steps.map(\.id)))
    case 4: return .stages(some(contents.stages.map(\.id)))
    case 5: return .rows(some(contents.rows))
    case 6:
      let all = contents.emotions.values.joined().sorted { $0.id.uuidString < $1.id.uuidString }
      return all.randomElement(using: &generator).map {
        .emotion(stepID: $0.stepID, personaID: $0.personaID)
      }
    default:
      let ids = contents.cards.keys.sorted { $0.uuidString < $1.uuidString }
      let edge: JourneyDrag.Edge = Bool.random(using: &generator) ? .leading : .trailing
      return ids.randomElement(using: &generator).map { .edge(edge, of: $0) }
    }
  }

  mutating func place(_ scene: Scene) -> ScenePlace {
    let band = Band.allCases.randomElement(using: &generator) ?? .body
    return ScenePlace(
      band,
      Point(
        Double.random(in: -20...max(1, scene.size.width + 20), using: &generator),
        Double.random(in: -20...max(1, scene.size.height + 20), using: &generator)))
  }
}
