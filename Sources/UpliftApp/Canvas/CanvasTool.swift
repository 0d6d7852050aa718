import Gtk
import UpliftDrawing

/// Takes the keys and presses of a canvas for something else than editing: voting.
@MainActor protocol CanvasTool: AnyObject {
  /// - Returns: whether the key was for it.
  func pressed(_ key: Key, _ modifiers: Modifiers, on subject: ItemSubject?) -> Bool
  func clicked(_ subject: ItemSubject, _ modifiers: Modifiers)
}
