import Foundation

/// Somebody who leads, and what they stand for.
public struct Leader: Ranked {
  public static let kind = EntityKind.leader

  public var id: UUID
  public var rank: Rank
  public var name: String
  public var role: String
  /// What they said they would do.
  public var commitment: String
  /// When they signed.
  public var signedOn: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    name: String = "",
    role: String = "",
    commitment: String = "",
    signedOn: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.name = name
    self.role = role
    self.commitment = commitment
    self.signedOn = signedOn
  }
}

/// Something that a leader did and that people could see.
public struct LeaderAct: Ranked {
  public static let kind = EntityKind.leaderAct

  public var id: UUID
  public var leaderID: UUID
  public var rank: Rank
  public var day: CalendarDay?
  public var text: String

  public init(
    id: UUID = UUID(),
    leaderID: UUID,
    rank: Rank,
    day: CalendarDay? = nil,
    text: String = ""
  ) {
    self.id = id
    self.leaderID = leaderID
    self.rank = rank
    self.day = day
    self.text = text
  }
}
