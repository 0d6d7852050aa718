import Foundation
import UpliftDrawing

/// Unpacks pictures one after the other, on a thread that is there as long as there are any: one
/// of libdispatch's would wake up every second from then on.
nonisolated final class PictureUnpacker: @unchecked Sendable {
  private struct Job {
    var image: ImageData
    var edge: Int
    var done: @MainActor @Sendable (PixelImage?) -> Void
  }

  // Guarded by the lock.
  private let lock = NSLock()
  private var jobs: [Job] = []
  private var isRunning = false

  /// - Parameters:
  ///   - edge: pixels that the longer side may have.
  ///   - done: on the main actor; nil for a picture that cannot be read.
  func unpack(
    _ image: ImageData, edge: Int, done: @escaping @MainActor @Sendable (PixelImage?) -> Void
  ) {
    let starts = lock.withLock {
      jobs.append(Job(image: image, edge: edge, done: done))
      defer { isRunning = true }
      return !isRunning
    }
    if starts { Thread.detachNewThread { self.run() } }
  }

  private func run() {
    while let job = next() {
      let pixels = PixelImage.unpack(job.image.picture, edge: job.edge)
      DispatchQueue.main.async { job.done(pixels) }
    }
  }

  private func next() -> Job? {
    lock.withLock {
      guard !jobs.isEmpty else {
        isRunning = false
        return nil
      }
      return jobs.removeFirst()
    }
  }
}
