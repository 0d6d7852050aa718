import Foundation

/// An audience that hears a message.
public struct MessageAudience: Assignment {
  public static let kind = EntityKind.messageAudience

  public var id: UUID
  public var messageID: UUID
  public var audienceID: UUID

  public init(
    id: UUID = UUID(),
    messageID: UUID,
    audienceID: UUID
  ) {
    self.id = id
    self.messageID = messageID
    self.audienceID = audienceID
  }

  public var ownerID: UUID { messageID }
  public var targetID: UUID { audienceID }
}
