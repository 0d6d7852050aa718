import Foundation

/// What touches customers and has no customer voice behind it: customers are asked before what
/// affects them changes.
///
/// A customer voice is a link "backed by" or "raised by", in either direction, with a customer
/// dialogue, a reading, or a note on a board of a customer advisory board or a focus group; of a
/// card also that it was observed or reported and says from where. An initiative has that of an
/// opportunity that leads to it, or that it is backed or raised by.
public struct CustomerVoice: Equatable, Sendable {
  /// A card of kind opportunity, on a map from the point of view of a customer or of nobody yet.
  public struct Opportunity: Equatable, Sendable, Identifiable {
    public var id: UUID
    public var text: String
    public var mapID: UUID
    public var mapTitle: String
    public var stepTitle: String

    public var reference: EntityReference { EntityReference(.card, id) }

    public init(id: UUID, text: String, mapID: UUID, mapTitle: String, stepTitle: String) {
      self.id = id
      self.text = text
      self.mapID = mapID
      self.mapTitle = mapTitle
      self.stepTitle = stepTitle
    }
  }

  /// Without a voice, in the order of maps, steps and cards.
  public var opportunities: [Opportunity]
  /// All that touch customers.
  public var opportunityCount: Int
  /// Without a voice, in order: those that touch customers and are neither done nor dropped.
  public var initiatives: [Initiative]
  /// All that touch customers and are neither done nor dropped.
  public var initiativeCount: Int

  public init(
    opportunities: [Opportunity] = [], opportunityCount: Int = 0, initiatives: [Initiative] = [],
    initiativeCount: Int = 0
  ) {
    self.opportunities = opportunities
    self.opportunityCount = opportunityCount
    self.initiatives = initiatives
    self.initiativeCount = initiativeCount
  }

  public var isEmpty: Bool { opportunities.isEmpty && initiatives.isEmpty }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "A customer voice is a link “backed by” or “raised by” with a customer dialogue, a reading, or a note of a customer advisory board or focus group. An opportunity that was observed or reported and names its source has one, too. An initiative has the voice of the opportunity that leads to it."
    )
  }

  /// "3 of 8 opportunities and 1 of 4 initiatives that touch customers".
  public var count: String {
    tr(
      "{opportunities} of {allOpportunities} opportunities and {initiatives} of {allInitiatives} initiatives that touch customers have no customer voice behind them.",
      [
        "opportunities": opportunities.count, "allOpportunities": opportunityCount,
        "initiatives": initiatives.count, "allInitiatives": initiativeCount,
      ])
  }
}
