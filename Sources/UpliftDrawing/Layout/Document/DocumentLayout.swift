import Foundation
import UpliftCore

/// Sets a document on pages: headings stay with what follows them, tables repeat their headers, rows
/// are not cut unless they are higher than a page, pictures stand whole and with their captions.
struct DocumentLayout {
  /// Points.
  static let margin = 54.0
  static let footer = 24.0
  /// Of a sheet that is to be seen at once.
  static let compactMargin = 40.0
  /// No type of a sheet is made smaller than that, in points.
  static let leastType = 8.0
  /// Of a book: around the text, and above it for the running head.
  static let bookMargin = 36.0
  static let bookFooter = 12.0
  static let head = 16.0
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
  static let headingRoom = 110.0
  /// Of a page that must be free for a section to begin on it.
  static let sectionShare = 0.12
  /// The same for what comes before a picture that waits for a page of its own.
  static let goesOnShare = 0.25
  /// Of a page that rules may take with what was worked out by them; longer ones go on on the next.
  static let mostRules = 0.08

  let document: TextDocument
  let blocks: [TextDocument.Block]
  let measuring: any TextMeasuring
  let theme: Theme
  /// Of the page that is being filled.
  var paper: Size
  /// Of all pages but those that lie on their side.
  let sheet: Size
  /// All sizes of type are multiplied by this.
  let scale: Double
  let isMirrored: Bool
  /// Family of all texts; empty: the program's own.
  let family: String
  /// Pictures of maps and figures, laid out once.
  let sheets = JourneySheets()
  let charts = ChartSheets()
  let grids = GridSettings()
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
  /// Blocks that wait for the page after this one, which has more room.
  var waiting: [Int] = []
  /// Pictures that get a page of their own after this one.
  var across: [(sheet: JourneySheets.Sheet, caption: String)] = []
  /// Where the next thing stands on the page, in points from its top.
  var y = DocumentLayout.margin

