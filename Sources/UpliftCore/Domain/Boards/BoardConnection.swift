import Foundation

/// What a note or cluster is connected with elsewhere, as far as a board shows it.
public struct BoardConnection: Hashable, Sendable {
  /// What stands at the other end of a link.
  public enum Thing: Hashable, Sendable {
    case step(title: String)
    /// `own`: the card's kind when it is not that of its lane.
    case card(laneID: UUID, own: Lane.Kind?, lane: Lane.Kind)
    case recommendation(Recommendation)
    case promise(Promise)
    case barrier(Barrier)
  }

  public var link: Link
  /// What is not on the board.
  public var other: EntityReference
  public var thing: Thing

  /// Whether the note became it.
  public var isOutcome: Bool {
    if case .step = thing { return false }
    return link.role == .leadsTo && link.to == other
      || link.role == .raisedBy && link.from == other
  }

  /// The kinds of things that a board shows.
  static let shownKinds: Set<EntityKind> = [.step, .card, .recommendation, .promise, .barrier]
}

extension BoardConnection.Thing {
  /// - Parameter laneKind: of a card's lane; nil: it is not known.
  init?(_ record: any Entity, laneKind: Lane.Kind? = nil) {
    switch record {
    case let step as Step: self = .step(title: step.title)
    case let card as Card:
      guard let laneKind else { return nil }
      self = .card(laneID: card.laneID, own: card.cardKind, lane: laneKind)
    case let recommendation as Recommendation: self = .recommendation(recommendation)
    case let promise as Promise: self = .promise(promise)
    case let barrier as Barrier: self = .barrier(barrier)
    default: return nil
    }
  }

  /// Of a card.
  public var cardKind: Lane.Kind? {
    if case .card(_, let own, let lane) = self { own ?? lane } else { nil }
  }
}
