import Foundation
import Gtk

/// What is being typed into one field: it goes to the disk after a pause and when the focus
/// leaves, and is one step of undo from one to the other.
@MainActor final class Typing {
  private static let pauseMilliseconds = 500

  private(set) var stretch = UUID()
  private var pause: Timeout?
  private let save: (_ stretch: UUID) -> Void

  init(_ save: @escaping (_ stretch: UUID) -> Void) { self.save = save }

  var isPending: Bool { pause != nil }

  func typed() {
    pause = Timeout.after(milliseconds: Self.pauseMilliseconds) { [weak self] in self?.commit() }
  }

  func commit() {
    pause?.cancel()
    pause = nil
    save(stretch)
  }

  /// The next key begins another step of undo.
  func end() {
    commit()
    stretch = UUID()
  }
}
