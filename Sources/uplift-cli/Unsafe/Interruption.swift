import Dispatch
import Foundation
import UpliftCore

/// Ctrl+C and its like: a half-written draft goes before the program does.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  // Made once, by `watch`, and only kept alive afterwards.
  nonisolated(unsafe) private static let sources = signals.map {
    DispatchSource.makeSignalSource(signal: $0, queue: .global())
  }

  static func watch() {
    for (number, source) in zip(signals, sources) {
      // One that the caller ignores (nohup) stays ignored.
      if let old = signal(number, SIG_IGN), unsafeBitCast(old, to: Int.self) == 1 { continue }
      source.setEventHandler {
        FileReplacement.abandonAll()
        // Whoever waits for us learns what ended us.
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
    }
  }
}
