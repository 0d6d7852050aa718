import CGtk

/// What a widget, or a node of its own, is drawn with. Every `push` and `save` needs its `pop` and
/// `restore`; the closures here see to it.
@MainActor public final class Snapshot {
  let handle: OpaquePointer
  private let isOwned: Bool

  /// One that GTK lends for the time of a `draw`.
  init(_ handle: OpaquePointer) {
    self.handle = handle
    isOwned = false
  }

  /// One of our own, to make a `RenderNode`.
  public init() {
    handle = gtk_snapshot_new()
    isOwned = true
  }

  isolated deinit {
    if isOwned { g_object_unref(UnsafeMutableRawPointer(handle)) }
  }

  /// What has been drawn so far; nil when nothing was.
  public func takeNode() -> RenderNode? {
    gtk_snapshot_to_node(handle).map { RenderNode(adopting: $0) }
  }

  public func append(_ node: RenderNode) {
    gtk_snapshot_append_node(handle, node.handle)
  }

  public func fill(_ rectangle: Rectangle, _ color: RGBA) {
    var bounds = rectangle.graphene
    var color = color.gdk
    gtk_snapshot_append_color(handle, &color, &bounds)
  }

  public func fill(_ rectangle: Rectangle, radius: Double, _ color: RGBA) {
    var outline = rectangle.rounded(radius)
    gtk_snapshot_push_rounded_clip(handle, &outline)
    fill(rectangle, color)
    gtk_snapshot_pop(handle)
  }

  /// A line just inside the rectangle.
  public func stroke(_ rectangle: Rectangle, radius: Double, width: Double, _ color: RGBA) {
    var outline = rectangle.rounded(radius)
    let widths = [Float](repeating: Float(width), count: 4)
    let colors = [GdkRGBA](repeating: color.gdk, count: 4)
    gtk_snapshot_append_border(handle, &outline, widths, colors)
  }

  public func shadow(
    _ rectangle: Rectangle, radius: Double, y: Double, blur: Double, _ color: RGBA
  ) {
    var outline = rectangle.rounded(radius)
    var color = color.gdk
    gtk_snapshot_append_outset_shadow(handle, &outline, &color, 0, Float(y), 0, Float(blur))
  }

  /// `layout`: a PangoLayout, drawn with its top left corner at the origin.
  public func text(_ layout: OpaquePointer, _ color: RGBA) {
    var color = color.gdk
    gtk_snapshot_append_layout(handle, layout, &color)
  }

  /// Draws a PangoLayout, and releases the caller's reference to it.
  public func text(adopting layout: OpaquePointer, _ color: RGBA) {
    text(layout, color)
    g_object_unref(UnsafeMutableRawPointer(layout))
  }

  /// Draws inside `bounds` with a Cairo context, given as `cairo_t *`.
  public func cairo(_ bounds: Rectangle, _ body: (OpaquePointer) -> Void) {
    var bounds = bounds.graphene
    guard let context = gtk_snapshot_append_cairo(handle, &bounds) else { return }
    body(context)
    cairo_destroy(context)
  }

  public func texture(_ texture: Texture, _ bounds: Rectangle) {
    var bounds = bounds.graphene
    gtk_snapshot_append_texture(handle, texture.pointer(), &bounds)
  }

  public func clipped(to bounds: Rectangle, _ body: () -> Void) {
    var bounds = bounds.graphene
    gtk_snapshot_push_clip(handle, &bounds)
    body()
    gtk_snapshot_pop(handle)
  }

  public func clipped(to bounds: Rectangle, radius: Double, _ body: () -> Void) {
    var outline = bounds.rounded(radius)
    gtk_snapshot_push_rounded_clip(handle, &outline)
    body()
    gtk_snapshot_pop(handle)
  }

  public func transformed(
    x: Double, y: Double, scale: Double = 1, _ body: () -> Void
  ) {
    gtk_snapshot_save(handle)
    var point = graphene_point_t(x: Float(x), y: Float(y))
    gtk_snapshot_translate(handle, &point)
    if scale != 1 { gtk_snapshot_scale(handle, Float(scale), Float(scale)) }
    body()
    gtk_snapshot_restore(handle)
  }

  public func withOpacity(_ opacity: Double, _ body: () -> Void) {
    gtk_snapshot_push_opacity(handle, opacity)
    body()
    gtk_snapshot_pop(handle)
  }
}
