import Foundation

extension WorkspaceContents {
  /// Without these records; what refers to them keeps doing so.
  func removing(_ gone: Set<EntityReference>) -> WorkspaceContents {
    guard !gone.isEmpty else { return self }
    var result = self
    result.departments.removeAll { gone.contains($0.reference) }
    result.channels.removeAll { gone.contains($0.reference) }
    result.tags.removeAll { gone.contains($0.reference) }
    result.metrics.removeAll { gone.contains($0.reference) }
    result.savedFilters.removeAll { gone.contains($0.reference) }
    result.personas.removeAll { gone.contains($0.reference) }
    result.advisoryGroups.removeAll { gone.contains($0.reference) }
    result.members.removeAll { gone.contains($0.reference) }
    return result
  }

  /// With other ids for these records, wherever they are named.
  func renamingIDs(_ ids: [EntityReference: UUID]) -> WorkspaceContents {
    guard !ids.isEmpty else { return self }
    var result = self
    func new(_ kind: EntityKind, _ id: UUID) -> UUID { ids[EntityReference(kind, id)] ?? id }
    func new(_ kind: EntityKind, _ id: UUID?) -> UUID? { id.map { new(kind, $0) } }
    result.departments.change { $0.id = new(.department, $0.id) }
    result.personas.change {
      $0.id = new(.persona, $0.id)
      $0.pictureID = new(.picture, $0.pictureID)
    }
    result.journeyMaps.change {
      $0.id = new(.journeyMap, $0.id)
      $0.personaID = new(.persona, $0.personaID)
      $0.basisID = new(.journeyMap, $0.basisID)
    }
    result.stages.change {
      $0.id = new(.stage, $0.id)
      $0.mapID = new(.journeyMap, $0.mapID)
      $0.basisID = new(.stage, $0.basisID)
    }
    result.steps.change {
      $0.id = new(.step, $0.id)
      $0.stageID = new(.stage, $0.stageID)
      $0.basisID = new(.step, $0.basisID)
      $0.opensMapID = new(.journeyMap, $0.opensMapID)
    }
    result.lanes.change {
      $0.id = new(.lane, $0.id)
      $0.mapID = new(.journeyMap, $0.mapID)
      $0.basisID = new(.lane, $0.basisID)
    }
    result.blueprintLines.change {
      $0.id = new(.blueprintLine, $0.id)
      $0.mapID = new(.journeyMap, $0.mapID)
    }
    result.cards.change {
      $0.id = new(.card, $0.id)
      $0.laneID = new(.lane, $0.laneID)
      $0.stepID = new(.step, $0.stepID)
      $0.basisID = new(.card, $0.basisID)
      $0.pictureID = new(.picture, $0.pictureID)
      $0.metricID = new(.metric, $0.metricID)
    }
    result.renameEvidenceIDs(ids)
    result.cardDepartments.change {
      $0.id = new(.cardDepartment, $0.id)
      $0.cardID = new(.card, $0.cardID)
      $0.departmentID = new(.department, $0.departmentID)
    }
    result.emotions.change {
      $0.id = new(.emotion, $0.id)
      $0.stepID = new(.step, $0.stepID)
      $0.personaID = new(.persona, $0.personaID)
    }
    result.renameGroupIDs(ids)
    result.links.change {
      $0.id = new(.link, $0.id)
      $0.fromID = new($0.fromKind, $0.fromID)
      $0.toID = new($0.toKind, $0.toID)
    }
    return result
  }

