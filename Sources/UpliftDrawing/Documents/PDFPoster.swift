import CPango
import Foundation

/// One page, as large as the picture with its title.
struct PDFPoster {
  static let margin = 28.0
  /// Points that a page's side may have; readers refuse more.
  private static let longestSide = 14_400.0

  let scene: Scene
  let painter: CairoPainter
  /// Of the page, in points.
  let page: Size
  let appendix: PDFAppendix
  private let title: DocumentTitle
  private let scale: Double

  init(scene: Scene, measuring: PangoTextMeasuring, painter: CairoPainter) {
    self.scene = scene
    self.painter = painter
    appendix = PDFAppendix(
      scene: scene, paper: PageFormat.a4.paper ?? Size(595, 842), after: 1,
      measuring: measuring, painter: painter)
    title = DocumentTitle(scene: scene, width: scene.size.width, measuring: measuring)
    let full = Size(
      scene.size.width + 2 * Self.margin, scene.size.height + title.height + 2 * Self.margin)
    scale = min(1, Self.longestSide / max(full.width, full.height))
    page = Size(full.width * scale, full.height * scale)
  }

  func write(
    to path: String, target: URL, options: ExportOptions, progress: inout ExportProgress
  ) throws {
    let file = try PDFFile(path: path, target: target, page: page)
    file.setMetadata(title: scene.title, options: options)
    try paint(in: file, progress: &progress)
    appendix.write(in: file)
    try file.finish()
  }

  func paint(in file: PDFFile, progress: inout ExportProgress) throws {
    let margin = Self.margin
    let cairo = file.cairo
    painter.fill(Rect(0, 0, page.width, page.height), scene.background, on: cairo)
    cairo_scale(cairo, scale, scale)
    cairo_translate(cairo, margin, margin)
    file.begin("Document")
    title.paint(with: painter, in: file)
    cairo_translate(cairo, 0, title.height)
    var structure = PDFStructure(file: file)
    for items in scene.items.paintedTogether {
      if items.count > 1 { painter.paintShapes(of: items, on: cairo) }
      for item in items {
        structure.visit(item) { tag in
          let tagged = painter.tagging(tag)
          if items.count > 1 {
            tagged.paintTexts(of: item, on: cairo)
          } else {
            tagged.paint(item, on: cairo)
          }
        }
        try progress.advance()
      }
    }
    structure.close()
    file.end("Document")
    for item in scene.items where item.role == .stageHeader || item.role == .columnHeader {
      file.addBookmark(
        item.content.spoken, page: 1,
        at: Point(
          (item.frame.x + margin) * scale, (item.frame.y + margin + title.height) * scale))
    }
    file.endPage()
  }
}
