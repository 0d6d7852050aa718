import Foundation
import UpliftCore

/// Sets a document on pages: headings stay with what follows them, tables repeat their headers, rows
/// are not cut unless they are higher than a page, pictures stand whole.
struct DocumentLayout {
  /// Points.
  static let margin = 54.0
  static let footer = 24.0
  /// No picture of a board is set smaller; a larger board is left to its words.
  static let smallestScale = 0.28
  /// At which the notes of a board can be read on paper.
  static let readableScale = 0.5
  /// Of a board that is set in a document as a picture.
  static let mostNotes = 600
  /// Of the size at which a picture fills the width: rather than leave a page half empty it is set
  /// smaller down to this.
  static let leastShare = 0.7

  let document: TextDocument
  let measuring: any TextMeasuring
  let theme: Theme
  let paper: Size
  /// All sizes of type are multiplied by this.
  let scale: Double
  let isMirrored: Bool
  private(set) var pages: [DocumentPage] = []
  private var items: [SceneItem] = []
  private var figures: [DocumentPage.Figure] = []
  private var headings: [(text: String, level: Int, y: Double)] = []
  /// Where the next thing stands on the page, in points from its top.
  var y = DocumentLayout.margin
  var isAtTop: Bool { y <= Self.margin + 0.01 }

  /// The pages of a document, upright.
  ///
  /// - Parameter fitsOnePage: type is set smaller, down to two thirds, when that brings all onto one
  ///   page.
  static func pages(
    of document: TextDocument, measuring: any TextMeasuring, theme: Theme, paper: Size,
    fitsOnePage: Bool = false
  ) -> [DocumentPage] {
    var first: [DocumentPage] = []
    for scale in fitsOnePage ? Array(stride(from: 1, to: 0.65, by: -0.04)) : [1.0] {
      var layout = DocumentLayout(document, measuring, theme, paper, scale)
      layout.compose()
      if first.isEmpty { first = layout.pages }
      if layout.pages.count == 1 { return layout.pages }
    }
    return first
  }

  private init(
    _ document: TextDocument, _ measuring: any TextMeasuring, _ theme: Theme, _ paper: Size,
    _ scale: Double
  ) {
    self.document = document
    self.measuring = measuring
    self.theme = theme
    self.paper = paper
    self.scale = scale
    isMirrored = TextDirection.isMainlyRightToLeft(document.texts)
  }

  var width: Double { paper.width - 2 * Self.margin }
  var bottom: Double { paper.height - Self.margin - Self.footer }
  var room: Double { bottom - y }

  func style(_ size: Double, _ weight: TextStyle.Weight = .regular, italic: Bool = false)
    -> TextStyle
  {
    TextStyle(size: size * scale, weight: weight, isItalic: italic)
  }

  func height(_ text: String, _ style: TextStyle, _ width: Double) -> Double {
    measuring.size(of: text, style: style, width: width).height
  }

  // MARK: Blocks

  private mutating func compose() {
    for (index, block) in document.blocks.enumerated() {
      switch block {
      case .heading(let level, let text): addHeading(text, level: level, at: index)
      case .paragraph(let text): addParagraph(text, style(11), theme.text)
      case .quote(let text): addParagraph("“\(text)”", style(14, italic: true), theme.text)
      case .rule(let text): addParagraph(text, style(9), theme.secondaryText)
      case .picture(let picture, _): addPicture(ImageData(picture))
      case .facts(let facts): addFacts(facts)
      case .list(let items):
        addList(items, depth: 0)
        y += 6 * scale
      case .grid(let grid): addGrid(grid)
      case .table(let table): addTable(table)
      case .board(let board, let caption): addBoard(board, caption)
      }
    }
    finishPage()
    numberPages()
  }

  /// Never alone at the foot of a page: the first lines of what follows stand under it.
  private mutating func addHeading(_ text: String, level: Int, at index: Int) {
    let style = headingStyle(level)
    let above = isAtTop ? 0 : spaceAbove(level)
    if !isAtTop, above + least(at: index) > room { finishPage() } else { y += above }
    headings.append((text, level, y))
    flow(
      text, style, level == 1 ? theme.text : theme.accent,
      role: level == 1 ? .title : level == 2 ? .columnHeader : .cluster)
    y += (level == 1 ? 6 : 4) * scale
  }

  private func headingStyle(_ level: Int) -> TextStyle {
    let styles = [style(22, .bold), style(15, .bold), style(12.5, .bold), style(11, .semibold)]
    return styles[min(level, styles.count) - 1]
  }

  private func spaceAbove(_ level: Int) -> Double { [0, 16, 12, 8][min(level, 4) - 1] * scale }

  /// Points that a line with the beginning of a text takes.
  private func firstLine(of text: String) -> Double {
    height(String(text.prefix(30)), style(11), 4000) + 4
  }

