import Foundation
import GRDB

extension Workspace {
  /// A vote comes too late when its round has been closed, by another window at that.
  func requireOpenRound(of vote: Vote, in database: Database) throws {
    guard let ballot = vote.ballotID else { return }
    let state = try String.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT voting.state FROM ballot JOIN voting ON voting.id = ballot.votingID
          WHERE ballot.id = ? AND NOT ballot.isCast
          """), arguments: [ballot])
    guard state == Voting.State.open.rawValue else {
      throw WorkspaceError.refused(kind: .vote, detail: tr("the vote is closed"))
    }
  }

  /// No more people vote than were asked to, and none when the round is closed, whatever another
  /// window has done meanwhile. The ballot is among the others by now.
  func requireRoom(for ballot: Ballot, in database: Database) throws {
    let hasRoom = try Bool.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT state = ? AND voters >=
            (SELECT sum(ballot.voters) FROM ballot WHERE ballot.votingID = voting.id)
          FROM voting WHERE id = ?
          """), arguments: [Voting.State.open.rawValue, ballot.votingID])
    guard hasRoom == true else {
      throw WorkspaceError.refused(kind: .ballot, detail: tr("everybody has voted"))
    }
  }

  /// Whether to take a step back would change what somebody has voted while others are still to
  /// vote, one after the other. Who has gone back to before such a vote was closed may go on: nobody
  /// has voted since.
  public func isVoteInTurn(_ step: HistoryStep?) throws -> Bool {
    guard let name = step?.name, name == .vote || name == .castBallot else { return false }
    return try isVotingInTurn() && !isBeforeClosedVote()
  }

  /// Whether the closing of a vote has been undone: then what was voted before is history, too.
  public func isBeforeClosedVote() throws -> Bool {
    let undone = try read { try Self.steps($0, "WHERE state = 1") }
    return undone.contains { $0.name == .closeVoting }
  }

  /// Whether people vote one after the other now, on any board.
  private func isVotingInTurn() throws -> Bool {
    try read { database in
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

  // MARK: A vote is one step

  /// The steps that one undo takes back, newest first: the newest one, or all of a vote in turn that
  /// has been opened again by undo, down to its opening. Nobody's votes are taken back alone.
  public func stepsOfUndo() throws -> [HistoryStep] {
    guard let step = try nextUndo() else { return [] }
    guard step.name == .vote || step.name == .castBallot, try isVotingInTurn(),
      try isBeforeClosedVote()
    else { return [step] }
    let run = try read { database in
      try Self.steps(database, "WHERE state = 0 ORDER BY sequence DESC")
    }.prefix { $0.name == .vote || $0.name == .castBallot || $0.name == .openVoting }
    let opening = run.lastIndex { $0.name == .openVoting }
    return Array(run.prefix(through: opening ?? run.endIndex - 1))
  }

  /// Takes those steps back.
  ///
  /// - Parameters:
  ///   - progress: as of `undo`.
  ///   - tell: hears what each step changed.
  /// - Returns: them; empty when there is nothing to undo.
  /// - Throws: as `undo`; steps before the one that failed are taken back then.
  @discardableResult
  public func undoWhole(
    progress: ((Double) -> Bool)? = nil, telling tell: (WorkspaceChange) -> Void = { _ in }
  ) throws -> [HistoryStep] {
    let steps = try stepsOfUndo()
    for _ in steps { try undo(progress: progress).map(tell) }
    return steps
  }

  /// Puts the next step in force again; when that opens a vote in turn, also what was voted, up to
  /// its close.
  ///
  /// - Parameters:
  ///   - progress: as of `redo`.
  ///   - tell: hears what each step changed.
  /// - Returns: what was done again, oldest first; empty when there is nothing.
  /// - Throws: as `redo`.
  @discardableResult
  public func redoWhole(
    progress: ((Double) -> Bool)? = nil, telling tell: (WorkspaceChange) -> Void = { _ in }
  ) throws -> [HistoryStep] {
    var steps: [HistoryStep] = []
    while let step = try nextRedo() {
      let goesOn: [EditName?] = [.vote, .castBallot, .openVoting, .closeVoting]
      if let last = steps.last {
        guard goesOn.contains(step.name), last.name != .closeVoting, try isVotingInTurn() else {
          break
        }
      }
      guard let change = try redo(progress: progress) else { break }
      tell(change)
      steps.append(step)
    }
    return steps
  }
}
