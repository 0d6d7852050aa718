import CGtk

/// A drag that has left its window: what is dragged goes along with the pointer over whatever
/// programs there are. Keep it until `onEnd`.
public final class OutgoingDrag: Object {
  private var isOver = false

  /// The pointer is held down on `widget`, and goes off with something.
  ///
  /// - Parameters:
  ///   - types: the formats of the same thing, the best first.
  ///   - icon: what goes along with the pointer, which holds it at `hold`, in pixels.
  ///   - make: called on another thread, one call after the other; nil when it cannot.
  /// - Returns: nil when the window system does not let it go.
  public static func begin(
    from widget: Widget, _ types: [String], icon: Texture?, hold: (x: Int, y: Int),
    _ make: @escaping @Sendable (String) -> [UInt8]?
  ) -> OutgoingDrag? {
    guard let native = gtk_widget_get_native(widget.pointer()),
      let surface = gtk_native_get_surface(native),
      let seat = gdk_display_get_default_seat(gtk_widget_get_display(widget.pointer())),
      let device = gdk_seat_get_pointer(seat),
      let provider = OfferedContent(types, make).provider()
    else { return nil }
    let content = UnsafeMutableRawPointer(provider)
    defer { g_object_unref(content) }
    let drag = gdk_drag_begin(
      surface, device, content.assumingMemoryBound(to: GdkContentProvider.self),
      GDK_ACTION_COPY, 0, 0)
    guard let drag else { return nil }
    if let icon {
      gtk_drag_icon_set_from_paintable(drag, icon.pointer(), gint(hold.x), gint(hold.y))
    }
    return OutgoingDrag(adopting: UnsafeMutableRawPointer(drag))
  }

  /// It is over: somebody took it, or nobody.
  public func onEnd(_ handler: @escaping (_ isTaken: Bool) -> Void) {
    let end = { [weak self] (isTaken: Bool) in
      guard let self, !isOver else { return }
      isOver = true
      gdk_drag_drop_done(pointer(), isTaken ? 1 : 0)
      handler(isTaken)
    }
    connect("dnd-finished") { end(true) }
    connect("cancel") { end(false) }
  }

  /// Whether this is what a target has over it.
  public func isOver(_ target: DropTarget) -> Bool {
    guard let drop = gtk_drop_target_get_current_drop(target.pointer()),
      let drag = gdk_drop_get_drag(drop)
    else { return false }
    return UnsafeMutableRawPointer(drag) == raw
  }
}

extension Widget {
  /// Its controllers forget what they have seen so far, as if nothing were pressed.
  public func resetControllers() {
    guard let list = gtk_widget_observe_controllers(pointer()) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(list)) }
    for index in 0..<g_list_model_get_n_items(list) {
      guard let controller = g_list_model_get_item(list, index) else { continue }
      defer { g_object_unref(controller) }
      gtk_event_controller_reset(OpaquePointer(controller))
    }
  }

  /// Whether a place, in the widget's own pixels, is that far beyond the edges of its window.
  public func isOutsideWindow(x: Double, y: Double, by distance: Double) -> Bool {
    guard let root = gtk_widget_get_root(pointer()) else { return false }
    let window = UnsafeMutableRawPointer(root).assumingMemoryBound(to: GtkWidget.self)
    var (placeX, placeY) = (0.0, 0.0)
    guard gtk_widget_translate_coordinates(pointer(), window, x, y, &placeX, &placeY) != 0 else {
      return false
    }
    let (width, height) = (gtk_widget_get_width(window), gtk_widget_get_height(window))
    return placeX < -distance || placeY < -distance || placeX > Double(width) + distance
      || placeY > Double(height) + distance
  }
}
