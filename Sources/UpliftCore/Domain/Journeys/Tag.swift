import Foundation

/// A word under which cards are found again, whatever lane they stand in.
public struct Tag: Ranked {
  public static let kind = EntityKind.tag
  public var id: UUID
  public var rank: Rank
  public var name: String
  public var colour: Swatch?

  public init(id: UUID = UUID(), rank: Rank, name: String, colour: Swatch? = nil) {
    self.id = id
    self.rank = rank
    self.name = name
    self.colour = colour
  }
}

/// A tag that a card has.
public struct CardTag: Assignment {
  public static let kind = EntityKind.cardTag
  public var id: UUID
  public var cardID: UUID
  public var tagID: UUID

  public init(id: UUID = UUID(), cardID: UUID, tagID: UUID) {
    self.id = id
    self.cardID = cardID
    self.tagID = tagID
  }

  public var ownerID: UUID { cardID }
  public var targetID: UUID { tagID }
}
