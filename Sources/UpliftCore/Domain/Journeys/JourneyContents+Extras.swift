import Foundation

extension JourneyContents {
  /// Channels of a card, in the workspace's order.
  public func channels(of cardID: UUID) -> [Channel] {
    let ids = extras.cardChannels.targets(of: cardID)
    return ids.isEmpty ? [] : extras.channels.filter { ids.contains($0.id) }
  }

  /// Tags of a card, in the workspace's order.
  public func tags(of cardID: UUID) -> [Tag] {
    let ids = extras.cardTags.targets(of: cardID)
    return ids.isEmpty ? [] : extras.tags.filter { ids.contains($0.id) }
  }

  /// Departments that stand behind a step, in the workspace's order.
  public func departments(behind stepID: UUID) -> [Department] {
    let ids = extras.stepDepartments.targets(of: stepID)
    return ids.isEmpty ? [] : departments.filter { ids.contains($0.id) }
  }

  public func picture(of card: Card) -> StoredPicture? {
    card.pictureID.flatMap { extras.pictures[$0] }
  }

  /// Known of the map's point of view only.
  public func portrait(of persona: Persona) -> StoredPicture? {
    persona.pictureID.flatMap { extras.pictures[$0] }
  }

  public func metric(of card: Card) -> Metric? {
    card.metricID.flatMap { id in extras.metrics.first { $0.id == id } }
  }

  /// What a card of a metric shows, oldest first: the readings at the card's own step, or else
  /// those of the whole journey.
  public func readings(of card: Card) -> [Reading] {
    guard let all = card.metricID.flatMap({ extras.readings[$0] }) else { return [] }
    let own = all.filter { $0.stepID == card.stepID }
    return own.isEmpty ? all.filter { $0.stepID == nil } : own
  }

  /// Adds or removes a channel of a card. Nil: there is no such card.
  public func toggling(channel channelID: UUID, of cardID: UUID) -> Edit? {
    guard cards[cardID] != nil else { return nil }
    if let entry = extras.cardChannels.entry(of: cardID, for: channelID) {
      return Edit(.setChannels, [.delete(entry.reference)])
    }
    return Edit(.setChannels, [.insert(CardChannel(cardID: cardID, channelID: channelID))])
  }

  /// Adds or removes a tag of a card. Nil: there is no such card.
  public func toggling(tag tagID: UUID, of cardID: UUID) -> Edit? {
    guard cards[cardID] != nil else { return nil }
    if let entry = extras.cardTags.entry(of: cardID, for: tagID) {
      return Edit(.setTags, [.delete(entry.reference)])
    }
    return Edit(.setTags, [.insert(CardTag(cardID: cardID, tagID: tagID))])
  }

  /// Adds or removes a department that stands behind a step. Nil: there is no such step.
  public func toggling(department departmentID: UUID, behind stepID: UUID) -> Edit? {
    guard steps.contains(where: { $0.id == stepID }) else { return nil }
    if let entry = extras.stepDepartments.entry(of: stepID, for: departmentID) {
      return Edit(.setDepartments, [.delete(entry.reference)])
    }
    return Edit(
      .setDepartments, [.insert(StepDepartment(stepID: stepID, departmentID: departmentID))])
  }
}
