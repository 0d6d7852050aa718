import Foundation
import UpliftCore

/// A table of people, into an advisory group.
enum MemberFile {
  /// All of the table as one step of the history, or nothing.
  ///
  /// - Parameter name: of the group, or its id.
  static func read(_ source: URL, into name: String, of workspace: Workspace) throws {
    let found = try Finder(
      file: workspace.url.path, kind: .advisoryGroup, title: \AdvisoryGroup.title
    ).find(name, in: workspace.outline().groups)
    guard let group = try workspace.group(found.id) else {
      throw WorkspaceError.gone(found.reference)
    }
    let table = try MemberTable(source)
    guard let imported = group.importing(table) else {
      return try Output.print([tr("Nothing in this file is new.")] + table.remarks)
    }
    try workspace.perform(imported.edit)
    let changed =
      imported.changed == 0
      ? []
      : [
        ntr(
          "{count} that was there got what the file says.",
          "{count} that were there got what the file says.", imported.changed)
      ]
    try Output.print(
      [ntr("{count} member added.", "{count} members added.", imported.added)] + changed
        + table.remarks)
  }
}
