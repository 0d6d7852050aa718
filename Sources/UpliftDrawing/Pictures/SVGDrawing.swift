import CPango
import CPixbuf
import Foundation
import UpliftCore

/// A drawing that librsvg has read. It loads nothing but what is in the drawing itself: data
/// without an address of its own has nothing that it could be relative to.
final class SVGDrawing {
  private let handle: UnsafeMutablePointer<RsvgHandle>
  /// Pixels at 96 to the inch, each above 0.
  let size: Size

  /// Nil when it cannot be read.
  init?(_ data: Data) {
    let read = data.withUnsafeBytes { bytes in
      rsvg_handle_new_from_data(
        bytes.bindMemory(to: UInt8.self).baseAddress, gsize(bytes.count), nil)
    }
    guard let read else { return nil }
    handle = read
    rsvg_handle_set_dpi(handle, 96)
    let size = Self.size(of: handle)
    self.size = size
    guard size.width.isFinite, size.height.isFinite, size.width > 0, size.height > 0 else {
      return nil
    }
  }

  deinit { g_object_unref(handle) }

  /// Its own size, else that of what it shows.
  private static func size(of handle: UnsafeMutablePointer<RsvgHandle>) -> Size {
    var width = 0.0
    var height = 0.0
    if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0, width > 0,
      height > 0
    {
      return Size(width, height)
    }
    var hasWidth: gboolean = 0
    var hasHeight: gboolean = 0
    var hasBox: gboolean = 0
    var own = (RsvgLength(), RsvgLength())
    var box = RsvgRectangle()
    rsvg_handle_get_intrinsic_dimensions(
      handle, &hasWidth, &own.0, &hasHeight, &own.1, &hasBox, &box)
    if hasBox != 0 { return Size(box.width, box.height) }
    var ink = RsvgRectangle()
    guard rsvg_handle_get_geometry_for_element(handle, nil, &ink, nil, nil) != 0 else {
      return .zero
    }
    return Size(ink.x + ink.width, ink.y + ink.height)
  }

  /// Draws it into a rectangle; false when that failed, and maybe a part of it is there.
  @discardableResult
  func paint(in frame: Rect, on cairo: OpaquePointer) -> Bool {
    var viewport = RsvgRectangle(
      x: frame.x, y: frame.y, width: frame.width, height: frame.height)
    return rsvg_handle_render_document(handle, cairo, &viewport, nil) != 0
  }

  /// Its picture with neither side longer than `edge` pixels.
  func pixels(edge: Int) -> PixelImage? {
    let scale = Double(edge) / max(size.width, size.height)
    let width = max(1, (size.width * scale).rounded())
    let height = max(1, (size.height * scale).rounded())
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)),
      let cairo = cairo_create(surface)
    else { return nil }
    let isDone = paint(in: Rect(0, 0, width, height), on: cairo)
    cairo_destroy(cairo)
    guard isDone else {
      cairo_surface_destroy(surface)
      return nil
    }
    return PixelImage(adopting: surface)
  }
}
