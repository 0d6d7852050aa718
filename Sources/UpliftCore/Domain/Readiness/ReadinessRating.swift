import Foundation

/// How somebody rates a condition.
public struct ReadinessRating: Entity, RangedFields {
  public static let kind = EntityKind.readinessRating

  public enum Condition: String, CaseIterable, Codable, Sendable {
    case leaders
    case people
    case policies
    case practices
    case processes
    case partners
    case channels
    case technology
    case managers
    case breakdowns
    case choice
  }

  public var id: UUID
  public var roundID: UUID
  public var condition: Condition
  public var rater: String
  /// 0 (not at all) … 5 (fully).
  public var score: Int
  public var evidence: String

  public init(
    id: UUID = UUID(),
    roundID: UUID,
    condition: Condition = .leaders,
    rater: String = "",
    score: Int = 0,
    evidence: String = ""
  ) {
    self.id = id
    self.roundID = roundID
    self.condition = condition
    self.rater = rater
    self.score = score
    self.evidence = evidence
  }

  public static let ranges: [FieldRange<ReadinessRating>] = [
    .field("score", 0...5, \.score)
  ]
}
