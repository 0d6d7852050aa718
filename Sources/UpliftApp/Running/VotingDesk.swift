import Foundation
import Gtk
import UpliftCore

/// Takes the votes of an open round: of one person after the other, or of everybody together.
@MainActor final class VotingDesk {
  enum State: Equatable {
    case closed
    /// The next person is to come; which one.
    case waiting(Int)
    case voting(UUID)
    /// Everybody has voted.
    case done
  }

  private let session: Session
  private(set) var contents: BoardContents
  /// The ballot that is being filled in at this window.
  private(set) var ballotID: UUID?
  /// Why the last vote was not taken.
  private(set) var refusal: String?
  var onChange: (() -> Void)?

  init(_ session: Session, _ contents: BoardContents) {
    self.session = session
    self.contents = contents
    findBallot()
  }

  var voting: Voting? { contents.openVoting }
  var isOpen: Bool { voting != nil }

  var state: State {
    guard let voting else { return .closed }
    if let ballotID { return .voting(ballotID) }
    guard contents.nextBallot() != nil else { return .done }
    let finished = contents.ballots(of: voting.id).reduce(0) { $0 + ($1.isCast ? $1.voters : 0) }
    return .waiting(finished + 1)
  }

  /// The board as it is now; true when another state or ballot came of it.
  func follow(_ contents: BoardContents) -> Bool {
    let before = (state, refusal)
    self.contents = contents
    findBallot()
    return before != (state, refusal)
  }

  /// A ballot that has been cast or closed elsewhere is not filled in any more; the one ballot of
  /// a round by counts is always open.
  private func findBallot() {
    if let own = ballotID {
      let ballot = contents.ballots[own]
      if ballot == nil || ballot?.isCast == true || ballot?.votingID != voting?.id {
        ballotID = nil
        refusal = nil
      }
    }
    guard ballotID == nil, let voting, voting.manner == .counts else { return }
    ballotID = contents.ballots(of: voting.id).first { !$0.isCast }?.id
  }

  /// Votes that the ballot has left.
  var left: Int {
    guard let voting, let ballotID, let ballot = contents.ballots[ballotID] else { return 0 }
    return voting.votesEach * ballot.voters - contents.votes(on: ballotID).values.reduce(0, +)
  }

  // MARK: Commands

  /// The next person sits down.
  func begin() {
    guard !session.isReadOnly, let next = contents.nextBallot() else { return }
    refusal = nil
    if let edit = next.edit, !attempt(edit) { return }
    ballotID = next.ballot.id
    onChange?()
  }

  /// The person gets up; the next one is to come.
  func finish() {
    guard let id = ballotID, let voting, voting.manner == .inTurn else { return }
    ballotID = nil
    refusal = nil
    if !attempt(contents.setting(ballot: id, cast: true)) { ballotID = id }
    onChange?()
  }

  func close() {
    guard isOpen else { return }
    ballotID = nil
    refusal = nil
    attempt(contents.closingVoting())
    onChange?()
  }

  func addVoter() {
    attempt(contents.addingVoter())
    onChange?()
  }

  /// One vote more for a note or cluster, or one less.
  func change(_ reference: EntityReference, by step: Int) {
    guard let ballotID else { return }
    refusal = nil
    if step > 0 {
      let refused = contents.refusal(ofVoteOn: ballotID, for: reference)
      refusal = refused?.sentence
      if refused == nil { add(reference, to: ballotID) }
    } else if !attempt(contents.removing(voteOn: ballotID, for: reference)) {
      refusal = refusal ?? tr("There is no vote of this ballot on it.")
    }
    onChange?()
  }

  /// The file has the last word: another window may have voted on the same ballot.
  private func add(_ reference: EntityReference, to ballotID: UUID) {
    guard !attempt(contents.adding(voteOn: ballotID, for: reference)) else { return }
    if let fresh = session.read({ try session.workspace.board(contents.board.id) }) {
      refusal = fresh.refusal(ofVoteOn: ballotID, for: reference)?.sentence ?? refusal
    }
  }

  /// What the file refuses is said in the voting bar; anything else is an error.
  @discardableResult
  private func attempt(_ edit: Edit?) -> Bool {
    guard let edit, !session.isReadOnly else { return false }
    do {
      try session.workspace.perform(edit)
      return true
    } catch let error as WorkspaceError {
      if case .refused = error { refusal = error.description } else { session.report(error) }
    } catch {
      session.report(error)
    }
    return false
  }
}
