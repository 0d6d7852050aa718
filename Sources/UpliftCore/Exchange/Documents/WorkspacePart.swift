import Foundation

/// What is exported.
public enum WorkspacePart: Hashable, Sendable {
  case whole
  case journey(UUID)
  case board(UUID)
  case group(UUID)
  case persona(UUID)
  /// What a group is for, who is in it and how it is balanced, on a page.
  case charter(UUID)
  /// What happened at a meeting, and what is still owed to the group.
  case minutes(UUID)
  /// The plan with these sections; nil: as it was put together in the workspace.
  case plan(PlanDocument.Setup?)
  /// What a department's work does for customers, on a page.
  case department(UUID)
  /// The Customer Champions, each on a postcard.
  case champions
  /// What a practice works out, as a picture and as the table of what it shows.
  case figure(PlanFigure)
  /// What needs somebody, and the state of every practice, on a page.
  case overview
}

extension WorkspaceContents {
  /// One part with what it needs: of personas and departments those that it names; of a board's
  /// group the members who wrote or voted on it. Nil when there is no such record.
  public func part(_ part: WorkspacePart) -> WorkspaceContents? {
    switch part {
    case .whole: self
    case .journey(let id): journeyPart(id)
    case .board(let id): boardPart(id)
    case .group(let id): groupPart(id)
    case .persona(let id): personaPart(id)
    case .charter, .minutes, .plan, .department, .champions, .figure, .overview: nil
    }
  }

  private func personaPart(_ id: UUID) -> WorkspaceContents? {
    guard let persona = personas.first(where: { $0.id == id }) else { return nil }
    var result = WorkspaceContents(workspace: workspace)
    result.personas = [persona]
    result.takePictures(of: self)
    return result.standingAlone(from: self)
  }

  private func journeyPart(_ id: UUID) -> WorkspaceContents? {
    guard var map = journeyMaps.first(where: { $0.id == id }) else { return nil }
    var result = WorkspaceContents(workspace: workspace)
    // The map that it came from is not part of it.
    map.basisID = nil
    result.journeyMaps = [map]
    result.stages = stages.filter { $0.mapID == id }.map {
      var stage = $0
      stage.basisID = nil
      return stage
    }
    let stageIDs = Set(result.stages.map(\.id))
    result.steps = steps.filter { stageIDs.contains($0.stageID) }.map {
      var step = $0
      step.basisID = nil
      if step.opensMapID != id { step.opensMapID = nil }
      return step
    }
    let stepIDs = Set(result.steps.map(\.id))
    result.lanes = lanes.filter { $0.mapID == id }.map {
      var lane = $0
      lane.basisID = nil
      return lane
    }
    let laneIDs = Set(result.lanes.map(\.id))
    result.blueprintLines = blueprintLines.filter { $0.mapID == id }
    result.cards = cards.filter { laneIDs.contains($0.laneID) }.map {
      var card = $0
      card.basisID = nil
      return card
    }
    result.takeReferences(of: self)
    result.stepDepartments = stepDepartments.filter { stepIDs.contains($0.stepID) }
    let departmentIDs = Set(
      result.cardDepartments.map(\.departmentID) + result.stepDepartments.map(\.departmentID))
    result.departments = departments.filter { departmentIDs.contains($0.id) }
    result.emotions = emotions.filter { stepIDs.contains($0.stepID) }
    result.lanePersonas = lanePersonas.filter { laneIDs.contains($0.laneID) }
    let personaIDs = Set(
      result.emotions.compactMap(\.personaID) + result.lanePersonas.compactMap(\.personaID)
        + [map.personaID].compactMap(\.self))
    result.personas = personas.filter { personaIDs.contains($0.id) }
    result.takePictures(of: self)
    return result.standingAlone(from: self)
  }

  /// What its cards refer to.
  private mutating func takeReferences(of all: WorkspaceContents) {
    let cardIDs = Set(cards.map(\.id))
    let stepIDs = Set(steps.map(\.id))
    cardDepartments = all.cardDepartments.filter { cardIDs.contains($0.cardID) }
    cardChannels = all.cardChannels.filter { cardIDs.contains($0.cardID) }
    cardTags = all.cardTags.filter { cardIDs.contains($0.cardID) }
    let channelIDs = Set(cardChannels.map(\.channelID))
    channels = all.channels.filter { channelIDs.contains($0.id) }
    let tagIDs = Set(cardTags.map(\.tagID))
    tags = all.tags.filter { tagIDs.contains($0.id) }
    let metricIDs = Set(cards.compactMap(\.metricID))
    metrics = all.metrics.filter { metricIDs.contains($0.id) }
    // Of the whole journey, or taken at a step of this map.
    readings = all.readings.filter { reading in
      metricIDs.contains(reading.metricID) && reading.stepID.map(stepIDs.contains) ?? true
    }
  }

