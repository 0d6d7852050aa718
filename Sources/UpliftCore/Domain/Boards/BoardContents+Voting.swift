import Foundation

/// Rounds of votes, and votes outside of them.
extension BoardContents {
  /// The round that is open; nil when none is.
  public var openVoting: Voting? { votings.last.flatMap { $0.state == .open ? $0 : nil } }

  /// The ballots of a round, by number.
  public func ballots(of votingID: UUID) -> [Ballot] {
    ballots.values.filter { $0.votingID == votingID }.sorted { $0.number < $1.number }
  }

  /// How many votes a ballot holds for each note and cluster.
  public func votes(on ballotID: UUID) -> [UUID: Int] {
    votes.values.reduce(into: [:]) { counts, vote in
      guard vote.ballotID == ballotID, let target = vote.noteID ?? vote.clusterID else { return }
      counts[target, default: 0] += 1
    }
  }

  /// The board as the person sees it whose ballot this is: with nobody else's votes. Nil: with none.
  public func showingVotes(of ballotID: UUID?) -> BoardContents {
    var result = self
    result.voteCounts = ballotID.map(votes(on:)) ?? [:]
    return result
  }

  /// The round that was closed last, if none was opened since: its result is shown.
  public var closedVoting: Voting? { votings.last.flatMap { $0.state == .closed ? $0 : nil } }

  /// Somebody comes late: the open round has one more voter, and votes that are counted together
  /// are one person's more.
  public func addingVoter() -> Edit? {
    guard let voting = openVoting, voting.voters < Voting.voterLimits.upperBound else { return nil }
    var edit = Edit.changing(voting, .openVoting) { $0.voters += 1 }
    if voting.manner == .counts, let ballot = ballots(of: voting.id).last, !ballot.isCast {
      var larger = ballot
      larger.voters += 1
      edit?.changes.append(.update(from: ballot, to: larger))
    }
    return edit
  }

  /// Why a vote cannot be added to a ballot; nil when it can.
  public func refusal(ofVoteOn ballotID: UUID, for reference: EntityReference) -> VoteRefusal? {
    guard let voting = openVoting, let ballot = ballots[ballotID], ballot.votingID == voting.id,
      !ballot.isCast
    else { return .closed }
    let isThere =
      reference.kind == .note && notes[reference.id] != nil
      || reference.kind == .cluster && clusters[reference.id] != nil
    guard isThere else { return .noTarget }
    let counts = votes(on: ballotID)
    if counts.values.reduce(0, +) >= voting.votesEach * ballot.voters {
      return .allGiven(voting.votesEach * ballot.voters)
    }
    if counts[reference.id, default: 0] >= voting.votesEachThing * ballot.voters {
      return .mostOnOneThing(voting.votesEachThing * ballot.voters)
    }
    return nil
  }

  /// Votes given in a round so far, and how many can be given: "38 of 55".
  public func progress(of voting: Voting) -> (given: Int, possible: Int) {
    let ids = Set(ballots(of: voting.id).map(\.id))
    let given = votes.values.count { vote in vote.ballotID.map(ids.contains) ?? false }
    return (given, voting.votesEach * voting.voters)
  }

  /// Opens a round; nil when one is open.
  ///
  /// - Parameters:
  ///   - votesEach, votesEachThing: 1…100.
  ///   - voters: people who vote, 1…10,000.
  public func openingVoting(
    _ title: String, manner: Voting.Manner = .inTurn, votesEach: Int = 5, votesEachThing: Int = 3,
    voters: Int, at now: Instant = .now
  ) -> Addition<Voting>? {
    guard openVoting == nil else { return nil }
    let each = votesEach.limited(to: Voting.limits)
    let voting = Voting(
      boardID: board.id, rank: votings.rank(after: nil), title: title, manner: manner,
      votesEach: each, votesEachThing: min(votesEachThing.limited(to: Voting.limits), each),
      voters: voters.limited(to: Voting.voterLimits), openedAt: now)
    return Addition(edit: Edit(.openVoting, [.insert(voting)]), record: voting)
  }

