import Foundation

/// What somebody drags on a board.
public enum BoardDrag: Hashable, Sendable {
  /// Notes and clusters. A cluster brings its notes.
  case entries([EntityReference])
  case columns([UUID])

  /// The records that move by themselves.
  public var references: [EntityReference] {
    switch self {
    case .entries(let references): references
    case .columns(let ids): ids.map { EntityReference(.boardColumn, $0) }
    }
  }
}

/// Where it would land.
public enum BoardDropTarget: Hashable, Sendable {
  /// In a column by themselves, before a note or cluster that is not dragged, or at its end.
  case column(UUID, before: UUID?)
  /// In a cluster, before a note of it that is not dragged, or at its end. For notes only.
  case cluster(UUID, before: UUID?)
  /// On a note that stands by itself: they become a cluster. For notes only.
  case note(UUID)
  case columns(before: UUID?)
}
