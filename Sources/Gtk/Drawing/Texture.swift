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

  /// From unpacked pixels: blue, green, red and opacity, premultiplied, as Cairo has them on most
  /// machines.
  ///
  /// - Parameter stride: bytes from one row to the next.
  public init(pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int) {
    let bytes = g_bytes_new(pixels.baseAddress, gsize(pixels.count))
    defer { g_bytes_unref(bytes) }
    super.init(
      adopting: UnsafeMutableRawPointer(
        gdk_memory_texture_new(
          gint(width), gint(height), GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, gsize(stride))))
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