  /// The next person's ballot: one that was begun and is not cast, or else a new one. In a round by
  /// counts it is the one ballot of everybody. Nil when nobody is to come or no round is open.
  ///
  /// - Parameter besides: ballots that are not handed out, because somebody fills them in elsewhere
  ///   or comes back to them later.
  public func nextBallot(besides others: Set<UUID> = []) -> (ballot: Ballot, edit: Edit?)? {
    guard let voting = openVoting else { return nil }
    let all = ballots(of: voting.id)
    if let begun = all.first(where: { !$0.isCast && !others.contains($0.id) }) {
      return (begun, nil)
    }
    let people = all.reduce(0) { $0 + $1.voters }
    guard people < voting.voters else { return nil }
    let ballot = Ballot(
      votingID: voting.id, number: (all.last?.number ?? 0) + 1,
      voters: voting.manner == .counts ? voting.voters - people : 1)
    return (ballot, Edit(.vote, [.insert(ballot)]))
  }

  /// One vote more on a ballot of the open round; nil when a limit is reached, the ballot is cast,
  /// or there is nothing there to vote for.
  public func adding(voteOn ballotID: UUID, for reference: EntityReference) -> Edit? {
    guard let ballot = ballots[ballotID], !ballot.isCast, let voting = openVoting,
      voting.id == ballot.votingID
    else { return nil }
    let counts = votes(on: ballotID)
    guard counts.values.reduce(0, +) < voting.votesEach * ballot.voters,
      counts[reference.id, default: 0] < voting.votesEachThing * ballot.voters
    else { return nil }
    switch reference.kind {
    case .note where notes[reference.id] != nil:
      return Edit(.vote, [.insert(Vote(noteID: reference.id, ballotID: ballotID))])
    case .cluster where clusters[reference.id] != nil:
      return Edit(.vote, [.insert(Vote(clusterID: reference.id, ballotID: ballotID))])
    default: return nil
    }
  }

  /// One vote less on a ballot that is not cast.
  public func removing(voteOn ballotID: UUID, for reference: EntityReference) -> Edit? {
    guard let ballot = ballots[ballotID], !ballot.isCast, openVoting?.id == ballot.votingID else {
      return nil
    }
    let vote = votes.values.filter {
      $0.ballotID == ballotID && ($0.noteID ?? $0.clusterID) == reference.id
    }.min { $0.id.uuidString < $1.id.uuidString }
    return vote.map { Edit(.vote, [.delete($0.reference)]) }
  }

  /// The person has finished, or, while the round is open, goes on.
  public func setting(ballot ballotID: UUID, cast isCast: Bool) -> Edit? {
    guard let ballot = ballots[ballotID], openVoting?.id == ballot.votingID else { return nil }
    return Edit.changing(ballot, .castBallot) { $0.isCast = isCast }
  }

  /// Closes the open round; then its result is shown.
  public func closingVoting(at now: Instant = .now) -> Edit? {
    openVoting.flatMap { voting in
      Edit.changing(voting, .closeVoting) {
        $0.state = .closed
        $0.closedAt = now
      }
    }
  }

  /// Opens the last round again; nil when one is open or there is none.
  public func reopeningVoting() -> Edit? {
    guard openVoting == nil, let last = votings.last else { return nil }
    return Edit.changing(last, .openVoting) {
      $0.state = .open
      $0.closedAt = nil
    }
  }

  /// What got votes that may be shown, most first. Equal ones share a place and the next is as much
  /// further down (1, 2, 2, 4); among themselves they stand as on the board.
  public var ranking: [RankedResult] { ranking(by: voteCounts) }

  /// The rounds that were closed, in order, each with its own result.
  public var closedRounds: [ClosedRound] {
    votings.filter { $0.state == .closed }.map { voting in
      let ids = Set(ballots(of: voting.id).map(\.id))
      var counts: [UUID: Int] = [:]
      for vote in votes.values where vote.ballotID.map(ids.contains) ?? false {
        if let target = vote.noteID ?? vote.clusterID { counts[target, default: 0] += 1 }
      }
      return ClosedRound(
        voting: voting, ranking: ranking(by: counts), given: counts.values.reduce(0, +),
        possible: voting.votesEach * voting.voters)
    }
  }

