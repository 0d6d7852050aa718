import CGtk

extension Widget {
  /// A wheel that turns over this widget does nothing to it: what stands around it scrolls.
  public func ignoreWheel() {
    // The bars have a wheel of their own.
    if let scroller = self as? ScrolledWindow {
      for isHorizontal in [true, false] {
        let bar =
          isHorizontal
          ? gtk_scrolled_window_get_hscrollbar(scroller.pointer())
          : gtk_scrolled_window_get_vscrollbar(scroller.pointer())
        bar.flatMap { gtk_widget_get_first_child($0) }.map(Self.ignoreWheel)
      }
    }
    Self.ignoreWheel(pointer())
  }

  private static func ignoreWheel(_ widget: UnsafeMutablePointer<GtkWidget>) {
    guard let controllers = gtk_widget_observe_controllers(widget) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(controllers)) }
    for index in 0..<g_list_model_get_n_items(controllers) {
      guard let item = g_list_model_get_item(controllers, index) else { continue }
      defer { g_object_unref(item) }
      let instance = item.assumingMemoryBound(to: GTypeInstance.self)
      if g_type_check_instance_is_a(instance, gtk_event_controller_scroll_get_type()) != 0 {
        gtk_event_controller_set_propagation_phase(OpaquePointer(item), GTK_PHASE_NONE)
      }
    }
  }
}
