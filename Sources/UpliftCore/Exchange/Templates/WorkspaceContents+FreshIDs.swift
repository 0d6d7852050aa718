import Foundation

extension WorkspaceContents {
  /// The same contents under new ids, with all references following, so that two workspaces that
  /// began with one template can be merged later.
  public func withFreshIDs() -> WorkspaceContents {
    var renaming: [UUID: UUID] = [:]
    for record in records { renaming[record.id] = UUID() }
    func rename(_ id: inout UUID) { id = renaming[id] ?? id }
    func rename(_ id: inout UUID?) { id = id.map { renaming[$0] ?? $0 } }
    func each<Record>(_ list: inout [Record], _ change: (inout Record) -> Void) {
      for index in list.indices { change(&list[index]) }
    }

    var fresh = self
    rename(&fresh.workspace.id)
    each(&fresh.departments) { rename(&$0.id) }
    each(&fresh.personas) { rename(&$0.id) }
    each(&fresh.journeyMaps) { map in
      rename(&map.id)
      rename(&map.personaID)
      rename(&map.basisID)
    }
    each(&fresh.stages) { stage in
      rename(&stage.id)
      rename(&stage.mapID)
    }
    each(&fresh.steps) { step in
      rename(&step.id)
      rename(&step.stageID)
    }
    each(&fresh.lanes) { lane in
      rename(&lane.id)
      rename(&lane.mapID)
    }
    each(&fresh.blueprintLines) { line in
      rename(&line.id)
      rename(&line.mapID)
    }
    each(&fresh.cards) { card in
      rename(&card.id)
      rename(&card.laneID)
      rename(&card.stepID)
    }
    each(&fresh.cardDepartments) { entry in
      rename(&entry.id)
      rename(&entry.cardID)
      rename(&entry.departmentID)
    }
    each(&fresh.emotions) { emotion in
      rename(&emotion.id)
      rename(&emotion.stepID)
      rename(&emotion.personaID)
    }
    each(&fresh.advisoryGroups) { rename(&$0.id) }
    each(&fresh.members) { member in
      rename(&member.id)
      rename(&member.groupID)
    }
    each(&fresh.meetings) { meeting in
      rename(&meeting.id)
      rename(&meeting.groupID)
    }
    each(&fresh.agendaItems) { item in
      rename(&item.id)
      rename(&item.meetingID)
    }
    each(&fresh.attendances) { attendance in
      rename(&attendance.id)
      rename(&attendance.meetingID)
      rename(&attendance.memberID)
    }
    each(&fresh.boards) { board in
      rename(&board.id)
      rename(&board.groupID)
      rename(&board.meetingID)
    }
    each(&fresh.boardColumns) { column in
      rename(&column.id)
      rename(&column.boardID)
    }
    each(&fresh.clusters) { cluster in
      rename(&cluster.id)
      rename(&cluster.columnID)
    }
    each(&fresh.notes) { note in
      rename(&note.id)
      rename(&note.columnID)
      rename(&note.clusterID)
      rename(&note.authorID)
    }
    each(&fresh.votes) { vote in
      rename(&vote.id)
      rename(&vote.noteID)
      rename(&vote.clusterID)
      rename(&vote.memberID)
    }
    each(&fresh.links) { link in
      rename(&link.id)
      rename(&link.fromID)
      rename(&link.toID)
    }
    return fresh
  }
}
