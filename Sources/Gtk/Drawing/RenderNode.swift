import CGtk

/// Something drawn, to be shown again as often as needed.
@MainActor public final class RenderNode {
  let handle: OpaquePointer

  init(adopting handle: OpaquePointer) { self.handle = handle }

  isolated deinit { gsk_render_node_unref(handle) }
}
