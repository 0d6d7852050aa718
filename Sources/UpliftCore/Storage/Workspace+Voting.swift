import Foundation
import GRDB

extension Workspace {
  /// Whether to take a step back, or to do it again, would change what somebody has voted while
  /// others are still to vote, one after the other.
  public func isVoteInTurn(_ step: HistoryStep?) throws -> Bool {
    guard let name = step?.name, name == .vote || name == .castBallot else { return false }
    return try read { database in
      try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM voting WHERE state = ? AND manner = ?)",
        arguments: [Voting.State.open.rawValue, Voting.Manner.inTurn.rawValue]) ?? false
    }
  }

  /// Why such a step stays as it is.
  public static var voteInTurnSentence: String {
    tr(
      "The last step is a vote, and people are still voting in turn: it is not taken back. Close the vote first."
    )
  }
}
