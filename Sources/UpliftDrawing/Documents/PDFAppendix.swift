import CPango
import Foundation

/// The pages of text after a picture, in as many columns as a page has room for. No paragraph is
/// cut by a column's end; one that is longer than a page goes on in the next. No heading stands
/// alone at a column's end.
struct PDFAppendix {
  private static let margin = 56.0
  private static let markWidth = 18.0
  private static let longestLine = 560.0
  /// A column is at least so wide, and so far from the next.
  private static let shortestLine = 330.0
  private static let gap = 30.0

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
    let room = paper.width - 2 * margin
    let columns = max(1, Int((room + Self.gap) / (Self.shortestLine + Self.gap)))
    let column = (room + Self.gap) / Double(columns)
    let line = min(column - Self.gap, Self.longestLine)
    var page: [Placed] = []
    var place = 0
    var isAtTop = true
    var y = margin
    let blocks = scene.appendix.flatMap { block -> [AppendixBlock] in
      let left = block.mark.isEmpty ? 0 : Self.markWidth
      let width = line - left
      let style = Self.style(of: block.role)
      return Self.pieces(of: block) {
        TextFlow.split(
          $0, style: style, width: width, height: bottom - margin, measuring: measuring)
      }
    }
    for (index, block) in blocks.enumerated() {
      let style = Self.style(of: block.role)
      let left = block.mark.isEmpty ? 0 : Self.markWidth
      let width = line - left
      func height(_ block: AppendixBlock) -> Double {
        let style = Self.style(of: block.role)
        return TextFlow.isUnbroken(block.text)
          ? TextFlow.heightUnbroken(
            block.text, style: style, width: width, most: bottom - margin, measuring: measuring)
          : measuring.size(of: block.text, style: style, width: width).height
      }
      let own = height(block)
      let above = isAtTop ? 0 : Self.space(above: block.role)
      var need = above + own
      if block.role != .text, blocks.indices.contains(index + 1) {
        let next = blocks[index + 1]
        need += Self.space(above: next.role) + height(next)
      }
      if !isAtTop, y + need > bottom {
        place += 1
        if place == columns {
          pages.append(page)
          page = []
          place = 0
        }
        y = margin
        isAtTop = true
      }
      y += isAtTop ? 0 : above
      isAtTop = false
      let x = margin + Double(place) * column
      var parts = [
        TextBlock(block.text, style: style, color: ink.text, frame: Rect(x + left, y, width, own))
      ]
      if !block.mark.isEmpty {
        parts.insert(
          TextBlock(
            block.mark, style: TextStyle(size: style.size, weight: .bold), color: ink.text,
            frame: Rect(x, y, Self.markWidth, own)), at: 0)
      }
      page.append(Placed(role: block.role, parts: parts))
      y += own
    }
    if !page.isEmpty { pages.append(page) }
  }

  /// The block, or as many as it takes that each fits; the mark stands before the first.
  private static func pieces(
    of block: AppendixBlock, split: (String) -> (head: String, rest: String)
  ) -> [AppendixBlock] {
    var result: [AppendixBlock] = []
    var rest = block.text
    repeat {
      let cut = split(rest)
      // A column with no room for a letter is the paper's fault, not the text's.
      guard !cut.head.isEmpty || rest.isEmpty else { break }
      var part = block
      part.text = cut.head
      if !result.isEmpty { part.mark = "" }
      result.append(part)
      rest = cut.rest
    } while !rest.isEmpty
    return result
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
    for index in pages.indices {
      file.setPageSize(paper)
      paint(index, in: file)
      file.endPage()
    }
  }

  /// Draws a page, counted from 0.
  func paint(_ index: Int, in file: PDFFile) {
    guard pages.indices.contains(index) else { return }
    painter.fill(Rect(0, 0, paper.width, paper.height), background, on: file.cairo)
    file.begin("Sect")
    for block in pages[index] {
      file.tagged(block.role == .text ? "P" : block.role == .title ? "H1" : "H2") {
        painter.paint(block.parts.map { .text($0) }, at: .zero, on: file.cairo)
      }
    }
    file.end("Sect")
  }
}
