import Foundation

/// What can be imported.
public enum ImportFormat: String, CaseIterable, Sendable {
  case mermaid, csv, json, trello, canvas
}

/// An input that was read whole and found sound, not yet in any workspace.
public struct ImportedDocument: Equatable, Sendable {
  public var format: ImportFormat
  /// What it holds, as a workspace of its own.
  public var contents: WorkspaceContents
  /// Sentences about what has no place in a workspace and was left out; usually none.
  public var remarks: [String]

  init(format: ImportFormat, contents: WorkspaceContents, remarks: [String] = []) {
    self.format = format
    self.contents = contents
    self.remarks = remarks
  }

  /// One edit that adds everything to a workspace, behind what is there.
  ///
  /// Departments and personas that are there already are used instead of new ones: they are known
  /// by name or, in our own JSON, by being the same in everything. A record whose id is taken gets
  /// a new one, and what refers to it follows. A board that comes without a group (CSV, Trello,
  /// JSON Canvas) goes to `group`; else to the group called like the board; else to the only group; else a
  /// group of its own is added for it.
  public func edit(into target: WorkspaceContents, group: UUID? = nil) -> Edit {
    let plan = ImportPlan(contents, into: target, format: format, group: group)
    return Edit(.importFile, plan.insertions.records.dropFirst().map { .insert($0) })
  }
}
