import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct FadingTests {
  private func scenes(
    _ change: (inout JourneyFilter, JourneyContents) -> Void
  ) throws -> (plain: Scene, faded: Scene, match: FilterMatch) {
    let sample = try Fixture.sample()
    let map = try #require(sample.journeyMaps.first { $0.title == "Returning an online order" })
    var journey = try #require(sample.journey(map.id))
    let cache = LayoutCache()
    let measuring = FakeTextMeasuring()
    let plain = JourneyLayout.scene(
      for: journey, measuring: measuring, theme: .light, cache: cache)
    var filter = JourneyFilter()
    change(&filter, journey)
    let match = FilterMatcher().match(filter, journey)
    journey.focus = match
    let faded = JourneyLayout.scene(
      for: journey, measuring: measuring, theme: .light, cache: cache)
    return (plain, faded, match)
  }

  @Test func whatDoesNotMatchIsPaleAndNothingMoves() throws {
    let (plain, faded, match) = try scenes { filter, _ in filter.evidence = [.assumed] }
    #expect(!match.cards.isEmpty && match.cards.count < match.cardCount)
    #expect(plain.items.map(\.frame) == faded.items.map(\.frame))
    for (before, after) in zip(plain.items, faded.items) where before.role == .card {
      guard case .record(let reference) = before.subject else { continue }
      #expect((before.content === after.content) == match.cards.contains(reference.id))
      #expect(before.content.texts == after.content.texts)
    }
  }

  @Test func faintTextsAreCloseToThePaper() throws {
    let (_, faded, match) = try scenes { filter, _ in filter.evidence = [.assumed] }
    let card = try #require(
      faded.items.first { item in
        guard item.role == .card, case .record(let reference) = item.subject else { return false }
        return !match.cards.contains(reference.id)
      })
    for case .text(let block) in card.content.primitives {
      #expect(block.color.contrast(with: faded.background) < 3)
    }
    #expect(card.label?.contains("outside the filter") == true)
  }

  @Test func theSameFilterGivesTheSamePictures() throws {
    let sample = try Fixture.sample()
    let map = try #require(sample.journeyMaps.first { $0.title == "Returning an online order" })
    var journey = try #require(sample.journey(map.id))
    var filter = JourneyFilter()
    filter.kinds = [.painPoints]
    journey.focus = FilterMatcher().match(filter, journey)
    let cache = LayoutCache()
    let scenes = (0..<2).map { _ in
      JourneyLayout.scene(
        for: journey, measuring: FakeTextMeasuring(), theme: .light, cache: cache)
    }
    for (first, second) in zip(scenes[0].items, scenes[1].items) {
      #expect(first.content === second.content)
    }
  }

  @Test func curvesOfOtherPersonasStandBack() throws {
    let (plain, faded, _) = try scenes { filter, journey in
      filter.personas = Set(journey.personas.map(\.id)).subtracting([journey.map.personaID])
    }
    let changed = zip(plain.items, faded.items).filter { $0.0.content !== $0.1.content }
    #expect(changed.contains { $0.0.curve != nil })
    #expect(changed.contains { $0.0.role == .emotionPoint })
  }
}

extension Set<UUID> {
  fileprivate func subtracting(_ ids: [UUID?]) -> Set<UUID> { subtracting(ids.compactMap { $0 }) }
}
