import Foundation

extension WorkspaceContents {
  /// The same records in the one order in which they are written: by parent, rank and id.
  func inFileOrder() -> WorkspaceContents {
    var result = self
    result.departments = departments.inOrder()
    result.channels = channels.inOrder()
    result.tags = tags.inOrder()
    result.pictures = pictures.inFileOrder { _ in (nil, nil, nil) }
    result.personas = personas.inOrder()
    result.savedFilters = savedFilters.inOrder()
    result.metrics = metrics.inOrder()
    result.dialogues = dialogues.inOrder()
    result.journeyMaps = journeyMaps.inOrder()
    let maps = positions(result.journeyMaps)
    result.stages = stages.inFileOrder { (maps[$0.mapID], nil, $0.rank) }
    let stageOrder = positions(result.stages)
    result.steps = steps.inFileOrder { (stageOrder[$0.stageID], nil, $0.rank) }
    let stepOrder = positions(result.steps)
    result.lanes = lanes.inFileOrder { (maps[$0.mapID], nil, $0.rank) }
    let laneOrder = positions(result.lanes)
    result.blueprintLines = blueprintLines.inFileOrder { (maps[$0.mapID], nil, $0.rank) }
    result.cards = cards.inFileOrder { (laneOrder[$0.laneID], stepOrder[$0.stepID], $0.rank) }
    let cardOrder = positions(result.cards)
    let departmentOrder = positions(result.departments)
    result.cardDepartments = cardDepartments.inFileOrder {
      (cardOrder[$0.cardID], departmentOrder[$0.departmentID], nil)
    }
    let channelOrder = positions(result.channels)
    result.cardChannels = cardChannels.inFileOrder {
      (cardOrder[$0.cardID], channelOrder[$0.channelID], nil)
    }
    let tagOrder = positions(result.tags)
    result.cardTags = cardTags.inFileOrder { (cardOrder[$0.cardID], tagOrder[$0.tagID], nil) }
    result.stepDepartments = stepDepartments.inFileOrder {
      (stepOrder[$0.stepID], departmentOrder[$0.departmentID], nil)
    }
    let metricOrder = positions(result.metrics)
    result.readings = readings.byDay().inFileOrder { (metricOrder[$0.metricID], nil, nil) }
    result.emotions = emotions.inFileOrder { (stepOrder[$0.stepID], nil, $0.rank) }
    result.orderGroups()
    result.links = links.inOrder()
    return result
  }

  private mutating func orderGroups() {
    advisoryGroups = advisoryGroups.inOrder()
    let groups = positions(advisoryGroups)
    members = members.inFileOrder { (groups[$0.groupID], nil, $0.rank) }
    let memberOrder = positions(members)
    meetings = meetings.inFileOrder { (groups[$0.groupID], nil, $0.rank) }
    let meetingOrder = positions(meetings)
    agendaItems = agendaItems.inFileOrder { (meetingOrder[$0.meetingID], nil, $0.rank) }
    attendances = attendances.inFileOrder {
      (meetingOrder[$0.meetingID], memberOrder[$0.memberID], nil)
    }
    boards = boards.inFileOrder { (groups[$0.groupID], nil, $0.rank) }
    let boardOrder = positions(boards)
    boardColumns = boardColumns.inFileOrder { (boardOrder[$0.boardID], nil, $0.rank) }
    let columnOrder = positions(boardColumns)
    clusters = clusters.inFileOrder { (columnOrder[$0.columnID], nil, $0.rank) }
    let clusterOrder = positions(clusters)
    notes = notes.inFileOrder {
      (columnOrder[$0.columnID], $0.clusterID.map { (clusterOrder[$0] ?? 0) + 1 } ?? 0, $0.rank)
    }
    let noteOrder = positions(notes)
    votes = votes.inFileOrder { vote in
      let target =
        vote.noteID.map { noteOrder[$0] ?? 0 }
        ?? vote.clusterID.map { notes.count + (clusterOrder[$0] ?? 0) }
      return (target, vote.memberID.map { (memberOrder[$0] ?? 0) + 1 } ?? 0, nil)
    }
  }

  private func positions(_ records: [some Entity]) -> [UUID: Int] {
    Dictionary(
      records.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Array where Element: Entity {
  /// By one parent's place, then another's, then rank, then id.
  fileprivate func inFileOrder(
    _ key: (Element) -> (Int?, Int?, Rank?)
  ) -> [Element] {
    map { (key: key($0), record: $0) }.sorted { left, right in
      if left.key.0 != right.key.0 { return left.key.0 ?? .max < right.key.0 ?? .max }
      if left.key.1 != right.key.1 { return left.key.1 ?? .max < right.key.1 ?? .max }
      if let first = left.key.2, let second = right.key.2, first != second { return first < second }
      return left.record.id.uuidString < right.record.id.uuidString
    }.map(\.record)
  }
}
