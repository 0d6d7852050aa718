import Foundation
import Gtk
import UpliftCore

/// The timer of a board, as it stands in the file: every window shows the same. Nothing wakes up
/// while it stands still.
@MainActor final class BoardTimer {
  /// Minutes.
  static let presets = [1, 3, 5, 10, 15]
  private static let usualLength = 300

  let session: Session
  let boardID: UUID
  /// Nil: none was set.
  private(set) var clock: BoardClock?
  /// The time is over, now.
  var onEnd: (() -> Void)?

  var preferences = Preferences.shared
  private var views: [(id: Int, handler: () -> Void)] = []
  private var nextID = 0
  private var listening: Listening?
  private var ending: Timeout?
  /// Which end was heard last, by whatever window.
  private static var heard: (boardID: UUID, end: Int64)?

  init(_ session: Session, boardID: UUID) {
    self.session = session
    self.boardID = boardID
    clock = session.read { try session.workspace.clock(of: boardID) }
    listening = session.onChange { [weak self] in self?.follow($0) }
    awaitEnd()
  }

  /// What is to be shown: a timer that nobody has set stands at five minutes.
  var shown: BoardClock { clock ?? BoardClock(boardID: boardID, length: Self.usualLength) }
  var isRunning: Bool { clock?.isRunning ?? false }

  /// Calls `handler` after every change. Keep what is returned.
  func observe(_ handler: @escaping () -> Void) -> Listening {
    nextID += 1
    let id = nextID
    views.append((id, handler))
    return Listening { [weak self] in self?.views.removeAll { $0.id == id } }
  }

  private func follow(_ change: WorkspaceChange) {
    guard change.isWholesale || change.clocks.contains(boardID) else { return }
    let new = session.read { try session.workspace.clock(of: boardID) }
    guard new != clock else { return }
    clock = new
    awaitEnd()
    for view in views { view.handler() }
  }

  // MARK: Setting

  func start() { set(shown.started(at: .now)) }
  func pause() { set(shown.paused(at: .now)) }
  func toggle() { isRunning ? pause() : start() }

  /// From the beginning, and at once.
  ///
  /// - Parameter seconds: 1…86,400.
  func start(seconds: Int) {
    set(BoardClock(boardID: boardID, length: seconds).started(at: .now))
  }

  func prolong(bySeconds seconds: Int = 60) { set(shown.prolonged(by: seconds, at: .now)) }

  /// The whole time again; it stands still.
  func reset() { set(BoardClock(boardID: boardID, length: shown.length)) }

  func remove() {
    guard clock != nil, !session.isReadOnly else { return }
    do { try session.workspace.removeClock(of: boardID) } catch { session.report(error) }
  }

  private func set(_ clock: BoardClock) {
    guard !session.isReadOnly, clock != self.clock else { return }
    do { try session.workspace.set(clock) } catch { session.report(error) }
  }

  // MARK: The end

  private func awaitEnd() {
    ending = nil
    guard let clock, clock.isRunning else { return }
    let now = Instant.now
    let remaining = clock.remaining(at: now)
    // One that was over before this program looked has been heard elsewhere.
    guard remaining > 0 else { return }
    ending = Timeout.after(milliseconds: Int(remaining)) { [weak self] in
      self?.end(at: now.milliseconds + remaining)
    }
  }

  private func end(at end: Int64) {
    onEnd?()
    // Two windows on one board tell the time a few milliseconds apart.
    if let heard = Self.heard, heard.boardID == boardID, abs(heard.end - end) < 1000 { return }
    Self.heard = (boardID, end)
    if preferences.playsSound { Chime.play() }
  }
}
