import Foundation
import Gtk

/// What is being typed into one field: it goes to the disk after a pause and when the focus
/// leaves, and is one step of undo from one to the other.
@MainActor final class Typing {
  private static let pauseMilliseconds = 500
  /// Whoever types on and on has it on the disk all the same.
  private static let longestMilliseconds = 1000

  private(set) var stretch = UUID()
  private var pause: Timeout?
  /// When the first key came that is not kept yet.
  private var begun: ContinuousClock.Instant?
  private let save: (_ stretch: UUID) -> Void

  init(_ save: @escaping (_ stretch: UUID) -> Void) { self.save = save }

  var isPending: Bool { pause != nil }

  func typed() {
    let now = ContinuousClock.now
    let since = begun ?? now
    begun = since
    let left = Self.longestMilliseconds - Int((now - since) / .milliseconds(1))
    pause = Timeout.after(milliseconds: max(0, min(Self.pauseMilliseconds, left))) { [weak self] in
      self?.commit()
    }
  }

  func commit() {
    pause?.cancel()
    pause = nil
    begun = nil
    save(stretch)
  }

  /// The next key begins another step of undo.
  func end() {
    commit()
    stretch = UUID()
  }
}
