import Foundation

/// A warning about a group that somebody has thought about and put aside, with the reason.
public struct Dismissal: Entity {
  public static let kind = EntityKind.dismissal
  public var id: UUID
  public var groupID: UUID
  /// Which warning: `GroupWarning.key`. One group has at most one dismissal of each.
  public var warning: String
  public var reason: String
  public var day: CalendarDay?

  public init(
    id: UUID = UUID(), groupID: UUID, warning: String, reason: String = "",
    day: CalendarDay? = nil
  ) {
    self.id = id
    self.groupID = groupID
    self.warning = warning
    self.reason = reason
    self.day = day
  }
}
