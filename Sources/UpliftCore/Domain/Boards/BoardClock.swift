import Foundation

/// The timer of a board. It is no part of the work that is kept: it has no history and no undo, and
/// stands in no export; but all windows show the same, and it goes on after a crash.
public struct BoardClock: Hashable, Sendable {
  public var boardID: UUID
  /// Seconds, 1…86,400.
  public var length: Int
  /// Since when it has been running; nil: it stands still.
  public var startedAt: Instant?
  /// Milliseconds that it had run before.
  public var elapsed: Int64

  public static let lengths = 1...86_400

  public init(boardID: UUID, length: Int, startedAt: Instant? = nil, elapsed: Int64 = 0) {
    self.boardID = boardID
    self.length = min(max(length, Self.lengths.lowerBound), Self.lengths.upperBound)
    self.startedAt = startedAt
    self.elapsed = max(0, elapsed)
  }

  public var isRunning: Bool { startedAt != nil }

  /// Milliseconds that are left; below 0 when the time is over.
  public func remaining(at now: Instant) -> Int64 {
    Int64(length) * 1000 - run(until: now)
  }

  /// Milliseconds that it has run. A machine whose clock was set back does not make it run backwards.
  private func run(until now: Instant) -> Int64 {
    elapsed + (startedAt.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0)
  }

  public func started(at now: Instant) -> BoardClock {
    guard startedAt == nil else { return self }
    return BoardClock(boardID: boardID, length: length, startedAt: now, elapsed: elapsed)
  }

  public func paused(at now: Instant) -> BoardClock {
    BoardClock(boardID: boardID, length: length, elapsed: run(until: now))
  }

  /// With so many seconds more; when the time is over, so many from now on.
  public func prolonged(by seconds: Int, at now: Instant) -> BoardClock {
    let run = run(until: now)
    let over = max(0, run - Int64(length) * 1000)
    return BoardClock(
      boardID: boardID, length: length + seconds + Int((over + 999) / 1000),
      startedAt: startedAt.map { _ in now }, elapsed: run)
  }
}
