import Foundation
import UpliftCore
import UpliftDrawing

/// Lays out and draws pages on a thread of its own, of both the newest wish only: a page that is
/// turned meanwhile takes nothing from pages that are being laid out.
nonisolated final class PagePreviewer: @unchecked Sendable {
  private static let queue = DispatchQueue(label: "page preview", qos: .userInitiated)

  private enum Work { case layout, picture }

  // Guarded by the lock.
  private let lock = NSLock()
  private var newest: [Work: Int] = [:]

  func cancel() {
    for work in [Work.layout, .picture] { _ = next(work) }
  }

  private func next(_ work: Work) -> Int {
    lock.withLock {
      newest[work, default: 0] += 1
      return newest[work, default: 0]
    }
  }

  /// - Parameters:
  ///   - typeset: the pages; it ends when `goesOn` says so.
  ///   - done: on the main actor; not at all when something else was asked for meanwhile.
  func layOut(
    _ typeset: @escaping @Sendable (_ goesOn: @escaping () -> Bool) throws -> PrintedPages,
    done: @escaping @MainActor @Sendable (Result<PrintedPages, any Error>) -> Void
  ) {
    run(.layout, typeset, done)
  }

  func draw(
    _ page: Int, of pages: PrintedPages, within bounds: Size,
    done: @escaping @MainActor @Sendable (Result<[UInt8], any Error>) -> Void
  ) {
    run(.picture, { _ in try pages.preview(page, within: bounds) }, done)
  }

  private func run<Product: Sendable>(
    _ work: Work,
    _ body: @escaping @Sendable (_ goesOn: @escaping () -> Bool) throws -> Product,
    _ done: @escaping @MainActor @Sendable (Result<Product, any Error>) -> Void
  ) {
    let number = next(work)
    Self.queue.async { [self] in
      guard isNewest(number, work) else { return }
      let result = Result { try body { self.isNewest(number, work) } }
      DispatchQueue.main.async {
        if self.isNewest(number, work) { done(result) }
      }
    }
  }

  private func isNewest(_ number: Int, _ work: Work) -> Bool {
    lock.withLock { newest[work] == number }
  }
}
