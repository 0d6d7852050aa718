import Foundation

extension WorkspaceContents {
  /// Makes one map what it was in an older state of the workspace, and changes nothing else.
  ///
  /// Pictures that its cards showed come back. What else its parts referred to and is gone since
  /// (a persona, a department, a channel, a tag, a metric, another map) stays gone, and the
  /// reference is empty. Links of parts that come back come back too, when their other end is
  /// there, and so do causes of cards that come back; what pointed to them then and points to
  /// nothing now points to them again.
  ///
  /// - Returns: nil when the map was not there then, or is as it was.
  public func restoring(map mapID: UUID, from then: WorkspaceContents) -> Edit? {
    guard var wanted = then.parts(of: mapID) else { return nil }
    let own = parts(of: mapID)
    wanted.fit(into: self, mapID: mapID)
    let pictureIDs = Set(pictures.map(\.id))
    let shown = Set(wanted.cards.compactMap(\.pictureID))
    let returning = then.pictures.filter { shown.contains($0.id) && !pictureIDs.contains($0.id) }
    let after = wanted.records
    var changes = Self.changes(from: own?.records ?? [], to: after, bringing: returning)
    let known = Set(own?.records.map(\.id) ?? [])
    let back = Set(after.map(\.id)).subtracting(known)
    changes += returningCauses(of: back, from: then)
    changes += pointing(\.readings, \.stepID, backTo: back, from: then)
    changes += pointing(\.standards, \.stepID, backTo: back, from: then)
    changes += pointing(\.breakdowns, \.stepID, backTo: back, from: then)
    changes += pointing(\.opportunities, \.cardID, backTo: back, from: then)
    changes += returningLinks(of: Set(after.map(\.id)), from: then)
    return changes.isEmpty ? nil : Edit(.restore, changes)
  }

  private func returningCauses(of back: Set<UUID>, from then: WorkspaceContents) -> [Change] {
    let present = Set(causes.map(\.id))
    let returning = then.causes.filter { back.contains($0.cardID) && !present.contains($0.id) }
    let ids = Set(returning.map(\.id))
    let known = Set(initiatives.map(\.id))
    let addressed = then.initiativeCauses.filter {
      ids.contains($0.causeID) && known.contains($0.initiativeID)
    }
    return returning.map { .insert($0) } + addressed.map { .insert($0) }
  }

