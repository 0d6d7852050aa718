import Foundation

/// One record's part of an edit.
public enum Change: Sendable {
  case insert(any Entity)
  /// Only what differs between the two is written, so that somebody else's change to another
  /// field of the same record stays.
  case update(from: any Entity, to: any Entity)
  case delete(EntityReference)
}

/// What a person did, as one step that can be undone. The only way to change a workspace.
public struct Edit: Sendable {
  public var name: EditName
  public var changes: [Change]
  /// Edits in a row with the same key become one step of the history: the pauses in one text's
  /// typing. Nil: a step of its own.
  public var coalescing: String?

  public init(_ name: EditName, _ changes: [Change], coalescing: String? = nil) {
    self.name = name
    self.changes = changes
    self.coalescing = coalescing
  }
}

/// What an edit, an undo, a redo or another process did to the file, as it is now.
public struct WorkspaceChange: Sendable {
  /// Records that are new or changed, whole.
  public var upserts: [any Entity]
  public var deletions: [EntityReference]
  /// Ids of those in `upserts` that were there before and are changed.
  public var updatedIDs: Set<UUID> = []
  /// Boards whose timer was set.
  public var clocks: [UUID] = []
  /// Nobody knows what changed: everything is to be read again.
  public var isWholesale: Bool

  public init(
    upserts: [any Entity] = [], deletions: [EntityReference] = [], isWholesale: Bool = false,
    clocks: [UUID] = []
  ) {
    self.upserts = upserts
    self.deletions = deletions
    self.isWholesale = isWholesale
    self.clocks = clocks
  }

  public static let wholesale = WorkspaceChange(isWholesale: true)

  /// Of what is new, changed or gone.
  public var kinds: Set<EntityKind> {
    Set(upserts.map { type(of: $0).kind }).union(deletions.map(\.kind))
  }

  /// Whether a record of these kinds is new, changed or gone; of a wholesale change any may be.
  public func touches(_ kinds: Set<EntityKind>) -> Bool {
    isWholesale || upserts.contains { kinds.contains(type(of: $0).kind) }
      || deletions.contains { kinds.contains($0.kind) }
  }

  /// `records`, which were all of their kind in order before the change, as they are after it.
  public func applied<Record: Ranked>(to records: [Record]) -> [Record] {
    let gone = Set(deletions.lazy.filter { $0.kind == Record.kind }.map(\.id))
    var new = Dictionary(
      upserts.compactMap { $0 as? Record }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    guard !new.isEmpty || !gone.isEmpty else { return records }
    let old = records.compactMap { record in
      gone.contains(record.id) ? nil : new.removeValue(forKey: record.id) ?? record
    }
    return (old + new.values).inOrder()
  }

  public var isEmpty: Bool {
    upserts.isEmpty && deletions.isEmpty && clocks.isEmpty && !isWholesale
  }
}
