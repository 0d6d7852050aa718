import Foundation
import GRDB

extension Workspace {
  /// All records of a kind, as they are in the file.
  public func records(of kind: EntityKind) throws -> [any Entity] {
    guard let list = WorkspaceContents.lists.first(where: { $0.kind == kind }) else { return [] }
    return try read { database in
      var contents = WorkspaceContents(workspace: try Self.info(database))
      try Self.load(list, into: &contents, database)
      return list.records(of: contents)
    }
  }

  /// The workspace with the records of these kinds only, in one consistent state.
  public func contents(of kinds: Set<EntityKind>) throws -> WorkspaceContents {
    try read { database in
      var contents = WorkspaceContents(workspace: try Self.info(database))
      for list in WorkspaceContents.lists where kinds.contains(list.kind) {
        try Self.load(list, into: &contents, database)
      }
      return contents
    }
  }

  /// What assigns one record to another, as it is in the file.
  public func assignments(of kind: EntityKind) throws -> [any Assignment] {
    try records(of: kind).compactMap { $0 as? any Assignment }
  }

  /// The one that counts: the first.
  public func organisation() throws -> Organisation? {
    try records(of: .organisation).compactMap { $0 as? Organisation }.inOrder().first
  }
}
