import Foundation
import UpliftCore

extension Workspace {
  /// Opens a workspace only to look at it: on read-only media too, and nothing is migrated.
  static func reading(_ path: String) throws -> Workspace {
    let url = URL(fileURLWithPath: path)
    do {
      return try Workspace.open(at: url, readOnly: true)
    } catch WorkspaceError.readOnly {
      // Somebody's unfinished write has to be rolled back first, which reading alone may not do.
      return try Workspace.open(at: url)
    }
  }

  static func editing(_ path: String) throws -> Workspace {
    try Workspace.open(at: URL(fileURLWithPath: path))
  }
}

extension Workspace {
  func journeyContents(_ map: JourneyMap) throws -> JourneyContents {
    guard let journey = try journey(map.id) else { throw WorkspaceError.gone(map.reference) }
    return journey
  }

  func boardContents(_ board: Board) throws -> BoardContents {
    guard let contents = try self.board(board.id) else {
      throw WorkspaceError.gone(board.reference)
    }
    return contents
  }
}
