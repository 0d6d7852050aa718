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
    /// Nobody is to come, and some still vote at other windows.
    case elsewhere
    /// Everybody has voted.
    case done
  }

  private let session: Session
  private(set) var contents: BoardContents
  /// The ballot that is being filled in at this window.
  private(set) var ballotID: UUID? {
    didSet { if ballotID != oldValue, ballotID != claim?.ballotID { claim = nil } }
  }
  /// Nobody at another window sees or changes this ballot meanwhile.
  private var claim: BallotClaim?
  /// Ballots that are filled in at other windows.
  private(set) var others: [Ballot] = []
  /// Ballots that were begun, and whose people come back to them when the others have voted.
  private var postponed: Set<UUID> = []
  /// Milliseconds; a window that is closed while somebody votes there tells nobody.
  private static let look = 1000
  private var looking: Timeout?
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
    guard isOpen else { return .closed }
    if let ballotID { return .voting(ballotID) }
    guard let next else { return others.isEmpty ? .done : .elsewhere }
    return .waiting(next.ballot.number)
  }

  /// The ballot of who comes next.
  private var next: (ballot: Ballot, edit: Edit?)? {
    let taken = Set(others.map(\.id))
    return contents.nextBallot(besides: taken.union(postponed))
      ?? contents.nextBallot(besides: taken)
  }

  /// A ballot that was begun at a window that is gone, with votes on it that only its own person
  /// is to see; nil when who comes next begins anew.
  var unfinished: Ballot? {
    guard ballotID == nil, let next, next.edit == nil,
      !contents.votes(on: next.ballot.id).isEmpty
    else { return nil }
    return next.ballot
  }

  /// Who may begin anew while that ballot is left as it is; nil when all others have voted.
  var personAfterUnfinished: Int? {
    guard let unfinished else { return nil }
    let taken = Set(others.map(\.id)).union(postponed).union([unfinished.id])
    return contents.nextBallot(besides: taken)?.ballot.number
  }

  /// The board as it is now; true when another state or ballot came of it.
  func follow(_ contents: BoardContents) -> Bool {
    let before = (state, refusal, others, unfinished)
    self.contents = contents
    findBallot()
    return before != (state, refusal, others, unfinished)
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
    guard let voting else {
      others = []
      postponed = []
      return looking = nil
    }
    let begun = contents.ballots(of: voting.id).filter { !$0.isCast }
    if voting.manner == .counts {
      if ballotID == nil { ballotID = begun.first?.id }
    } else {
      others = begun.filter { $0.id != ballotID && BallotClaim.isTaken($0.id) }
    }
    lookAgain()
  }

  private func lookAgain() {
    guard ballotID == nil, !others.isEmpty else { return looking = nil }
    guard looking == nil else { return }
    looking = Timeout.repeating(milliseconds: Self.look) { [weak self] in
      guard let self else { return false }
      if follow(contents) { onChange?() }
      return looking != nil
    }
  }

  /// Votes that the ballot has left.
  var left: Int {
    guard let voting, let ballotID, let ballot = contents.ballots[ballotID] else { return 0 }
    return voting.votesEach * ballot.voters - contents.votes(on: ballotID).values.reduce(0, +)
  }

  // MARK: Commands

  /// The next person sits down. Whoever sits at another window at the same time has another
  /// ballot: neither sees the other's votes, and each counts as one.
  func begin() {
    guard !session.isReadOnly, isOpen else { return }
    refusal = nil
    // Another program may have handed out the ballot that seemed to be next.
    if let fresh = session.read({ try session.workspace.board(contents.board.id) }) {
      contents = fresh
      findBallot()
    }
    guard ballotID == nil, let next else {
      onChange?()
      return
    }
    let own = voting?.manner == .inTurn ? BallotClaim(next.ballot.id) : nil
    let isOthers = voting?.manner == .inTurn && own == nil && next.edit == nil
    if !isOthers, next.edit.map({ attempt($0) }) ?? true {
      claim = own
      ballotID = next.ballot.id
    }
    findBallot()
    onChange?()
  }

  /// The next person begins anew; whose ballot is unfinished comes back to it later.
  func beginAfterUnfinished() {
    if let unfinished { postponed.insert(unfinished.id) }
    begin()
  }

  /// The person gets up; the next one is to come.
  func finish() {
    guard let id = ballotID, let voting, voting.manner == .inTurn else { return }
    ballotID = nil
    refusal = nil
    if !attempt(contents.setting(ballot: id, cast: true)) { ballotID = id }
    onChange?()
  }

  /// Nobody fills in a ballot here any more; it can be gone on with at another window.
  func leave() {
    onChange = nil
    looking = nil
    ballotID = nil
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

extension VotingDesk {
  /// "Person 2 is voting at another window."; empty when nobody is.
  var othersSentence: String {
    guard !others.isEmpty else { return "" }
    let numbers = others.map { String($0.number) }
    return numbers.count == 1
      ? tr("Person {person} is voting at another window.", ["person": numbers[0]])
      : tr(
        "Persons {persons} are voting at other windows.",
        ["persons": listed(numbers)])
  }
}
