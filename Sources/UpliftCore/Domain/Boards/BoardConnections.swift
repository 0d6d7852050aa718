import Foundation

/// Links from and to the notes and clusters of a board, with what they lead to.
public struct BoardConnections: Equatable, Sendable {
  private(set) var links: [UUID: Link]
  private(set) var things: [EntityReference: BoardConnection.Thing]
  /// By note or cluster, in order.
  private(set) var ofEntry: [UUID: [Link]] = [:]

  public init(
    _ links: [Link] = [], _ things: [EntityReference: BoardConnection.Thing] = [:]
  ) {
    self.links = Dictionary(links.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.things = things
  }

  /// - Parameter isOnBoard: whether a note or cluster stands on the board.
  mutating func index(_ isOnBoard: (EntityReference) -> Bool) {
    if !links.isEmpty {
      links = links.filter { isOnBoard($0.value.from) || isOnBoard($0.value.to) }
    }
    ofEntry = [:]
    guard !links.isEmpty else {
      things = [:]
      return
    }
    var used: Set<EntityReference> = []
    for link in links.values.inOrder() {
      for (own, other) in [(link.from, link.to), (link.to, link.from)] where isOnBoard(own) {
        ofEntry[own.id, default: []].append(link)
        used.insert(other)
      }
    }
    things = things.filter { used.contains($0.key) }
  }

  /// Takes in what happened to links and to what they lead to. Nil: the change does not say enough.
  ///
  /// - Returns: whether links are others than before.
  mutating func apply(
    _ change: WorkspaceChange, _ isOnBoard: (EntityReference) -> Bool
  ) -> Bool? {
    var touched = false
    for case let link as Link in change.upserts {
      if links[link.id] == link { continue }
      let isOwn = isOnBoard(link.from) || isOnBoard(link.to)
      guard isOwn || links[link.id] != nil else { continue }
      touched = true
      links[link.id] = isOwn ? link : nil
      for other in [link.from, link.to]
      where isOwn && BoardConnection.shownKinds.contains(other.kind) && things[other] == nil {
        let record = change.upserts.first { $0.reference == other }
        guard let record,
          let thing = BoardConnection.Thing(record, laneKind: laneKind(record, change))
        else { return nil }
        things[other] = thing
      }
    }
    guard !links.isEmpty || touched else { return false }
    for record in change.upserts { update(record, change) }
    for reference in change.deletions {
      if reference.kind == .link, links.removeValue(forKey: reference.id) != nil { touched = true }
      if things.removeValue(forKey: reference) != nil {
        links = links.filter { $0.value.from != reference && $0.value.to != reference }
        touched = true
      }
    }
    return touched
  }

  private func laneKind(_ record: any Entity, _ change: WorkspaceChange) -> Lane.Kind? {
    guard let card = record as? Card else { return nil }
    let lane = change.upserts.first { $0.id == card.laneID } as? Lane
    return lane?.laneKind ?? laneKind(card.laneID)
  }

  private func laneKind(_ id: UUID) -> Lane.Kind? {
    for case .card(let laneID, _, let kind) in things.values where laneID == id { return kind }
    return nil
  }

  private mutating func update(_ record: any Entity, _ change: WorkspaceChange) {
    if let lane = record as? Lane {
      for (reference, thing) in things {
        guard case .card(lane.id, let own, let kind) = thing, kind != lane.laneKind else {
          continue
        }
        things[reference] = .card(laneID: lane.id, own: own, lane: lane.laneKind)
      }
      return
    }
    guard things[record.reference] != nil else { return }
    things[record.reference] = BoardConnection.Thing(record, laneKind: laneKind(record, change))
  }

  /// Cards that went to a lane of which nothing is known.
  var isIncomplete: Bool {
    links.values.contains { link in
      [link.from, link.to].contains {
        BoardConnection.shownKinds.contains($0.kind) && things[$0] == nil
      }
    }
  }
}

extension BoardContents {
  public var hasConnections: Bool { !connections.links.isEmpty }

  /// What a note or cluster is connected with, in order. Nothing for a hidden note.
  public func connections(of id: UUID) -> [BoardConnection] {
    guard let links = connections.ofEntry[id], notes[id]?.isPrivate != true else { return [] }
    return links.compactMap { link in
      let other = link.from.id == id ? link.to : link.from
      return connections.things[other].map {
        BoardConnection(link: link, other: other, thing: $0)
      }
    }
  }

  /// The steps that a note or cluster is about.
  public func steps(of id: UUID) -> [BoardConnection] {
    connections(of: id).filter { if case .step = $0.thing { true } else { false } }
      .uniqued()
  }

  /// What it became.
  public func outcomes(of id: UUID) -> [BoardConnection] {
    connections(of: id).filter(\.isOutcome).uniqued()
  }

  /// Every step that something on the board is about, with the title, in the order of the board.
  public var steps: [(reference: EntityReference, title: String)] {
    var seen: Set<EntityReference> = []
    var result: [(reference: EntityReference, title: String)] = []
    guard !connections.links.isEmpty else { return [] }
    for column in columns {
      for entry in entries[column.id] ?? [] {
        for id in [entry.id] + (clusterNotes[entry.id] ?? []) {
          for connection in steps(of: id) where seen.insert(connection.other).inserted {
            if case .step(let title) = connection.thing { result.append((connection.other, title)) }
          }
        }
      }
    }
    return result
  }
}

extension [BoardConnection] {
  /// Each other end once.
  fileprivate func uniqued() -> [BoardConnection] {
    var seen: Set<EntityReference> = []
    return filter { seen.insert($0.other).inserted }
  }
}
