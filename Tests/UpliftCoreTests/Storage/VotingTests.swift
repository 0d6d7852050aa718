import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

/// Votes are counted by rule in the database, whoever writes them.
@Suite struct VotingTests {
  private let folder: TemporaryFolder
  private let small: SmallWorkspace
  private let url: URL
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    var small = SmallWorkspace()
    small.contents.notes.append(
      Note(columnID: small.columns[0].id, rank: .between(.middle, nil), text: "Another"))
    self.small = small
    url = folder.file("a.uplift")
    workspace = try Workspace.create(at: url, contents: small.contents)
  }

  private func board() throws -> BoardContents {
    try #require(try workspace.board(small.board.id))
  }

  private func note(_ index: Int) -> EntityReference { small.contents.notes[index].reference }

  private func open(voters: Int = 2, manner: Voting.Manner = .inTurn) throws {
    let added = try #require(
      try board().openingVoting("Which first?", manner: manner, voters: voters))
    try workspace.perform(added.edit)
  }

  private func begin() throws -> Ballot {
    let next = try #require(try board().nextBallot())
    if let edit = next.edit { try workspace.perform(edit) }
    return next.ballot
  }

  @Test func fiveVotesEachAndThreeOnOneThing() throws {
    try open()
    let ballot = try begin()
    for _ in 0..<3 {
      try workspace.perform(
        try #require(try board().adding(voteOn: ballot.id, for: note(0))))
    }
    #expect(try board().adding(voteOn: ballot.id, for: note(0)) == nil)
    for _ in 0..<2 {
      try workspace.perform(
        try #require(try board().adding(voteOn: ballot.id, for: note(1))))
    }
    #expect(try board().adding(voteOn: ballot.id, for: note(1)) == nil)
    // The database refuses what does not ask first.
    for target in [small.contents.notes[0].id, small.contents.notes[1].id] {
      #expect(throws: WorkspaceError.self) {
        try workspace.perform(
          Edit(.vote, [.insert(Vote(noteID: target, ballotID: ballot.id))]))
      }
    }
    #expect(try workspace.contents().votes.count { $0.ballotID != nil } == 5)
  }

  /// Two windows that both believe that there is room.
  @Test func twoWindowsCannotExceedALimitTogether() throws {
    try open()
    let ballot = try begin()
    let other = try Workspace.open(at: url)
    let stale = try #require(try other.board(small.board.id))
    for _ in 0..<3 {
      try workspace.perform(
        try #require(try board().adding(voteOn: ballot.id, for: note(0))))
    }
    let late = try #require(stale.adding(voteOn: ballot.id, for: note(0)))
    #expect(throws: WorkspaceError.self) { try other.perform(late) }
    // Nor vote when the other has closed.
    let more = try #require(stale.adding(voteOn: ballot.id, for: note(1)))
    try workspace.perform(try #require(try board().closingVoting()))
    #expect(throws: WorkspaceError.self) { try other.perform(more) }
    #expect(try workspace.contents().votes.count { $0.ballotID != nil } == 3)
    // Nor hand out the same turn twice.
    let again = Ballot(votingID: ballot.votingID, number: ballot.number)
    #expect(throws: WorkspaceError.self) {
      try other.perform(Edit(.vote, [.insert(again)]))
    }
  }

  @Test func theLimitsOfARoundNeverChange() throws {
    try open()
    let voting = try #require(try board().openVoting)
    var generous = voting
    generous.votesEach = 50
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.editDetails, [.update(from: voting, to: generous)]))
    }
  }

  @Test func theResultIsHiddenUntilTheRoundIsClosedAndSharesPlaces() throws {
    try open()
    for (first, second) in [(2, 1), (1, 2)] {
      let ballot = try begin()
      for (index, count) in [(0, first), (1, second)] {
        for _ in 0..<count {
          try workspace.perform(
            try #require(try board().adding(voteOn: ballot.id, for: note(index))))
        }
      }
      try workspace.perform(try #require(try board().setting(ballot: ballot.id, cast: true)))
    }
    #expect(try board().nextBallot() == nil)
    #expect(try board().progress(of: #require(try board().openVoting)) == (6, 10))
    #expect(try board().ranking.isEmpty)
    #expect(try board().votes(for: note(0).id) == 0)
    try workspace.perform(try #require(try board().closingVoting()))
    #expect(try board().ranking.map(\.votes) == [3, 3])
    #expect(try board().ranking.map(\.place) == [1, 1])
    // A new round hides the old one's result.
    try open()
    #expect(try board().ranking.isEmpty)
  }

  @Test func votesThatWereCountedTogetherKeepEachPersonsLimits() throws {
    try open(voters: 4, manner: .counts)
    let ballot = try begin()
    #expect(ballot.voters == 4)
    for _ in 0..<12 {
      try workspace.perform(
        try #require(try board().adding(voteOn: ballot.id, for: note(0))))
    }
    #expect(try board().adding(voteOn: ballot.id, for: note(0)) == nil)
    for _ in 0..<8 {
      try workspace.perform(
        try #require(try board().adding(voteOn: ballot.id, for: note(1))))
    }
    #expect(try board().adding(voteOn: ballot.id, for: note(1)) == nil)
  }

  @Test func undoAndRedoGoThroughAWholeRound() throws {
    try open()
    let ballot = try begin()
    for _ in 0..<3 {
      try workspace.perform(
        try #require(try board().adding(voteOn: ballot.id, for: note(0))))
    }
    try workspace.perform(try #require(try board().setting(ballot: ballot.id, cast: true)))
    try workspace.perform(try #require(try board().closingVoting()))
    let digest = try workspace.contents().digest
    // A deleted board takes its rounds along, and brings them back.
    try workspace.perform(Edit(.delete, [.delete(small.board.reference)]))
    #expect(try workspace.contents().votes.isEmpty)
    while try workspace.undo() != nil {}
    #expect(try workspace.contents().votings.isEmpty)
    for _ in 0..<7 { try workspace.redo() }
    #expect(try workspace.contents().digest == digest)
    while try workspace.redo() != nil {}
    #expect(try workspace.check() == [])
  }

  /// One undo opens a vote again that was closed; the next takes all of it back, and redo brings all
  /// of it.
  @Test func aClosedVoteIsUndoneAsAWhole() throws {
    try open()
    let before = try workspace.history().count
    for _ in 0..<2 {
      let ballot = try begin()
      try workspace.perform(try #require(try board().adding(voteOn: ballot.id, for: note(0))))
      #expect(try workspace.isVoteInTurn(workspace.nextUndo()))
      try workspace.perform(try #require(try board().setting(ballot: ballot.id, cast: true)))
    }
    // What somebody takes back at another window lets nobody take back votes.
    try workspace.perform(Edit(.addPersona, [.insert(Persona(rank: .middle, name: "Amina"))]))
    try workspace.undo()
    #expect(try workspace.isVoteInTurn(workspace.nextUndo()))
    try workspace.perform(try #require(try board().closingVoting()))
    let digest = try workspace.contents().digest
    #expect(try workspace.undoWhole().map(\.name) == [.closeVoting])
    #expect(try !workspace.isVoteInTurn(workspace.nextUndo()))
    #expect(try workspace.undoWhole().last?.name == .openVoting)
    #expect(try workspace.contents().votings.isEmpty)
    #expect(try workspace.contents().votes.allSatisfy { $0.ballotID == nil })
    #expect(try workspace.nextUndo()?.sequence ?? 0 < before)
    #expect(try workspace.redoWhole().last?.name == .closeVoting)
    #expect(try workspace.contents().digest == digest)
    #expect(try workspace.redoWhole().isEmpty)
  }

  // MARK: Two windows

  /// Whoever sits down at another window meanwhile is somebody else.
  @Test func aBallotThatIsFilledInElsewhereIsNotHandedOut() throws {
    try open(voters: 2)
    let first = try begin()
    let second = try #require(try board().nextBallot(besides: [first.id]))
    #expect(second.ballot.number == 2)
    try workspace.perform(try #require(second.edit))
    #expect(try board().nextBallot(besides: [first.id, second.ballot.id]) == nil)
    #expect(try board().nextBallot(besides: [second.ballot.id])?.ballot.id == first.id)
    // No third one, whoever asks.
    let third = Ballot(votingID: first.votingID, number: 3)
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.vote, [.insert(third)]))
    }
    // Nor one for several people.
    #expect(try workspace.contents().ballots.count == 2)
    try workspace.perform(try #require(try board().addingVoter()))
    try workspace.perform(try #require(try board().closingVoting()))
    #expect(throws: WorkspaceError.self) {
      try workspace.perform(Edit(.vote, [.insert(third)]))
    }
  }

  /// Two programs fill in one ballot at a time, and neither looks what there is room for.
  @Test(arguments: [Voting.Manner.inTurn, .counts])
  func twoProgramsCannotExceedTheLimitsOfOneBallot(_ manner: Voting.Manner) throws {
    try open(voters: 2, manner: manner)
    let ballot = try begin()
    let programs = try (0..<2).map { _ in
      try EditStreamProcess(["vote", url.path, "60"], folder: folder)
    }
    for program in programs { program.waitForFirstLine() }
    try Data().write(to: folder.file("START"))
    let said = programs.map { $0.finish() }
    #expect(said.allSatisfy { $0.first == "ready" && $0.last == "finished" })
    let votes = try workspace.contents().votes.filter { $0.ballotID == ballot.id }
    // Five a person, three of them on one thing; two people when votes are counted together.
    let people = manner == .counts ? 2 : 1
    #expect(votes.count == 5 * people)
    #expect(Dictionary(grouping: votes) { $0.noteID }.values.allSatisfy { $0.count <= 3 * people })
    // What a program was told stands, and nothing else does.
    let given = said.joined().filter { $0.hasPrefix("given ") }
    #expect(Set(given) == Set(votes.map { "given \($0.id)" }))
    #expect(try workspace.check() == [])
  }

  @Test func aClaimIsOneWindowsAndGoesWithIt() throws {
    let (ballot, claims) = (UUID(), folder.file("claims"))
    #expect(!BallotClaim.isTaken(ballot, in: claims))
    var claim = BallotClaim(ballot, in: claims)
    #expect(claim != nil)
    #expect(BallotClaim.isTaken(ballot, in: claims))
    #expect(BallotClaim(ballot, in: claims) == nil)
    #expect(BallotClaim(UUID(), in: claims) != nil)
    claim = nil
    #expect(!BallotClaim.isTaken(ballot, in: claims))
    #expect(BallotClaim(ballot, in: claims) != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: claims.path).isEmpty)
  }

  // MARK: Privacy and the clock

  @Test func whatIsWrittenInPrivateIsNotFoundBeforeItIsRevealed() throws {
    try workspace.perform(try #require(try board().startingPrivateWriting()))
    let added = try board().addingNote("Nobody tells us", to: small.columns[0].id)
    try workspace.perform(added.edit)
    #expect(try workspace.search("tells").isEmpty)
    #expect(try board().veiled.text(of: added.record.reference) == "")
    #expect(try board().hiddenCount == 1)
    var changed = added.record
    changed.text = "Nobody ever tells us"
    try workspace.perform(Edit(.editText, [.update(from: added.record, to: changed)]))
    #expect(try workspace.search("tells").isEmpty)
    #expect(try workspace.check() == [])
    try workspace.perform(try #require(try board().revealing()))
    #expect(try workspace.search("tells").count == 1)
    #expect(try board().veiled == board())
    // Going back over it reveals nothing.
    try workspace.undo()
    #expect(try workspace.search("tells").isEmpty)
    while try workspace.undo() != nil { #expect(try workspace.search("tells").isEmpty) }
    #expect(try workspace.check() == [])
  }

  @Test func theClockIsNoStepOfTheHistoryAndOutlivesTheProgram() throws {
    let start = Instant(milliseconds: 1_000_000)
    let clock = BoardClock(boardID: small.board.id, length: 300).started(at: start)
    try workspace.set(clock)
    #expect(try workspace.history().isEmpty)
    let later = try Workspace.open(at: url)
    let kept = try #require(try later.clock(of: small.board.id))
    #expect(kept.remaining(at: Instant(milliseconds: 1_060_000)) == 240_000)
    let paused = kept.paused(at: Instant(milliseconds: 1_060_000))
    #expect(paused.remaining(at: Instant(milliseconds: 9_000_000)) == 240_000)
    let over = kept.prolonged(by: 60, at: Instant(milliseconds: 1_400_000))
    #expect(over.remaining(at: Instant(milliseconds: 1_400_000)) == 60_000)
    try later.perform(Edit(.delete, [.delete(small.board.reference)]))
    #expect(try later.clock(of: small.board.id) == nil)
    #expect(throws: WorkspaceError.self) { try later.set(clock) }
  }
}
