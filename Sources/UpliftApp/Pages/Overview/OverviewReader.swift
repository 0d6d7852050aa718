import Foundation
import Gtk
import UpliftCore

/// Looks through a workspace for the overviews of all its windows, on a thread of its own, once for
/// every state of it, and only while one of them is seen.
@MainActor final class OverviewReader {
  private static let pauseMilliseconds = 250

  private(set) var findings: OverviewFindings?
  private unowned let session: Session
  private let worker = OverviewWorker()
  private var listening: Listening?
  private var pause: Timeout?
  private var listeners: [(id: Int, handler: () -> Void)] = []
  private var nextID = 0
  /// Of the workspace; the findings are of another one while they are stale.
  private var revision = 0
  private var foundRevision = -1
  /// What is being looked through just now; nil: nothing is.
  private var readRevision: Int?

  init(_ session: Session) {
    self.session = session
    listening = session.onChange { [weak self] in self?.heard($0) }
  }

  var isFresh: Bool { foundRevision == revision && findings?.day == CalendarDay(Date()) }

  /// Calls `handler` whenever there is something new to show, for as long as what is returned is
  /// kept. Begins at once when the findings are stale.
  func look(_ handler: @escaping () -> Void) -> Listening {
    nextID += 1
    let id = nextID
    listeners.append((id, handler))
    if !isFresh { read() }
    return Listening { [weak self] in self?.listeners.removeAll { $0.id == id } }
  }

  func stop() {
    pause = nil
    listening = nil
    worker.stop()
  }

  private func heard(_ change: WorkspaceChange) {
    guard change.isWholesale || change.kinds.contains(where: Workspace.isInOverview) else { return }
    revision += 1
    guard !listeners.isEmpty else { return }
    pause = Timeout.after(milliseconds: Self.pauseMilliseconds) { [weak self] in
      guard let self, !listeners.isEmpty else { return }
      read()
    }
  }

  private func read() {
    pause = nil
    guard readRevision != revision || isDayOver else { return }
    let number = revision
    readRevision = number
    worker.read(session.workspace, today: CalendarDay(Date())) { [weak self] result in
      guard let self else { return }
      readRevision = nil
      switch result {
      case .success(let found):
        findings = found
        foundRevision = number
        for listener in listeners { listener.handler() }
      case .failure(let error): session.report(error)
      }
    }
  }

  private var isDayOver: Bool { findings.map { $0.day != CalendarDay(Date()) } ?? false }
}

/// Reads and works out, the newest wish only.
nonisolated private final class OverviewWorker: @unchecked Sendable {
  private static let queue = DispatchQueue(label: "overview", qos: .userInitiated)

  // Guarded by the lock.
  private let lock = NSLock()
  private var newest = 0

  func stop() { lock.withLock { newest += 1 } }

  /// - Parameter done: on the main actor; not at all when something else was asked for meanwhile.
  func read(
    _ workspace: Workspace, today: CalendarDay,
    done: @escaping @MainActor @Sendable (Result<OverviewFindings, any Error>) -> Void
  ) {
    let number = lock.withLock {
      newest += 1
      return newest
    }
    Self.queue.async { [self] in
      let result = Result {
        try workspace.contentsForOverview { self.isNewest(number) }.map {
          OverviewFindings($0, today: today)
        }
      }
      DispatchQueue.main.async {
        guard self.isNewest(number) else { return }
        switch result {
        case .success(let found?): done(.success(found))
        // It was ended, and something newer has begun.
        case .success(nil): break
        case .failure(let error): done(.failure(error))
        }
      }
    }
  }

  private func isNewest(_ number: Int) -> Bool { lock.withLock { newest == number } }
}