  /// The pages of a document, upright.
  ///
  /// - Parameter fitsOnePage: type is set smaller and lines closer, as far as it can be read, when that
  ///   brings all onto one page; what is less in its place.
  static func pages(
    of document: TextDocument, measuring: any TextMeasuring, theme: Theme, paper: Size,
    fitsOnePage: Bool = false
  ) -> [DocumentPage] {
    var first: [DocumentPage] = []
    var tries = [document]
    if fitsOnePage {
      var closer = document
      closer.isCompact = true
      tries += (document.isCompact ? [] : [closer]) + document.shorter
    }
    for document in tries {
      let scales =
        document.isCompact ? [1, 0.95, 0.9] : Array(stride(from: 1, to: 0.65, by: -0.04))
      for scale in fitsOnePage ? scales : [1] {
        var layout = DocumentLayout(document, measuring, theme, paper, scale)
        layout.compose()
        if first.isEmpty { first = layout.pages }
        if layout.pages.count == 1 { return layout.pages }
        // Two thirds of the size are less than half of the paper: no size brings so much onto one
        // page.
        if layout.pages.count > 4 { break }
      }
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
    self.theme = theme.branded(document.cover?.colour ?? document.letterhead?.colour ?? "")
    self.paper = paper
    sheet = paper
    self.scale = scale
    family = document.cover?.font ?? document.letterhead?.font ?? ""
    isMirrored = document.beginsAtTheRight
    y = top
  }

  /// A page of a book that lies on its side.
  var isAcross: Bool { isBook && paper.width > paper.height && paper != sheet }
  var margin: Double {
    isAcross
      ? Self.acrossMargin
      : isBook ? Self.bookMargin : document.isCompact ? Self.compactMargin : Self.margin
  }
  var footer: Double { isBook ? Self.bookFooter : document.isCompact ? 12 : Self.footer }
  var width: Double { paper.width - 2 * margin }
  var top: Double { margin + (isBook ? Self.head : 0) }
  var bottom: Double { paper.height - margin - footer - notesHeight }
  var room: Double { bottom - y }
  var isAtTop: Bool { y <= top + 0.01 }
  /// Points of an empty page.
  var fullHeight: Double { paper.height - margin - footer - top }

  func style(_ size: Double, _ weight: TextStyle.Weight = .regular, italic: Bool = false)
    -> TextStyle
  {
    let least = isBook ? 0 : min(size, Self.leastType)
    return TextStyle(
      size: max(size * scale, least), weight: weight, isItalic: italic, family: family)
  }

  func height(_ text: String, _ style: TextStyle, _ width: Double) -> Double {
    TextFlow.isUnbroken(text)
      ? TextFlow.heightUnbroken(
        text, style: style, width: width, most: 2 * fullHeight, measuring: measuring)
      : measuring.size(of: text, style: style, width: width).height
  }

  /// Of running text: a book is set tighter than a sheet.
  var bodyStyle: TextStyle { style(isBook ? 9 : document.isCompact ? 9 : 11) }

  // MARK: Blocks

  private mutating func compose() {
    if isBook {
      composeBook()
    } else {
      addLetterhead()
      composeBlocks()
      numberPages()
    }
  }

  mutating func composeBlocks() {
    var next = 0
    for (index, block) in blocks.enumerated() {
      // The second of two that stand side by side.
      guard index >= next else { continue }
      placeWaiting(before: index)
      if mustWait(index) {
        waiting.append(index)
        next = self.next(after: index)
        continue
      }
      switch block {
      case .heading(let level, let text): addHeading(text, level: level, at: index)
      case .paragraph(let text): addParagraph(text, bodyStyle, theme.text)
      case .quote(let text): addParagraph("“\(text)”", style(14, italic: true), theme.text)
      case .rule(let text): addParagraph(text, ruleStyle, theme.secondaryText)
      case .picture(let picture, _): addPicture(ImageData(picture))
      case .facts(let facts): addFacts(facts)
      case .list(let items):
        addList(items, tail: tail(after: index))
        y += 6 * scale
      case .grid(let grid): addGrid(grid, at: index)
      case .table(let table): addTable(table)
      case .board(let board, let caption): addBoard(board, caption)
      case .figure:
        next = self.next(after: index)
        addFigures(at: index)
      case .keyFigures(let figures): addKeyFigures(figures)
      }
    }
    placeWaiting(before: blocks.count)
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
    // A picture on a page of its own stands before what is no more about it, unless much of this
    // page would be left empty.
    if rank <= 2, !across.isEmpty, !isAtTop,
      rank == 1 || room < fullHeight * Self.goesOnShare
    {
      finishPage()
    }
    let above = isAtTop ? 0 : spaceAbove(rank)
    // A section begins where there is still much of the page, under a line.
    if !isAtTop,
      isBook && rank == 1 && room < fullHeight * Self.sectionShare
        || least(at: index) > room
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
    y += spaceBelow(rank)
  }

  func headingStyle(_ rank: Int) -> TextStyle {
    let styles =
      isBook
      ? [style(19, .bold), style(12.5, .bold), style(10, .bold), style(9.25, .semibold)]
      : document.isCompact
        ? [style(19, .bold), style(12, .bold), style(10.5, .bold), style(9, .semibold)]
        : [style(22, .bold), style(15, .bold), style(12.5, .bold), style(11, .semibold)]
    return styles[min(rank, styles.count) - 1]
  }

  private func spaceBelow(_ rank: Int) -> Double {
    (rank == 1 ? isBook ? 9 : 6 : isBook ? 3 : 4) * scale
  }

  private func spaceAbove(_ rank: Int) -> Double {
    (isBook ? [19, 8, 5, 4] : document.isCompact ? [0, 6, 5, 4] : [0, 18, 12, 8])[min(rank, 4) - 1]
      * scale
  }

  /// Of rules and what is said beside the point.
  var ruleStyle: TextStyle { style(isBook ? 7.5 : document.isCompact ? 8.25 : 9) }

  /// Points that the first two or three lines of a text take, or all of it when there are fewer.
  func beginning(of text: String, _ style: TextStyle, inset: Double = 0) -> Double {
    let line = height("M", style, 4000)
    // A long text has two lines; only short ones are measured.
    guard text.count < 400 else { return 3 * line + 1 }
    // Of three lines none is left alone.
    let whole = height(text, style, width - inset)
    guard whole >= 3.5 * line else { return whole }
    // A long word that ends the first line early goes with the second.
    let isEven = TextFlow.unbroken(in: text).allSatisfy { $0.count < 24 }
    return (isEven ? 2 : 3) * line + 1
  }

  /// Points that a block must find on its page: the first lines, and for a heading those of what
  /// follows it.
  ///
  /// - Parameter room: points that are left of the page; nil: those under what stands there.
  func least(at index: Int, room: Double? = nil) -> Double {
    let room = room ?? self.room
    guard blocks.indices.contains(index) else { return 0 }
    switch blocks[index] {
    case .heading(let level, let text):
      let own =
        height(text, headingStyle(rank(level)), width) + spaceBelow(rank(level))
        + spaceAbove(rank(level))
      return own + beginning(under: index, room: room - own)
    case .board(let board, _):
      return boardSize(pictured(board)).map { leastHeight(of: $0) } ?? 20
    case .grid(let grid): return beginning(of: grid, at: index)
    case .picture: return 140
    case .list(let items):
      if let least = leastHeight(ofColumns: items) { return least }
      return beginning(of: items.first?.line ?? "", bodyStyle, inset: 14 * scale)
        + (items.count == 1 ? tail(after: index) : height("M", bodyStyle, 4000))
    case .facts(let facts):
      if let whole = wholeHeight(of: facts) { return whole }
      return beginning(ofFact: facts.first, nameWidth: nameWidth(of: facts)) + 10
        + (facts.count == 1 ? 0 : height("M", bodyStyle, 4000))
    case .paragraph(let text): return beginning(of: text, bodyStyle) + follower(of: index)
    case .quote(let text): return beginning(of: text, style(14, italic: true))
    case .rule(let text): return beginning(of: text, ruleStyle) + follower(of: index)
    case .table: return 120
    case .figure(let figure):
      let figures = together(at: index)
      return figures.count > 1 ? height(of: figures) : leastHeight(of: figure)
    case .keyFigures(let figures): return height(of: figures)
    }
  }

  /// Points of what begins under a heading: a figure that finds no room leaves it to what comes
  /// after.
  private func beginning(under heading: Int, room: Double) -> Double {
    let first = heading + 1
    let own = leastUnderHeading(at: first, room: room)
    guard isBook, blocks.indices.contains(first), case .figure = blocks[first], own > room else {
      return own
    }
    let next = next(after: first)
    return canCome(next) ? min(own, least(at: next)) : own
  }

  /// A figure that would take a page of its own has its heading over it there, unless it lies on
  /// its side.
  private func leastUnderHeading(at index: Int, room: Double) -> Double {
    guard blocks.indices.contains(index), case .figure(let figure) = blocks[index],
      together(at: index).count == 1
    else { return least(at: index, room: room) }
    return max(least(at: index), leastHeightUpright(of: figure))
  }

  /// A paragraph of one line is not enough under a heading when a table or list comes next.
  private func follower(of index: Int) -> Double {
    guard blocks.indices.contains(index + 1) else { return 0 }
    switch blocks[index] {
    case .paragraph(let text):
      guard height(text, bodyStyle, width) < 2 * height("M", bodyStyle, 4000) else { return 0 }
    case .rule:
      // How something is to be read, before it comes.
      guard index > 0, case .heading = blocks[index - 1] else { return 0 }
    default: return 0
    }
    switch blocks[index + 1] {
    case .figure:
      // One that finds no room leaves it to what comes after it.
      let next = next(after: index + 1)
      let own = least(at: index + 1)
      return 7 * scale + (isBook && canCome(next) ? min(own, least(at: next)) : own)
    case .grid, .list, .facts, .rule: return 7 * scale + least(at: index + 1)
    default: return 0
    }
  }

  mutating func addPicture(_ image: ImageData) {
    let side = 132.0 * scale
    if side > room, !isAtTop { finishPage() }
    let circle = Rect(0, 0, side, side)
    addDecoration(
      Rect(0, y, side, side),
      [.image(.covering(circle, with: image, clip: .roundedRectangle(circle, radius: side / 2)))])
    y += side + 10 * scale
  }
}
