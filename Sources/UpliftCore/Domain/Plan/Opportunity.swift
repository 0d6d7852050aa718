import Foundation

/// A chance to do better for customers, weighed against others.
public struct Opportunity: Ranked, RangedFields {
  public static let kind = EntityKind.opportunity

  public var id: UUID
  public var rank: Rank
  /// The card on a map that says it.
  public var cardID: UUID?
  /// What it is called when there is no card.
  public var title: String
  /// For customers and the organisation, 1 (hardly any) … 5 (massive).
  public var value: Double?
  /// Person-months, 0 or more.
  public var effort: Double?
  /// Customers a quarter, 0 or more.
  public var reach: Double?
  /// How sure one is of value, reach and effort, 0…1.
  public var confidence: Double?
  public var notes: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    cardID: UUID? = nil,
    title: String = "",
    value: Double? = nil,
    effort: Double? = nil,
    reach: Double? = nil,
    confidence: Double? = nil,
    notes: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.cardID = cardID
    self.title = title
    self.value = value
    self.effort = effort
    self.reach = reach
    self.confidence = confidence
    self.notes = notes
  }

  public static let ranges: [FieldRange<Opportunity>] = [
    .field("value", 1...5, \.value),
    .field("effort", 0...1_000_000, \.effort),
    .field("reach", 0...1_000_000_000_000, \.reach),
    .field("confidence", 0...1, \.confidence),
  ]
}
