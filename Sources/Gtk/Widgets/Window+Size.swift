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

  /// Runs an action of the field that has the focus: `text.undo`. False when that changed nothing
  /// of its text, as there was nothing to take back, or when the focus is in no field.
  @discardableResult
  public func changesFocusedText(_ action: String) -> Bool {
    guard let focus = gtk_window_get_focus(pointer()), let before = text(of: focus) else {
      return false
    }
    return gtk_widget_activate_action_variant(focus, action, nil) != 0 && text(of: focus) != before
  }

  private func text(of widget: UnsafeMutablePointer<GtkWidget>) -> String? {
    let raw = UnsafeMutableRawPointer(widget)
    let instance = raw.assumingMemoryBound(to: GTypeInstance.self)
    if g_type_check_instance_is_a(instance, gtk_text_view_get_type()) != 0 {
      let buffer = gtk_text_view_get_buffer(raw.assumingMemoryBound(to: GtkTextView.self))
      var start = GtkTextIter()
      var end = GtkTextIter()
      gtk_text_buffer_get_bounds(buffer, &start, &end)
      guard let text = gtk_text_buffer_get_text(buffer, &start, &end, 1) else { return nil }
      defer { g_free(text) }
      return String(cString: text)
    }
    guard g_type_check_instance_is_a(instance, gtk_editable_get_type()) != 0 else { return nil }
    return gtk_editable_get_text(OpaquePointer(raw)).map { String(cString: $0) }
  }
}
