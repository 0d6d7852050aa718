import CPango
import Foundation
import UpliftCore

/// What is exported: a scene as it is, or what scenes are laid out from.
enum ExportSource {
  case scene(Scene)
  case picture(Picture, Theme)

  func scene(measuring: PangoTextMeasuring, pageHeight: Double? = nil) -> Scene {
    switch self {
    case .scene(let scene): scene.withoutButtons
    case .picture(let picture, let theme):
      picture.scene(measuring: measuring, theme: theme, pageHeight: pageHeight).withoutButtons
    }
  }

  /// True when scenes keep their cards off the ends of pages.
  var breaks: Bool { if case .picture = self { true } else { false } }
}

enum PDFExport {
  static func write(
    _ source: ExportSource, to path: String, target: URL, options: ExportOptions,
    measuring: PangoTextMeasuring, report: @escaping (Double) -> Bool
  ) throws {
    guard let paper = options.page.paper else {
      let scene = source.scene(measuring: measuring)
      var progress = ExportProgress(total: scene.items.count, report: report)
      let painter = CairoPainter(measuring: measuring)
      return try PDFPoster(scene: scene, measuring: measuring, painter: painter).write(
        to: path, target: target, options: options, progress: &progress)
    }
    let plan = TilePlan.best(
      paper: paper, layout: { source.scene(measuring: measuring, pageHeight: $0) },
      breaks: source.breaks)
    guard report(0) else { throw ExportError.cancelled }
    var progress = ExportProgress(total: plan.scene.items.count, report: report)
    try PDFTiles(plan: plan, measuring: measuring).write(
      to: path, target: target, options: options, progress: &progress)
  }
}

/// One page, as large as the picture with its title.
struct PDFPoster {
  private static let margin = 28.0
  /// Points that a page's side may have; readers refuse more.
  private static let longestSide = 14_400.0

  let scene: Scene
  let measuring: PangoTextMeasuring
  let painter: CairoPainter

  func write(
    to path: String, target: URL, options: ExportOptions, progress: inout ExportProgress
  ) throws {
    let margin = Self.margin
    let title = DocumentTitle(scene: scene, width: scene.size.width, measuring: measuring)
    let full = Size(
      scene.size.width + 2 * margin, scene.size.height + title.height + 2 * margin)
    let scale = min(1, Self.longestSide / max(full.width, full.height))
    let page = Size(full.width * scale, full.height * scale)
    let file = try PDFFile(path: path, target: target, page: page)
    file.setMetadata(title: scene.title, options: options)
    let cairo = file.cairo
    painter.fill(Rect(0, 0, page.width, page.height), scene.background, on: cairo)
    cairo_scale(cairo, scale, scale)
    cairo_translate(cairo, margin, margin)
    title.paint(with: painter, in: file)
    cairo_translate(cairo, 0, title.height)
    var structure = PDFStructure(file: file)
    for item in scene.items {
      structure.visit(item) { painter.paint(item, on: cairo) }
      try progress.advance()
    }
    structure.close()
    for item in scene.items where item.role == .stageHeader || item.role == .columnHeader {
      file.addBookmark(
        item.content.spoken, page: 1,
        at: Point(
          (item.frame.x + margin) * scale, (item.frame.y + margin + title.height) * scale))
    }
    file.endPage()
    try file.finish()
  }
}
