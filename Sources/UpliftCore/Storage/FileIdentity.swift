import Foundation

/// Which file stands at a path, whatever it is called. Another one at the same path differs.
struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// Looks at the path without opening it: closing a file that SQLite has open elsewhere in this
  /// process would let go of its locks, and a pipe would wait for a writer.
  ///
  /// - Throws: `WorkspaceError` when there is nothing, or nothing that could be a workspace.
  init(ofFileAt path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw WorkspaceError.missing(path: path)
      case EACCES: throw WorkspaceError.noPermission(path: path)
      default:
        throw WorkspaceError.inputOutput(path: path, detail: String(cString: strerror(errno)))
      }
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WorkspaceError.notAWorkspace(path: path)
    }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// True when this very file stands at `path` still.
  func stands(at path: String) -> Bool { (try? FileIdentity(ofFileAt: path)) == self }

  /// Whether the file and its folder, where SQLite keeps its journal, can both be written.
  static func isWritable(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return false }
    defer { free(real) }
    let folder = (String(cString: real) as NSString).deletingLastPathComponent
    return access(real, W_OK) == 0 && access(folder, W_OK) == 0
  }
}