  private mutating func renameEvidenceIDs(_ ids: [EntityReference: UUID]) {
    func new(_ kind: EntityKind, _ id: UUID) -> UUID { ids[EntityReference(kind, id)] ?? id }
    func new(_ kind: EntityKind, _ id: UUID?) -> UUID? { id.map { new(kind, $0) } }
    channels.change { $0.id = new(.channel, $0.id) }
    tags.change { $0.id = new(.tag, $0.id) }
    pictures.change { $0.id = new(.picture, $0.id) }
    savedFilters.change { $0.id = new(.savedFilter, $0.id) }
    metrics.change { $0.id = new(.metric, $0.id) }
    readings.change {
      $0.id = new(.reading, $0.id)
      $0.metricID = new(.metric, $0.metricID)
      $0.stepID = new(.step, $0.stepID)
    }
    dialogues.change { $0.id = new(.dialogue, $0.id) }
    cardChannels.change {
      $0.id = new(.cardChannel, $0.id)
      $0.cardID = new(.card, $0.cardID)
      $0.channelID = new(.channel, $0.channelID)
    }
    cardTags.change {
      $0.id = new(.cardTag, $0.id)
      $0.cardID = new(.card, $0.cardID)
      $0.tagID = new(.tag, $0.tagID)
    }
    stepDepartments.change {
      $0.id = new(.stepDepartment, $0.id)
      $0.stepID = new(.step, $0.stepID)
      $0.departmentID = new(.department, $0.departmentID)
    }
  }

  private mutating func renameGroupIDs(_ ids: [EntityReference: UUID]) {
    func new(_ kind: EntityKind, _ id: UUID) -> UUID { ids[EntityReference(kind, id)] ?? id }
    func new(_ kind: EntityKind, _ id: UUID?) -> UUID? { id.map { new(kind, $0) } }
    advisoryGroups.change { $0.id = new(.advisoryGroup, $0.id) }
    members.change {
      $0.id = new(.member, $0.id)
      $0.groupID = new(.advisoryGroup, $0.groupID)
    }
    meetings.change {
      $0.id = new(.meeting, $0.id)
      $0.groupID = new(.advisoryGroup, $0.groupID)
    }
    agendaItems.change {
      $0.id = new(.agendaItem, $0.id)
      $0.meetingID = new(.meeting, $0.meetingID)
    }
    attendances.change {
      $0.id = new(.attendance, $0.id)
      $0.meetingID = new(.meeting, $0.meetingID)
      $0.memberID = new(.member, $0.memberID)
    }
    boards.change {
      $0.id = new(.board, $0.id)
      $0.groupID = new(.advisoryGroup, $0.groupID)
      $0.meetingID = new(.meeting, $0.meetingID)
    }
    boardColumns.change {
      $0.id = new(.boardColumn, $0.id)
      $0.boardID = new(.board, $0.boardID)
    }
    clusters.change {
      $0.id = new(.cluster, $0.id)
      $0.columnID = new(.boardColumn, $0.columnID)
    }
    notes.change {
      $0.id = new(.note, $0.id)
      $0.columnID = new(.boardColumn, $0.columnID)
      $0.clusterID = new(.cluster, $0.clusterID)
      $0.authorID = new(.member, $0.authorID)
    }
    votes.change {
      $0.id = new(.vote, $0.id)
      $0.noteID = new(.note, $0.noteID)
      $0.clusterID = new(.cluster, $0.clusterID)
      $0.memberID = new(.member, $0.memberID)
    }
  }

  /// With the records of `other` behind its own.
  func adding(_ other: WorkspaceContents) -> WorkspaceContents {
    var result = self
    result.departments += other.departments
    result.channels += other.channels
    result.tags += other.tags
    result.pictures += other.pictures
    result.personas += other.personas
    result.journeyMaps += other.journeyMaps
    result.savedFilters += other.savedFilters
    result.stages += other.stages
    result.steps += other.steps
    result.lanes += other.lanes
    result.blueprintLines += other.blueprintLines
    result.metrics += other.metrics
    result.readings += other.readings
    result.dialogues += other.dialogues
    result.cards += other.cards
    result.cardDepartments += other.cardDepartments
    result.cardChannels += other.cardChannels
    result.cardTags += other.cardTags
    result.stepDepartments += other.stepDepartments
    result.emotions += other.emotions
    result.advisoryGroups += other.advisoryGroups
    result.members += other.members
    result.meetings += other.meetings
    result.agendaItems += other.agendaItems
    result.attendances += other.attendances
    result.boards += other.boards
    result.boardColumns += other.boardColumns
    result.clusters += other.clusters
    result.notes += other.notes
    result.votes += other.votes
    result.links += other.links
    return result
  }
}

extension Array {
  fileprivate mutating func change(_ change: (inout Element) -> Void) {
    for index in indices { change(&self[index]) }
  }
}
