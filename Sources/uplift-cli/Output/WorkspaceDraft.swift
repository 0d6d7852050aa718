import Foundation
import UpliftCore

/// A workspace that is made under another name and gets its own when it is complete.
enum WorkspaceDraft {
  /// - Parameter fill: what is still to be done to the new workspace.
  /// - Throws: `WorkspaceError.exists` when there is something at `url`, `Failure`s that name
  ///   `url`; then nothing is left behind.
  static func make(
    _ url: URL, contents: WorkspaceContents, _ fill: (Workspace) throws -> Void
  ) throws {
    let folder = url.deletingLastPathComponent()
    let draft = folder.appendingPathComponent(".uplift-\(UUID().uuidString).part")
    Interruption.removesAtEnd(draft.path)
    defer {
      unlink(draft.path)
      Interruption.forgets(draft.path)
    }
    do {
      let workspace = try Workspace.create(at: draft, contents: contents)
      try fill(workspace)
      try workspace.close()
    } catch let error as WorkspaceError {
      throw Failure(error.description.replacing(draft.path, with: url.path))
    }
    try give(draft, to: url)
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func give(_ draft: URL, to url: URL) throws {
    // A hard link fails when the name is taken, which a rename would not.
    if link(draft.path, url.path) == 0 { return }
    let code = errno
    let isTaken = FileManager.default.fileExists(atPath: url.path)
    if code == EEXIST || isTaken { throw WorkspaceError.exists(path: url.path) }
    // Not every file system has hard links.
    guard rename(draft.path, url.path) == 0 else {
      throw FileReplacementError(code, path: url.path)
    }
  }
}
