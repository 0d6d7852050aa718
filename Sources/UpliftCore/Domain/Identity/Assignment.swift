import Foundation

/// A record that gives one record (its owner) another one out of a list: a card a department.
public protocol Assignment: Entity {
  var ownerID: UUID { get }
  var targetID: UUID { get }
}

/// Assignments by their owner.
public struct Assignments<Entry: Assignment>: Equatable, Sendable {
  public private(set) var entries: [UUID: Entry] = [:]
  /// Ids of entries.
  private var byOwner: [UUID: Set<UUID>] = [:]

  public init(_ entries: [Entry] = []) {
    for entry in entries { upsert(entry) }
  }

  /// Ids of the records that are assigned to an owner.
  public func targets(of ownerID: UUID) -> Set<UUID> {
    guard let ids = byOwner[ownerID] else { return [] }
    return Set(ids.compactMap { entries[$0]?.targetID })
  }

  public func entries(of ownerID: UUID) -> [Entry] {
    (byOwner[ownerID] ?? []).compactMap { entries[$0] }
  }

  public func entry(of ownerID: UUID, for targetID: UUID) -> Entry? {
    entries(of: ownerID).first { $0.targetID == targetID }
  }

  mutating func upsert(_ entry: Entry) {
    if let old = entries[entry.id], old.ownerID != entry.ownerID { remove(entry.id) }
    entries[entry.id] = entry
    byOwner[entry.ownerID, default: []].insert(entry.id)
  }

  mutating func remove(_ id: UUID) {
    guard let entry = entries.removeValue(forKey: id) else { return }
    byOwner[entry.ownerID]?.remove(id)
    if byOwner[entry.ownerID]?.isEmpty == true { byOwner[entry.ownerID] = nil }
  }

  mutating func removeAll(of ownerID: UUID) {
    for id in byOwner.removeValue(forKey: ownerID) ?? [] { entries[id] = nil }
  }

  /// Owners that a record is assigned to.
  public func owners(of targetID: UUID) -> Set<UUID> {
    Set(entries.values.filter { $0.targetID == targetID }.map(\.ownerID))
  }
}
