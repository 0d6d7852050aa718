import Foundation
import Testing

@testable import UpliftCore

/// Parts of maps, copied and pasted, between workspaces too; looked at on the disk.
@Suite struct MapClipTests {
  let folder: TemporaryFolder
  let small: SmallWorkspace
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    var small = SmallWorkspace()
    small.addWhatCameWithVersion2()
    self.small = small
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: small.contents)
  }

  private func journey(_ workspace: Workspace? = nil) throws -> JourneyContents {
    let workspace = workspace ?? self.workspace
    let id = try #require(workspace.outline().journeyMaps.first).id
    return try #require(try workspace.journey(id))
  }

  /// Another workspace with lanes of its own: a heading in other letters, one more in between.
  private func other(lanes kinds: [Lane.Kind] = [.touchpoints, .painPoints, .emotion, .actions])
    throws -> Workspace
  {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Other"))
    let map = JourneyMap(rank: .middle, title: "Buy")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Look")
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = Rank.spread(2).enumerated().map {
      Step(stageID: stage.id, rank: $1, title: "Step \($0)")
    }
    contents.lanes = zip(kinds, Rank.spread(kinds.count)).map {
      Lane(mapID: map.id, rank: $1, kind: $0)
    }
    contents.departments = [Department(rank: .middle, name: " depot ")]
    return try Workspace.create(at: folder.file("b-\(UUID()).uplift"), contents: contents)
  }

  /// Through the bytes of a clipboard.
  private func clip(_ part: MapPart, links: [Link] = []) throws -> MapClip {
    let clip = try #require(try journey().clip(of: part, links: links))
    return try MapClip(clip.encoded())
  }

  private func cell(_ journey: JourneyContents, _ lane: Int, _ step: Int) -> PastePlace {
    PastePlace(stepID: journey.steps[step].id, laneID: journey.lanes[lane].id)
  }

  private func texts(_ journey: JourneyContents, _ lane: Int, _ step: Int) -> [String] {
    journey.cards(at: Cell(laneID: journey.lanes[lane].id, stepID: journey.steps[step].id))
      .map(\.text)
  }

  // MARK: Blocks

  @Test func aBlockKeepsItsShapeAndAllFieldsOfItsCards() throws {
    let all = MapPart.cells(CellSelection(cards: Set(small.cards.map(\.id))))
    let target = try other(lanes: [.actions, .painPoints, .emotion, .touchpoints])
    let before = try journey(target)
    let pasting = try #require(try before.pasting(clip(all), at: cell(before, 0, 0)))
    try target.perform(pasting.edit)
    let now = try journey(target)
    #expect(texts(now, 0, 0) == ["Orders two sizes"])
    #expect(texts(now, 1, 1) == ["No label in the box"])
    #expect(now.cards.count == 2 && now.steps.count == 2)
    let first = try #require(
      now.cards(at: Cell(laneID: now.lanes[0].id, stepID: now.steps[0].id)).first)
    #expect(now.picture(of: first)?.data == small.contents.pictures[0].data)
    #expect(now.metric(of: first)?.title == "Ease")
    #expect(now.readings(of: first).map(\.value) == [3.1])
    #expect(now.channels(of: first.id).map(\.name) == ["Counter"])
    #expect(now.tags(of: first.id).map(\.name) == ["Quick win"])
    let second = try #require(now.cards.values.first { $0.evidence == .observed })
    // Known by its name.
    #expect(now.departments(of: second.id).map(\.name) == [" depot "])
    #expect(now.departments.count == 1)
    #expect(Set(pasting.added) == Set(now.cards.values.map(\.reference)))
    #expect(Set(now.cards.keys).isDisjoint(with: small.cards.map(\.id)))
    #expect(try target.check() == [])
    try target.undo()
    #expect(try journey(target) == before)
  }

  @Test func whereTheMapEndsABlockMakesRoom() throws {
    let all = MapPart.cells(CellSelection(cards: Set(small.cards.map(\.id))))
    let target = try other(lanes: [.touchpoints, .emotion, .actions])
    let before = try journey(target)
    // The last lane that holds cards, and the last step.
    let pasting = try #require(try before.pasting(clip(all), at: cell(before, 2, 1)))
    try target.perform(pasting.edit)
    let now = try journey(target)
    #expect(now.steps.count == 3 && now.lanes.count == 4)
    #expect(texts(now, 2, 1) == ["Orders two sizes"])
    #expect(now.lanes[3].laneKind == .painPoints && now.steps[2].title == "Prepares the parcel")
    #expect(texts(now, 3, 2) == ["No label in the box"])
  }

  @Test func inAnotherMapCardsOfSeveralLanesStayWhatTheyAre() throws {
    let all = MapPart.cells(CellSelection(cards: Set(small.cards.map(\.id))))
    let target = try other()
    let before = try journey(target)
    for place in [0, 2] {
      let pasting = try #require(try before.pasting(clip(all), at: cell(before, place, 0)))
      let now = before.after(pasting.edit)
      #expect(now.lanes == before.lanes)
      #expect(texts(now, 3, 0) == ["Orders two sizes"])
      #expect(texts(now, 1, 1) == ["No label in the box"])
    }
    // A lane that nobody sees is no place for them.
    let hidden = before.after(
      try #require(before.changingDisplay(of: before.lanes[1].id) { $0.isHidden = true }))
    let pasting = try #require(try hidden.pasting(clip(all), at: cell(hidden, 0, 0)))
    #expect(texts(hidden.after(pasting.edit), 4, 1) == ["No label in the box"])
  }

  @Test func anEmptyCellAtTheEdgeBelongsToTheShape() throws {
    let corner = Cell(laneID: small.lanes[0].id, stepID: small.steps[0].id)
    let part = MapPart.cells(CellSelection(cards: [small.cards[1].id], cells: [corner]))
    let now = try journey()
    #expect(now.table(of: part)?.rows == [["", ""], ["", "No label in the box"]])
    let pasting = try #require(try now.pasting(clip(part), at: cell(now, 0, 1)))
    try workspace.perform(pasting.edit)
    #expect(texts(try journey(), 1, 2) == ["No label in the box"])
  }

  @Test func emotionsComeToTheStepsFromTheOneChosen() throws {
    let emotion = small.contents.emotions[0]
    let part = MapPart.cells(CellSelection(emotions: [emotion.id]))
    let target = try other()
    let before = try journey(target)
    let pasting = try #require(try before.pasting(clip(part), at: cell(before, 2, 1)))
    try target.perform(pasting.edit)
    let now = try journey(target)
    #expect(now.emotion(at: now.steps[1].id)?.value == 1)
    // Somebody whom nobody knows here.
    #expect(now.personas.map(\.name) == ["Amina"])
    #expect(pasting.emotions.map(\.stepID) == [now.steps[1].id])
    // A second time it is the same value at the same place.
    let again = try #require(try now.pasting(clip(part), at: cell(now, 2, 1)))
    #expect(again.edit.changes.isEmpty && again.emotions == pasting.emotions)
  }

  @Test func cardsCannotStandInALaneOfEmotions() throws {
    let part = MapPart.cells(CellSelection(cards: [small.cards[0].id]))
    let target = try journey(try other())
    #expect(throws: BlockRefusal.noEmotion("Orders two sizes", lane: "Emotion")) {
      try target.pasting(try clip(part), at: cell(target, 2, 0))
    }
    #expect(try target.pasting(try clip(part), at: PastePlace()) == nil)
    #expect(throws: BlockRefusal.noEmotion("a", lane: "Emotion")) {
      try target.pasting(
        [["a"]], at: Cell(laneID: target.lanes[2].id, stepID: target.steps[0].id))
    }
  }

  @Test func aSpanEndsWithTheMap() throws {
    var long = small.cards[0]
    long.span = 3
    try workspace.perform(Edit(.setSpan, [.update(from: small.cards[0], to: long)]))
    let part = MapPart.cells(CellSelection(cards: [long.id]))
    let now = try journey()
    let pasting = try #require(try now.pasting(clip(part), at: cell(now, 0, 1)))
    try workspace.perform(pasting.edit)
    let copy = try #require(pasting.added.first)
    #expect(try journey().cards[copy.id]?.span == 2)
  }

  // MARK: Stages, steps and lanes

  @Test func wholeStepsFindTheirLanesByKind() throws {
    let link = Link(
      rank: .middle, role: .leadsTo, from: small.cards[0].reference, to: small.cards[1].reference)
    try workspace.perform(Edit(.addLink, [.insert(link)]))
    let links = try workspace.links(within: small.map.id)
    #expect(links.map(\.id) == [link.id])
    let target = try other()
    let before = try journey(target)
    let steps = MapPart.steps(Set(small.steps.map(\.id)))
    let place = PastePlace(stepID: before.steps[0].id)
    let pasting = try #require(try before.pasting(clip(steps, links: links), at: place))
    try target.perform(pasting.edit)
    let now = try journey(target)
    #expect(
      now.steps.map(\.title)
        == ["Step 0", "Tries it on", "Prepares the parcel", "Hands it over", "Step 1"])
    #expect(now.lanes.map(\.laneKind) == before.lanes.map(\.laneKind))
    #expect(texts(now, 3, 1) == ["Orders two sizes"])
    #expect(texts(now, 1, 2) == ["No label in the box"])
    #expect(now.steps[3].isMomentOfTruth && now.emotion(at: now.steps[1].id)?.value == 1)
    #expect(now.departments(behind: now.steps[1].id).count == 1)
    // A map that is not here cannot be opened.
    #expect(now.steps[2].opensMapID == nil)
    let copied = try target.links(within: now.map.id)
    #expect(copied.map(\.role) == [.leadsTo] && copied[0].id != link.id)
    #expect(pasting.added.map(\.kind) == [.step, .step, .step])
    #expect(try target.check() == [])
  }

  @Test func stagesComeBehindTheOneChosen() throws {
    let stage = small.contents.stages[0]
    let now = try journey()
    let pasting = try #require(
      try now.pasting(clip(.stages([stage.id])), at: PastePlace(stageID: stage.id)))
    try workspace.perform(pasting.edit)
    #expect(try journey().stages.map(\.title) == ["Decide", "Decide", "Send back"])
    #expect(texts(try journey(), 0, 1) == ["Orders two sizes"])
    #expect(try journey().lanes.count == small.lanes.count)
  }

  @Test func aLaneComesToTheSameStepsOfTheSameMap() throws {
    let now = try journey()
    let pasting = try #require(
      try now.pasting(
        clip(.lanes([small.lanes[1].id])), at: PastePlace(laneID: small.lanes[0].id)))
    try workspace.perform(pasting.edit)
    let after = try journey()
    #expect(after.lanes.map(\.laneKind) == [.actions, .painPoints, .painPoints])
    #expect(texts(after, 1, 1) == ["No label in the box"] && after.lanes[1].isCollapsed)
    #expect(pasting.added == [after.lanes[1].reference])
  }

  @Test func anEmptyMapTakesAnything() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Empty"))
    contents.journeyMaps = [JourneyMap(rank: .middle, title: "Nothing yet")]
    let parts: [MapPart] = [
      .whole, .stages([small.contents.stages[1].id]), .steps([small.steps[1].id]),
      .lanes([small.lanes[1].id]), .cells(CellSelection(cards: [small.cards[1].id])),
    ]
    for (number, part) in parts.enumerated() {
      let target = try Workspace.create(
        at: folder.file("empty-\(number).uplift"), contents: contents)
      let pasting = try #require(try journey(target).pasting(clip(part), at: PastePlace()))
      try target.perform(pasting.edit)
      let now = try journey(target)
      #expect(now.cards.values.contains { $0.text == "No label in the box" })
      #expect(try target.check() == [])
    }
  }

  @Test func emptyCellsAreNothingToCopy() throws {
    let cell = Cell(laneID: small.lanes[0].id, stepID: small.steps[2].id)
    let part = try #require(try journey().part(records: [], cells: [cell]))
    #expect(try journey().clip(of: part) == nil)
    #expect(try journey().table(of: part) == nil)
    #expect(try journey().part(records: []) == nil)
  }

  // MARK: Whatever comes

  @Test func whatIsNoClipIsRefusedWithASentence() throws {
    let good = String(
      decoding: try #require(try journey().clip(of: .whole)).encoded(), as: UTF8.self)
    _ = try MapClip(Data(good.utf8))
    let bad = [
      "", "{}", "[]", "\u{0}", "{\"format\":\"uplift\",\"version\":1,\"clip\":\"cells\"}",
      good.replacing("\"clip\": \"stages\"", with: "\"clip\": \"everything\""),
      good.replacing("\"clip\": \"stages\"", with: "\"clip\": 7"),
      good.replacing("\"clip\": \"stages\",", with: ""),
      good.replacing("\"version\": ", with: "\"version\": 9"),
      good.replacing(
        "\"stepID\": \"\(small.steps[0].id.uuidString.lowercased())",
        with: "\"stepID\": \"\(UUID().uuidString.lowercased())"),
      good.replacing("\"span\": 1", with: "\"span\": 0"),
      good.replacing("\"span\": 1", with: "\"script\": \"x\""), String(good.dropLast(40)),
      String(repeating: "[", count: 100_000),
    ]
    for text in bad {
      let error = #expect(throws: ImportError.self) { try MapClip(Data(text.utf8)) }
      #expect(error.map { !$0.description.isEmpty } ?? false)
    }
    // A whole workspace is another thing, as is a clip in a file.
    let file = try WorkspaceJSON.encode(small.contents)
    #expect(throws: ImportError.self) { try MapClip(file) }
    #expect(throws: ImportError.self) { try WorkspaceJSON.decode(Data(good.utf8)) }
  }

  @Test func aSpanBeyondAllBoundsIsCut() throws {
    let good = String(
      decoding: try #require(try journey().clip(of: .whole)).encoded(), as: UTF8.self)
    let clip = try MapClip(
      Data(good.replacing("\"span\": 1", with: "\"span\": 10000").utf8))
    let pasting = try #require(try journey().pasting(clip, at: PastePlace()))
    try workspace.perform(pasting.edit)
    #expect(try journey().cards.values.allSatisfy { $0.span <= 6 })
    _ = try #require(clip.journey).only(.steps([small.steps[1].id]))
  }

  /// Any part of any map can be pasted anywhere, and the file holds together.
  @Test(arguments: 0..<40) func randomPartsFitIntoRandomMaps(seed: UInt64) throws {
    var random = RandomContents(seed: seed)
    let from = random.contents()
    var into = random.contents()
    into.links = []
    let folder = try TemporaryFolder(isInMemory: true)
    let target = try Workspace.create(at: folder.file("r.uplift"), contents: into)
    for map in from.journeyMaps {
      let source = try #require(from.journey(map.id))
      for part in random.parts(of: source) {
        guard let clip = source.clip(of: part, links: from.links) else { continue }
        let read = try MapClip(clip.encoded())
        #expect(try read.encoded() == clip.encoded())
        for other in into.journeyMaps {
          let before = try #require(try target.journey(other.id))
          // What lands on a lane of emotions and is none is refused.
          guard let pasting = try? before.pasting(read, at: random.place(in: before)) else {
            continue
          }
          let change = try target.perform(pasting.edit)
          var followed = before
          if followed.apply(change) {
            expectNoDifference(followed, try #require(try target.journey(other.id)))
          }
        }
      }
    }
    #expect(try target.check() == [])
  }
}

extension RandomContents {
  fileprivate mutating func some(_ ids: [UUID]) -> Set<UUID> {
    Set(ids.filter { _ in Bool.random(using: &random) })
  }

  fileprivate mutating func parts(of journey: JourneyContents) -> [MapPart] {
    [
      .whole, .stages(some(journey.stages.map(\.id))), .steps(some(journey.steps.map(\.id))),
      .lanes(some(journey.lanes.map(\.id)), lines: some(journey.lines.map(\.id))),
      .cells(
        CellSelection(
          cards: some(Array(journey.cards.keys)),
          emotions: some(journey.emotions.values.joined().map(\.id)))),
    ]
  }

  fileprivate mutating func place(in journey: JourneyContents) -> PastePlace {
    PastePlace(
      stageID: Bool.random(using: &random) ? journey.stages.randomElement(using: &random)?.id : nil,
      stepID: journey.steps.randomElement(using: &random)?.id,
      laneID: journey.lanes.randomElement(using: &random)?.id)
  }
}
