import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

struct CustomerVoiceTests {
  /// The rule, written out over the contents.
  private func expected(_ contents: WorkspaceContents, onMap mapID: UUID?) -> (
    Set<UUID>, Int, Set<UUID>, Int
  ) {
    func voice(_ end: EntityReference) -> Bool {
      if end.kind == .dialogue || end.kind == .reading { return true }
      guard let note = contents.notes.first(where: { end == $0.reference }),
        let column = contents.boardColumns.first(where: { $0.id == note.columnID }),
        let board = contents.boards.first(where: { $0.id == column.boardID }),
        let group = contents.advisoryGroups.first(where: { $0.id == board.groupID })
      else { return false }
      return group.groupKind != .employeeAdvisoryGroup
    }
    func hasVoice(_ reference: EntityReference) -> Bool {
      contents.links.contains { link in
        (link.role == .backedBy || link.role == .raisedBy)
          && (link.from == reference && voice(link.to) || link.to == reference && voice(link.from))
      }
    }
    func isOpportunity(_ card: Card) -> Bool {
      guard let lane = contents.lanes.first(where: { $0.id == card.laneID }),
        let map = contents.journeyMaps.first(where: { $0.id == lane.mapID })
      else { return false }
      let persona = contents.personas.first { $0.id == map.personaID }
      return (card.cardKind ?? lane.laneKind) == .opportunities
        && (persona?.role ?? .customer) == .customer
    }
    func hasCardVoice(_ card: Card) -> Bool {
      hasVoice(card.reference)
        || card.evidence != .assumed
          && !card.source.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    }
    func inherits(_ initiative: Initiative) -> Bool {
      contents.cards.filter { isOpportunity($0) && hasCardVoice($0) }.contains { card in
        contents.links.contains { link in
          link.role == .leadsTo && link.from == card.reference && link.to == initiative.reference
            || (link.role == .backedBy || link.role == .raisedBy)
              && link.from == initiative.reference && link.to == card.reference
        }
      }
    }
    let opportunities = contents.cards.filter { card in
      isOpportunity(card)
        && (mapID == nil || contents.lanes.first { $0.id == card.laneID }?.mapID == mapID)
    }
    let initiatives =
      mapID != nil
      ? []
      : contents.initiatives.filter {
        $0.touchesCustomers && $0.status != .done && $0.status != .dropped
      }
    return (
      Set(opportunities.filter { !hasCardVoice($0) }.map(\.id)), opportunities.count,
      Set(initiatives.filter { !hasVoice($0.reference) && !inherits($0) }.map(\.id)),
      initiatives.count
    )
  }

  @Test func whatTheDatabaseFindsIsWhatTheRuleSays() throws {
    var random = Dice(seed: 11)
    var found = 0
    var voiced = 0
    for _ in 0..<30 {
      var small = SmallWorkspace()
      small.addWhatCameWithVersion2()
      var contents = small.contents
      contents.links = []
      contents.personas[0].role = Persona.Role.allCases.randomElement(using: &random) ?? .customer
      if Bool.random(using: &random) { contents.journeyMaps[0].personaID = nil }
      contents.advisoryGroups[0].groupKind =
        AdvisoryGroup.Kind.allCases.randomElement(using: &random) ?? .focusGroup
      contents.lanes[1].laneKind = Bool.random(using: &random) ? .opportunities : .painPoints
      for rank in Rank.spread(6) {
        contents.cards.append(
          Card(
            laneID: contents.lanes[Int.random(in: 0...1, using: &random)].id,
            stepID: contents.steps[Int.random(in: 0...2, using: &random)].id, rank: rank,
            kind: [nil, .opportunities, .painPoints].randomElement(using: &random) ?? nil,
            text: "Card",
            evidence: EvidenceLevel.allCases.randomElement(using: &random) ?? .assumed,
            source: ["", " \n", "Survey"].randomElement(using: &random) ?? ""))
      }
      contents.initiatives = Rank.spread(4).map {
        Initiative(
          rank: $0, title: "I",
          status: Initiative.Status.allCases.randomElement(using: &random) ?? .idea,
          touchesCustomers: Bool.random(using: &random))
      }
      let subjects = contents.cards.map(\.reference) + contents.initiatives.map(\.reference)
      let voices =
        contents.notes.map(\.reference) + contents.dialogues.map(\.reference)
        + contents.readings.map(\.reference) + contents.personas.map(\.reference)
      for rank in Rank.spread(6) {
        guard let subject = subjects.randomElement(using: &random),
          let other = voices.randomElement(using: &random)
        else { continue }
        let isForward = Bool.random(using: &random)
        contents.links.append(
          Link(
            rank: rank, role: Link.Role.allCases.randomElement(using: &random) ?? .about,
            from: isForward ? subject : other, to: isForward ? other : subject))
      }
      for rank in Rank.spread(4) {
        guard let card = contents.cards.randomElement(using: &random),
          let initiative = contents.initiatives.randomElement(using: &random)
        else { continue }
        let isForward = Bool.random(using: &random)
        contents.links.append(
          Link(
            rank: rank, role: Link.Role.allCases.randomElement(using: &random) ?? .about,
            from: isForward ? card.reference : initiative.reference,
            to: isForward ? initiative.reference : card.reference))
      }
      let folder = try TemporaryFolder(isInMemory: true)
      let workspace = try Workspace.create(at: folder.file("a.uplift"), contents: contents)
      defer { try? workspace.close() }
      #expect(CustomerVoice(contents) == (try workspace.customerVoice()))
      for mapID in [nil, contents.journeyMaps[0].id] {
        let voice = try workspace.customerVoice(onMap: mapID)
        let (cards, cardCount, initiatives, initiativeCount) = expected(contents, onMap: mapID)
        #expect(Set(voice.opportunities.map(\.id)) == cards)
        #expect(voice.opportunities.count == cards.count)
        #expect(voice.opportunityCount == cardCount)
        #expect(Set(voice.initiatives.map(\.id)) == initiatives)
        #expect(voice.initiativeCount == initiativeCount)
        found += cards.count + initiatives.count
        voiced += cardCount + initiativeCount - cards.count - initiatives.count
      }
    }
    // The draw has both in it.
    #expect(found > 20)
    #expect(voiced > 20)
  }
}
