import Foundation

/// An answer to "why?" under a pain point. The answers of one chain follow each other; the last is
/// filed under a factor.
public struct Cause: Ranked, RangedFields {
  public static let kind = EntityKind.cause

  public enum Factor: String, CaseIterable, Codable, Sendable {
    case people
    case policies
    case practices
    case processes
    case partners
    case channels
    case technology
    case employeeExperience = "employee_experience"
    case culture
  }

  public var id: UUID
  /// The pain point.
  public var cardID: UUID
  public var rank: Rank
  /// Which chain of the pain point, from 1.
  public var chain: Int
  public var text: String
  /// What it comes down to; of the last of a chain.
  public var factor: Factor?

  public init(
    id: UUID = UUID(),
    cardID: UUID,
    rank: Rank,
    chain: Int = 1,
    text: String = "",
    factor: Factor? = nil
  ) {
    self.id = id
    self.cardID = cardID
    self.rank = rank
    self.chain = chain
    self.text = text
    self.factor = factor
  }

  public static let ranges: [FieldRange<Cause>] = [
    .field("chain", 1...1_000, \.chain)
  ]
}
