import Foundation

extension WorkspaceContents {
  /// Without these records; what refers to them keeps doing so.
  func removing(_ gone: Set<EntityReference>) -> WorkspaceContents {
    guard !gone.isEmpty else { return self }
    var result = self
    for list in Self.lists { list.remove(gone, from: &result) }
    return result
  }

  /// With other ids for these records, wherever they are named.
  func renamingIDs(_ ids: [EntityReference: UUID]) -> WorkspaceContents {
    guard !ids.isEmpty else { return self }
    var result = self
    for list in Self.lists where list.kind != .link { result.rename(list, ids) }
    for index in result.links.indices {
      result.links[index].fromID = ids[result.links[index].from] ?? result.links[index].fromID
      result.links[index].toID = ids[result.links[index].to] ?? result.links[index].toID
      result.links[index].id = ids[result.links[index].reference] ?? result.links[index].id
    }
    return result
  }

  private mutating func rename<List: RecordListing>(
    _ list: List, _ ids: [EntityReference: UUID]
  ) {
    var records = self[keyPath: list.path]
    for index in records.indices {
      if let new = ids[records[index].reference] { records[index].id = new }
      for reference in list.references {
        reference.rename(&records[index]) { ids[EntityReference(reference.kind, $0)] ?? $0 }
      }
    }
    self[keyPath: list.path] = records
  }

  /// With the records of `other` behind its own.
  func adding(_ other: WorkspaceContents) -> WorkspaceContents {
    var result = self
    for list in Self.lists { list.add(other, to: &result) }
    return result
  }
}
