import Foundation
import UpliftCore
import UpliftDrawing

/// Lays out and draws pages on a thread of its own, the newest wish only.
nonisolated final class PagePreviewer: @unchecked Sendable {
  private static let queue = DispatchQueue(label: "page preview", qos: .userInitiated)

  // Guarded by the lock.
  private let lock = NSLock()
  private var newest = 0

  func cancel() { lock.withLock { newest += 1 } }

  /// - Parameters:
  ///   - typeset: the pages; it ends when `goesOn` says so.
  ///   - done: on the main actor; not at all when something else was asked for meanwhile.
  func layOut(
    _ typeset: @escaping @Sendable (_ goesOn: @escaping () -> Bool) throws -> PrintedPages,
    done: @escaping @MainActor @Sendable (Result<PrintedPages, any Error>) -> Void
  ) {
    run(typeset, done)
  }

  func draw(
    _ page: Int, of pages: PrintedPages, within bounds: Size,
    done: @escaping @MainActor @Sendable (Result<[UInt8], any Error>) -> Void
  ) {
    run({ _ in try pages.preview(page, within: bounds) }, done)
  }

  private func run<Product: Sendable>(
    _ body: @escaping @Sendable (_ goesOn: @escaping () -> Bool) throws -> Product,
    _ done: @escaping @MainActor @Sendable (Result<Product, any Error>) -> Void
  ) {
    let number = lock.withLock {
      newest += 1
      return newest
    }
    Self.queue.async { [self] in
      guard isNewest(number) else { return }
      let result = Result { try body { self.isNewest(number) } }
      DispatchQueue.main.async {
        if self.isNewest(number) { done(result) }
      }
    }
  }

  private func isNewest(_ number: Int) -> Bool { lock.withLock { newest == number } }
}
