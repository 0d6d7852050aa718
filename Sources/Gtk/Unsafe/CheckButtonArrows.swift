import CGtk

/// Whether a check button is one of several of which one is chosen.
@MainActor final class CheckButtonGroup {
  var isJoined = false
}

extension CheckButton {
  /// Up and Down go to the control before and after it. GTK means them for radio buttons: with one
  /// that stands alone they tick it instead.
  func addArrows(_ group: CheckButtonGroup) {
    let keys = KeyController()
    // The handler lives as long as the controller does, which may be longer than what wraps it.
    let controller = keys.raw
    keys.onPressed { key, modifiers in
      guard !group.isJoined, modifiers.isEmpty else { return false }
      let direction: GtkDirectionType
      switch key {
      case .up, .keypadUp: direction = GTK_DIR_TAB_BACKWARD
      case .down, .keypadDown: direction = GTK_DIR_TAB_FORWARD
      case .left, .keypadLeft, .right, .keypadRight: return true
      default: return false
      }
      guard let button = gtk_event_controller_get_widget(OpaquePointer(controller)),
        let native = gtk_widget_get_native(button)
      else { return false }
      gtk_widget_child_focus(
        UnsafeMutableRawPointer(native).assumingMemoryBound(to: GtkWidget.self), direction)
      return true
    }
    addController(keys)
  }
}
