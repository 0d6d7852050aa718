import CGtk

extension Window {
  /// Calls `handler` with the window's width in logical pixels whenever it has another one.
  public func onWidthChanged(_ handler: @escaping (Int) -> Void) {
    connect("realize") { [weak self] in
      guard let self, let surface = gtk_native_get_surface(pointer()) else { return }
      var width = 0
      Object(surface).connectAnswering("layout") { arguments in
        if arguments.int(0) != width {
          width = arguments.int(0)
          handler(width)
        }
        return .none
      }
    }
  }

  /// Runs an action of the widget that has the focus: `text.undo` in a text field. False when it
  /// has none of this name.
  @discardableResult
  public func activateOnFocus(_ action: String) -> Bool {
    guard let focus = gtk_window_get_focus(pointer()) else { return false }
    return gtk_widget_activate_action_variant(focus, action, nil) != 0
  }
}
