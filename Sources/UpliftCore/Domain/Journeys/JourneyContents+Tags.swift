import Foundation

/// Edits of the tags of cards, one or several at once. Nil: there is nothing to change.
extension JourneyContents {
  /// Gives all these cards a tag, or takes it from all of them.
  public func setting(tag tagID: UUID, of cardIDs: [UUID], to isOn: Bool) -> Edit? {
    let changes = cardIDs.compactMap { id -> Change? in
      guard cards[id] != nil else { return nil }
      let entry = extras.cardTags.entry(of: id, for: tagID)
      if isOn { return entry == nil ? .insert(CardTag(cardID: id, tagID: tagID)) : nil }
      return entry.map { .delete($0.reference) }
    }
    return changes.isEmpty ? nil : Edit(.setTags, changes)
  }

  /// A new tag of the workspace for all these cards; one that has this name already is taken. Nil
  /// when the name is blank, or all cards have the tag.
  public func addingTag(named name: String, to cardIDs: [UUID]) -> Edit? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty else { return nil }
    if let known = extras.tags.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return setting(tag: known.id, of: cardIDs, to: true)
    }
    let tag = Tag(rank: extras.tags.rank(after: nil), name: name)
    let entries = cardIDs.filter { cards[$0] != nil }.map {
      Change.insert(CardTag(cardID: $0, tagID: tag.id))
    }
    return entries.isEmpty ? nil : Edit(.addTag, [.insert(tag)] + entries)
  }

  /// Tags that all these cards have, in the workspace's order.
  public func sharedTags(of cardIDs: [UUID]) -> [Tag] {
    guard let first = cardIDs.first else { return [] }
    let shared = cardIDs.dropFirst().reduce(extras.cardTags.targets(of: first)) {
      $0.intersection(extras.cardTags.targets(of: $1))
    }
    return extras.tags.filter { shared.contains($0.id) }
  }
}

extension [Tag] {
  /// A tag at the end of the list, or after `tagID`.
  public func adding(_ name: String, after tagID: UUID? = nil) -> Addition<Tag> {
    let tag = Tag(rank: rank(after: tagID), name: name)
    return Addition(edit: Edit(.addTag, [.insert(tag)]), record: tag)
  }
}
