import Foundation

extension WorkspaceContents {
  /// Makes one board what it was in an older state of the workspace, and changes nothing else.
  ///
  /// What its notes referred to and is gone since (a member, the meeting) stays gone, and the
  /// reference is empty. Links of parts that come back come back too, when their other end is
  /// there.
  ///
  /// - Returns: nil when the board was not there then, its group is gone, or it is as it was.
  public func restoring(board boardID: UUID, from then: WorkspaceContents) -> Edit? {
    guard var wanted = then.parts(ofBoard: boardID),
      advisoryGroups.contains(where: { $0.id == wanted.board.groupID })
    else { return nil }
    wanted.fit(into: self)
    let after = wanted.records
    let changes =
      Self.changes(from: parts(ofBoard: boardID)?.records ?? [], to: after)
      + returningLinks(of: Set(after.map(\.id)), from: then)
    return changes.isEmpty ? nil : Edit(.restore, changes)
  }

  /// Nil when there is no such board.
  private func parts(ofBoard boardID: UUID) -> BoardParts? {
    guard let board = boards.first(where: { $0.id == boardID }) else { return nil }
    var parts = BoardParts(board: board)
    parts.columns = boardColumns.filter { $0.boardID == boardID }
    let columnIDs = Set(parts.columns.map(\.id))
    parts.clusters = clusters.filter { columnIDs.contains($0.columnID) }
    parts.notes = notes.filter { columnIDs.contains($0.columnID) }
    let clusterIDs = Set(parts.clusters.map(\.id))
    let noteIDs = Set(parts.notes.map(\.id))
    parts.votes = votes.filter { vote in
      vote.noteID.map(noteIDs.contains) ?? vote.clusterID.map(clusterIDs.contains) ?? false
    }
    return parts
  }
}

/// The records of one board.
private struct BoardParts {
  var board: Board
  var columns: [BoardColumn] = []
  var clusters: [Cluster] = []
  var notes: [Note] = []
  var votes: [Vote] = []

  init(board: Board) { self.board = board }

  /// Each after those that it refers to.
  var records: [any Entity] {
    var all: [any Entity] = [board]
    all += columns as [any Entity]
    all += clusters as [any Entity]
    all += notes as [any Entity]
    all += votes as [any Entity]
    return all
  }

  /// Empties references to what is not there any more.
  mutating func fit(into now: WorkspaceContents) {
    let members = Set(now.members.map(\.id))
    if let id = board.meetingID, !now.meetings.contains(where: { $0.id == id }) {
      board.meetingID = nil
    }
    for index in notes.indices {
      if let id = notes[index].authorID, !members.contains(id) { notes[index].authorID = nil }
    }
    for index in votes.indices {
      if let id = votes[index].memberID, !members.contains(id) { votes[index].memberID = nil }
    }
  }
}
