import Foundation

/// Writing in private: what is written is hidden until all is revealed.
extension BoardContents {
  /// From now on what is added is hidden; nil when it is so already.
  public func startingPrivateWriting() -> Edit? {
    Edit.changing(board, .startPrivateWriting) { $0.isPrivate = true }
  }

  /// Shows everything that was written in private; nil when nothing is hidden.
  public func revealing() -> Edit? {
    var changes: [Change] = []
    if board.isPrivate {
      var shown = board
      shown.isPrivate = false
      changes.append(.update(from: board, to: shown))
    }
    for note in notes.values.filter(\.isPrivate).inOrder() {
      var shown = note
      shown.isPrivate = false
      changes.append(.update(from: note, to: shown))
    }
    return changes.isEmpty ? nil : Edit(.revealNotes, changes)
  }

  /// Notes that are hidden.
  public var hiddenCount: Int { notes.values.count(where: \.isPrivate) }

  /// The board as anybody may see it: hidden notes keep their place, and say nothing. Every picture,
  /// list and export is made from this.
  public var veiled: BoardContents {
    guard notes.values.contains(where: \.isPrivate) else { return self }
    let upserts = notes.values.filter(\.isPrivate).map { $0.veiled }
    var result = self
    _ = result.apply(WorkspaceChange(upserts: upserts))
    return result
  }
}

extension Note {
  /// What anybody may read of it.
  public var shownText: String { isPrivate ? tr("Hidden note") : text }

  /// Without what it says, when it is hidden.
  public var veiled: Note {
    guard isPrivate else { return self }
    var note = self
    note.text = ""
    note.theme = ""
    return note
  }
}

extension WorkspaceContents {
  /// Without what hidden notes say. A part of a workspace that leaves it is made from this.
  public var veiled: WorkspaceContents {
    var result = self
    for index in result.notes.indices { result.notes[index] = result.notes[index].veiled }
    return result
  }
  /// The first board, in order, on which notes are hidden; nil when there is none.
  /// The first board with a vote that is open and has votes in it; nil when there is none.
  public var boardWithOpenVote: Board? {
    let open = Set(votings.filter { $0.state == .open }.map(\.id))
    guard !open.isEmpty else { return nil }
    let filled = Set(votes.compactMap(\.ballotID))
    let used = Set(
      ballots.filter { open.contains($0.votingID) && filled.contains($0.id) }.map(\.votingID))
    let boardIDs = Set(votings.filter { used.contains($0.id) }.map(\.boardID))
    return boards.inOrder().first { boardIDs.contains($0.id) }
  }

  public var boardWithHiddenNotes: Board? {
    let columnIDs = Set(notes.filter(\.isPrivate).map(\.columnID))
    guard !columnIDs.isEmpty else { return nil }
    let boardIDs = Set(boardColumns.filter { columnIDs.contains($0.id) }.map(\.boardID))
    return boards.inOrder().first { boardIDs.contains($0.id) }
  }
}

extension BoardContents {
  /// What a note or cluster is called where anybody may read it.
  public func shownTitle(of reference: EntityReference) -> String {
    switch reference.kind {
    case .cluster:
      let title = clusters[reference.id]?.title ?? ""
      return title.isEmpty ? tr("Cluster without a name") : title
    default:
      let text = notes[reference.id]?.shownText ?? ""
      return text.isEmpty ? tr("Empty note") : text
    }
  }
}
