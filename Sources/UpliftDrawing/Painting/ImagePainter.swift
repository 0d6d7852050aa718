import CPango
import Foundation
import UpliftCore

/// Paints pictures: drawings as vectors, JPEG pictures with their own data for a PDF to hold.
final class ImagePainter {
  /// Pixels a point on paper: 288 to the inch.
  private static let sharpness = 4.0
  /// Bytes of unpacked pictures that are kept for being painted again.
  private static let mostKept = 64 * 1024 * 1024

  private var drawings: [ImageData: SVGDrawing] = [:]
  private var pixels: [ImageData: PixelImage] = [:]
  private var kept = 0

  func paint(_ block: ImageBlock, on cairo: OpaquePointer, clip: (Shape) -> Void) {
    guard block.frame.width > 0, block.frame.height > 0 else { return }
    cairo_save(cairo)
    if let shape = block.clip {
      clip(shape)
      cairo_clip(cairo)
    }
    let isDone =
      block.image.picture.mediaType == .svg
      ? paintDrawing(block, on: cairo) : paintPixels(block, on: cairo)
    if !isDone { paintNothing(in: block.frame, on: cairo) }
    cairo_restore(cairo)
  }

  private func paintDrawing(_ block: ImageBlock, on cairo: OpaquePointer) -> Bool {
    guard let drawing = drawings[block.image] ?? SVGDrawing(block.image.picture.data) else {
      return false
    }
    if drawings.count > 100 { drawings = [:] }
    drawings[block.image] = drawing
    return drawing.paint(in: block.frame, on: cairo)
  }

  private func paintPixels(_ block: ImageBlock, on cairo: OpaquePointer) -> Bool {
    let edge = Self.edge(for: block.frame, on: cairo)
    guard let pixels = unpacked(block.image, edge: edge) else { return false }
    cairo_translate(cairo, block.frame.x, block.frame.y)
    cairo_scale(
      cairo, block.frame.width / Double(pixels.width), block.frame.height / Double(pixels.height))
    cairo_set_source_surface(cairo, pixels.surface, 0, 0)
    // The rim of pixels would be mixed with what is not there; on paper it would cost the JPEG.
    if !Self.isPaper(cairo) {
      cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD)
    }
    cairo_rectangle(cairo, 0, 0, Double(pixels.width), Double(pixels.height))
    cairo_fill(cairo)
    return true
  }

  /// Where a picture should be that cannot be read: a frame with a line through it.
  private func paintNothing(in frame: Rect, on cairo: OpaquePointer) {
    cairo_set_source_rgba(cairo, 0.5, 0.53, 0.58, 0.25)
    cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
    cairo_fill(cairo)
    cairo_set_source_rgba(cairo, 0.5, 0.53, 0.58, 1)
    cairo_set_line_width(cairo, 1)
    cairo_move_to(cairo, frame.minX, frame.maxY)
    cairo_line_to(cairo, frame.maxX, frame.minY)
    cairo_stroke(cairo)
  }

  // MARK: Pixels

  /// Pixels that the longer side needs where it is painted.
  private static func edge(for frame: Rect, on cairo: OpaquePointer) -> Int {
    var x = 1.0
    var y = 1.0
    cairo_user_to_device_distance(cairo, &x, &y)
    let scale = max(abs(x), abs(y)) * (isPaper(cairo) ? sharpness : 1)
    let wanted = max(frame.width, frame.height) * scale
    // A few sizes, so that a picture is not unpacked again for every zoom.
    var edge = 64
    while Double(edge) < wanted, edge < 4096 { edge *= 2 }
    return edge
  }

  private static func isPaper(_ cairo: OpaquePointer) -> Bool {
    cairo_get_target(cairo).map { cairo_surface_get_type($0) != CAIRO_SURFACE_TYPE_IMAGE } ?? false
  }

  private func unpacked(_ image: ImageData, edge: Int) -> PixelImage? {
    if let known = pixels[image] {
      let longer = max(known.width, known.height)
      if longer >= min(edge, max(image.picture.width, image.picture.height)) { return known }
      kept -= known.byteCount
      pixels[image] = nil
    }
    guard let new = PixelImage.unpack(image.picture, edge: edge) else { return nil }
    if kept + new.byteCount > Self.mostKept {
      pixels = [:]
      kept = 0
    }
    attach(image.picture, to: new)
    kept += new.byteCount
    pixels[image] = new
    return new
  }

  /// A PDF holds a JPEG as it is, which is a tenth of its pixels.
  private func attach(_ picture: StoredPicture, to pixels: PixelImage) {
    guard picture.mediaType == .jpeg, let header = try? PictureHeader(picture.data),
      header.components != 4
    else { return }
    let count = picture.data.count
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    picture.data.copyBytes(to: copy, count: count)
    cairo_surface_set_mime_data(
      pixels.surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(count),
      { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }, copy)
  }
}
