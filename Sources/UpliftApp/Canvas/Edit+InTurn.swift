import UpliftCore

extension Edit {
  /// Makes one edit of several, each of which is a function of what the ones before have done.
  static func inTurn<Contents>(
    _ name: EditName, _ references: [EntityReference], _ contents: Contents,
    _ edit: (Contents, EntityReference) -> Edit?,
    applying: (inout Contents, WorkspaceChange) -> Void
  ) -> Edit? {
    var contents = contents
    var changes: [Change] = []
    for reference in references {
      guard let next = edit(contents, reference) else { continue }
      changes += next.changes
      let upserts = next.changes.compactMap { change -> (any Entity)? in
        switch change {
        case .insert(let record), .update(_, let record): record
        case .delete: nil
        }
      }
      applying(&contents, WorkspaceChange(upserts: upserts))
    }
    return changes.isEmpty ? nil : Edit(name, changes)
  }
}
