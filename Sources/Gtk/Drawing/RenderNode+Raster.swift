import CGtk

extension RenderNode {
  /// The node as opaque pixels, which are shown faster than they are drawn, at least in software.
  ///
  /// - Parameters:
  ///   - width: from the node's origin, in logical pixels.
  ///   - scaleFactor: pixels of the screen to a logical one.
  public func rasterised(
    width: Int, height: Int, scaleFactor: Int, background: RGBA
  ) -> RenderNode? {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, gint(width * scaleFactor), gint(height * scaleFactor))
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return nil }
    cairo_surface_set_device_scale(surface, Double(scaleFactor), Double(scaleFactor))
    let context = cairo_create(surface)
    cairo_set_source_rgb(context, background.red, background.green, background.blue)
    cairo_paint(context)
    gsk_render_node_draw(handle, context)
    cairo_destroy(context)

    var bounds = Rectangle(0, 0, Double(width), Double(height)).graphene
    guard let node = gsk_cairo_node_new(&bounds) else { return nil }
    let target = gsk_cairo_node_get_draw_context(node)
    cairo_set_source_surface(target, surface, 0, 0)
    // While somebody zooms, the pixels of another zoom are shown; the best filters are too slow.
    cairo_pattern_set_filter(cairo_get_source(target), CAIRO_FILTER_BILINEAR)
    cairo_pattern_set_extend(cairo_get_source(target), CAIRO_EXTEND_PAD)
    cairo_rectangle(target, 0, 0, Double(width), Double(height))
    cairo_fill(target)
    cairo_destroy(target)
    return RenderNode(adopting: node)
  }
}

extension Widget {
  /// True when the window is drawn by the processor.
  public var isDrawnInSoftware: Bool {
    guard let native = gtk_widget_get_native(pointer()),
      let renderer = gtk_native_get_renderer(native)
    else { return false }
    return g_type_check_instance_is_a(
      UnsafeMutableRawPointer(renderer).assumingMemoryBound(to: GTypeInstance.self),
      gsk_cairo_renderer_get_type()) != 0
  }
}
