import Foundation

/// What a clip's cards, steps and emotions name, in another workspace: what is known there by id
/// or name, and else a copy.
struct ClipReferences {
  /// Ids in the target, by those in the clip.
  private(set) var departments: [UUID: UUID] = [:]
  private(set) var personas: [UUID: UUID] = [:]
  private(set) var channels: [UUID: UUID] = [:]
  private(set) var tags: [UUID: UUID] = [:]
  private(set) var pictures: [UUID: UUID] = [:]
  private(set) var metrics: [UUID: UUID] = [:]
  /// Adds what is new.
  private(set) var changes: [Change] = []
  private var newMetrics: Set<UUID> = []
  private let clip: WorkspaceContents

  init(_ clip: WorkspaceContents, of map: JourneyMap, in target: JourneyContents) {
    self.clip = clip
    let extras = target.extras
    departments = match(clip.departments, with: target.departments, \.name, \.id)
    channels = match(clip.channels, with: extras.channels, \.name, \.id)
    tags = match(clip.tags, with: extras.tags, \.name, \.id)
    let before = Set(extras.metrics.map(\.id))
    metrics = match(clip.metrics, with: extras.metrics, \.title, \.id)
    newMetrics = Set(metrics.filter { !before.contains($0.value) }.keys)
    // The point of view of the clip's map is that of the target's, when it has no such persona.
    if let own = target.map.personaID,
      let theirs = clip.personas.first(where: { $0.id == map.personaID }),
      !target.personas.contains(where: { $0.id == theirs.id || $0.name.isSame(as: theirs.name) })
    {
      personas[theirs.id] = own
    }
    let others = clip.personas.filter { personas[$0.id] == nil }
    personas.merge(match(others, with: target.personas, \.name, \.id)) { first, _ in first }
    for picture in clip.pictures {
      if extras.pictures[picture.id] == picture {
        pictures[picture.id] = picture.id
        continue
      }
      var copy = picture
      copy.id = UUID()
      pictures[picture.id] = copy.id
      changes.append(.insert(copy))
    }
  }

  private mutating func match<Record: Ranked>(
    _ own: [Record], with others: [Record], _ name: KeyPath<Record, String>,
    _ id: WritableKeyPath<Record, UUID>
  ) -> [UUID: UUID] {
    var ids: [UUID: UUID] = [:]
    var last = others.last?.rank
    for record in own.inOrder() {
      if let other = others.first(where: { $0.id == record.id })
        ?? others.first(where: { $0[keyPath: name].isSame(as: record[keyPath: name]) })
      {
        ids[record.id] = other.id
        continue
      }
      var copy = record
      copy[keyPath: id] = UUID()
      copy.rank = .between(last, nil)
      last = copy.rank
      ids[record.id] = copy.id
      changes.append(.insert(copy))
    }
    return ids
  }

  /// Of metrics that are new; those of the others are there already.
  ///
  /// - Parameter steps: ids in the target, by those in the clip.
  func readings(at steps: [UUID: UUID]) -> [Reading] {
    clip.readings.compactMap { reading in
      guard newMetrics.contains(reading.metricID), let metricID = metrics[reading.metricID] else {
        return nil
      }
      var copy = reading
      copy.id = UUID()
      copy.metricID = metricID
      if let stepID = reading.stepID {
        guard let new = steps[stepID] else { return nil }
        copy.stepID = new
      }
      return copy
    }
  }
}

extension String {
  /// Names are the same whatever their case and the blanks around them.
  func isSame(as other: String) -> Bool {
    let ends = CharacterSet.whitespacesAndNewlines
    return trimmingCharacters(in: ends).lowercased()
      == other.trimmingCharacters(in: ends)
      .lowercased()
  }
}
