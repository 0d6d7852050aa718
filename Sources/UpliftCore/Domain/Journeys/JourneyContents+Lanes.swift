import Foundation

/// How lanes and columns are shown. It is kept in the file, and exported as it is seen.
extension JourneyContents {
  /// As a picture has them, from top to bottom, without the hidden ones.
  public var shownLanes: [Lane] { lanes.filter { !$0.isHidden } }

  public var hiddenLanes: [Lane] { lanes.filter(\.isHidden) }

  /// Changes how a lane is shown; nil when that changes nothing.
  public func changingDisplay(of laneID: UUID, _ change: (inout Lane) -> Void) -> Edit? {
    lanes.first { $0.id == laneID }.flatMap { Edit.changing($0, .setLaneDisplay, change) }
  }

  /// The same for several lanes; nil when that changes none of them.
  public func changingDisplay(of laneIDs: [UUID], _ change: (inout Lane) -> Void) -> Edit? {
    let changes = laneIDs.flatMap { changingDisplay(of: $0, change)?.changes ?? [] }
    return changes.isEmpty ? nil : Edit(.setLaneDisplay, changes)
  }

  /// Moves a lane past its neighbour, also a hidden one; nil when there is none that way.
  public func movingInList(_ laneID: UUID, _ direction: Direction) -> Edit? {
    guard let index = lanes.firstIndex(where: { $0.id == laneID }) else { return nil }
    let ranks = rowRanks.filter { $0 != lanes[index].rank }
    let rank: Rank
    switch direction {
    case .up where index > 0:
      let neighbour = lanes[index - 1].rank
      rank = .between(ranks.last { $0 < neighbour }, neighbour)
    case .down where index < lanes.count - 1:
      let neighbour = lanes[index + 1].rank
      rank = .between(neighbour, ranks.first { $0 > neighbour })
    default: return nil
    }
    return Edit.changing(lanes[index], .move) { $0.rank = rank }
  }

  /// - Parameter height: points, brought to the nearest that is allowed; nil: as its cards need.
  public func settingHeight(of laneID: UUID, to height: Double?) -> Edit? {
    let bounds = Lane.heights
    let allowed = height.map { min(max($0.rounded(), bounds.lowerBound), bounds.upperBound) }
    return changingDisplay(of: laneID) { $0.height = allowed }
  }

  /// No lane is hidden any more; nil when none was.
  public func showingAllLanes() -> Edit? {
    let changes = hiddenLanes.map { lane -> Change in
      var shown = lane
      shown.isHidden = false
      return .update(from: lane, to: shown)
    }
    return changes.isEmpty ? nil : Edit(.setLaneDisplay, changes)
  }

  /// The lane is neither hidden nor collapsed; nil when it was neither.
  public func opening(laneID: UUID) -> Edit? {
    changingDisplay(of: laneID) {
      $0.isHidden = false
      $0.isCollapsed = false
    }
  }

  /// - Parameter width: points of every column, brought to the nearest that is allowed; nil: as
  ///   wide as the steps need.
  public func settingColumnWidth(to width: Double?) -> Edit? {
    let bounds = JourneyMap.columnWidths
    let allowed = width.map { min(max($0.rounded(), bounds.lowerBound), bounds.upperBound) }
    return Edit.changing(map, .setColumnWidth) { $0.columnWidth = allowed }
  }

  /// How many cards stand in a lane.
  public func cardCount(of laneID: UUID) -> Int {
    steps.reduce(0) { $0 + (cells[Cell(laneID: laneID, stepID: $1.id)]?.count ?? 0) }
  }

  /// What a collapsed lane says instead of what stands in it: "3 cards".
  public func summary(of lane: Lane) -> String {
    switch lane.laneKind {
    case .emotion:
      let count = steps.count { emotions[$0.id] != nil }
      return ntr("{count} step with an emotion", "{count} steps with an emotion", count)
    case .departments:
      let count = steps.count { !extras.stepDepartments.targets(of: $0.id).isEmpty }
      return ntr("{count} step with a department", "{count} steps with a department", count)
    default:
      return ntr("{count} card", "{count} cards", cardCount(of: lane.id))
    }
  }
}
