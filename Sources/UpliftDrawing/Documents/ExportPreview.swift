import CPango
import Foundation
import UpliftCore

/// The first page of what an export would write, small.
public struct ExportPreview: Sendable {
  /// The page as a picture.
  public var png: [UInt8]
  public var pageCount: Int
  /// Of one page, in points; of an SVG or PNG, of the whole picture at 100 %.
  public var page: Size

  /// Lays out and draws on the calling thread.
  ///
  /// - Parameters:
  ///   - showsTitle: as in `ExportOptions`.
  ///   - bounds: pixels that the picture must not exceed.
  ///   - goesOn: asked now and then; false ends it.
  /// - Throws: `ExportError`.
  public static func make(
    _ picture: Picture, theme: Theme, format: ExportFormat, page: PageFormat,
    showsTitle: Bool = true,
    within bounds: Size, goesOn: @escaping () -> Bool = { true }
  ) throws -> ExportPreview {
    guard let measuring = PangoTextMeasuring(keepsLayouts: true) else {
      throw ExportError.fontsMissing
    }
    let painter = CairoPainter(measuring: measuring)
    let source = ExportSource.picture(picture, theme)
    if format == .pdf, let pages = source.pages(measuring: measuring, paper: page) {
      let png = try draw(pages[0].scene.size, within: bounds) { file in
        var progress = ExportProgress(total: pages[0].itemCount) { _ in goesOn() }
        try PDFSheets(pages: pages, painter: painter).paint(
          pages[0], in: file, progress: &progress)
      }
      return ExportPreview(png: png, pageCount: pages.count, page: pages[0].scene.size)
    }
    if format == .pdf, let paper = page.paper {
      let (sheet, words) = source.onSheets(measuring: measuring)
      var plan = TilePlan.best(
        paper: paper, layout: { sheet.scene(measuring: measuring, pageHeight: $0) },
        breaks: sheet.breaks)
      plan.scene.appendix += words
      guard goesOn() else { throw ExportError.cancelled }
      let tiles = PDFTiles(plan: plan, measuring: measuring)
      let png = try draw(plan.paper, within: bounds) { file in
        var progress = ExportProgress(total: plan.scene.items.count) { _ in goesOn() }
        try tiles.paintFirstPage(in: file, progress: &progress)
      }
      return ExportPreview(
        png: png, pageCount: plan.pageCount + tiles.appendix.pageCount, page: plan.paper)
    }
    let scene =
      format == .pdf
      ? source.scene(measuring: measuring)
      : source.picture(measuring: measuring, showsTitle: showsTitle)
    guard goesOn() else { throw ExportError.cancelled }
    var progress = ExportProgress(total: scene.items.count) { _ in goesOn() }
    if format == .pdf {
      let poster = PDFPoster(scene: scene, measuring: measuring, painter: painter)
      let png = try draw(poster.page, within: bounds) {
        try poster.paint(in: $0, progress: &progress)
      }
      return ExportPreview(png: png, pageCount: 1 + poster.appendix.pageCount, page: poster.page)
    }
    let png = try draw(scene.size, within: bounds) { file in
      painter.fill(
        Rect(0, 0, scene.size.width, scene.size.height), scene.background, on: file.cairo)
      for band in Band.allCases {
        for item in scene.items where item.band == band {
          painter.paint(item, on: file.cairo)
          try progress.advance()
        }
      }
    }
    return ExportPreview(png: png, pageCount: 1, page: scene.size)
  }

  private static func draw(
    _ page: Size, within bounds: Size, _ body: (PDFFile) throws -> Void
  ) throws -> [UInt8] {
    let scale = min(bounds.width / max(page.width, 1), bounds.height / max(page.height, 1))
    let width = max(1, (page.width * scale).rounded(.down))
    let height = max(1, (page.height * scale).rounded(.down))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { throw ExportError.fontsMissing }
    defer { cairo_surface_destroy(surface) }
    let file = try PDFFile(previewOn: surface)
    cairo_scale(file.cairo, scale, scale)
    try body(file)
    return PNGBytes.bytes(of: surface)
  }
}
