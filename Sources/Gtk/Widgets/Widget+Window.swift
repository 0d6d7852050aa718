import CGtk

extension Widget {
  /// The window that it stands in; nil while it stands in none.
  public var window: Window? {
    guard let root = gtk_widget_get_root(pointer()) else { return nil }
    return Window(widget: UnsafeMutableRawPointer(root).assumingMemoryBound(to: GtkWidget.self))
  }
}

extension Widget {
  /// The same with a text for the action; false when there is no such action around here.
  @discardableResult
  public func activateAction(_ name: String, text: String) -> Bool {
    gtk_widget_activate_action_variant(pointer(), name, g_variant_new_string(text)) != 0
  }
}