  private mutating func takePictures(of all: WorkspaceContents) {
    let ids = Set(
      cards.compactMap(\.pictureID) + personas.compactMap(\.pictureID)
        + members.compactMap(\.pictureID))
    pictures = all.pictures.filter { ids.contains($0.id) }
  }

  private func boardPart(_ id: UUID) -> WorkspaceContents? {
    guard let board = boards.first(where: { $0.id == id }) else { return nil }
    var result = WorkspaceContents(workspace: workspace)
    result.advisoryGroups = advisoryGroups.filter { $0.id == board.groupID }
    result.meetings = meetings.filter { $0.id == board.meetingID }.map {
      var meeting = $0
      meeting.seriesID = nil
      return meeting
    }
    result.boards = [board]
    result.takeBoards(of: self)
    let people = Set(result.notes.compactMap(\.authorID) + result.votes.compactMap(\.memberID))
    result.members = members.filter { people.contains($0.id) }
    result.addGroups(ofMembersFrom: self)
    result.takePictures(of: self)
    return result.standingAlone(from: self)
  }

  private func groupPart(_ id: UUID) -> WorkspaceContents? {
    guard let group = advisoryGroups.first(where: { $0.id == id }) else { return nil }
    var result = WorkspaceContents(workspace: workspace)
    result.advisoryGroups = [group]
    result.meetings = meetings.filter { $0.groupID == id }
    let meetingIDs = Set(result.meetings.map(\.id))
    result.agendaItems = agendaItems.filter { meetingIDs.contains($0.meetingID) }
    result.attendances = attendances.filter { meetingIDs.contains($0.meetingID) }
    result.meetingSeries = meetingSeries.filter { $0.groupID == id }
    result.recommendations = recommendations.filter { $0.groupID == id }
    result.dismissals = dismissals.filter { $0.groupID == id }
    result.boards = boards.filter { $0.groupID == id }
    result.takeBoards(of: self)
    let guests = Set(
      result.notes.compactMap(\.authorID) + result.votes.compactMap(\.memberID)
        + result.attendances.map(\.memberID))
    result.members = members.filter { $0.groupID == id || guests.contains($0.id) }
    result.addGroups(ofMembersFrom: self)
    result.takePictures(of: self)
    return result.standingAlone(from: self)
  }

  /// Columns, clusters, notes and votes of its boards.
  private mutating func takeBoards(of all: WorkspaceContents) {
    let boardIDs = Set(boards.map(\.id))
    boardColumns = all.boardColumns.filter { boardIDs.contains($0.boardID) }
    let columnIDs = Set(boardColumns.map(\.id))
    clusters = all.clusters.filter { columnIDs.contains($0.columnID) }
    notes = all.notes.filter { columnIDs.contains($0.columnID) }
    let targets = Set(notes.map(\.id) + clusters.map(\.id))
    votings = all.votings.filter { boardIDs.contains($0.boardID) }
    let votingIDs = Set(votings.map(\.id))
    ballots = all.ballots.filter { votingIDs.contains($0.votingID) }
    votes = all.votes.filter { vote in
      (vote.noteID ?? vote.clusterID).map(targets.contains) ?? false
    }
  }

  /// A guest from another group brings that group's record.
  private mutating func addGroups(ofMembersFrom all: WorkspaceContents) {
    let known = Set(advisoryGroups.map(\.id))
    let wanted = Set(members.map(\.groupID)).subtracting(known)
    advisoryGroups += all.advisoryGroups.filter { wanted.contains($0.id) }
  }

  /// With the links between its own records, and with ranks that tell nothing of the workspace
  /// that it comes from, so that the same part of another workspace is the same file.
  private func standingAlone(from all: WorkspaceContents) -> WorkspaceContents {
    var result = self
    var inside = Set(records.map(\.reference))
    inside.remove(workspace.reference)
    result.links = all.links.filter { inside.contains($0.from) && inside.contains($0.to) }
    result.departments.spreadRanks()
    result.channels.spreadRanks()
    result.tags.spreadRanks()
    result.metrics.spreadRanks()
    result.personas.spreadRanks()
    result.journeyMaps.spreadRanks()
    result.advisoryGroups.spreadRanks()
    result.links.spreadRanks()
    // A group's members and boards keep their ranks; a board by itself has nothing beside it.
    if boards.count == 1 { result.boards.spreadRanks() }
    return result
  }
}

extension Array where Element: Ranked {
  fileprivate mutating func spreadRanks() {
    self = inOrder()
    rank { _ in 0 }
  }
}
