import Foundation
import Testing

@testable import UpliftCore

struct JourneyFiguresTests {
  private let map = JourneyMap(rank: .middle, title: "Map")

  private func journey(_ cards: [(step: Int, span: Int, evidence: EvidenceLevel)], steps: Int = 4)
    -> JourneyContents
  {
    let stage = Stage(mapID: map.id, rank: .middle, title: "Stage")
    let steps = Rank.spread(steps).map { Step(stageID: stage.id, rank: $0, title: "Step") }
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    return JourneyContents(
      map: map, stages: [stage], steps: steps, lanes: [lane],
      cards: zip(cards, Rank.spread(cards.count)).map { card, rank in
        Card(
          laneID: lane.id, stepID: steps[card.step].id, rank: rank, span: card.span, text: "Card",
          evidence: card.evidence)
      })
  }

  @Test func aCardThatSpansStepsBacksAllOfThem() {
    let figures = JourneyFigures(
      journey([(0, 1, .assumed), (1, 2, .observed), (3, 1, .assumed), (2, 9, .assumed)]))
    #expect(figures.cards == 4)
    #expect(figures.assumedCards == 3)
    #expect(figures.stepsWithoutEvidence == 2)
    #expect(figures.assumedShare == 0.75)
    #expect(JourneyFigures(journey([(2, 9, .reported)])).stepsWithoutEvidence == 2)
  }

  @Test func anEmptyMapHasNoShare() {
    let figures = JourneyFigures(journey([]))
    #expect(figures.assumedShare == nil)
    #expect(figures.stepsWithoutEvidence == 4)
  }

  @Test(arguments: [(0.5, "good"), (1.5, "delighted"), (2, "delighted")])
  func whatIsGoodOnOneSideOfTheScaleIsBadOnTheOther(value: Double, word: String) {
    let opposite = ["good": "bad", "delighted": "very bad"][word]
    #expect(JourneyWords.emotionWord(value) == word)
    #expect(JourneyWords.emotionWord(-value) == opposite)
    #expect(JourneyWords.emotionWord(-0.49) == JourneyWords.emotionWord(0.49))
  }

  @Test func emotionsAreThePersonasOwn() throws {
    let journey = journey([])
    let step = journey.steps[0].id
    let person = Persona(rank: .middle, name: "Amina")
    #expect(journey.settingEmotion(at: step, to: nil, for: person.id) == nil)
    let edit = try #require(journey.settingEmotion(at: step, to: 7, for: person.id))
    guard case .insert(let record) = edit.changes[0], let emotion = record as? Emotion else {
      Issue.record("no emotion was added")
      return
    }
    #expect(emotion.value == 2)
    #expect(emotion.personaID == person.id)
  }

  @Test func aNewDepartmentIsMadeOnceAndAddedToTheCard() throws {
    var journey = journey([(0, 1, .observed)])
    let card = try #require(journey.cards.values.first)
    #expect(journey.addingDepartment(named: "  ", to: card.id) == nil)
    let edit = try #require(journey.addingDepartment(named: " Depot ", to: card.id))
    #expect(edit.changes.count == 2)
    let records = edit.changes.compactMap { change -> (any Entity)? in
      if case .insert(let record) = change { record } else { nil }
    }
    let isFollowed = journey.apply(WorkspaceChange(upserts: records))
    #expect(isFollowed)
    #expect(journey.departments(of: card.id).map(\.name) == ["Depot"])
    #expect(journey.addingDepartment(named: "depot", to: card.id) == nil)
  }

  @Test func aLinkIsAddedOnce() throws {
    let from = EntityReference(.card, UUID())
    let to = EntityReference(.note, UUID())
    let added = try #require([Link]().adding(.raisedBy, from: from, to: to))
    #expect([added.record].adding(.raisedBy, from: from, to: to) == nil)
    #expect([added.record].adding(.leadsTo, from: from, to: to) != nil)
    #expect([Link]().adding(.about, from: from, to: from) == nil)
  }
}
