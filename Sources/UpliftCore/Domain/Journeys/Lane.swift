import Foundation

/// A row across all steps of a map, of one kind.
public struct Lane: Ranked {
  public static let kind = EntityKind.lane

  public enum Kind: String, CaseIterable, Codable, Sendable {
    case actions, thoughts, emotion, touchpoints, channels
    case painPoints = "pain_points"
    case opportunities
    case physicalEvidence = "physical_evidence"
    case frontstage, backstage, support, metrics, images, text
  }

  public var id: UUID
  public var mapID: UUID
  public var rank: Rank
  public var laneKind: Kind
  /// Empty: the name of its kind.
  public var title: String
  /// A second, smaller line under the title.
  public var subtitle: String

  public init(
    id: UUID = UUID(), mapID: UUID, rank: Rank, kind: Kind, title: String = "",
    subtitle: String = ""
  ) {
    self.id = id
    self.mapID = mapID
    self.rank = rank
    laneKind = kind
    self.title = title
    self.subtitle = subtitle
  }
}
