import CPixbuf
import Foundation
import UpliftCore

/// Pictures for tests, made by gdk-pixbuf, and bytes that lie.
enum PictureMaking {
  /// Left half red, right half blue, so that turning it shows.
  static func picture(
    width: Int, height: Int, as type: String = "png", hasAlpha: Bool = false
  ) throws -> Data {
    let pixbuf = gdk_pixbuf_new(
      GDK_COLORSPACE_RGB, hasAlpha ? 1 : 0, 8, Int32(width), Int32(height))
    defer { g_object_unref(pixbuf.map { UnsafeMutableRawPointer($0) }) }
    gdk_pixbuf_fill(pixbuf, 0x0000_ffff)
    let left = gdk_pixbuf_new_subpixbuf(pixbuf, 0, 0, Int32(max(1, width / 2)), Int32(height))
    gdk_pixbuf_fill(left, 0xff00_00ff)
    g_object_unref(left.map { UnsafeMutableRawPointer($0) })
    var buffer: UnsafeMutablePointer<CChar>?
    var count: gsize = 0
    guard gdk_pixbuf_save_to_bufferv(pixbuf, &buffer, &count, type, nil, nil, nil) != 0,
      let buffer
    else { throw CocoaError(.fileWriteUnknown) }
    defer { g_free(buffer) }
    return Data(bytes: buffer, count: Int(count))
  }

  /// A PNG that says it is so large, with nothing in it.
  static func pngHeader(width: UInt32, height: UInt32) -> Data {
    var data = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
    data += Data("IHDR".utf8)
    for value in [width, height] {
      data += Data([24, 16, 8, 0].map { UInt8(value >> $0 & 0xff) })
    }
    data += Data([8, 2, 0, 0, 0, 0, 0, 0, 0])
    data += Data([0, 0, 0, 0]) + Data("IEND".utf8) + Data([0xAE, 0x42, 0x60, 0x82])
    return data
  }

  /// A JPEG with an Exif segment that says how the camera was held.
  static func turned(_ jpeg: Data, orientation: UInt8) -> Data {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
      0, 0, 0, 0,
    ]
    let body = Array("Exif".utf8) + [0, 0] + tiff
    let length = body.count + 2
    return jpeg.prefix(2) + Data([0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xff)] + body)
      + jpeg.dropFirst(2)
  }

  static func svg(_ inside: String, attributes: String = "width=\"40\" height=\"20\"") -> Data {
    Data(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      \(attributes)>\(inside)</svg>
      """.utf8)
  }
}
