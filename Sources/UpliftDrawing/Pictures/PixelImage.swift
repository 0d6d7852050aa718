import CPango
import CPixbuf
import Foundation
import UpliftCore

/// An unpacked picture: premultiplied pixels as Cairo and GTK have them. Never changed once made.
public final class PixelImage: @unchecked Sendable {
  /// A Cairo image surface, ARGB32; its own.
  let surface: OpaquePointer
  public let width: Int
  public let height: Int
  /// Bytes from one row to the next.
  public let stride: Int

  /// Takes over the surface. Nil for one that could not be made.
  init?(adopting surface: OpaquePointer?) {
    guard let surface else { return nil }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      return nil
    }
    cairo_surface_flush(surface)
    self.surface = surface
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    stride = Int(cairo_image_surface_get_stride(surface))
  }

  deinit { cairo_surface_destroy(surface) }

  /// In memory.
  public var byteCount: Int { stride * height }

  /// Gives `body` the rows of pixels, from the top.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    let data = cairo_image_surface_get_data(surface)
    return try body(UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : byteCount))
  }

  // MARK: Unpacking

  /// The picture with neither side longer than `edge` pixels, however large it is stored. Nil when
  /// it cannot be read.
  ///
  /// Drawings with texts open typefaces, which Cairo 1.16 does without a lock: not on two threads
  /// at once.
  public static func unpack(_ picture: StoredPicture, edge: Int) -> PixelImage? {
    if picture.mediaType == .svg {
      return SVGDrawing(picture.data)?.pixels(edge: edge)
    }
    guard let header = try? PictureHeader(picture.data),
      let pixbuf = Pixbuf(picture.data, header: header, edge: edge)
    else { return nil }
    return PixelImage(pixbuf)
  }

  convenience init?(_ pixbuf: Pixbuf) {
    let width = pixbuf.width
    let height = pixbuf.height
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    else { return nil }
    if let target = cairo_image_surface_get_data(surface) {
      let stride = Int(cairo_image_surface_get_stride(surface))
      pixbuf.withRows { rows, rowBytes, channels in
        for y in 0..<height {
          Self.premultiply(
            rows + y * rowBytes, channels: channels, count: width, into: target + y * stride)
        }
      }
      cairo_surface_mark_dirty(surface)
    }
    self.init(adopting: surface)
  }

  /// Red, green, blue and maybe opacity become one number of 32 bits, premultiplied.
  private static func premultiply(
    _ source: UnsafePointer<UInt8>, channels: Int, count: Int,
    into target: UnsafeMutablePointer<UInt8>
  ) {
    target.withMemoryRebound(to: UInt32.self, capacity: count) { target in
      var pixel = source
      for x in 0..<count {
        let alpha = channels == 4 ? UInt32(pixel[3]) : 255
        let red = premultiplied(pixel[0], alpha)
        let green = premultiplied(pixel[1], alpha)
        let blue = premultiplied(pixel[2], alpha)
        target[x] = alpha << 24 | red << 16 | green << 8 | blue
        pixel += channels
      }
    }
  }

  /// A part of a colour times opacity, both 0…255; rounded division by 255.
  @inline(__always)
  private static func premultiplied(_ part: UInt8, _ alpha: UInt32) -> UInt32 {
    let product = UInt32(part) &* alpha &+ 128
    return (product &+ product >> 8) >> 8
  }
}
