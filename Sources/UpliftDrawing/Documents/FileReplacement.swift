import Foundation
import UpliftCore

/// Writes a file so that its place never holds half of it: beside the target first, then renamed
/// over it, both made durable.
enum FileReplacement {
  /// Calls `write` with the path of an empty file beside `target` and puts it in the target's
  /// place afterwards. When anything throws, the target is as it was and nothing is left over.
  static func write(to target: URL, _ write: (String) throws -> Void) throws {
    let target = target.resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    let name = ".\(target.lastPathComponent.prefix(40)).\(UUID().uuidString).part"
    let temporary = folder.appendingPathComponent(name).path
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(target) }
    close(file)
    do {
      try write(temporary)
      try synchronize(temporary, target: target)
      guard rename(temporary, target.path) == 0 else { throw failure(target) }
    } catch {
      unlink(temporary)
      throw error
    }
    // Not every file system can do this for a folder; the file itself is safe by now.
    try? synchronize(folder.path, target: target)
  }

  private static func synchronize(_ path: String, target: URL) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(target) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(target) }
  }

  private static func failure(_ target: URL) -> ExportError {
    ExportError.cannotWrite(path: target.path, reason: String(cString: strerror(errno)))
  }
}