  private func pointing<Record: Entity>(
    _ list: KeyPath<WorkspaceContents, [Record]>, _ field: WritableKeyPath<Record, UUID?>,
    backTo back: Set<UUID>, from then: WorkspaceContents
  ) -> [Change] {
    let targets = Dictionary(
      then[keyPath: list].compactMap { record in
        record[keyPath: field].map { (record.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    return self[keyPath: list].compactMap { record in
      guard record[keyPath: field] == nil, let target = targets[record.id], back.contains(target)
      else { return nil }
      var pointing = record
      pointing[keyPath: field] = target
      return .update(from: record, to: pointing)
    }
  }

  /// - Parameters:
  ///   - before: each record after those that it refers to; so `after`.
  ///   - others: come with the records of `after`, which refer to them.
  static func changes(
    from before: [any Entity], to after: [any Entity], bringing others: [any Entity] = []
  ) -> [Change] {
    let oldByID = Dictionary(
      before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let newIDs = Set(after.map(\.id))
    // What hangs on others goes first and comes last; a step leaves its stage before that goes.
    let gone = before.filter { !newIDs.contains($0.id) }
    let isLeaf = { (record: any Entity) in
      record is any Assignment || record is LanePersona || record is Emotion || record is Vote
    }
    var changes: [Change] = gone.filter(isLeaf).map { .delete($0.reference) }
    changes += others.map { .insert($0) }
    for record in after {
      guard let old = oldByID[record.id] else {
        changes.append(.insert(record))
        continue
      }
      if !record.isSame(as: old) { changes.append(.update(from: old, to: record)) }
    }
    return changes + gone.filter { !isLeaf($0) }.reversed().map { .delete($0.reference) }
  }

  /// Links of parts that come back, when their other end is there.
  func returningLinks(of partIDs: Set<UUID>, from then: WorkspaceContents) -> [Change] {
    let present = Set(links.map(\.id))
    let known = Set(records.map(\.id)).union(partIDs)
    return then.links.filter { link in
      !present.contains(link.id) && (partIDs.contains(link.fromID) || partIDs.contains(link.toID))
        && known.contains(link.fromID) && known.contains(link.toID)
    }.map { .insert($0) }
  }

  /// Nil when there is no such map.
  private func parts(of mapID: UUID) -> MapParts? {
    guard let map = journeyMaps.first(where: { $0.id == mapID }) else { return nil }
    var parts = MapParts(map: map)
    parts.stages = stages.filter { $0.mapID == mapID }
    let stageIDs = Set(parts.stages.map(\.id))
    parts.steps = steps.filter { stageIDs.contains($0.stageID) }
    let stepIDs = Set(parts.steps.map(\.id))
    parts.lanes = lanes.filter { $0.mapID == mapID }
    let laneIDs = Set(parts.lanes.map(\.id))
    parts.lanePersonas = lanePersonas.filter { laneIDs.contains($0.laneID) }
    parts.lines = blueprintLines.filter { $0.mapID == mapID }
    parts.cards = cards.filter { laneIDs.contains($0.laneID) }
    let cardIDs = Set(parts.cards.map(\.id))
    parts.emotions = emotions.filter { stepIDs.contains($0.stepID) }
    parts.cardDepartments = cardDepartments.filter { cardIDs.contains($0.cardID) }
    parts.cardChannels = cardChannels.filter { cardIDs.contains($0.cardID) }
    parts.cardTags = cardTags.filter { cardIDs.contains($0.cardID) }
    parts.stepDepartments = stepDepartments.filter { stepIDs.contains($0.stepID) }
    return parts
  }
}

/// The records of one map.
private struct MapParts {
  var map: JourneyMap
  var stages: [Stage] = []
  var steps: [Step] = []
  var lanes: [Lane] = []
  var lanePersonas: [LanePersona] = []
  var lines: [BlueprintLine] = []
  var cards: [Card] = []
  var emotions: [Emotion] = []
  var cardDepartments: [CardDepartment] = []
  var cardChannels: [CardChannel] = []
  var cardTags: [CardTag] = []
  var stepDepartments: [StepDepartment] = []

  init(map: JourneyMap) { self.map = map }

  /// Each after those that it refers to.
  var records: [any Entity] {
    var all: [any Entity] = [map]
    all += stages as [any Entity]
    all += steps as [any Entity]
    all += lanes as [any Entity]
    all += lanePersonas as [any Entity]
    all += lines as [any Entity]
    all += cards as [any Entity]
    all += emotions as [any Entity]
    all += cardDepartments as [any Entity]
    all += cardChannels as [any Entity]
    all += cardTags as [any Entity]
    all += stepDepartments as [any Entity]
    return all
  }

  /// Empties references to what is not there any more.
  mutating func fit(into now: WorkspaceContents, mapID: UUID) {
    let personas = Set(now.personas.map(\.id))
    let maps = Set(now.journeyMaps.map(\.id)).union([mapID])
    let metrics = Set(now.metrics.map(\.id))
    let departments = Set(now.departments.map(\.id))
    let channels = Set(now.channels.map(\.id))
    let tags = Set(now.tags.map(\.id))
    if let id = map.personaID, !personas.contains(id) { map.personaID = nil }
    if let id = map.basisID, !maps.contains(id) { map.basisID = nil }
    for index in steps.indices {
      if let id = steps[index].opensMapID, !maps.contains(id) { steps[index].opensMapID = nil }
    }
    for index in cards.indices {
      if let id = cards[index].metricID, !metrics.contains(id) { cards[index].metricID = nil }
    }
    emotions.removeAll { emotion in
      emotion.personaID.map { !personas.contains($0) } ?? false
    }
    lanePersonas.removeAll { entry in
      entry.personaID.map { !personas.contains($0) } ?? false
    }
    cardDepartments.removeAll { !departments.contains($0.departmentID) }
    stepDepartments.removeAll { !departments.contains($0.departmentID) }
    cardChannels.removeAll { !channels.contains($0.channelID) }
    cardTags.removeAll { !tags.contains($0.tagID) }
  }
}

extension Entity {
  fileprivate func isSame(as other: any Entity) -> Bool { (other as? Self) == self }
}
