import CPango
import Foundation

/// The pages of text after a picture. No paragraph is cut by a page's end unless it is longer than
/// a page, and no heading stands alone at one.
struct PDFAppendix {
  private static let margin = 56.0
  private static let markWidth = 18.0
  private static let longestLine = 560.0

  private struct Placed {
    var role: AppendixBlock.Role
    var parts: [TextBlock]
  }

  let paper: Size
  private let painter: CairoPainter
  private let background: Color
  private var pages: [[Placed]] = []

  var pageCount: Int { pages.count }
  /// All that stands on the pages, in order.
  var texts: [String] { pages.flatMap { $0.flatMap { $0.parts.map(\.text) } } }
  /// The lower end of what stands lowest on any page, in points.
  var lowest: Double {
    pages.flatMap { $0.flatMap { $0.parts.map(\.frame.maxY) } }.max() ?? 0
  }

  /// - Parameter paper: of each page, in points.
  init(scene: Scene, paper: Size, measuring: PangoTextMeasuring, painter: CairoPainter) {
    self.paper = paper
    self.painter = painter
    background = scene.background
    guard !scene.appendix.isEmpty else { return }
    let ink = scene.background.luminance > 0.4 ? Theme.light : Theme.dark
    let margin = Self.margin
    let bottom = paper.height - margin
    var page: [Placed] = []
    var y = margin
    for (index, block) in scene.appendix.enumerated() {
      var style = Self.style(of: block.role)
      let left = block.mark.isEmpty ? 0 : Self.markWidth
      let width = min(paper.width - 2 * margin, Self.longestLine) - left
      func height(_ block: AppendixBlock) -> Double {
        measuring.size(of: block.text, style: Self.style(of: block.role), width: width).height
      }
      var own = height(block)
      // What is longer than a page is written smaller, so that nothing is cut off.
      while own > bottom - margin, style.size > 3 {
        style.size *= 0.9
        own = measuring.size(of: block.text, style: style, width: width).height
      }
      let above = page.isEmpty ? 0 : Self.space(above: block.role)
      var need = above + own
      if block.role != .text, scene.appendix.indices.contains(index + 1) {
        let next = scene.appendix[index + 1]
        need += Self.space(above: next.role) + height(next)
      }
      if !page.isEmpty, y + need > bottom {
        pages.append(page)
        page = []
        y = margin
      }
      y += page.isEmpty ? 0 : above
      var parts = [
        TextBlock(
          block.text, style: style, color: ink.text, frame: Rect(margin + left, y, width, own))
      ]
      if !block.mark.isEmpty {
        parts.insert(
          TextBlock(
            block.mark, style: TextStyle(size: style.size, weight: .bold), color: ink.text,
            frame: Rect(margin, y, Self.markWidth, own)), at: 0)
      }
      page.append(Placed(role: block.role, parts: parts))
      y += own
    }
    if !page.isEmpty { pages.append(page) }
  }

  private static func style(of role: AppendixBlock.Role) -> TextStyle {
    switch role {
    case .title: TextStyle(size: 18, weight: .bold)
    case .heading: TextStyle(size: 13, weight: .bold)
    case .text: TextStyle(size: 10.5)
    }
  }

  private static func space(above role: AppendixBlock.Role) -> Double {
    switch role {
    case .title: 0
    case .heading: 16
    case .text: 5
    }
  }

  /// Writes the pages into a file whose earlier pages are finished.
  func write(in file: PDFFile) {
    for page in pages {
      file.setPageSize(paper)
      painter.fill(Rect(0, 0, paper.width, paper.height), background, on: file.cairo)
      file.begin("Sect")
      for block in page {
        file.tagged(block.role == .text ? "P" : block.role == .title ? "H1" : "H2") {
          painter.paint(block.parts.map { .text($0) }, at: .zero, on: file.cairo)
        }
      }
      file.end("Sect")
      file.endPage()
    }
  }
}
