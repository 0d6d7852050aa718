import Foundation

extension WorkspaceContents {
  /// The same contents under new ids, with all references following, so that two workspaces that
  /// began with one template can be merged later.
  public func withFreshIDs() -> WorkspaceContents {
    let references = Set(records.map(\.reference))
    var fresh = renamingIDs(Dictionary(uniqueKeysWithValues: references.map { ($0, UUID()) }))
    fresh.workspace.id = UUID()
    return fresh
  }
}
