import Foundation
import Testing

@testable import UpliftCore

@Suite struct JourneyFilterTests {
  let amina = Persona(rank: .middle, name: "Amina")
  let jonas = Persona(rank: .between(.middle, nil), name: "Jonas")
  let depot = Department(rank: .middle, name: "Depot")
  let urgent = Tag(rank: .middle, name: "urgent")
  let web = Channel(rank: .middle, name: "Web shop", mark: .web)
  let map: JourneyMap
  let steps: [Step]
  let actions: Lane
  let pains: Lane
  let searches: Card
  let packs: Card
  let label: Card
  let journey: JourneyContents

  init() {
    let ranks = Rank.spread(3)
    map = JourneyMap(rank: .middle, title: "Returning", personaID: amina.id)
    let stage = Stage(mapID: map.id, rank: .middle, title: "Send back")
    steps = zip(["Looks it up", "Packs", "Waits"], ranks).map {
      Step(stageID: stage.id, rank: $1, title: $0)
    }
    actions = Lane(mapID: map.id, rank: ranks[0], kind: .actions)
    pains = Lane(mapID: map.id, rank: ranks[1], kind: .painPoints)
    searches = Card(
      laneID: actions.id, stepID: steps[0].id, rank: .middle, text: "Sucht nach Rückgabe",
      evidence: .observed, source: "Web analytics")
    packs = Card(
      laneID: actions.id, stepID: steps[0].id, rank: ranks[2], span: 2, text: "Repacks",
      evidence: .reported)
    label = Card(
      laneID: pains.id, stepID: steps[1].id, rank: .middle, text: "No label in the box",
      evidence: .observed)
    journey = JourneyContents(
      map: map, stages: [stage], steps: steps, lanes: [actions, pains],
      cards: [searches, packs, label], personas: [amina, jonas], departments: [depot],
      cardDepartments: [CardDepartment(cardID: label.id, departmentID: depot.id)],
      extras: JourneyExtras(
        channels: [web], tags: [urgent],
        cardChannels: Assignments([CardChannel(cardID: searches.id, channelID: web.id)]),
        cardTags: Assignments([CardTag(cardID: label.id, tagID: urgent.id)]),
        stepDepartments: Assignments([StepDepartment(stepID: steps[2].id, departmentID: depot.id)]))
    )
  }

  private func match(
    personasOfCards: [UUID: Set<UUID>] = [:], _ change: (inout JourneyFilter) -> Void
  ) -> FilterMatch {
    var filter = JourneyFilter()
    change(&filter)
    return FilterMatcher().match(filter, journey, personasOfCards: personasOfCards)
  }

  @Test func anEmptyFilterMatchesEverything() {
    #expect(match { _ in }.cards == [searches.id, packs.id, label.id])
    #expect(match { $0.text = "  " }.cards.count == 3)
    #expect(JourneyFilter().isEmpty)
  }

