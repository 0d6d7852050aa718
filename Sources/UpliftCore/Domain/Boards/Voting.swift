import Foundation

/// A round of dot voting on a board. What was voted is hidden until it is closed. Its limits never
/// change: other limits are another round.
public struct Voting: Ranked {
  public static let kind = EntityKind.voting

  public enum State: String, CaseIterable, Codable, Sendable {
    case open, closed
  }

  /// How people who share a machine vote.
  public enum Manner: String, CaseIterable, Codable, Sendable {
    /// One after the other sets dots of their own.
    case inTurn = "in_turn"
    /// Somebody counts hands or stickers and enters the sums.
    case counts
  }

  /// How many votes a person may be given.
  public static let limits = 1...100
  /// How many people may vote.
  public static let voterLimits = 1...10_000

  public var id: UUID
  public var boardID: UUID
  public var rank: Rank
  /// What is voted on: "Which of these first?"
  public var title: String
  public var manner: Manner
  /// Votes of each person, 1…100.
  public var votesEach: Int
  /// Votes of one person for one thing at most, 1…100.
  public var votesEachThing: Int
  /// People who are expected to vote, 1…10,000.
  public var voters: Int
  public var state: State
  public var openedAt: Instant
  public var closedAt: Instant?

  public init(
    id: UUID = UUID(), boardID: UUID, rank: Rank, title: String = "", manner: Manner = .inTurn,
    votesEach: Int = 5, votesEachThing: Int = 3, voters: Int, state: State = .open,
    openedAt: Instant = .now, closedAt: Instant? = nil
  ) {
    self.id = id
    self.boardID = boardID
    self.rank = rank
    self.title = title
    self.manner = manner
    self.votesEach = votesEach
    self.votesEachThing = votesEachThing
    self.voters = voters
    self.state = state
    self.openedAt = openedAt
    self.closedAt = closedAt
  }
}

/// The votes of one person who stays unnamed, or of all who were counted together.
public struct Ballot: Entity {
  public static let kind = EntityKind.ballot
  public var id: UUID
  public var votingID: UUID
  /// Whose turn it was, from 1 on; a round has each number once.
  public var number: Int
  /// How many people's votes it holds, 1…10,000. The limits of the round hold for each of them.
  public var voters: Int
  /// Whether the person has finished.
  public var isCast: Bool

  public init(
    id: UUID = UUID(), votingID: UUID, number: Int, voters: Int = 1, isCast: Bool = false
  ) {
    self.id = id
    self.votingID = votingID
    self.number = number
    self.voters = voters
    self.isCast = isCast
  }
}
