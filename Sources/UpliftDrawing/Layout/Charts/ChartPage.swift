import UpliftCore

/// A chart on a sheet of paper: set anew for its width, and smaller only when it would be too high.
enum ChartPage {
  /// - Parameter paper: points, as the page stands.
  static func page(
    of chart: any Chart, _ options: ChartOptions, measuring: any TextMeasuring, theme: Theme,
    paper: Size
  ) -> DocumentPage {
    let margin = DocumentLayout.margin
    var options = options
    options.width = paper.width - 2 * margin
    options.height = nil
    options.margin = 0
    options.showsTitle = true
    let scene = chart.scene(measuring: measuring, theme: theme, options: options)
    let scale = min(1, (paper.height - 2 * margin) / scene.size.height)
    let x =
      scene.isMirrored ? paper.width - margin - scene.size.width * scale : margin
    return DocumentPage(
      scene: Scene(
        title: chart.title, size: paper, items: [], background: theme.surface,
        isMirrored: scene.isMirrored),
      figures: [DocumentPage.Figure(scene: scene, origin: Point(x, margin), scale: scale)],
      headings: chart.title.isEmpty ? [] : [(chart.title, 1, 0)])
  }
}
