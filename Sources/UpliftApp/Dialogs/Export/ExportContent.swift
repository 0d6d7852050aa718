import Foundation
import UpliftCore
import UpliftDrawing

/// What is exported.
nonisolated struct ExportContent: Sendable {
  let title: String
  /// Nil when it cannot be drawn.
  let picture: Picture?
  private let part: WorkspacePart
  private let workspace: Workspace

  /// Nil when it is gone.
  init?(_ subject: ExportSubject, of workspace: Workspace) throws {
    self.workspace = workspace
    switch subject {
    case .journey(let id):
      guard let contents = try workspace.journey(id) else { return nil }
      title = contents.map.title
      picture = .journey(contents)
      part = .journey(id)
    case .board(let id):
      guard let contents = try workspace.board(id) else { return nil }
      title = contents.board.title
      picture = .board(contents)
      part = .board(id)
    case .group(let id):
      guard let contents = try workspace.group(id) else { return nil }
      title = contents.group.title
      picture = nil
      part = .group(id)
    }
  }

  /// As what it can be written.
  var kinds: [ExportKind] {
    let misfits: Set<ExportKind> =
      switch part {
      case .journey: []
      case .board: [.mermaid]
      case .group, .whole: [.csv, .mermaid]
      }
    return ExportKind.allCases.filter {
      ($0.format == nil || picture != nil) && !misfits.contains($0)
    }
  }

  /// The bytes of a text file, of the workspace as it is now.
  ///
  /// - Throws: `WorkspaceError`, `ExportTextError`.
  func data(as format: TextFormat) throws -> Data {
    try ExportText.data(part, of: workspace.contents(), as: format)
  }
}
