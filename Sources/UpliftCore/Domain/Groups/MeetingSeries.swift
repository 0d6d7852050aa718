import Foundation

/// Meetings that come again and again.
public struct MeetingSeries: Ranked {
  public static let kind = EntityKind.meetingSeries

  public enum Cadence: String, CaseIterable, Codable, Sendable {
    case weekly, fortnightly, monthly, quarterly, yearly
  }

  public var id: UUID
  public var groupID: UUID
  public var rank: Rank
  public var title: String
  public var cadence: Cadence

  public init(
    id: UUID = UUID(), groupID: UUID, rank: Rank, title: String, cadence: Cadence = .monthly
  ) {
    self.id = id
    self.groupID = groupID
    self.rank = rank
    self.title = title
    self.cadence = cadence
  }
}
