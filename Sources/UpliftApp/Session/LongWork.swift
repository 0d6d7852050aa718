import Foundation
import UpliftCore

/// Something that takes its time on another thread while the windows of a workspace wait, say how
/// far it is and offer to cancel it.
nonisolated public final class LongWork: @unchecked Sendable {
  /// "Pasting…"
  public let title: String
  // Guarded by the lock.
  private let lock = NSLock()
  private var isCancelled = false
  private var share = 0.0

  init(_ title: String) { self.title = title }

  /// 0…1; 0 as long as nobody knows.
  public var fraction: Double { lock.withLock { share } }

  public func cancel() { lock.withLock { isCancelled = true } }

  /// False: nobody wants the rest.
  func report(_ fraction: Double) -> Bool {
    lock.withLock {
      share = fraction
      return !isCancelled
    }
  }

  func check() throws {
    if lock.withLock({ isCancelled }) { throw CancellationError() }
  }

  /// Milliseconds after which it is seen that somebody cancels what cannot be stopped.
  private static let glance = 50
  /// Bytes; files may be nested deeply.
  private static let stackSize = 8 << 20

  /// Does something that cannot be stopped and changes nothing. Whoever cancels does not wait for
  /// its end.
  func leaving<Product: Sendable>(
    _ body: @escaping @Sendable () throws -> Product
  ) throws -> Product {
    let outcome = Outcome<Product>()
    let thread = Thread { outcome.set(Result { try body() }) }
    thread.stackSize = Self.stackSize
    thread.start()
    while true {
      if let result = outcome.wait(milliseconds: Self.glance) { return try result.get() }
      try check()
    }
  }
}

/// What another thread comes to.
private nonisolated final class Outcome<Product: Sendable>: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  // Guarded by the lock.
  private var result: Result<Product, any Error>?

  func set(_ result: Result<Product, any Error>) {
    lock.withLock { self.result = result }
    done.signal()
  }

  /// Nil when it takes longer.
  func wait(milliseconds: Int) -> Result<Product, any Error>? {
    guard done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
    return lock.withLock { result }
  }
}

extension Session {
  /// Does something with the workspace on another thread, one such thing at a time.
  ///
  /// - Parameters:
  ///   - body: throws `CancellationError` when it was cancelled, and has done nothing then.
  ///   - done: on the main actor, after the windows have heard what changed.
  func work<Product: Sendable>(
    _ title: String, _ body: @escaping @Sendable (Workspace, LongWork) throws -> Product,
    done: @escaping (Result<Product, any Error>) -> Void
  ) {
    guard longWork == nil else { return }
    let work = LongWork(title)
    longWork = work
    let workspace = workspace
    Task { [weak self] in
      let result = await Task.detached { Result { try body(workspace, work) } }.value
      // What has changed was sent to this thread before the result.
      self?.longWork = nil
      done(result)
    }
  }
}
