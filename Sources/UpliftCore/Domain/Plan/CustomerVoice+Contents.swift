import Foundation

extension CustomerVoice {
  /// Of a whole workspace.
  public init(_ contents: WorkspaceContents) {
    let finder = CustomerVoiceFinder(contents)
    self.init(
      opportunities: finder.opportunities.filter { !finder.hasVoice($0.card) }.map(\.entry),
      opportunityCount: finder.opportunities.count,
      initiatives: finder.initiatives.filter { !finder.hasVoice($0) },
      initiativeCount: finder.initiatives.count)
  }
}

/// Looks for the customers behind opportunities and initiatives.
private struct CustomerVoiceFinder {
  struct Found {
    var card: Card
    var entry: CustomerVoice.Opportunity
  }

  /// Cards of kind opportunity on customers' maps, in the order of maps, steps and cards.
  let opportunities: [Found]
  /// Those that touch customers and are neither done nor dropped, in order.
  let initiatives: [Initiative]
  private let cards: [UUID: Card]
  /// What a customer's voice is linked with.
  private let voiced: Set<EntityReference>
  /// Cards that lead to an initiative, or that it is backed or raised by.
  private let origins: [UUID: [UUID]]

  init(_ contents: WorkspaceContents) {
    opportunities = Self.opportunities(contents)
    initiatives = contents.initiatives.inOrder().filter {
      $0.touchesCustomers && $0.status != .done && $0.status != .dropped
    }
    cards = Dictionary(
      opportunities.map { ($0.card.id, $0.card) }, uniquingKeysWith: { first, _ in first })
    let notes = Self.notesOfCustomers(contents)
    func isVoice(_ reference: EntityReference) -> Bool {
      switch reference.kind {
      case .dialogue, .reading: true
      case .note: notes.contains(reference.id)
      default: false
      }
    }
    var voiced: Set<EntityReference> = []
    var origins: [UUID: [UUID]] = [:]
    for link in contents.links {
      let isBehind = link.role == .backedBy || link.role == .raisedBy
      if isBehind {
        if isVoice(link.to) { voiced.insert(link.from) }
        if isVoice(link.from) { voiced.insert(link.to) }
      }
      if link.role == .leadsTo, link.fromKind == .card, link.toKind == .initiative {
        origins[link.toID, default: []].append(link.fromID)
      }
      if isBehind, link.fromKind == .initiative, link.toKind == .card {
        origins[link.fromID, default: []].append(link.toID)
      }
    }
    self.voiced = voiced
    self.origins = origins
  }

  func hasVoice(_ card: Card) -> Bool {
    (card.evidence != .assumed && !card.source.isBlank) || voiced.contains(card.reference)
  }

  func hasVoice(_ initiative: Initiative) -> Bool {
    voiced.contains(initiative.reference)
      || (origins[initiative.id] ?? []).contains { cards[$0].map(hasVoice) ?? false }
  }

  private static func opportunities(_ contents: WorkspaceContents) -> [Found] {
    let others = Set(contents.personas.filter { $0.role != .customer }.map(\.id))
    let maps = contents.journeyMaps.inOrder().filter { map in
      !(map.personaID.map(others.contains) ?? false)
    }
    let stages = Dictionary(grouping: contents.stages, by: \.mapID)
    let steps = Dictionary(grouping: contents.steps, by: \.stageID)
    let lanes = Dictionary(grouping: contents.lanes, by: \.mapID)
    let kinds = Dictionary(
      contents.lanes.map { ($0.id, $0.laneKind) }, uniquingKeysWith: { first, _ in first })
    let cards = Dictionary(
      grouping: contents.cards.filter { ($0.cardKind ?? kinds[$0.laneID]) == .opportunities },
      by: \.stepID)
    return maps.flatMap { map in
      let places = Dictionary(
        (lanes[map.id] ?? []).inOrder().enumerated().map { ($1.id, $0) },
        uniquingKeysWith: { first, _ in first })
      return (stages[map.id] ?? []).inOrder().flatMap { (steps[$0.id] ?? []).inOrder() }
        .flatMap { step in
          (cards[step.id] ?? []).inOrder().filter { places[$0.laneID] != nil }
            .enumerated().sorted {
              (places[$0.element.laneID] ?? 0, $0.offset)
                < (places[$1.element.laneID] ?? 0, $1.offset)
            }.map { _, card in
              Found(
                card: card,
                entry: CustomerVoice.Opportunity(
                  id: card.id, text: card.text, mapID: map.id, mapTitle: map.title,
                  stepTitle: step.title))
            }
        }
    }
  }

  /// Notes on boards of customer advisory boards and focus groups.
  private static func notesOfCustomers(_ contents: WorkspaceContents) -> Set<UUID> {
    let groups = Set(
      contents.advisoryGroups.filter { $0.groupKind != .employeeAdvisoryGroup }.map(\.id))
    let boards = Set(contents.boards.filter { groups.contains($0.groupID) }.map(\.id))
    let columns = Set(contents.boardColumns.filter { boards.contains($0.boardID) }.map(\.id))
    return Set(contents.notes.filter { columns.contains($0.columnID) }.map(\.id))
  }
}
