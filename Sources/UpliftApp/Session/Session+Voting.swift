import UpliftCore

/// Nobody takes back what others have voted while people vote in turn, whatever page is open.
extension Session {
  var undoRefusal: String? {
    let isVote = read { try workspace.isVoteInTurn(workspace.nextUndo()) } ?? false
    return isVote ? Workspace.voteInTurnSentence : nil
  }

  /// Whether somebody has undone the closing of a vote.
  var isBeforeClosedVote: Bool { read { try workspace.isBeforeClosedVote() } ?? false }
}