  /// Points that a block must find on its page: the first lines, and for a heading those of what
  /// follows it.
  private func least(at index: Int) -> Double {
    guard document.blocks.indices.contains(index) else { return 0 }
    switch document.blocks[index] {
    case .heading(let level, let text):
      return height(text, headingStyle(level), width) + 6 * scale + spaceAbove(4)
        + least(at: index + 1)
    case .board(let board, _):
      return boardSize(pictured(board)).map { leastHeight(of: $0) } ?? 20
    case .grid(let grid):
      return gridRowHeight(grid.columns.map(\.title), grid, isHeader: true)
        + (grid.rows.first.map { min(gridRowHeight($0, grid), 160) } ?? 0)
    case .picture: return 140
    case .list(let items): return firstLine(of: items.first?.text ?? "")
    case .facts(let facts): return firstLine(of: facts.first?.value ?? "") + 10
    case .paragraph(let text), .quote(let text), .rule(let text): return firstLine(of: text)
    case .table: return 120
    }
  }

  private mutating func addParagraph(_ text: String, _ style: TextStyle, _ color: Color) {
    guard !text.isEmpty else { return }
    flow(text, style, color)
    y += 7 * scale
  }

  /// Names in a column, what they are beside them.
  private mutating func addFacts(_ facts: [TextDocument.Fact]) {
    let names = style(10.5, .semibold)
    let nameWidth = min(
      width * 0.32,
      (facts.map { measuring.naturalWidth(of: $0.name, style: names) }.max() ?? 0)
        + 4)
    let gap = 14.0
    for fact in facts {
      let nameHeight = height(fact.name, names, nameWidth)
      if nameHeight > room, !isAtTop { finishPage() }
      add(.note, fact.name, names, theme.secondaryText, Rect(0, y, nameWidth, nameHeight))
      let top = y
      let page = pages.count
      flow(fact.value, style(11), theme.text, inset: nameWidth + gap)
      if pages.count == page { y = max(y, top + nameHeight) }
      y += 5 * scale
    }
    y += 6 * scale
  }

  private mutating func addList(_ items: [TextDocument.Item], depth: Int) {
    let inset = Double(depth) * 16 * scale + 14 * scale
    for item in items {
      let text = item.remark.isEmpty ? item.text : "\(item.text) (\(item.remark))"
      let line = height("M", style(11), width)
      if line > room, !isAtTop { finishPage() }
      let dot = 4 * scale
      addDecoration(
        Rect(inset - 11 * scale, y + line / 2 - dot / 2, dot, dot),
        [.fill(.ellipse(Rect(0, 0, dot, dot)), theme.accent)])
      flow(text, style(11), theme.text, inset: inset)
      y += 3 * scale
      addList(item.children, depth: depth + 1)
    }
  }

  private mutating func addPicture(_ image: ImageData) {
    let side = 132.0 * scale
    if side > room, !isAtTop { finishPage() }
    let circle = Rect(0, 0, side, side)
    addDecoration(
      Rect(0, y, side, side),
      [.image(.covering(circle, with: image, clip: .roundedRectangle(circle, radius: side / 2)))])
    y += side + 10 * scale
  }

  // MARK: Figures

  /// The board as it is set: where it is too high to be read in whole on a page, its columns are
  /// broken into shorter ones.
  private func pictured(_ board: BoardContents) -> BoardContents {
    func fitting(_ board: BoardContents) -> Double {
      let size = boardScene(board).size
      return min(width / max(1, size.width), (bottom - Self.margin - 60) / max(1, size.height), 1)
    }
    let longest = board.columns.map { board.noteCount(of: $0.id) }.max() ?? 0
    var best = (board: board, scale: fitting(board))
    // Beyond that no picture could be read.
    guard best.scale < Self.readableScale, board.notes.count <= Self.mostNotes else { return board }
    for parts in 2...6 where longest / parts > 3 {
      let spread = board.spread(columnsOf: (longest + parts - 1) / parts)
      let scale = fitting(spread)
      if scale > best.scale { best = (spread, scale) }
    }
    return best.board
  }

  private func boardScene(_ board: BoardContents) -> Scene {
    Picture.board(board).scene(measuring: measuring, theme: theme, showsAdditions: false)
      .withoutButtons
  }

  /// As large as it stands on a page; nil when it would be too small to read.
  private func boardSize(_ board: BoardContents) -> (scale: Double, height: Double)? {
    let size = boardScene(board).size
    guard size.width > 0, size.height > 0 else { return nil }
    let full = bottom - Self.margin
    let fitting = min(width / size.width, (full - 60) / size.height, 1)
    guard fitting >= Self.smallestScale else { return nil }
    return (fitting, size.height * fitting)
  }

