import CPango
import Foundation
import UpliftCore

enum PNGExport {
  /// Pixels along one side that Cairo can paint.
  private static let longestSide = 32_000.0
  /// Pixels in all: 400 MB while it is painted.
  private static let mostPixels = 100_000_000.0

  static func write(
    _ scene: Scene, to path: String, target: URL, scale: Double, measuring: PangoTextMeasuring,
    report: @escaping (Double) -> Bool
  ) throws {
    let surface = try paint(
      scene, scale: scale, measuring: measuring, target: target, report: report)
    defer { cairo_surface_destroy(surface) }
    let sink = try FileSink(path: path, target: target)
    let status = cairo_surface_write_to_png_stream(
      surface, FileSink.take, Unmanaged.passUnretained(sink).toOpaque())
    try CairoStatus.check(status, target: target)
    try sink.finish()
  }

  /// The bytes of the file, at `scale` or as much less as it takes to have `pixels` at most.
  static func data(
    _ scene: Scene, scale: Double, pixels: Double, measuring: PangoTextMeasuring,
    report: @escaping (Double) -> Bool
  ) throws -> [UInt8] {
    let size = scene.size
    let largest = (min(pixels, mostPixels) / (size.width * size.height)).squareRoot()
    let side = (longestSide - 1) / max(size.width, size.height)
    let surface = try paint(
      scene, scale: min(scale, largest, side), measuring: measuring, target: nil, report: report)
    defer { cairo_surface_destroy(surface) }
    return PNGBytes.bytes(of: surface)
  }

  /// The caller's to destroy.
  private static func paint(
    _ scene: Scene, scale: Double, measuring: PangoTextMeasuring, target: URL?,
    report: @escaping (Double) -> Bool
  ) throws -> OpaquePointer {
    var progress = ExportProgress(total: scene.items.count, report: report)
    guard scale.isFinite, scale > 0 else { throw ExportError.badScale }
    let width = max(1, (scene.size.width * scale).rounded(.up))
    let height = max(1, (scene.size.height * scale).rounded(.up))
    guard width <= longestSide, height <= longestSide, width * height <= mostPixels else {
      let size = scene.size
      throw ExportError.tooManyPixels(
        width: width, height: height,
        largestScale: min(
          longestSide / size.width, longestSide / size.height,
          (mostPixels / (size.width * size.height)).squareRoot()))
    }
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { throw ExportError.fontsMissing }
    do {
      guard let cairo = cairo_create(surface) else { throw ExportError.fontsMissing }
      defer { cairo_destroy(cairo) }
      cairo_scale(cairo, scale, scale)
      let painter = CairoPainter(measuring: measuring)
      painter.fill(
        Rect(0, 0, width / scale, height / scale), scene.background, on: cairo)
      for band in Band.allCases {
        for item in scene.items where item.band == band {
          painter.paint(item, on: cairo)
          try progress.advance()
        }
      }
      try CairoStatus.check(cairo_status(cairo), target: target ?? URL(fileURLWithPath: "/"))
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    return surface
  }
}

/// A picture in memory as PNG.
final class PNGBytes {
  private var all: [UInt8] = []

  static func bytes(of surface: OpaquePointer) -> [UInt8] {
    let bytes = PNGBytes()
    withExtendedLifetime(bytes) {
      _ = cairo_surface_write_to_png_stream(
        surface,
        { closure, data, length in
          guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
          Unmanaged<PNGBytes>.fromOpaque(closure).takeUnretainedValue().all
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, Unmanaged.passUnretained(bytes).toOpaque())
    }
    return bytes.all
  }
}

enum CairoStatus {
  /// Throws when Cairo could not do what was asked.
  static func check(_ status: cairo_status_t, target: URL) throws {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let reason = String(cString: cairo_status_to_string(status))
    throw ExportError.cannotWrite(path: target.path, reason: reason)
  }
}
