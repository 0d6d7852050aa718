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
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
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
    try CairoStatus.check(cairo_status(cairo), target: target)
    let sink = try FileSink(path: path, target: target)
    let status = cairo_surface_write_to_png_stream(
      surface, FileSink.take, Unmanaged.passUnretained(sink).toOpaque())
    try CairoStatus.check(status, target: target)
    try sink.finish()
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
