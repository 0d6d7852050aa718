import CGtk

/// GTK's software renderer, for measuring and testing without a window's own.
@MainActor public final class SoftwareRenderer: Object {
  public init() throws {
    super.init(adopting: UnsafeMutableRawPointer(gsk_cairo_renderer_new()))
    _ = try throwing { gsk_renderer_realize(pointer(), nil, $0) }
  }

  public func render(_ node: RenderNode, _ viewport: Rectangle) -> Texture? {
    var bounds = viewport.graphene
    return gsk_renderer_render_texture(pointer(), node.handle, &bounds).map {
      Texture(adopting: $0)
    }
  }

  isolated deinit { gsk_renderer_unrealize(pointer()) }
}
