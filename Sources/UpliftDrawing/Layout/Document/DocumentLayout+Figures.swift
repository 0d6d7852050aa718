import UpliftCore

/// Pictures with their captions.
extension DocumentLayout {
  /// The board as it is set: where it is too high to be read in whole on a page, its columns are
  /// broken into shorter ones.
  func pictured(_ board: BoardContents) -> BoardContents {
    func fitting(_ board: BoardContents) -> Double {
      let size = boardScene(board).size
      return min(width / max(1, size.width), (fullHeight - 60) / max(1, size.height), 1)
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

  func leastHeight(of figure: (scale: Double, height: Double)) -> Double {
    figure.height * max(Self.leastShare, Self.smallestScale / figure.scale)
  }

  private func boardScene(_ board: BoardContents) -> Scene {
    Picture.board(board).scene(measuring: figureMeasuring, theme: theme, showsAdditions: false)
      .withoutButtons
  }

  /// As large as it stands on a page; nil when it would be too small to read.
  func boardSize(_ board: BoardContents) -> (scale: Double, height: Double)? {
    let size = boardScene(board).size
    guard size.width > 0, size.height > 0 else { return nil }
    let fitting = min(width / size.width, (fullHeight - 60) / size.height, 1)
    guard fitting >= Self.smallestScale else { return nil }
    return (fitting, size.height * fitting)
  }

  mutating func addBoard(_ board: BoardContents, _ caption: String) {
    let board = pictured(board)
    guard var size = boardSize(board) else {
      flow(
        tr("The board is too large for a picture on this page; its notes follow in words."),
        style(9), theme.secondaryText)
      y += 7 * scale
      return
    }
    if size.height > room, !isAtTop {
      if leastHeight(of: size) <= room {
        size = (size.scale * room / size.height, room)
      } else {
        finishPage()
      }
    }
    place(boardScene(board), scale: size.scale)
    y += 10 * scale
  }

  /// - Parameter x: points from where the lines of the text begin.
  mutating func place(
    _ scene: Scene, scale: Double, x: Double = 0, words: String? = nil
  ) {
    let frame = placed(Rect(x, y, scene.size.width * scale, scene.size.height * scale))
    figures.append(
      .init(
        scene: scene.inFamily(family), origin: Point(frame.x, y), scale: scale, place: items.count,
        words: words))
    y += frame.height
  }

  func spoken(_ sheet: JourneySheets.Sheet, _ caption: String) -> String? {
    sheet.words.map { $0.isEmpty ? caption : "\(caption). \($0)" }
  }

  // MARK: Captions

  private var captionStyle: TextStyle { style(8.5, .medium) }
  static let captionGap = 3.0
  var figureSpace: Double { 8 * scale }
  /// Between two figures side by side.
  static let figureGap = 16.0
  var narrowWidth: Double { (width - Self.figureGap) / 2 }

  /// Leaves room for the heading under which it stands.
  private var figureHeight: Double { fullHeight - Self.headingRoom }

  /// The halves of a narrow figure that is high, side by side; nil of any other.
  private func besideItself(_ figure: TextDocument.Figure) -> [JourneySheets.Sheet]? {
    guard isBook, figure.isNarrow, case .drawing(let drawing) = figure.content,
      let chart = drawing as? any Chart,
      sheets(of: figure, width: narrowWidth).reduce(0, { $0 + $1.height }) > fullHeight * 0.36
    else { return nil }
    let parts = charts.halves(
      of: chart, named: figure.caption, within: Size(narrowWidth, figureHeight),
      measuring: figureMeasuring, theme: theme, isMirrored: isMirrored,
      showsRule: figure.showsRule)
    return parts.count == 2 && parts.allSatisfy { $0.height <= figureHeight } ? parts : nil
  }

  /// - Parameter share: of the size at which they fill the width.
  private func height(
    of parts: [JourneySheets.Sheet], _ figure: TextDocument.Figure,
    share: Double = leastFigureShare
  ) -> Double {
    (parts.map(\.height).max() ?? 0) * share + Self.captionGap
      + captionHeight(figure.caption, width: width) + noteHeight(figure.source)
  }

  private mutating func add(_ parts: [JourneySheets.Sheet], _ figure: TextDocument.Figure) {
    if height(of: parts, figure) > room, !isAtTop { finishPage() }
    let high = parts.map(\.height).max() ?? 0
    let above = height(of: parts, figure, share: 0)
    let share = min(1, max(Self.leastFigureShare, (room - above) / max(1, high)))
    addCaption(figure.caption + addNote(figure.source), x: 0, width: width)
    y += Self.captionGap
    let start = y
    var end = y
    for (column, sheet) in parts.enumerated() {
      y = start
      place(
        sheet.scene, scale: sheet.scale * share,
        x: Double(column) * (narrowWidth + Self.figureGap),
        words: spoken(sheet, figure.caption))
      end = max(end, y)
    }
    y = end + figureSpace
  }

  private var figureMeasuring: any TextMeasuring {
    family.isEmpty ? measuring : FamilyMeasuring(measuring, family: family)
  }

  func sheets(
    of figure: TextDocument.Figure, width: Double
  ) -> [JourneySheets.Sheet] {
    switch figure.content {
    case .journey(let journey):
      return sheets.sheets(
        of: journey, within: Size(width, figureHeight), across: acrossRoom,
        measuring: figureMeasuring, theme: theme)
    case .drawing(let drawing):
      guard let chart = drawing as? any Chart else { return [] }
      return charts.sheets(
        of: chart, named: figure.caption, within: Size(width, figureHeight),
        measuring: figureMeasuring, theme: theme, isMirrored: isMirrored,
        showsRule: figure.showsRule)
    }
  }

  private func caption(_ figure: TextDocument.Figure, _ place: Int, of count: Int) -> String {
    count == 1
      ? figure.caption
      : tr(
        "{caption}, part {number} of {count}",
        ["caption": figure.caption, "number": place + 1, "count": count])
  }

  /// Points of a caption with a note's number behind it.
  func captionHeight(_ caption: String, width: Double) -> Double {
    height(caption + "⁹⁹⁹", captionStyle, width)
  }

  /// Of its first sheet, with caption and footnote, as small as it may be set.
  func leastHeight(of figure: TextDocument.Figure) -> Double {
    if let parts = besideItself(figure) { return height(of: parts, figure) }
    // One on a page of its own needs no room on this one.
    guard let first = sheets(of: figure, width: width).first, !(isBook && takesPage(first, figure))
    else {
      return 0
    }
    return leastHeightUpright(of: figure)
  }

  /// The same where it may not be put on a page of its own; 0 of one that lies on its side.
  func leastHeightUpright(of figure: TextDocument.Figure) -> Double {
    if let parts = besideItself(figure) { return height(of: parts, figure) }
    let sheets = sheets(of: figure, width: width)
    guard let first = sheets.first, !first.isAcross else { return 0 }
    return first.height * Self.leastFigureShare + Self.captionGap
      + captionHeight(caption(figure, 0, of: sheets.count), width: width)
      + noteHeight(figure.source)
  }

  /// - Parameter tail: points that must be left under it.
  mutating func addFigure(_ figure: TextDocument.Figure, tail: Double) {
    if let parts = besideItself(figure) {
      add(parts, figure)
      return
    }
    let sheets = sheets(of: figure, width: width)
    for (number, sheet) in sheets.enumerated() {
      let caption = caption(figure, number, of: sheets.count)
      let fits =
        sheet.height * Self.leastFigureShare + Self.captionGap
        + captionHeight(caption, width: width) <= room
      if sheet.isAcross || isBook && !isAtTop && !fits && takesPage(sheet, figure) {
        across.append((sheet, caption))
        continue
      }
      let source = number == 0 ? figure.source : ""
      let below =
        Self.captionGap + captionHeight(caption, width: width) + noteHeight(source)
        + (number == sheets.count - 1 && sheet.height + tail < figureHeight ? tail : 0)
      var scale = sheet.scale
      if sheet.height + below > room, !isAtTop {
        // A little smaller rather than leave the rest of the page empty.
        if sheet.height * Self.leastFigureShare + below <= room {
          scale *= (room - below) / sheet.height
        } else {
          finishPage()
        }
      }
      addCaption(caption + addNote(source), x: 0, width: width)
      y += Self.captionGap
      place(sheet.scene, scale: scale, words: spoken(sheet, caption))
      y += figureSpace
    }
    if isAtTop, !across.isEmpty {
      addAcross()
    } else if isJustBegun {
      placeAcrossBefore()
    }
    if case .journey(let journey) = figure.content { addWords(self.sheets.appendix(of: journey)) }
  }

  /// What a picture has no room for, under it.
  private mutating func addWords(_ blocks: [AppendixBlock]) {
    for block in blocks {
      let isHeading = block.role != .text
      let style = isHeading ? headingStyle(4) : bodyStyle
      if isHeading, 4 * height("M", bodyStyle, 4000) > room, !isAtTop { finishPage() }
      if isHeading, !isAtTop { y += 5 * scale }
      flow(block.text, style, block.role == .title ? theme.accent : theme.text)
      y += (isHeading ? 2 : 4) * scale
    }
  }

  /// Whether a picture is so high that it has a page of its own where it finds no room; under a
  /// chart the text goes on.
  private func takesPage(_ sheet: JourneySheets.Sheet, _ figure: TextDocument.Figure) -> Bool {
    if case .journey = figure.content { return sheet.height > fullHeight * 0.6 }
    return sheet.height > fullHeight * 0.85
  }

  // MARK: Across

  /// Points around a picture on a page that lies on its side, which has no running head: a map
  /// needs them for its type.
  static let acrossMargin = 26.0
  private static let acrossTop = 22.0
  /// Under it, with the running foot.
  private static let acrossBottom = 38.0

  /// Points of a picture on a page that lies on its side; nil when this one does already.
  private var acrossRoom: Size? {
    guard isBook, paper.height > paper.width else { return nil }
    let caption = captionHeight("M", width: paper.height) + Self.captionGap
    return Size(
      paper.height - 2 * Self.acrossMargin,
      paper.width - Self.acrossBottom - Self.acrossTop - caption)
  }

  /// Pages with a picture alone, on their side when it is too wide for an upright one.
  mutating func addAcross() {
    guard !across.isEmpty else { return }
    let all = across
    across = []
    let upright = paper
    for (sheet, caption) in all {
      paper = sheet.isAcross ? Size(upright.height, upright.width) : upright
      y = sheet.isAcross ? Self.acrossTop : top
      let end = sheet.isAcross ? paper.height - Self.acrossBottom : bottom + footer / 2
      addCaption(caption, x: 0, width: width)
      y += Self.captionGap
      let size = Size(sheet.scene.size.width * sheet.scale, sheet.scene.size.height * sheet.scale)
      // A long caption takes its lines from the picture.
      let scale = sheet.scale * min(1, (end - y) / max(1, size.height))
      place(
        sheet.scene, scale: scale, x: max(0, (width - sheet.scene.size.width * scale) / 2),
        words: spoken(sheet, caption))
      finishPage()
    }
    paper = upright
    y = top
  }

  /// Whether the text of this page goes on from the one before, where its heading stands.
  private var isJustBegun: Bool {
    !across.isEmpty && !pages.isEmpty && headings.allSatisfy { $0.level > 2 }
      && y - top < fullHeight * 0.3
  }

  /// Pictures on pages of their own, between the page with their heading and this one: what comes
  /// next can then begin here.
  private mutating func placeAcrossBefore() {
    let page = (items, figures, headings, elements, notes, notesHeight, y)
    (items, figures, headings, elements, notes, notesHeight) = ([], [], [], [:], [], 0)
    addAcross()
    (items, figures, headings, elements, notes, notesHeight, y) = page
  }

  /// Stands over its figure, as that of a table does.
  mutating func addCaption(_ caption: String, x: Double, width: Double) {
    let own = height(caption, captionStyle, width)
    elements[items.count] = .init(tag: "Caption")
    add(.note, caption, captionStyle, theme.secondaryText, Rect(x, y, width, own))
    y += own
  }
}
