import Foundation

/// What a role asks of a candidate.
public struct Criterion: Ranked, RangedFields {
  public static let kind = EntityKind.criterion

  public enum Area: String, CaseIterable, Codable, Sendable {
    case technical
    case interaction
    case influence
    case frontOfHouse = "front_of_house"
    case backOfHouse = "back_of_house"
    case urgency
  }

  public var id: UUID
  public var roleID: UUID
  public var rank: Rank
  public var area: Area
  public var title: String
  /// 0…100.
  public var weight: Int

  public init(
    id: UUID = UUID(),
    roleID: UUID,
    rank: Rank,
    area: Area = .interaction,
    title: String = "",
    weight: Int = 1
  ) {
    self.id = id
    self.roleID = roleID
    self.rank = rank
    self.area = area
    self.title = title
    self.weight = weight
  }

  public static let ranges: [FieldRange<Criterion>] = [
    .field("weight", 0...100, \.weight)
  ]
}
