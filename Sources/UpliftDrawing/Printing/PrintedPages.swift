import CPango
import Foundation
import UpliftCore

/// The sheets of a picture, laid out and ready to be drawn: the same ones as in a PDF, for a
/// preview and for a printer.
public final class PrintedPages: @unchecked Sendable {
  /// Points around a picture that is on one sheet.
  private static let margin = 24.0

  private enum Layout {
    case tiles(PDFTiles)
    case poster(PDFPoster)
    case document(PDFSheets)
  }

  /// Of every sheet, in points, as it stands.
  public let paper: Size
  public let count: Int
  /// Headings of a document, with their sheet, counted from 0: what one can turn to.
  public let headings: [(text: String, level: Int, page: Int)]
  private let layout: Layout
  /// What comes after the picture.
  private let appendix: PDFAppendix
  // Fonts are for one thread at a time.
  private let lock = NSLock()

  /// - Parameter goesOn: asked now and then; false ends it.
  /// - Throws: `ExportError`.
  public init(
    _ picture: Picture, theme: Theme, setup: PageSetup, goesOn: @escaping () -> Bool = { true }
  ) throws {
    guard let measuring = PangoTextMeasuring(keepsLayouts: true) else {
      throw ExportError.fontsMissing
    }
    let source = ExportSource.picture(picture, theme)
    let upright = setup.paper.size
    let size =
      setup.orientation == .across ? Size(upright.height, upright.width) : upright
    if let pages = source.pages(measuring: measuring, paper: size) {
      guard goesOn() else { throw ExportError.cancelled }
      let painter = CairoPainter(forPDF: measuring)
      layout = .document(PDFSheets(pages: pages, painter: painter))
      appendix = PDFAppendix(
        scene: pages[0].scene, paper: size, after: pages.count, measuring: measuring,
        painter: painter)
      paper = size
      count = pages.count
      headings = pages.enumerated().flatMap { index, page in
        page.headings.map { ($0.text, $0.level, index) }
      }
      return
    }
    headings = []
    let (sheet, words) = source.onSheets(measuring: measuring)
    switch setup.fit {
    case .sheets:
      let cache = LayoutCache()
      var plan = TilePlan.best(
        papers: setup.sizes,
        layout: { sheet.scene(measuring: measuring, pageHeight: $0, cache: cache) },
        breaks: sheet.breaks)
      plan.scene.appendix += words
      let tiles = PDFTiles(plan: plan, measuring: measuring)
      layout = .tiles(tiles)
      paper = plan.paper
      appendix = tiles.appendix
      count = plan.pageCount + appendix.pageCount
    case .onePage:
      var scene = sheet.scene(measuring: measuring)
      scene.appendix += words
      let poster = PDFPoster(
        scene: scene, measuring: measuring, painter: CairoPainter(forPDF: measuring))
      let sizes = setup.sizes
      layout = .poster(poster)
      paper =
        sizes.max { Self.scale(of: poster, on: $0) < Self.scale(of: poster, on: $1) }
        ?? setup.paper.size
      appendix = PDFAppendix(
        scene: scene, paper: paper, after: 1, measuring: measuring, painter: poster.painter)
      count = 1 + appendix.pageCount
    }
    guard goesOn() else { throw ExportError.cancelled }
  }

  private static func scale(of poster: PDFPoster, on paper: Size) -> Double {
    min(
      (paper.width - 2 * margin) / poster.page.width,
      (paper.height - 2 * margin) / poster.page.height, 1)
  }

  /// Draws a sheet, counted from 0, in points from the upper left corner of the paper.
  ///
  /// - Throws: `ExportError`.
  ///
  /// - Parameter turns: a page that lies on its side is turned, as a printer needs it.
  public func paint(_ index: Int, on cairo: OpaquePointer, turns: Bool = true) throws {
    try lock.withLock {
      let file = PDFFile(printingOn: cairo)
      cairo_save(cairo)
      defer { cairo_restore(cairo) }
      let pictureCount = count - appendix.pageCount
      switch layout {
      case _ where index >= pictureCount: appendix.paint(index - pictureCount, in: file)
      case .tiles(let tiles): try tiles.paint(sheet: index + 1, in: file)
      case .document(let sheets):
        if turns, size(of: index).width != paper.width {
          cairo_translate(cairo, 0, paper.height)
          cairo_rotate(cairo, -.pi / 2)
        }
        var progress = ExportProgress(total: 1) { _ in true }
        try sheets.paint(sheets.pages[index], in: file, progress: &progress)
      case .poster(let poster):
        poster.painter.fill(
          Rect(0, 0, paper.width, paper.height), poster.scene.background, on: cairo)
        let scale = Self.scale(of: poster, on: paper)
        cairo_translate(cairo, (paper.width - poster.page.width * scale) / 2, Self.margin)
        cairo_scale(cairo, scale, scale)
        var progress = ExportProgress(total: 1) { _ in true }
        try poster.paint(in: file, progress: &progress)
      }
      let status = cairo_status(cairo)
      guard status == CAIRO_STATUS_SUCCESS else {
        throw ExportError.cannotWrite(
          path: tr("The page"), reason: String(cString: cairo_status_to_string(status)))
      }
    }
  }

  /// Points of a sheet, counted from 0, as it is read.
  private func size(of index: Int) -> Size {
    guard case .document(let sheets) = layout, sheets.pages.indices.contains(index) else {
      return paper
    }
    return sheets.pages[index].scene.size
  }

  /// A sheet as a PNG of at most so many pixels.
  ///
  /// - Throws: `ExportError`.
  public func preview(_ index: Int, within bounds: Size) throws -> [UInt8] {
    let size = size(of: index)
    let scale = min(bounds.width / size.width, bounds.height / size.height)
    let width = Int32(max(1, (size.width * scale).rounded(.down)))
    let height = Int32(max(1, (size.height * scale).rounded(.down)))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else {
      throw ExportError.fontsMissing
    }
    defer { cairo_surface_destroy(surface) }
    guard let cairo = cairo_create(surface) else { throw ExportError.fontsMissing }
    defer { cairo_destroy(cairo) }
    cairo_scale(cairo, scale, scale)
    try paint(index, on: cairo, turns: false)
    return lock.withLock { PNGBytes.bytes(of: surface) }
  }
}
