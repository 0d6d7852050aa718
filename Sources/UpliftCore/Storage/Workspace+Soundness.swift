import Foundation
import GRDB

/// What was found out about the pages of an open file.
final class Soundness: @unchecked Sendable {
  private let lock = NSLock()
  // Guarded by the lock.
  private var fault: WorkspaceError?
  private var closed: DatabaseQueue?

  /// Keeps a closed connection for as long as the workspace: when its queue goes, threads come that
  /// are looked after every second from then on, in a window that should rest.
  func keep(_ connection: DatabaseQueue) { lock.withLock { closed = connection } }

  func found(_ fault: WorkspaceError) { lock.withLock { self.fault = fault } }

  /// - Throws: the fault that was found.
  func require() throws {
    if let fault = lock.withLock({ fault }) { throw fault }
  }
}

extension Workspace {
  /// Looks whether the pages of the file are whole, through a connection of its own: others go on
  /// meanwhile. Once a fault is found, nothing more is written to the file.
  ///
  /// - Throws: `WorkspaceError.damaged`. A file that cannot be looked into now is no fault.
  public func requireSoundPages() throws {
    var configuration = Configuration()
    configuration.readonly = true
    guard let connection = try? DatabaseQueue(path: path, configuration: configuration) else {
      return
    }
    defer {
      try? connection.close()
      soundness.keep(connection)
    }
    do {
      let faults = try connection.read { database in
        try String.fetchAll(database, sql: "PRAGMA quick_check(1)").filter { $0 != "ok" }
      }
      guard let fault = faults.first else { return }
      // SQLite says for each which tree and page; the first line is enough.
      let detail = fault.split(separator: "\n").last.map(String.init) ?? fault
      soundness.found(.damaged(path: path, detail: detail))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      soundness.found(WorkspaceFile.translated(error, path: path))
    } catch {
      return
    }
    try soundness.require()
  }
}
