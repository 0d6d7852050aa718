import Foundation

/// What a meeting works on: columns of notes.
public struct Board: Ranked {
  public static let kind = EntityKind.board

  /// What a note without a colour of its own takes it from.
  public enum Colouring: String, CaseIterable, Codable, Sendable {
    case column, author, theme
  }
  public var id: UUID
  public var groupID: UUID
  /// The meeting that it belongs to, if one.
  public var meetingID: UUID?
  public var rank: Rank
  public var title: String
  public var colouring: Colouring
  /// Whether people are writing in private: notes that are added now are hidden until all are
  /// revealed.
  public var isPrivate: Bool

  public init(
    id: UUID = UUID(), groupID: UUID, meetingID: UUID? = nil, rank: Rank, title: String,
    colouring: Colouring = .column, isPrivate: Bool = false
  ) {
    self.id = id
    self.groupID = groupID
    self.meetingID = meetingID
    self.rank = rank
    self.title = title
    self.colouring = colouring
    self.isPrivate = isPrivate
  }
}

/// A column of a board.
public struct BoardColumn: Ranked {
  public static let kind = EntityKind.boardColumn
  public var id: UUID
  public var boardID: UUID
  public var rank: Rank
  public var title: String
  /// Nil: by position.
  public var colour: Swatch?

  public init(id: UUID = UUID(), boardID: UUID, rank: Rank, title: String, colour: Swatch? = nil) {
    self.id = id
    self.boardID = boardID
    self.rank = rank
    self.title = title
    self.colour = colour
  }
}

/// Notes of one column that belong together. Its rank is one among the column's loose notes.
public struct Cluster: Ranked {
  public static let kind = EntityKind.cluster
  public var id: UUID
  public var columnID: UUID
  public var rank: Rank
  public var title: String

  public init(id: UUID = UUID(), columnID: UUID, rank: Rank, title: String) {
    self.id = id
    self.columnID = columnID
    self.rank = rank
    self.title = title
  }
}

/// What somebody wrote on a board.
public struct Note: Ranked {
  public static let kind = EntityKind.note
  public var id: UUID
  public var columnID: UUID
  /// A cluster of the same column, if it is in one.
  public var clusterID: UUID?
  /// Among the column's loose notes and clusters, or among the notes of its cluster.
  public var rank: Rank
  public var text: String
  public var authorID: UUID?
  /// What it is about, in a word or two: "Processes".
  public var theme: String
  /// Nil: the colour of its column.
  public var colour: Swatch?
  public var createdAt: Instant
  /// Written in private and not yet revealed: its text is shown nowhere.
  public var isPrivate: Bool

  public init(
    id: UUID = UUID(), columnID: UUID, clusterID: UUID? = nil, rank: Rank, text: String,
    authorID: UUID? = nil, theme: String = "", colour: Swatch? = nil, createdAt: Instant = .now,
    isPrivate: Bool = false
  ) {
    self.id = id
    self.columnID = columnID
    self.clusterID = clusterID
    self.rank = rank
    self.text = text
    self.authorID = authorID
    self.theme = theme
    self.colour = colour
    self.createdAt = createdAt
    self.isPrivate = isPrivate
  }
}

/// One dot, on a note or on a cluster.
public struct Vote: Entity {
  public static let kind = EntityKind.vote
  public var id: UUID
  /// Exactly one of `noteID` and `clusterID` is set.
  public var noteID: UUID?
  public var clusterID: UUID?
  /// Nil: anonymous.
  public var memberID: UUID?
  /// Whose of which round; nil: given without a round.
  public var ballotID: UUID?

  public init(id: UUID = UUID(), noteID: UUID, memberID: UUID? = nil, ballotID: UUID? = nil) {
    self.id = id
    self.noteID = noteID
    self.memberID = memberID
    self.ballotID = ballotID
  }

  public init(
    id: UUID = UUID(), clusterID: UUID, memberID: UUID? = nil, ballotID: UUID? = nil
  ) {
    self.id = id
    self.clusterID = clusterID
    self.memberID = memberID
    self.ballotID = ballotID
  }
}
