import Foundation

/// How well a role masters a skill, and how well it should: 0 (not at all) … 4 (can train others).
public struct SkillLevel: Assignment, RangedFields {
  public static let kind = EntityKind.skillLevel

  public var id: UUID
  public var skillID: UUID
  public var roleID: UUID
  /// 0…4.
  public var needed: Int?
  /// 0…4.
  public var present: Int?

  public init(
    id: UUID = UUID(),
    skillID: UUID,
    roleID: UUID,
    needed: Int? = nil,
    present: Int? = nil
  ) {
    self.id = id
    self.skillID = skillID
    self.roleID = roleID
    self.needed = needed
    self.present = present
  }

  public var ownerID: UUID { skillID }
  public var targetID: UUID { roleID }

  public static let ranges: [FieldRange<SkillLevel>] = [
    .field("needed", 0...4, \.needed),
    .field("present", 0...4, \.present),
  ]
}
