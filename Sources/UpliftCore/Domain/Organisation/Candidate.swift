import Foundation

/// Somebody who may take a role.
public struct Candidate: Ranked {
  public static let kind = EntityKind.candidate

  public var id: UUID
  public var roleID: UUID
  public var rank: Rank
  public var name: String
  public var notes: String
  /// Of the interview.
  public var day: CalendarDay?

  public init(
    id: UUID = UUID(),
    roleID: UUID,
    rank: Rank,
    name: String = "",
    notes: String = "",
    day: CalendarDay? = nil
  ) {
    self.id = id
    self.roleID = roleID
    self.rank = rank
    self.name = name
    self.notes = notes
    self.day = day
  }
}
