import Foundation

/// Stages that become two, or two that become one. Nil: there is nothing to split or to merge.
extension JourneyContents {
  /// A new stage begins with a step, and takes what follows in the step's stage.
  public func splittingStage(before stepID: UUID, title: String) -> Addition<Stage>? {
    guard let step = steps.first(where: { $0.id == stepID }) else { return nil }
    let siblings = steps(of: step.stageID)
    guard let index = siblings.firstIndex(where: { $0.id == stepID }), index > 0 else {
      return nil
    }
    let stage = Stage(mapID: map.id, rank: stages.rank(after: step.stageID), title: title)
    let changes = siblings[index...].map { step in
      var new = step
      new.stageID = stage.id
      return Change.update(from: step, to: new)
    }
    return Addition(edit: Edit(.splitStage, [.insert(stage)] + changes), record: stage)
  }

  /// The stage after this one; nil for the last.
  public func stage(after stageID: UUID) -> Stage? {
    guard let index = stages.firstIndex(where: { $0.id == stageID }) else { return nil }
    return stages.indices.contains(index + 1) ? stages[index + 1] : nil
  }

  /// The stage takes in the next one: its steps, its title, its colour if it has none, and what is
  /// connected with it.
  ///
  /// - Parameter links: of the next stage, from and to it.
  public func mergingStage(_ stageID: UUID, links: [Link] = []) -> Edit? {
    guard let stage = stages.first(where: { $0.id == stageID }),
      let next = self.stage(after: stageID)
    else { return nil }
    var merged = stage
    merged.title = Self.joined(stage.title, next.title)
    if merged.colour == nil { merged.colour = next.colour }
    var changes: [Change] = merged == stage ? [] : [.update(from: stage, to: merged)]
    var last = steps(of: stageID).last?.rank
    for step in steps(of: next.id) {
      var new = step
      new.stageID = stageID
      if let last, new.rank <= last { new.rank = .between(last, nil) }
      last = new.rank
      changes.append(.update(from: step, to: new))
    }
    for link in links {
      let from = link.from == next.reference ? stage.reference : link.from
      let to = link.to == next.reference ? stage.reference : link.to
      // What led from one to the other would lead nowhere.
      guard from != to else { continue }
      let new = Link(id: link.id, rank: link.rank, role: link.role, from: from, to: to)
      if new != link { changes.append(.update(from: link, to: new)) }
    }
    changes.append(.delete(next.reference))
    return Edit(.mergeStages, changes)
  }

  private static func joined(_ first: String, _ second: String) -> String {
    let parts = [first, second].filter { !$0.allSatisfy(\.isWhitespace) }
    return parts.count == 2 && parts[0] == parts[1] ? first : parts.joined(separator: " / ")
  }
}
