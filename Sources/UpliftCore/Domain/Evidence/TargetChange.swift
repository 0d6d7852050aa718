import Foundation

/// A target that a metric was given, from a day on.
public struct TargetChange: Entity, RangedFields {
  public static let kind = EntityKind.targetChange

  public var id: UUID
  public var metricID: UUID
  /// From when.
  public var day: CalendarDay
  /// Nil: none from then on.
  public var target: Double?
  public var reason: String
  /// Who in the leadership agreed to it.
  public var agreedBy: String

  public init(
    id: UUID = UUID(),
    metricID: UUID,
    day: CalendarDay,
    target: Double? = nil,
    reason: String = "",
    agreedBy: String = ""
  ) {
    self.id = id
    self.metricID = metricID
    self.day = day
    self.target = target
    self.reason = reason
    self.agreedBy = agreedBy
  }

  public static let ranges: [FieldRange<TargetChange>] = [
    .finite("target", \.target)
  ]
}