  @Test func valuesOfAFieldAreAlternativesAndFieldsNarrow() {
    #expect(match { $0.evidence = [.observed] }.cards == [searches.id, label.id])
    #expect(match { $0.evidence = [.observed, .reported] }.cards.count == 3)
    let both = match {
      $0.evidence = [.observed]
      $0.kinds = [.painPoints]
    }
    #expect(both.cards == [label.id])
    #expect(match { $0.tags = [urgent.id] }.cards == [label.id])
    #expect(match { $0.channels = [web.id] }.cards == [searches.id])
    #expect(
      match {
        $0.tags = [urgent.id]
        $0.channels = [web.id]
      }.cards.isEmpty)
  }

  @Test func wordsAreFoundInTextAndSourceWithoutCaseAndAccents() {
    #expect(match { $0.text = "RUCKGABE analytics" }.cards == [searches.id])
    #expect(match { $0.text = "label missing" }.cards.isEmpty)
  }

  @Test func aCardOverSeveralStepsKeepsAllOfThemInSight() {
    #expect(match { $0.evidence = [.reported] }.steps == [steps[0].id, steps[1].id])
  }

  @Test func aDepartmentMatchesTheStepsThatItStandsBehind() {
    let found = match { $0.departments = [depot.id] }
    #expect(found.cards == [label.id])
    #expect(found.steps == [steps[1].id, steps[2].id])
    let observed = match {
      $0.departments = [depot.id]
      $0.evidence = [.observed]
    }
    #expect(observed.steps == [steps[1].id])
  }

  @Test func cardsBelongToThePointOfViewUnlessTheyAreLinkedWithSomebodyElse() {
    let links = [label.id: Set([jonas.id])]
    let forAmina = match(personasOfCards: links) { $0.personas = [amina.id] }
    #expect(forAmina.cards == [searches.id, packs.id])
    #expect(forAmina.personas == [amina.id, nil])
    let forJonas = match(personasOfCards: links) { $0.personas = [jonas.id] }
    #expect(forJonas.cards == [label.id])
    #expect(forJonas.personas == [jonas.id])
    #expect(match { $0.evidence = [.observed] }.personas == nil)
  }

  @Test func aMatcherFollowsChangedTexts() {
    let matcher = FilterMatcher()
    var filter = JourneyFilter()
    filter.text = "label"
    #expect(matcher.match(filter, journey).cards == [label.id])
    var changed = label
    changed.text = "Nothing in the box"
    var later = journey
    _ = later.apply(WorkspaceChange(upserts: [changed]))
    #expect(matcher.match(filter, later).cards.isEmpty)
  }

  @Test func aDefinitionGivesTheSameFilterBack() throws {
    var filter = JourneyFilter()
    filter.personas = [amina.id, jonas.id]
    filter.kinds = [.painPoints, .opportunities]
    filter.evidence = [.assumed]
    filter.text = "“No” label"
    let definition = filter.definition
    #expect(definition == filter.definition)
    #expect(JourneyFilter(definition: definition) == filter)
    #expect(!definition.contains(amina.id.uuidString))
    #expect(definition.contains("\"kinds\":[\"opportunities\",\"pain_points\"]"))
  }

  @Test func whatALaterVersionAsksForIsLeftOut() {
    let definition = "{\"kinds\":[\"actions\",\"smells\"],\"mood\":[\"sad\"]}"
    #expect(JourneyFilter(definition: definition)?.kinds == [.actions])
    #expect(JourneyFilter(definition: "[]") == nil)
    #expect(JourneyFilter(definition: "no filter") == nil)
  }

  @Test func whatIsGoneFromTheWorkspaceIsGoneFromTheFilter() {
    var filter = JourneyFilter()
    filter.tags = [urgent.id, UUID()]
    filter.channels = [UUID()]
    let kept = filter.keeping(
      personas: [], departments: [], tags: [urgent], channels: [web])
    #expect(kept.tags == [urgent.id])
    #expect(kept.channels.isEmpty)
  }

  @Test func savingUnderAKnownNameReplacesThatFilter() throws {
    var filter = JourneyFilter()
    filter.evidence = [.assumed]
    let first = try #require([SavedFilter]().saving(filter, as: " Open questions "))
    guard case .insert(let record) = first.changes[0], let saved = record as? SavedFilter else {
      Issue.record("nothing was added")
      return
    }
    #expect(saved.title == "Open questions")
    filter.kinds = [.painPoints]
    let second = try #require([saved].saving(filter, as: "open questions"))
    guard case .update(_, let changed) = second.changes[0], let replaced = changed as? SavedFilter
    else {
      Issue.record("the filter was not replaced")
      return
    }
    #expect(replaced.id == saved.id)
    #expect(JourneyFilter(definition: replaced.definition) == filter)
    #expect([saved].saving(filter, as: "  ") == nil)
  }

  @Test func tagsOfSeveralCardsChangeAtOnce() throws {
    let ids = [searches.id, label.id]
    #expect(journey.sharedTags(of: ids).isEmpty)
    let edit = try #require(journey.setting(tag: urgent.id, of: ids, to: true))
    #expect(edit.changes.count == 1)
    #expect(journey.setting(tag: urgent.id, of: [searches.id], to: false) == nil)
    let known = try #require(journey.addingTag(named: "Urgent", to: ids))
    #expect(known.changes.count == 1)
    let new = try #require(journey.addingTag(named: "later", to: ids))
    #expect(new.changes.count == 3)
  }

  /// A card that was made of a note has that for its source.
  @Test func theNoteThatACardWasMadeOfIsItsSource() throws {
    let note = EntityReference(.note, UUID())
    let card = EntityReference(.card, label.id)
    func backed(_ link: Link) -> Bool { link.backedCardID == label.id }
    #expect(backed(Link(rank: .middle, role: .leadsTo, from: note, to: card)))
    #expect(backed(Link(rank: .middle, role: .raisedBy, from: card, to: note)))
    #expect(backed(Link(rank: .middle, role: .backedBy, from: card, to: note)))
    #expect(!backed(Link(rank: .middle, role: .leadsTo, from: card, to: note)))
    #expect(!backed(Link(rank: .middle, role: .about, from: note, to: card)))
    let other = EntityReference(.card, packs.id)
    #expect(!backed(Link(rank: .middle, role: .leadsTo, from: other, to: card)))
  }

  @Test func theEvidenceOfAMapIsSummedUp() {
    let summary = EvidenceSummary(journey, backedCards: [packs.id])
    #expect(summary.cards == [.observed: 2, .reported: 1])
    #expect(summary.stepsWithoutEvidence.map(\.title) == ["Waits"])
    #expect(summary.cardsWithoutSource.map(\.id) == [label.id])
    #expect(summary.share(of: .assumed) == 0)
  }
}
