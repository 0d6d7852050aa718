import CGtk

/// A picture in memory.
public final class Texture: Object {
  /// From PNG, JPEG or TIFF data.
  public init(data: [UInt8]) throws {
    let bytes = g_bytes_new(data, gsize(data.count))
    defer { g_bytes_unref(bytes) }
    super.init(
      adopting: UnsafeMutableRawPointer(try throwing { gdk_texture_new_from_bytes(bytes, $0) }))
  }

  init(adopting texture: OpaquePointer) {
    super.init(adopting: UnsafeMutableRawPointer(texture))
  }

  public var width: Int { Int(gdk_texture_get_width(pointer())) }
  public var height: Int { Int(gdk_texture_get_height(pointer())) }

  @discardableResult
  public func savePNG(to path: String) -> Bool {
    gdk_texture_save_to_png(pointer(), path) != 0
  }
}
