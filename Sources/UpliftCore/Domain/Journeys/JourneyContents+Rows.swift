import Foundation

extension JourneyContents {
  /// Lanes and lines as they stand below each other; of equal ranks, the line first.
  public var rows: [EntityReference] { rowEntries.map(\.reference) }

  /// Lanes that cards can be put into, as they are seen below each other: not those that are
  /// hidden or collapsed.
  public var cardLanes: [Lane] {
    shownLanes.filter { $0.laneKind.holdsCards && !$0.isCollapsed }
  }

  /// Lanes that can be there twice: a step has its emotions and departments once.
  public var copyableLanes: [Lane] { lanes.filter(\.laneKind.holdsCards) }

  struct Row {
    var reference: EntityReference
    var rank: Rank
  }

  var rowEntries: [Row] {
    let all =
      lines.map { Row(reference: $0.reference, rank: $0.rank) }
      + lanes.map { Row(reference: $0.reference, rank: $0.rank) }
    return all.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
  }

  /// The map as an edit of it would leave it.
  public func after(_ edit: Edit) -> JourneyContents {
    var contents = self
    // What follows from future maps is nothing that an edit needs.
    contents.futureMaps = []
    var change = WorkspaceChange(of: edit)
    change.updatedIDs = []
    _ = contents.apply(change)
    contents.futureMaps = futureMaps
    return contents
  }
}
