import CGtk

extension Widget {
  /// The window that it stands in; nil while it stands in none.
  public var window: Window? {
    guard let root = gtk_widget_get_root(pointer()) else { return nil }
    return Window(widget: UnsafeMutableRawPointer(root).assumingMemoryBound(to: GtkWidget.self))
  }
}
