import Foundation

/// Whose journey it is.
public struct Persona: Ranked {
  public static let kind = EntityKind.persona

  public enum Role: String, CaseIterable, Codable, Sendable {
    case customer, employee, partner
  }

  public var id: UUID
  public var rank: Rank
  public var name: String
  public var role: Role
  /// Years; nil when it does not matter.
  public var age: Int?
  public var goals: String
  public var quote: String
  public var context: String
  /// A portrait.
  public var pictureID: UUID?
  /// Of its emotion curve; nil: by position.
  public var colour: Swatch?

  public init(
    id: UUID = UUID(), rank: Rank, name: String, role: Role = .customer, age: Int? = nil,
    goals: String = "", quote: String = "", context: String = "",
    pictureID: UUID? = nil, colour: Swatch? = nil
  ) {
    self.id = id
    self.rank = rank
    self.name = name
    self.role = role
    self.age = age
    self.goals = goals
    self.quote = quote
    self.context = context
    self.pictureID = pictureID
    self.colour = colour
  }
}
