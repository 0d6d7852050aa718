import CPango

/// A `PangoLayout` that lives as long as somebody needs it.
final class OwnedLayout {
  let layout: OpaquePointer

  init(_ layout: OpaquePointer) { self.layout = layout }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}
