import Foundation
import GRDB

/// Keeps an observer of a workspace; letting go of it ends the observation.
public final class WorkspaceObservation: Sendable {
  private let cancel: @Sendable () -> Void

  init(cancel: @escaping @Sendable () -> Void) { self.cancel = cancel }

  deinit { cancel() }
}

/// Who wants to hear of changes, and which state of the file they have heard of.
final class ObserverList: @unchecked Sendable {
  typealias Handler = @Sendable (WorkspaceChange) -> Void

  // All below is guarded by the lock.
  private let lock = NSLock()
  private var handlers: [(id: Int, handler: Handler)] = []
  private var nextID = 0
  private var version: Int64?
  private var waiting: [WorkspaceChange] = []

  func add(_ handler: @escaping Handler) -> WorkspaceObservation {
    let id = lock.withLock {
      nextID += 1
      handlers.append((nextID, handler))
      return nextID
    }
    return WorkspaceObservation { [weak self] in self?.remove(id) }
  }

  func removeAll() { lock.withLock { handlers = [] } }

  private func remove(_ id: Int) { lock.withLock { handlers.removeAll { $0.id == id } } }

  /// True when another connection has written since the last call.
  func notice(_ database: Database) throws -> Bool {
    let now =
      try Int64.fetchOne(try database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    return lock.withLock {
      defer { version = now }
      return version != nil && version != now
    }
  }

  /// Keeps a change until the next `tell`, when the database is no longer in use.
  func tellLater(_ change: WorkspaceChange) { lock.withLock { waiting.append(change) } }

  func tell(_ change: WorkspaceChange) {
    let (targets, changes) = lock.withLock {
      defer { waiting = [] }
      return (handlers, waiting + (change.isEmpty ? [] : [change]))
    }
    for change in changes { for target in targets { target.handler(change) } }
  }
}

extension Workspace {
  /// Calls `handler` after every change, on the thread that made it, when it is on the disk.
  public func observe(
    _ handler: @escaping @Sendable (WorkspaceChange) -> Void
  ) -> WorkspaceObservation {
    observers.add(handler)
  }

  /// Looks whether another program or window has written to the file, and tells the observers.
  /// To be called when the file has changed on the disk; it costs one read of its header.
  ///
  /// - Throws: `WorkspaceError.replaced` when it is not the same file any more.
  public func noticeOutsideChanges() throws {
    try requireSameFile()
    let changed = try WorkspaceFile.translatingErrors(path) {
      try queue.read { try observers.notice($0) }
    }
    if changed { observers.tell(.wholesale) }
  }
}
