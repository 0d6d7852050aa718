import Foundation
import UpliftCore

/// What a screen reader says of a map's headers and points, each with its place.
extension JourneyComposer {
  /// "Send back, stage 2 of 3".
  func label(of stage: Stage, at index: Int) -> ItemLabel {
    let title = stage.title
    let count = contents.stages.count
    return .words {
      tr(
        "{title}, stage {position} of {count}",
        [
          "title": title.isEmpty ? tr("Without a title") : title, "position": index + 1,
          "count": count,
        ])
    }
  }

  /// "Prepares the parcel, step 3 of 8, moment of truth".
  ///
  /// - Parameter position: among all steps, from 1.
  func label(of step: Step, at position: Int) -> ItemLabel {
    let count = contents.steps.count
    let map = step.opensMapID.map { contents.extras.mapTitles[$0] }
    return .words {
      var name = tr(
        "{title}, step {position} of {count}",
        [
          "title": step.title.isEmpty ? tr("Without a title") : step.title,
          "position": position, "count": count,
        ])
      if step.isMomentOfTruth { name = tr("{step}, moment of truth", ["step": name]) }
      guard let map else { return name }
      return tr(
        "{step}, opens the map “{map}”", ["step": name, "map": map ?? tr("Untitled map")])
    }
  }

  /// "Emotion, −2 … +2, from very bad to delighted, curves: Today and Future, lane 3 of 10".
  func spokenTitle(of lane: Lane) -> String {
    var parts = [JourneyWords.title(of: lane), headerSubtitle(of: lane)].filter { !$0.isEmpty }
    if lane.isCollapsed {
      parts.insert(tr("collapsed"), at: 1)
    } else if lane.laneKind == .emotion {
      parts += spokenScale(of: lane)
    }
    if lane.isPinned { parts.append(tr("pinned")) }
    let lanes = contents.shownLanes
    if let index = lanes.firstIndex(where: { $0.id == lane.id }) {
      parts.append(
        tr("lane {position} of {count}", ["position": index + 1, "count": lanes.count]))
    }
    return parts.joined(separator: ", ")
  }

  private func spokenScale(of lane: Lane) -> [String] {
    var parts: [String] = []
    if !lane.subtitle.isEmpty || lane.emotionScale == .faces {
      let ends = [Emotion.scale.lowerBound, Emotion.scale.upperBound].map {
        lane.emotionScale == .numbers ? JourneyWords.emotion($0) : JourneyWords.emotionWord($0)
      }
      parts.append(tr("from {worst} to {best}", ["worst": ends[0], "best": ends[1]]))
    }
    let curves = emotionLegend(of: lane).map(\.name)
    if !curves.isEmpty { parts.append(tr("curves: {names}", ["names": listed(curves)])) }
    return parts
  }

  /// "Line of visibility, below Pain points".
  func spokenTitle(of line: BlueprintLine) -> String {
    let name = JourneyWords.name(of: line.line)
    let above = contents.shownLanes.last { $0.rank < line.rank }
    guard let above else { return name }
    return tr("{line}, below {lane}", ["line": name, "lane": JourneyWords.title(of: above)])
  }

  /// What the future's curve says at a step; nil when there is none.
  func spokenFuture(at stepID: UUID) -> String? {
    guard let value = contents.futureEmotions[stepID], value.isFinite else { return nil }
    return tr(
      "{curve}: {value}",
      ["curve": futureName, "value": JourneyWords.spokenEmotion(value)])
  }

  /// What a cell of an emotion lane says, whose points say all but what is to come.
  ///
  /// - Parameter shown: whose curves the lane shows.
  func emotionCell(_ cell: PlacedLane.PlacedCell, _ shown: Set<UUID?>) -> ItemLabel {
    let stepID = cell.cell.stepID
    guard contents.emotions[stepID]?.contains(where: { shown.contains($0.personaID) }) != true
    else { return .none }
    return spokenFuture(at: stepID).map { .cellText(cell.place, $0) } ?? .cell(cell.place, count: 0)
  }
}
