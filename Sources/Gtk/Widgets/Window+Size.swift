import CGtk

extension Window {
  /// Calls `handler` with the window's width in logical pixels whenever it has another one.
  public func onWidthChanged(_ handler: @escaping (Int) -> Void) {
    connect("realize") { [weak self] in
      guard let self, let surface = gtk_native_get_surface(pointer()) else { return }
      let watched = Object(surface)
      watched.onChange(of: "width") { [weak self] in
        guard let self, let surface = gtk_native_get_surface(pointer()) else { return }
        handler(Int(gdk_surface_get_width(surface)))
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
