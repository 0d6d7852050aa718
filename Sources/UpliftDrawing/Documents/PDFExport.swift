import CPango
import Foundation
import UpliftCore

/// What is exported: a scene as it is, or what scenes are laid out from.
enum ExportSource {
  case scene(Scene)
  case picture(Picture, Theme)

  func scene(
    measuring: PangoTextMeasuring, pageHeight: Double? = nil, cache: LayoutCache = LayoutCache()
  ) -> Scene {
    switch self {
    case .scene(let scene): scene.withoutButtons
    case .picture(let picture, let theme):
      picture.scene(
        measuring: measuring, theme: theme, pageHeight: pageHeight, showsAdditions: false,
        cache: cache
      ).withoutButtons
    }
  }

  /// Of what is laid out page by page; nil of what is cut into pages.
  func pages(measuring: PangoTextMeasuring, paper: PageFormat) -> [DocumentPage]? {
    pages(measuring: measuring, paper: paper.paper ?? PageSetup.Paper.a4.size)
  }

  /// - Parameter paper: points, as the page stands.
  func pages(measuring: PangoTextMeasuring, paper: Size) -> [DocumentPage]? {
    switch self {
    case .picture(.persona(let profile), let theme):
      PersonaSheet.pages(for: profile, measuring: measuring, theme: theme, paper: paper)
        .enumerated().map { index, scene in
          DocumentPage(scene: scene, headings: index == 0 ? [(scene.title, 1, 0)] : [])
        }
    case .picture(.document(let document, let fitsOnePage), let theme):
      DocumentLayout.pages(
        of: document, measuring: measuring, theme: theme, paper: paper,
        fitsOnePage: fitsOnePage)
    case .picture(.postcards(let cards), let theme):
      PostcardSheets.pages(for: cards, measuring: measuring, theme: theme)
    case .picture(.chart(let chart, let options), let theme):
      [ChartPage.page(of: chart, options, measuring: measuring, theme: theme, paper: paper)]
    default: nil
    }
  }

  /// The picture as a file of its own.
  ///
  /// - Parameter showsTitle: of a map or board; sheets and figures have theirs in the picture.
  func picture(measuring: PangoTextMeasuring, showsTitle: Bool) -> Scene {
    let scene = scene(measuring: measuring)
    guard showsTitle, case .picture(let picture, _) = self else { return scene }
    switch picture {
    case .journey, .board, .comparison: return scene.titled(measuring: measuring)
    case .persona, .document, .postcards, .chart: return scene
    }
  }

  /// The same as it comes onto sheets of paper, and what they have no room for, in words.
  func onSheets(measuring: PangoTextMeasuring) -> (ExportSource, [AppendixBlock]) {
    switch self {
    case .picture(.journey(let journey), let theme):
      let printed = PrintedJourney(journey, measuring: measuring)
      return (.picture(.journey(printed.contents), theme), printed.appendix)
    case .picture(.board(let board), let theme):
      let printed = PrintedBoard(board, measuring: measuring)
      return (.picture(.board(printed.contents), theme), printed.appendix)
    case .picture(.comparison(let comparison, let shown), let theme):
      let printed = PrintedComparison(comparison, measuring: measuring)
      return (.picture(.comparison(printed.comparison, shown), theme), printed.appendix)
    default: return (self, [])
    }
  }

  /// A chart on a page of its own size.
  func isPoster(on page: PageFormat) -> Bool {
    if case .picture(.chart, _) = self { page == .poster } else { false }
  }

  /// True when scenes keep their cards off the ends of pages.
  var breaks: Bool { if case .picture = self { true } else { false } }
}

enum PDFExport {
  static func write(
    _ source: ExportSource, to path: String, target: URL, options: ExportOptions,
    measuring: PangoTextMeasuring, report: @escaping (Double) -> Bool
  ) throws {
    if !source.isPoster(on: options.page),
      let pages = source.pages(measuring: measuring, paper: options.page)
    {
      var progress = ExportProgress(
        total: pages.reduce(0) { $0 + $1.itemCount }, report: report)
      return try PDFSheets(pages: pages, painter: CairoPainter(forPDF: measuring)).write(
        to: path, target: target, options: options, progress: &progress)
    }
    guard let paper = options.page.paper else {
      let scene = source.scene(measuring: measuring)
      var progress = ExportProgress(total: scene.items.count, report: report)
      let painter = CairoPainter(forPDF: measuring)
      return try PDFPoster(scene: scene, measuring: measuring, painter: painter).write(
        to: path, target: target, options: options, progress: &progress)
    }
    let cache = LayoutCache()
    let (source, appendix) = source.onSheets(measuring: measuring)
    var plan = TilePlan.best(
      paper: paper,
      layout: { source.scene(measuring: measuring, pageHeight: $0, cache: cache) },
      breaks: source.breaks)
    plan.scene.appendix += appendix
    guard report(0) else { throw ExportError.cancelled }
    var progress = ExportProgress(total: plan.scene.items.count, report: report)
    try PDFTiles(plan: plan, measuring: measuring).write(
      to: path, target: target, options: options, progress: &progress)
  }
}
