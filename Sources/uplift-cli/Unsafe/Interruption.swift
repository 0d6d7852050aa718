import Dispatch
import Foundation
import UpliftCore

/// Ctrl+C and its like: what is half written goes before the program does.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  // Made once, by `watch`, and only kept alive afterwards.
  nonisolated(unsafe) private static let sources = signals.map {
    DispatchSource.makeSignalSource(signal: $0, queue: .global())
  }
  private static let unfinished = UnfinishedFiles()

  static func watch() {
    for (number, source) in zip(signals, sources) {
      // One that the caller ignores (nohup) stays ignored.
      if let old = signal(number, SIG_IGN), unsafeBitCast(old, to: Int.self) == 1 { continue }
      source.setEventHandler {
        FileReplacement.abandonAll()
        unfinished.removeAll()
        // Whoever waits for us learns what ended us.
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
    }
  }

  /// A new file that is worth nothing until it is complete, and its journal.
  static func removesAtEnd(_ path: String) { unfinished.add(path) }

  static func forgets(_ path: String) { unfinished.forget(path) }
}

private final class UnfinishedFiles: @unchecked Sendable {
  // Guarded by the lock.
  private let lock = NSLock()
  private var paths: Set<String> = []

  func add(_ path: String) { lock.withLock { _ = paths.insert(path) } }

  func forget(_ path: String) { lock.withLock { _ = paths.remove(path) } }

  func removeAll() {
    lock.withLock {
      for path in paths {
        unlink(path)
        unlink(path + "-journal")
      }
    }
  }
}
