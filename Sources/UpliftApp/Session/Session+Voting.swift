import UpliftCore

/// Nobody takes back what others have voted while people vote in turn, whatever page is open.
extension Session {
  var undoRefusal: String? { refusal { try workspace.nextUndo() } }
  var redoRefusal: String? { refusal { try workspace.nextRedo() } }

  private func refusal(of step: () throws -> HistoryStep?) -> String? {
    let isVote = read { try workspace.isVoteInTurn(step()) } ?? false
    return isVote ? Workspace.voteInTurnSentence : nil
  }
}
