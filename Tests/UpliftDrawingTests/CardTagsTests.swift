import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct CardTagsTests {
  private let map = JourneyMap(rank: .middle, title: "Returning")
  private let tag = Tag(rank: .middle, name: "refund", colour: .red)

  private func scene(
    source: String = "", isTagged: Bool = false, isBacked: Bool = false,
    cache: LayoutCache = LayoutCache(), title: String = "Packs"
  ) -> (item: SceneItem?, scene: Scene) {
    let stage = Stage(mapID: map.id, rank: .middle, title: title)
    let step = Step(stageID: stage.id, rank: .middle, title: title)
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    let card = Card(
      id: UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), laneID: lane.id,
      stepID: step.id, rank: .middle, text: title, evidence: .observed, source: source)
    let journey = JourneyContents(
      map: map, stages: [stage], steps: [step], lanes: [lane], cards: [card],
      extras: JourneyExtras(
        tags: [tag],
        cardTags: Assignments(isTagged ? [CardTag(cardID: card.id, tagID: tag.id)] : []),
        backings: isBacked ? [UUID(): card.id] : [:]))
    let scene = JourneyLayout.scene(
      for: journey, measuring: FakeTextMeasuring(), theme: .light, cache: cache)
    return (scene.items.first { $0.role == .card }, scene)
  }

  @Test func tagsStandOnTheCardAndAreSaid() throws {
    let plain = try #require(scene().item)
    let tagged = try #require(scene(isTagged: true).item)
    #expect(tagged.content.texts.contains("refund"))
    #expect(tagged.frame.height > plain.frame.height)
    #expect(tagged.label?.contains("refund") == true)
  }

  @Test func aCardWithASourceHasAMark() throws {
    let plain = try #require(scene().item)
    for item in [scene(source: "Survey").item, scene(isBacked: true).item] {
      let item = try #require(item)
      #expect(item.content.primitives.count > plain.content.primitives.count)
      #expect(item.frame.height == plain.frame.height)
      #expect(item.label?.contains("with a source") == true)
    }
    #expect(scene(source: "  \n").item?.content.primitives.count == plain.content.primitives.count)
  }

  @Test func everythingStaysOnTheCardInBothDirections() throws {
    for title in ["Packs", "حزم"] {
      let item = try #require(
        scene(source: "Survey", isTagged: true, isBacked: true, title: title).item)
      for case .text(let block) in item.content.primitives {
        #expect(block.frame.minX >= 0 && block.frame.maxX <= item.frame.width)
        #expect(block.frame.maxY <= item.frame.height)
      }
    }
  }

  @Test func aNewTagShowsInAKeptLayout() throws {
    let cache = LayoutCache()
    let before = try #require(scene(cache: cache).item)
    let after = try #require(scene(isTagged: true, cache: cache).item)
    #expect(before.content !== after.content)
  }
}
