import Foundation

extension JourneyContents {
  /// A clip put into this map, under ids of its own.
  ///
  /// A block keeps its shape: its first cell comes to the lane and step of the place, rows go down
  /// the lanes that are shown, columns along the steps; where the map ends, lanes and steps like
  /// those of the clip are added. Emotions and departments stay with the steps that they come to;
  /// cards that land on a lane of these must say such values. From another map, cards of several
  /// lanes come into the lanes of their kinds instead, wherever these are. Steps come behind the step of the place, or last in its stage;
  /// stages behind its stage; their cards into the lanes of the same kind and title, or at least
  /// kind, and into new ones where there is none. Lanes come below the lane of the place, their
  /// cards at the same steps, or in another map at those in the same position. Departments and
  /// personas are known by id or name and added when they are new.
  ///
  /// - Returns: nil when there is nowhere to paste to: a block needs a step and a lane.
  public func pasting(
    _ clip: MapClip, at place: PastePlace
  ) throws(BlockRefusal) -> Pasting? {
    var placing = ClipPlacing(clip, into: self)
    switch clip.shape {
    // Where there is nothing yet, the clip brings what it stands on.
    case .cells where steps.isEmpty: placing.placeStages(at: place)
    case .cells: guard try placing.placeBlock(at: place) else { return nil }
    case .steps where stages.isEmpty: placing.placeStages(at: place)
    case .steps: placing.placeSteps(at: place)
    case .stages: placing.placeStages(at: place)
    case .lanes: placing.placeLanes(at: place)
    }
    guard var pasting = placing.pasting else { return nil }
    pasting.edit = keepingCovers(pasting.edit)
    return pasting
  }
}
