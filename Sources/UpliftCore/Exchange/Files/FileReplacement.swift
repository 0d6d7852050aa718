import Foundation

/// Writes a file whole or not at all: into a draft beside it, which then takes its name.
public enum FileReplacement {
  /// - Parameters:
  ///   - url: what is there already is replaced, but keeps its permissions. A symbolic link stays
  ///     and what it leads to is replaced.
  ///   - fill: writes the draft at the given path, where nothing is yet.
  /// - Throws: `FileReplacementError`, or what `fill` throws; then what was there is as it was.
  public static func write(to url: URL, _ fill: (String) throws -> Void) throws {
    let target = url.resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    try check(target, in: folder)
    let draft = Draft(url: folder.appendingPathComponent(".uplift-\(UUID().uuidString).part"))
    drafts.add(draft)
    defer { drafts.discard(draft) }
    do {
      try fill(draft.url.path)
    } catch let error as CocoaError {
      throw FileReplacementError(error, path: target.path)
    }
    try seal(draft.url, as: target)
    try drafts.rename(draft, to: target)
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // A file system that cannot sync folders has nothing more to offer.
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// - Throws: `FileReplacementError`; then what was there is as it was.
  public static func write(_ data: Data, to url: URL) throws {
    try write(to: url) { draft in
      let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileReplacementError(errno, path: url.path) }
      defer { close(descriptor) }
      try data.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { throw FileReplacementError(errno, path: url.path) }
          rest = rest.dropFirst(count)
        }
      }
    }
  }

  /// Removes every draft that is being written. From then on no file is replaced any more: for a
  /// program that has been told to end.
  public static func abandonAll() { drafts.abandonAll() }

  private static let drafts = DraftList()

  private static func check(_ target: URL, in folder: URL) throws(FileReplacementError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw .noFolder(path: folder.path) }
    var status = stat()
    if stat(target.path, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path: target.path) }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .isNoFile(path: target.path) }
      guard access(target.path, W_OK) == 0 else { throw .cannotWrite(path: target.path) }
    }
    guard access(folder.path, W_OK) == 0 else { throw .cannotWrite(path: target.path) }
  }

  /// Gives the draft the permissions that the file has, or that a new one would have, and waits
  /// until it is on the disk.
  private static func seal(_ draft: URL, as target: URL) throws(FileReplacementError) {
    let descriptor = open(draft.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReplacementError(errno, path: target.path) }
    defer { close(descriptor) }
    var status = stat()
    if stat(target.path, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileReplacementError(errno, path: target.path)
    }
  }
}

/// A file that is being written.
private struct Draft: Equatable {
  let url: URL
}

private final class DraftList: @unchecked Sendable {
  // Both are guarded by the lock.
  private let lock = NSLock()
  private var open: [Draft] = []
  private var isAbandoned = false

  func add(_ draft: Draft) { lock.withLock { open.append(draft) } }

  func discard(_ draft: Draft) {
    lock.withLock {
      guard open.contains(draft) else { return }
      open.removeAll { $0 == draft }
      unlink(draft.url.path)
    }
  }

  func rename(_ draft: Draft, to target: URL) throws(FileReplacementError) {
    let code: Int32 = lock.withLock {
      guard !isAbandoned else { return ECANCELED }
      guard Glibc.rename(draft.url.path, target.path) == 0 else { return errno }
      open.removeAll { $0 == draft }
      return 0
    }
    guard code == 0 else { throw FileReplacementError(code, path: target.path) }
  }

  func abandonAll() {
    lock.withLock {
      isAbandoned = true
      for draft in open { unlink(draft.url.path) }
    }
  }
}
