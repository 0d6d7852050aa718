import Gtk

/// Brings what is typed to the disk before it is on the screen: nobody loses a letter to a crash.
/// Keys that come while one text is being written are written together.
@MainActor final class PromptSaving {
  /// A disk on which an edit takes longer than this gets as long a rest before the next one.
  private static let slow = Duration.milliseconds(100)
  /// However slow it is; in milliseconds.
  private static let longestRest = 500
  private static let clock = ContinuousClock()
  /// How long the last text took, on whatever disk the workspace is.
  private var lasted = Duration.zero
  private var waiting: Timeout?

  /// Calls `save` once, before what was just typed is drawn; on a slow disk, some time later.
  func request(_ save: @escaping () -> Void) {
    guard waiting == nil else { return }
    let write = { [weak self] in
      guard let self else { return }
      waiting = nil
      lasted = Self.clock.measure(save)
    }
    waiting =
      lasted < Self.slow
      ? Timeout.beforeFrame(write)
      : Timeout.after(
        milliseconds: min(Int(lasted / .milliseconds(1)), Self.longestRest), write)
  }

  func cancel() { waiting = nil }
}
