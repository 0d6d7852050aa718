import CGtk

/// Two widgets with a handle between them.
public final class Paned: Widget {
  public init(_ orientation: Orientation) {
    super.init(gtk_paned_new(orientation.value))
  }

  /// - Parameters:
  ///   - resizes: takes part when the window grows.
  ///   - shrinks: may become smaller than its least size.
  public func setStart(_ child: Widget?, resizes: Bool = false, shrinks: Bool = false) {
    gtk_paned_set_start_child(pointer(), child?.pointer())
    gtk_paned_set_resize_start_child(pointer(), resizes ? 1 : 0)
    gtk_paned_set_shrink_start_child(pointer(), shrinks ? 1 : 0)
  }

  public func setEnd(_ child: Widget?, resizes: Bool = true, shrinks: Bool = false) {
    gtk_paned_set_end_child(pointer(), child?.pointer())
    gtk_paned_set_resize_end_child(pointer(), resizes ? 1 : 0)
    gtk_paned_set_shrink_end_child(pointer(), shrinks ? 1 : 0)
  }

  /// Logical pixels from the start.
  public var position: Int {
    get { Int(gtk_paned_get_position(pointer())) }
    set { gtk_paned_set_position(pointer(), gint(newValue)) }
  }

  @discardableResult
  public func onPositionChanged(_ handler: @escaping () -> Void) -> SignalID {
    onChange(of: "position", handler)
  }
}
