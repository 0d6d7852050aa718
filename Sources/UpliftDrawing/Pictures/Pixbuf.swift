import CPixbuf
import Foundation
import UpliftCore

/// A PNG or JPEG picture that gdk-pixbuf has unpacked.
final class Pixbuf {
  private let handle: OpaquePointer

  private init(adopting handle: OpaquePointer) { self.handle = handle }

  deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// - Parameters:
  ///   - header: of the data; whoever has it has refused what is too large.
  ///   - edge: pixels that neither side has more of; a JPEG is scaled while it is unpacked.
  convenience init?(_ data: Data, header: PictureHeader, edge: Int) {
    let longer = max(header.width, header.height)
    guard longer > 0, edge > 0 else { return nil }
    let scale = min(1, Double(edge) / Double(longer))
    let width = max(1, Int((Double(header.width) * scale).rounded()))
    let height = max(1, Int((Double(header.height) * scale).rounded()))
    let bytes = data.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(bytes) }
    guard let stream = g_memory_input_stream_new_from_bytes(bytes) else { return nil }
    defer { g_object_unref(stream) }
    guard
      let handle = gdk_pixbuf_new_from_stream_at_scale(
        stream, Int32(width), Int32(height), 0, nil, nil)
    else { return nil }
    self.init(adopting: handle)
  }

  var width: Int { Int(gdk_pixbuf_get_width(handle)) }
  var height: Int { Int(gdk_pixbuf_get_height(handle)) }

  /// How a camera was held (TIFF 6.0, Orientation): 1 upright, 2…8 turned or mirrored.
  var orientation: Int {
    gdk_pixbuf_get_option(handle, "orientation").flatMap { Int(String(cString: $0)) } ?? 1
  }

  /// Upright, whatever the camera's position was.
  func upright() -> Pixbuf? {
    gdk_pixbuf_apply_embedded_orientation(handle).map { Pixbuf(adopting: $0) }
  }

  /// Smaller by a factor of less than 1.
  func scaled(by factor: Double) -> Pixbuf? {
    gdk_pixbuf_scale_simple(
      handle, max(1, Int32((Double(width) * factor).rounded())),
      max(1, Int32((Double(height) * factor).rounded())), GDK_INTERP_BILINEAR
    ).map { Pixbuf(adopting: $0) }
  }

  /// - Parameter type: PNG, or JPEG of quality 90.
  func encoded(as type: StoredPicture.MediaType) -> Data? {
    var buffer: UnsafeMutablePointer<CChar>?
    var count: gsize = 0
    let isJPEG = type == .jpeg
    let isDone = withCStrings(isJPEG ? ["quality"] : []) { keys in
      withCStrings(isJPEG ? ["90"] : []) { values in
        gdk_pixbuf_save_to_bufferv(
          handle, &buffer, &count, isJPEG ? "jpeg" : "png", keys, values, nil)
      }
    }
    guard let buffer else { return nil }
    defer { g_free(buffer) }
    return isDone != 0 ? Data(bytes: buffer, count: Int(count)) : nil
  }

  /// Rows of bytes, how many bytes apart they are, and how many bytes a pixel has (3 or 4).
  func withRows(_ body: (UnsafePointer<UInt8>, _ rowBytes: Int, _ channels: Int) -> Void) {
    guard let rows = gdk_pixbuf_read_pixels(handle) else { return }
    body(rows, Int(gdk_pixbuf_get_rowstride(handle)), Int(gdk_pixbuf_get_n_channels(handle)))
  }

  /// Strings as C wants them: a list that ends with nothing.
  private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else {
        preconditionFailure("a list with its end in it is not empty")
      }
      return body(start)
    }
  }
}
