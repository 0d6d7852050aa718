import Foundation
import Gtk

/// What is being typed into one field: it goes to the disk with every key, and is one step of undo
/// until the focus leaves.
@MainActor final class Typing {
  /// Whoever types no key for so long rests.
  private static let restMilliseconds = 500

  private(set) var stretch = UUID()
  /// The field may show what was made of the text, and what is wrong with it.
  var onRest: (() -> Void)?
  private var resting: Timeout?
  private let saving = PromptSaving()
  private let save: (_ stretch: UUID) -> Void

  init(_ save: @escaping (_ stretch: UUID) -> Void) { self.save = save }

  /// Somebody is in the middle of a word, or of a number.
  var isPending: Bool { resting != nil }

  func typed() {
    resting = Timeout.after(milliseconds: Self.restMilliseconds) { [weak self] in
      self?.commit()
      self?.onRest?()
    }
    saving.request { [weak self] in
      guard let self else { return }
      save(stretch)
    }
  }

  func commit() {
    resting = nil
    saving.cancel()
    save(stretch)
  }

  /// The next key begins another step of undo.
  func end() {
    commit()
    stretch = UUID()
  }
}
