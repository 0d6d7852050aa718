import Foundation
import UpliftCore

/// Sets a document on pages: headings stay with what follows them, tables repeat their headers, rows
/// are not cut unless they are higher than a page, pictures stand whole and with their captions.
struct DocumentLayout {
  /// Points.
  static let margin = 54.0
  static let footer = 24.0
  /// Of a book: above the text, for the running head.
  static let head = 22.0
  /// No picture of a board is set smaller; a larger board is left to its words.
  static let smallestScale = 0.28
  /// At which the notes of a board can be read on paper.
  static let readableScale = 0.5
  /// Of a board that is set in a document as a picture.
  static let mostNotes = 600
  /// Of the size at which a picture fills the width: rather than leave a page half empty it is set
  /// smaller down to this.
  static let leastShare = 0.7
  /// The same of figures.
  static let leastFigureShare = 0.86
  /// Points that headings over something high may take on its page.
  static let headingRoom = 130.0
  /// Of a page that must be free for a section to begin on it.
  static let sectionShare = 0.4

  let document: TextDocument
  let blocks: [TextDocument.Block]
  let measuring: any TextMeasuring
  let theme: Theme
  let paper: Size
  /// All sizes of type are multiplied by this.
  let scale: Double
  let isMirrored: Bool
  /// Family of all texts; empty: the program's own.
  let family: String
  /// Pictures of maps and figures, laid out once.
  let sheets = JourneySheets()
  let charts = ChartSheets()
  var isBook: Bool { document.cover != nil }
  var pages: [DocumentPage] = []
  var items: [SceneItem] = []
  var figures: [DocumentPage.Figure] = []
  var headings: [(text: String, level: Int, y: Double)] = []
  var elements: [Int: DocumentPage.Element] = [:]
  /// Footnotes of the page, and the points that they take at its foot.
  var notes: [String] = []
  var notesHeight = 0.0
  var noteCount = 0
  /// Where the next thing stands on the page, in points from its top.
  var y = DocumentLayout.margin

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
      // Two thirds of the size are less than half of the paper: no size brings so much onto one page.
      if layout.pages.count > 4 { break }
    }
    return first
  }

  private init(
    _ document: TextDocument, _ measuring: any TextMeasuring, _ theme: Theme, _ paper: Size,
    _ scale: Double
  ) {
    self.document = document
    blocks = document.numberedBlocks
    self.measuring = measuring
    self.theme = document.cover.map { theme.branded($0.colour) } ?? theme
    self.paper = paper
    self.scale = scale
    family = document.cover?.font ?? ""
    isMirrored = TextDirection.isMainlyRightToLeft(document.texts)
    y = top
  }

  var width: Double { paper.width - 2 * Self.margin }
  var top: Double { Self.margin + (isBook ? Self.head : 0) }
  var bottom: Double { paper.height - Self.margin - Self.footer - notesHeight }
  var room: Double { bottom - y }
  var isAtTop: Bool { y <= top + 0.01 }
  /// Points of an empty page.
  var fullHeight: Double { paper.height - Self.margin - Self.footer - top }

  func style(_ size: Double, _ weight: TextStyle.Weight = .regular, italic: Bool = false)
    -> TextStyle
  {
    TextStyle(size: size * scale, weight: weight, isItalic: italic, family: family)
  }

  func height(_ text: String, _ style: TextStyle, _ width: Double) -> Double {
    measuring.size(of: text, style: style, width: width).height
  }

  /// Of running text: a book is set tighter than a sheet.
  var bodyStyle: TextStyle { style(isBook ? 10 : 11) }

  // MARK: Blocks

  private mutating func compose() {
    if isBook {
      composeBook()
    } else {
      composeBlocks()
      numberPages()
    }
  }

  mutating func composeBlocks() {
    var isPlaced = false
    for (index, block) in blocks.enumerated() {
      // The second of two that stand side by side.
      if isPlaced {
        isPlaced = false
        continue
      }
      switch block {
      case .heading(let level, let text): addHeading(text, level: level, at: index)
      case .paragraph(let text): addParagraph(text, bodyStyle, theme.text)
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
      case .figure(let figure):
        if let other = narrow(after: index) {
          addFigures(figure, other)
          isPlaced = true
        } else {
          addFigure(figure)
        }
      case .keyFigures(let figures): addKeyFigures(figures)
      }
    }
    finishPage()
    // A page that was only begun.
    if pages.count > 1, let last = pages.last, last.scene.items.isEmpty, last.figures.isEmpty {
      pages.removeLast()
    }
  }

  /// From 1; in a book, whose title stands on its cover, sections are the first.
  private func rank(_ level: Int) -> Int { isBook ? max(1, level - 1) : level }

  /// Never alone at the foot of a page: the first lines of what follows stand under it.
  private mutating func addHeading(_ text: String, level: Int, at index: Int) {
    let rank = rank(level)
    let style = headingStyle(rank)
    let above = isAtTop ? 0 : spaceAbove(rank)
    // A section begins where there is still much of the page, under a line.
    if !isAtTop,
      isBook && rank == 1 && room < fullHeight * Self.sectionShare
        || above + least(at: index) > room
    {
      finishPage()
    } else {
      y += above
      if isBook, rank == 1, !isAtTop {
        addDecoration(
          Rect(0, y - 14 * scale, width, 1.5),
          [.fill(.rectangle(Rect(0, 0, width, 1.5)), theme.accent)])
      }
    }
    headings.append((text, rank, y))
    let first = items.count
    flow(
      text, style, rank == 1 ? theme.text : theme.accent,
      role: rank == 1 ? .title : rank == 2 ? .columnHeader : .cluster)
    if isBook, first < items.count {
      for place in first..<items.count { elements[place] = .init(tag: "H\(min(level, 6))") }
    }
    y += (rank == 1 ? isBook ? 12 : 6 : 4) * scale
  }

  func headingStyle(_ rank: Int) -> TextStyle {
    let styles =
      isBook
      ? [style(20, .bold), style(13.5, .bold), style(11, .bold), style(10, .semibold)]
      : [style(22, .bold), style(15, .bold), style(12.5, .bold), style(11, .semibold)]
    return styles[min(rank, styles.count) - 1]
  }

  private func spaceAbove(_ rank: Int) -> Double {
    (isBook ? [34, 17, 11, 8] : [0, 18, 12, 8])[min(rank, 4) - 1] * scale
  }

  /// Points that the first two lines of a text take, or all of it when there are fewer.
  private func beginning(of text: String, _ style: TextStyle, inset: Double = 0) -> Double {
    let line = height("M", style, 4000)
    // A long text has two lines; only short ones are measured.
    guard text.count < 400 else { return 2 * line + 1 }
    return min(height(text, style, width - inset), 2 * line + 1)
  }

  /// Points that a block must find on its page: the first lines, and for a heading those of what
  /// follows it.
  private func least(at index: Int) -> Double {
    guard blocks.indices.contains(index) else { return 0 }
    switch blocks[index] {
    case .heading(let level, let text):
      return height(text, headingStyle(rank(level)), width) + 12 * scale + spaceAbove(4)
        + least(at: index + 1)
    case .board(let board, _):
      return boardSize(pictured(board)).map { leastHeight(of: $0) } ?? 20
    case .grid(let grid): return beginning(of: grid)
    case .picture: return 140
    case .list(let items):
      return beginning(of: items.first?.line ?? "", bodyStyle, inset: 14 * scale)
        + (items.count == 1 ? 0 : height("M", bodyStyle, 4000))
    case .facts(let facts):
      return beginning(of: facts.first?.value ?? "", bodyStyle, inset: width * 0.34) + 10
        + (facts.count == 1 ? 0 : height("M", bodyStyle, 4000))
    case .paragraph(let text): return beginning(of: text, bodyStyle) + follower(of: index)
    case .quote(let text): return beginning(of: text, style(14, italic: true))
    case .rule(let text): return beginning(of: text, style(9))
    case .table: return 120
    case .figure(let figure):
      guard let other = narrow(after: index) else { return leastHeight(of: figure) }
      return height(of: figure, other)
    case .keyFigures(let figures): return height(of: figures)
    }
  }

  /// A paragraph of one line is not enough under a heading when a table or list comes next.
  private func follower(of index: Int) -> Double {
    guard blocks.indices.contains(index + 1), case .paragraph(let text) = blocks[index],
      height(text, bodyStyle, width) < 2 * height("M", bodyStyle, 4000)
    else { return 0 }
    switch blocks[index + 1] {
    case .grid, .list, .facts, .rule, .figure: return 7 * scale + least(at: index + 1)
    default: return 0
    }
  }

  private mutating func addParagraph(_ text: String, _ style: TextStyle, _ color: Color) {
    guard !text.isEmpty else { return }
    flow(text, style, color)
    y += 7 * scale
  }

  /// Names in a column, what they are beside them.
  private mutating func addFacts(_ facts: [TextDocument.Fact]) {
    let names = style(isBook ? 9.5 : 10.5, .semibold)
    let nameWidth = min(
      width * 0.32,
      (facts.map { measuring.naturalWidth(of: $0.name, style: names) }.max() ?? 0)
        + 4)
    let gap = 14.0
    for fact in facts {
      let nameHeight = height(fact.name, names, nameWidth)
      let least = max(nameHeight, beginning(of: fact.value, bodyStyle, inset: nameWidth + gap))
      if least > room, !isAtTop { finishPage() }
      add(.note, fact.name, names, theme.secondaryText, Rect(0, y, nameWidth, nameHeight))
      let start = y
      let page = pages.count
      flow(fact.value, bodyStyle, theme.text, inset: nameWidth + gap)
      if pages.count == page { y = max(y, start + nameHeight) }
      y += (isBook ? 3 : 5) * scale
    }
    y += 6 * scale
  }

  private mutating func addList(_ items: [TextDocument.Item], depth: Int) {
    let inset = Double(depth) * 16 * scale + 14 * scale
    for item in items {
      let line = height("M", bodyStyle, width)
      if beginning(of: item.line, bodyStyle, inset: inset) > room, !isAtTop { finishPage() }
      let dot = 4 * scale
      addDecoration(
        Rect(inset - 11 * scale, y + line / 2 - dot / 2, dot, dot),
        [.fill(.ellipse(Rect(0, 0, dot, dot)), theme.accent)])
      flow(item.line, bodyStyle, theme.text, inset: inset)
      y += (isBook ? 2 : 3) * scale
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
}

extension TextDocument.Item {
  /// With its remark.
  var line: String {
    guard !remark.isEmpty else { return text }
    // In a text of the other direction the remark keeps its own order: "(3 votes)".
    return (TextDirection.isRightToLeft(text) ?? false)
      == (TextDirection.isRightToLeft(remark) ?? false)
      ? "\(text) (\(remark))" : "\(text) \u{2068}(\(remark))\u{2069}"
  }
}

extension TextDocument {
  /// Some of what it says, to tell the direction of its script.
  var texts: [String] {
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
