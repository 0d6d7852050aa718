import Foundation

/// A way in which customer and organisation meet: "Web shop", "Carrier counter".
public struct Channel: Ranked {
  public static let kind = EntityKind.channel

  /// What it is drawn as, so that it is recognised without colour.
  public enum Mark: String, CaseIterable, Codable, Sendable {
    case web, app, email, chat, phone, message, post, parcel, store, counter, person, event, social
    case device, other
  }

  public var id: UUID
  public var rank: Rank
  public var name: String
  public var mark: Mark

  public init(id: UUID = UUID(), rank: Rank, name: String, mark: Mark = .other) {
    self.id = id
    self.rank = rank
    self.name = name
    self.mark = mark
  }
}

/// A channel through which a card's touchpoint happens.
public struct CardChannel: Assignment {
  public static let kind = EntityKind.cardChannel
  public var id: UUID
  public var cardID: UUID
  public var channelID: UUID

  public init(id: UUID = UUID(), cardID: UUID, channelID: UUID) {
    self.id = id
    self.cardID = cardID
    self.channelID = channelID
  }

  public var ownerID: UUID { cardID }
  public var targetID: UUID { channelID }
}
