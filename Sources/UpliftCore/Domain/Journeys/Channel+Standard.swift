import Foundation

extension Channel {
  /// What most workspaces begin with, in the language of the program.
  public static var standard: [(name: String, mark: Mark)] {
    [
      (tr("Website"), .web), (tr("App"), .app), (tr("E-mail"), .email), (tr("Chat"), .chat),
      (tr("Phone"), .phone), (tr("Text message"), .message), (tr("Post"), .post),
      (tr("Parcel"), .parcel), (tr("Store"), .store), (tr("Counter"), .counter),
      (tr("In person"), .person), (tr("Event"), .event), (tr("Social media"), .social),
      (tr("Device"), .device),
    ]
  }
}

extension Channel.Mark {
  /// The mark of the standard channel of this name; `other` when there is none.
  public static func fitting(_ name: String) -> Channel.Mark {
    let name = name.lowercased()
    return Channel.standard.first { $0.name.lowercased() == name }?.mark ?? .other
  }
}

extension Array where Element == Channel {
  /// The standard channels that are not in the list yet, as one edit; nil when all are.
  public var addingStandard: Edit? {
    let known = Set(map { $0.name.lowercased() })
    let new = Channel.standard.filter { !known.contains($0.name.lowercased()) }
    guard !new.isEmpty else { return nil }
    let ranks = Rank.spread(new.count, after: last?.rank)
    return Edit(
      .addChannel,
      zip(new, ranks).map { .insert(Channel(rank: $1, name: $0.name, mark: $0.mark)) })
  }

  /// After `channelID`, or last. The mark is the one that fits the name.
  public func adding(_ name: String, after channelID: UUID? = nil) -> Addition<Channel> {
    let channel = Channel(rank: rank(after: channelID), name: name, mark: .fitting(name))
    return Addition(edit: Edit(.addChannel, [.insert(channel)]), record: channel)
  }
}

extension JourneyContents {
  /// A channel of this name for a card: one that is in the workspace, or a new one. Nil when the
  /// name is blank or the card has the channel.
  public func addingChannel(named name: String, to cardID: UUID) -> Edit? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, cards[cardID] != nil else { return nil }
    if let known = extras.channels.first(where: { $0.name.lowercased() == name.lowercased() }) {
      guard extras.cardChannels.entry(of: cardID, for: known.id) == nil else { return nil }
      return toggling(channel: known.id, of: cardID)
    }
    let added = extras.channels.adding(name)
    return Edit(
      .addChannel,
      added.edit.changes + [.insert(CardChannel(cardID: cardID, channelID: added.record.id))])
  }
}
