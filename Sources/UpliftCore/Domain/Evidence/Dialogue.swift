import Foundation

/// A conversation of somebody in charge with a customer.
public struct Dialogue: Ranked {
  public static let kind = EntityKind.dialogue

  /// How likely it is that the customer leaves without a word.
  public enum Risk: String, CaseIterable, Codable, Sendable {
    case low, medium, high
  }

  public var id: UUID
  public var rank: Rank
  public var day: CalendarDay?
  public var leader: String
  public var customer: String
  public var likes: String
  public var wouldImprove: String
  public var leftUnsaid: String
  public var followUp: String
  public var risk: Risk?
  /// Who it was, if they are among the customers.
  public var customerID: UUID?

  public init(
    id: UUID = UUID(), rank: Rank, day: CalendarDay? = nil, leader: String = "",
    customer: String = "", likes: String = "", wouldImprove: String = "", leftUnsaid: String = "",
    followUp: String = "", risk: Risk? = nil,
    customerID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.day = day
    self.leader = leader
    self.customer = customer
    self.likes = likes
    self.wouldImprove = wouldImprove
    self.leftUnsaid = leftUnsaid
    self.followUp = followUp
    self.risk = risk
    self.customerID = customerID
  }
}
