import Foundation

/// A step that opens another map.
extension JourneyContents {
  /// - Parameter mapID: nil: the step opens none. A map does not open itself.
  public func settingNestedMap(of stepID: UUID, to mapID: UUID?) -> Edit? {
    guard mapID != map.id, let step = steps.first(where: { $0.id == stepID }) else { return nil }
    return Edit.changing(step, .setNestedMap) { $0.opensMapID = mapID }
  }

  /// Steps of this map that open another one, in order.
  public func steps(opening mapID: UUID) -> [Step] { steps.filter { $0.opensMapID == mapID } }

  /// A new map that shows a step in detail: of the step's name and the same point of view, with a
  /// stage, a step and the lanes that most maps begin with. Nil when there is no such step.
  ///
  /// - Parameter maps: all of the workspace, in order.
  public func addingNestedMap(to stepID: UUID, among maps: [JourneyMap]) -> Addition<JourneyMap>? {
    guard let step = steps.first(where: { $0.id == stepID }) else { return nil }
    // After its futures, which stand below it by no more than "…future state".
    let inFront = maps.last { $0.id == map.id || $0.basisID == map.id && $0.state == .future }
    let nested = JourneyMap(
      rank: maps.rank(after: inFront?.id ?? map.id), title: step.title, personaID: map.personaID,
      state: map.state, owner: map.owner)
    let stage = Stage(mapID: nested.id, rank: .middle, title: tr("Stage"))
    let first = Step(stageID: stage.id, rank: .middle, title: tr("Step"))
    let kinds: [Lane.Kind] = [
      .actions, .thoughts, .emotion, .touchpoints, .painPoints, .opportunities,
    ]
    let lanes = zip(kinds, Rank.spread(kinds.count)).map { kind, rank in
      Lane(mapID: nested.id, rank: rank, kind: kind)
    }
    var opened = step
    opened.opensMapID = nested.id
    let records: [any Entity] = [nested, stage, first] + lanes
    return Addition(
      edit: Edit(.addJourneyMap, records.map { .insert($0) } + [.update(from: step, to: opened)]),
      record: nested)
  }
}
