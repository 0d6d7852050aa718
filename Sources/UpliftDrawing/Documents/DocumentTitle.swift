import UpliftCore

/// A scene's title and subtitle above its picture.
struct DocumentTitle {
  private static let titleStyle = TextStyle(size: 20, weight: .bold)
  private static let subtitleStyle = TextStyle(size: 11)
  private static let below = 14.0

  /// Points, with the space below.
  let height: Double
  /// Each with its tag in a document's structure.
  var blocks: [(tag: String, block: TextBlock)] {
    [("H1", title), ("P", subtitle)].filter { !$0.1.text.isEmpty }
  }
  private let title: TextBlock
  private let subtitle: TextBlock

  init(scene: Scene, width: Double, measuring: any TextMeasuring) {
    let ink = scene.background.luminance > 0.4 ? Theme.light : Theme.dark
    let shown = scene.saysTitle ? "" : scene.title
    let titleHeight =
      shown.isEmpty
      ? 0 : measuring.size(of: shown, style: Self.titleStyle, width: width).height
    let subtitleHeight =
      scene.subtitle.isEmpty
      ? 0 : measuring.size(of: scene.subtitle, style: Self.subtitleStyle, width: width).height
    title = TextBlock(
      shown, style: Self.titleStyle, color: ink.text,
      frame: Rect(0, 0, width, titleHeight))
    subtitle = TextBlock(
      scene.subtitle, style: Self.subtitleStyle, color: ink.secondaryText,
      frame: Rect(0, titleHeight + 2, width, subtitleHeight))
    let textHeight = titleHeight + (subtitleHeight > 0 ? 2 + subtitleHeight : 0)
    height = textHeight > 0 ? (textHeight + Self.below).rounded(.up) : 0
  }

  func paint(with painter: CairoPainter, in file: PDFFile) {
    for (tag, block) in blocks {
      file.tagged(tag) { painter.paint([.text(block)], at: .zero, on: file.cairo) }
    }
  }
}
