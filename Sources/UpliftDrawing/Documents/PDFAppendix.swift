import CPango
import Foundation
import UpliftCore

/// The pages of text after a picture, in as many columns as a page has room for. No paragraph is
/// cut by a column's end; one that is longer than a column begins where it comes and goes on in the
/// next. No heading stands alone at a column's end.
struct PDFAppendix {
  private static let margin = 56.0
  private static let markWidth = 18.0
  private static let longestLine = 560.0
  /// A column is at least so wide, and so far from the next.
  private static let shortestLine = 330.0
  private static let gap = 30.0
  private static let footerStyle = TextStyle(size: 9)
  /// Lines of a paragraph longer than a column that stand under its heading at the least.
  private static let fewestLines = 3.0

  private struct Placed {
    var role: AppendixBlock.Role
    var parts: [TextBlock]
  }

  let paper: Size
  private let painter: CairoPainter
  private let background: Color
  private let footerColor: Color
  /// Pages before these.
  private let picturePages: Int
  private var pages: [[Placed]] = []

  var pageCount: Int { pages.count }
  /// All that stands on the pages, in order.
  var texts: [String] { pages.flatMap { $0.flatMap { $0.parts.map(\.text) } } }
  /// The lower end of what stands lowest on any page, in points.
  var lowest: Double {
    pages.flatMap { $0.flatMap { $0.parts.map(\.frame.maxY) } }.max() ?? 0
  }

  /// - Parameters:
  ///   - paper: of each page, in points.
  ///   - picturePages: how many pages the picture has, which come before these.
  init(
    scene: Scene, paper: Size, after picturePages: Int, measuring: PangoTextMeasuring,
    painter: CairoPainter
  ) {
    self.picturePages = picturePages
    self.paper = paper
    self.painter = painter
    background = scene.background
    let ink = scene.background.luminance > 0.4 ? Theme.light : Theme.dark
    footerColor = ink.secondaryText
    guard !scene.appendix.isEmpty else { return }
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
    let blocks = scene.appendix
    let columnHeight = bottom - margin
    func width(_ block: AppendixBlock) -> Double {
      line - (block.mark.isEmpty ? 0 : Self.markWidth)
    }
    /// More than a column is high where the block is longer than one.
    func height(_ block: AppendixBlock) -> Double {
      let style = Self.style(of: block.role)
      return TextFlow.isUnbroken(block.text)
        ? TextFlow.heightUnbroken(
          block.text, style: style, width: width(block), most: columnHeight, measuring: measuring)
        : measuring.size(of: block.text, style: style, width: width(block)).height
    }
    /// With what must stand right under it.
    func least(from index: Int) -> Double {
      let block = blocks[index]
      let own = height(block)
      guard own <= columnHeight else {
        return Self.fewestLines * 1.3 * Self.style(of: block.role).size
      }
      guard block.role != .text, blocks.indices.contains(index + 1) else { return own }
      return own + Self.space(above: blocks[index + 1].role) + least(from: index + 1)
    }
    func goOn() {
      place += 1
      if place == columns {
        pages.append(page)
        page = []
        place = 0
      }
      y = margin
      isAtTop = true
    }
    func put(_ block: AppendixBlock, height: Double) {
      y += isAtTop ? 0 : Self.space(above: block.role)
      isAtTop = false
      let x = margin + Double(place) * column
      let style = Self.style(of: block.role)
      var parts = [
        TextBlock(
          block.text, style: style, color: ink.text,
          frame: Rect(x + line - width(block), y, width(block), height))
      ]
      if !block.mark.isEmpty {
        parts.insert(
          TextBlock(
            block.mark, style: TextStyle(size: style.size, weight: .bold), color: ink.text,
            frame: Rect(x, y, Self.markWidth, height)), at: 0)
      }
      page.append(Placed(role: block.role, parts: parts))
      y += height
    }
    for (index, block) in blocks.enumerated() {
      let above = isAtTop ? 0 : Self.space(above: block.role)
      if !isAtTop, y + above + least(from: index) > bottom { goOn() }
      var part = block
      var own = height(part)
      // The first piece has what room is left, the next ones have columns of their own.
      while own > columnHeight || y + own > bottom {
        let room = bottom - y - (isAtTop ? 0 : Self.space(above: block.role))
        let cut = TextFlow.split(
          part.text, style: Self.style(of: part.role), width: width(part), height: room,
          measuring: measuring)
        // A column with no room for a letter is the paper's fault, not the text's.
        guard !cut.head.isEmpty || !isAtTop else { break }
        if !cut.head.isEmpty {
          var head = part
          head.text = cut.head
          put(head, height: height(head))
          part.mark = ""
        }
        part.text = cut.rest
        guard !part.text.isEmpty else { break }
        own = height(part)
        goOn()
      }
      if !part.text.isEmpty { put(part, height: own) }
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
    for index in pages.indices {
      file.setPageSize(paper)
      file.setPageLabel(String(picturePages + index + 1))
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
    footer(index, in: file)
  }

  private func footer(_ index: Int, in file: PDFFile) {
    let count = tr(
      "{number} of {count}",
      ["number": picturePages + index + 1, "count": picturePages + pageCount])
    let block = TextBlock(
      count, style: Self.footerStyle, color: footerColor,
      frame: Rect(0, 0, paper.width - 2 * Self.margin, 12), alignment: .trailing)
    painter.paint([.text(block)], at: Point(Self.margin, paper.height - 36), on: file.cairo)
  }
}