  private func leastHeight(of figure: (scale: Double, height: Double)) -> Double {
    figure.height * max(Self.leastShare, Self.smallestScale / figure.scale)
  }

  private mutating func addBoard(_ board: BoardContents, _ caption: String) {
    let board = pictured(board)
    guard var size = boardSize(board) else {
      addParagraph(
        tr("The board is too large for a picture on this page; its notes follow in words."),
        style(9), theme.secondaryText)
      return
    }
    if size.height > room, !isAtTop {
      if leastHeight(of: size) <= room {
        size = (size.scale * room / size.height, room)
      } else {
        finishPage()
      }
    }
    let scene = boardScene(board)
    let x = isMirrored ? paper.width - Self.margin - scene.size.width * size.scale : Self.margin
    figures.append(.init(scene: scene, origin: Point(x, y), scale: size.scale))
    y += size.height + 10 * scale
  }

  // MARK: Parts

  /// A text that goes on on the next page where this one ends.
  mutating func flow(
    _ text: String, _ style: TextStyle, _ color: Color, role: ItemRole = .note, inset: Double = 0
  ) {
    var rest = text
    let textWidth = width - inset
    while !rest.isEmpty {
      let cut = TextFlow.split(
        rest, style: style, width: textWidth, height: room, measuring: measuring)
      if cut.head.isEmpty {
        // On an empty page at least one line stands, whatever the paper.
        guard !isAtTop else { return }
        finishPage()
        continue
      }
      let own = height(cut.head, style, textWidth)
      add(role, cut.head, style, color, Rect(inset, y, textWidth, own))
      y += own
      rest = cut.rest
      if !rest.isEmpty { finishPage() }
    }
  }

  /// - Parameter frame: on the page, from the left margin, as if reading from left to right.
  mutating func add(
    _ role: ItemRole, _ text: String, _ style: TextStyle, _ color: Color, _ frame: Rect,
    alignment: TextAlignment = .leading, label: ItemLabel? = nil
  ) {
    let own = TextDirection.isRightToLeft(text) ?? isMirrored
    let side: TextAlignment =
      own == isMirrored ? alignment : alignment == .leading ? .trailing : .leading
    let block = TextBlock(
      text, style: style, color: color, frame: Rect(0, 0, frame.width, frame.height),
      alignment: side)
    items.append(
      SceneItem(
        role: role, frame: placed(frame), content: ItemContent([.text(block)], spoken: text),
        label: label ?? (text.isEmpty ? .none : .text(text))))
  }

  mutating func addDecoration(_ frame: Rect, _ primitives: [Primitive]) {
    items.append(
      SceneItem(
        role: .decoration, frame: placed(frame), content: ItemContent(primitives, spoken: "")))
  }

  /// On the page, mirrored when the document runs from right to left.
  private func placed(_ frame: Rect) -> Rect {
    let x = Self.margin + frame.x
    return Rect(
      isMirrored ? paper.width - x - frame.width : x, frame.y, frame.width, frame.height)
  }

  mutating func finishPage() {
    let title = document.title
    pages.append(
      DocumentPage(
        scene: Scene(
          title: title, size: paper, items: items, background: theme.surface,
          isMirrored: isMirrored), figures: figures, headings: headings))
    items = []
    figures = []
    headings = []
    y = Self.margin
  }

  private mutating func numberPages() {
    // A page that was only begun.
    if pages.count > 1, let last = pages.last, last.scene.items.isEmpty, last.figures.isEmpty {
      pages.removeLast()
    }
    let small = TextStyle(size: 9)
    let footerHeight = 14.0
    for index in pages.indices {
      let text = tr(
        "{title}, page {number} of {count}",
        ["title": document.title, "number": index + 1, "count": pages.count])
      let cut = TextFlow.split(
        text, style: small, width: width, height: footerHeight, measuring: measuring)
      let shown =
        cut.rest.isEmpty
        ? text : tr("{number} of {count}", ["number": index + 1, "count": pages.count])
      let block = TextBlock(
        shown, style: small, color: theme.secondaryText,
        frame: Rect(0, 0, width, footerHeight), alignment: .centre)
      pages[index].scene.items.append(
        SceneItem(
          role: .decoration,
          frame: Rect(
            Self.margin, paper.height - Self.margin + 8 - footerHeight, width, footerHeight),
          content: ItemContent([.text(block)], spoken: "")))
    }
  }
}

extension TextDocument {
  /// Some of what it says, to tell the direction of its script.
  fileprivate var texts: [String] {
    [title]
      + blocks.prefix(40).flatMap { block -> [String] in
        switch block {
        case .paragraph(let text), .quote(let text): [text]
        case .facts(let facts): facts.map(\.value)
        case .list(let items): items.map(\.text)
        case .grid(let grid): grid.rows.compactMap(\.first)
        default: []
        }
      }.filter { !$0.isEmpty }
  }
}
