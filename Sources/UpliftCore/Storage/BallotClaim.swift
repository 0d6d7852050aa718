import Foundation

/// That a ballot is being filled in at one window, here or in another program on this machine.
/// Others find it taken until the claim is gone; it goes with the program, however that ends.
public final class BallotClaim: Sendable {
  public let ballotID: UUID
  private let descriptor: Int32
  private let path: String

  /// Nil when somebody else has claimed the ballot, or it cannot be told.
  ///
  /// - Parameter folder: holds a file for each claim; made when it is missing.
  public init?(_ ballotID: UUID, in folder: URL = BallotClaim.folder) {
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = folder.appendingPathComponent("ballot-\(ballotID.uuidString)").path
    guard let descriptor = Self.lock(path) else { return nil }
    self.ballotID = ballotID
    self.descriptor = descriptor
    self.path = path
  }

  private static func lock(_ path: String) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { return nil }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        return nil
      }
      if isFile(descriptor, at: path) { return descriptor }
      // Whoever had it before has taken the file away since it was opened.
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Whether somebody fills the ballot in at the moment. Where it cannot be told, nobody does.
  public static func isTaken(_ ballotID: UUID, in folder: URL = BallotClaim.folder) -> Bool {
    let path = folder.appendingPathComponent("ballot-\(ballotID.uuidString)").path
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// Of this person alone: `$XDG_RUNTIME_DIR/uplift`, or else the cache.
  public static var folder: URL {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ name: String) -> URL? {
      environment[name].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    }
    let home = FileManager.default.homeDirectoryForCurrentUser
    let base =
      folder("XDG_RUNTIME_DIR") ?? folder("XDG_CACHE_HOME") ?? home.appendingPathComponent(".cache")
    return base.appendingPathComponent("uplift")
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (own, there) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &there) == 0 && own.st_ino == there.st_ino
      && own.st_dev == there.st_dev
  }
}