  private func ranking(by counts: [UUID: Int]) -> [RankedResult] {
    var places: [EntityReference] = []
    for column in columns {
      for entry in entries[column.id] ?? [] {
        switch entry {
        case .note(let id): places.append(EntityReference(.note, id))
        case .cluster(let id):
          places.append(EntityReference(.cluster, id))
          places += (clusterNotes[id] ?? []).map { EntityReference(.note, $0) }
        }
      }
    }
    let counted = places.enumerated().filter { (counts[$0.element.id] ?? 0) > 0 }
      .sorted { left, right in
        let (first, second) = (counts[left.element.id] ?? 0, counts[right.element.id] ?? 0)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
    var result: [RankedResult] = []
    for (index, reference) in counted.enumerated() {
      let count = counts[reference.id] ?? 0
      let place = result.last.flatMap { $0.votes == count ? $0.place : nil } ?? index + 1
      result.append(RankedResult(place: place, reference: reference, votes: count))
    }
    return result
  }

  // MARK: Without a round

  /// One more vote of nobody in particular, for a note or a cluster; nil when rounds of votes are
  /// held on this board.
  public func addingVote(to reference: EntityReference) -> Edit? {
    guard votings.isEmpty else { return nil }
    return switch reference.kind {
    case .note where notes[reference.id] != nil:
      Edit(.vote, [.insert(Vote(noteID: reference.id))])
    case .cluster where clusters[reference.id] != nil:
      Edit(.vote, [.insert(Vote(clusterID: reference.id))])
    default: nil
    }
  }

  /// One vote less: first one of nobody in particular.
  public func removingVote(from reference: EntityReference) -> Edit? {
    guard votings.isEmpty else { return nil }
    let all = votes.values.filter { ($0.noteID ?? $0.clusterID) == reference.id }
      .sorted { $0.id.uuidString < $1.id.uuidString }
    let vote = all.first { $0.memberID == nil } ?? all.first
    return vote.map { Edit(.vote, [.delete($0.reference)]) }
  }
}

/// Why one more vote is not taken.
public enum VoteRefusal: Hashable, Sendable {
  case closed
  /// Votes go on notes and clusters.
  case noTarget
  /// So many are all that there are.
  case allGiven(Int)
  /// So many may stand on one thing.
  case mostOnOneThing(Int)

  /// What happened and what to do, in a sentence or two.
  public var sentence: String {
    switch self {
    case .closed: tr("The vote is closed.")
    case .noTarget: tr("Votes go on notes and clusters.")
    case .allGiven(let count):
      ntr(
        "The only vote is given. Take it back (−) to put it somewhere else.",
        "All {count} votes are given. Take one back (−) to put it somewhere else.", count)
    case .mostOnOneThing(let count):
      ntr(
        "At most {count} vote may stand on one thing.",
        "At most {count} votes may stand on one thing.", count)
    }
  }
}

/// A place in the result of a vote.
public struct RankedResult: Hashable, Sendable {
  /// From 1 on; equal ones share it.
  public var place: Int
  public var reference: EntityReference
  public var votes: Int
}

extension Int {
  fileprivate func limited(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}

/// A round of votes that is over, with its result.
public struct ClosedRound: Equatable, Sendable {
  public var voting: Voting
  /// Most votes first; equal ones share a place.
  public var ranking: [RankedResult]
  public var given: Int
  /// Votes that could have been given.
  public var possible: Int

  /// "Result of the vote: Which first?"
  public var title: String {
    voting.title.isBlank
      ? tr("Result of the vote") : tr("Result of the vote: {title}", ["title": voting.title])
  }

  /// How it was held, and by which rule the result came about.
  public var rule: String {
    let manner =
      voting.manner == .counts
      ? tr("Votes were counted together.") : tr("People voted one after the other.")
    let rule = tr(
      "{voters} people with {each} votes each, at most {thing} for one thing; equal ones share a place.",
      [
        "voters": voting.voters, "each": voting.votesEach, "thing": voting.votesEachThing,
      ])
    return [
      rule, manner, tr("{given} of {count} votes", ["given": given, "count": possible]) + ".",
    ].joined(separator: " ")
  }
}
