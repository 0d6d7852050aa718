import Foundation
import UpliftCore

/// Edits of what stands in the sidebar. Nil: there is nothing to change.
extension WorkspaceOutline {
  func deleting(_ place: Place) -> Edit? {
    record(place).map { Edit(.delete, [.delete($0)]) }
  }

  func moving(_ place: Place, _ direction: Direction) -> Edit? {
    switch place {
    case .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers,
      .planDocument, .practice, .comparison, .past:
      nil
    case .journey(let id): swapping(journeyMaps, id, direction)
    case .group(let id): swapping(groups, id, direction)
    case .board(let id):
      boards.first { $0.id == id }
        .flatMap { board in swapping(boards(of: board.groupID), id, direction) }
    }
  }

  /// The record that a place shows; nil for those that show many.
  func record(_ place: Place) -> EntityReference? {
    switch place {
    case .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers,
      .planDocument, .practice, .comparison, .past:
      nil
    case .journey(let id): EntityReference(.journeyMap, id)
    case .group(let id): EntityReference(.advisoryGroup, id)
    case .board(let id): EntityReference(.board, id)
    }
  }

  /// Whether there is still something to show.
  func contains(_ place: Place) -> Bool {
    switch place {
    case .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers,
      .planDocument, .practice:
      true
    case .journey(let id): journeyMaps.contains { $0.id == id }
    case .group(let id): groups.contains { $0.id == id }
    case .board(let id): boards.contains { $0.id == id }
    case .past: true
    case .comparison(let old, let new):
      [old, new].allSatisfy { version in
        version.sequence != nil || journeyMaps.contains { $0.id == version.mapID }
      }
    }
  }

  /// A map with a stage, a step and the lanes that most maps begin with.
  func addingJourney() -> Addition<JourneyMap> {
    let map = JourneyMap(
      rank: .between(journeyMaps.last?.rank, nil), title: tr("New journey map"),
      // Whose journey it is, is clear where there is nobody else.
      personaID: personas.count == 1 ? personas[0].id : nil)
    let stage = Stage(mapID: map.id, rank: .middle, title: tr("Stage"))
    let step = Step(stageID: stage.id, rank: .middle, title: tr("Step"))
    let kinds: [Lane.Kind] = [
      .actions, .thoughts, .emotion, .touchpoints, .painPoints, .opportunities,
    ]
    let lanes = zip(kinds, Rank.spread(kinds.count)).map { kind, rank in
      Lane(mapID: map.id, rank: rank, kind: kind)
    }
    let records: [any Entity] = [map, stage, step] + lanes
    return Addition(edit: Edit(.addJourneyMap, records.map { .insert($0) }), record: map)
  }

  func addingGroup(_ kind: AdvisoryGroup.Kind, title: String) -> Addition<AdvisoryGroup> {
    let group = AdvisoryGroup(rank: .between(groups.last?.rank, nil), kind: kind, title: title)
    return Addition(edit: Edit(.addGroup, [.insert(group)]), record: group)
  }

  /// A board with the columns of a first conversation, or of another template, in the group.
  func addingBoard(to groupID: UUID, _ template: BoardTemplate = .causes) -> Addition<Board> {
    let board = Board(
      groupID: groupID, rank: .between(boards(of: groupID).last?.rank, nil),
      title: tr("New board"))
    let records: [any Entity] = [board] + template.columns(of: board.id)
    return Addition(edit: Edit(.addBoard, records.map { .insert($0) }), record: board)
  }

  private func swapping<Record: Ranked>(
    _ list: [Record], _ id: UUID, _ direction: Direction
  ) -> Edit? {
    guard let index = list.firstIndex(where: { $0.id == id }) else { return nil }
    let target = index + (direction == .down ? 1 : -1)
    guard list.indices.contains(target) else { return nil }
    var moved = list[index]
    if direction == .down {
      moved.rank = .between(
        list[target].rank, target + 1 < list.count ? list[target + 1].rank : nil)
    } else {
      moved.rank = .between(target > 0 ? list[target - 1].rank : nil, list[target].rank)
    }
    return Edit(.move, [.update(from: list[index], to: moved)])
  }
}
