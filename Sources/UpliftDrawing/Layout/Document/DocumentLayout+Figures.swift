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
    Picture.board(board).scene(measuring: measuring, theme: theme, showsAdditions: false)
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

  private mutating func place(_ scene: Scene, scale: Double) {
    let x = isMirrored ? paper.width - Self.margin - scene.size.width * scale : Self.margin
    figures.append(.init(scene: scene, origin: Point(x, y), scale: scale))
    y += scene.size.height * scale
  }

  // MARK: Captions

  private var captionStyle: TextStyle { style(9.5, .medium) }
  private static let captionGap = 5.0

  /// Leaves room for the heading under which it stands.
  private var figureBounds: Size { Size(width, fullHeight - 130) }

  private func sheets(of figure: TextDocument.Figure) -> [JourneySheets.Sheet] {
    switch figure.content {
    case .journey(let journey):
      sheets.sheets(of: journey, within: figureBounds, measuring: measuring, theme: theme)
    }
  }

  private func caption(_ figure: TextDocument.Figure, _ place: Int, of count: Int) -> String {
    count == 1
      ? figure.caption
      : tr(
        "{caption}, part {number} of {count}",
        ["caption": figure.caption, "number": place + 1, "count": count])
  }

  /// Of its first sheet, with caption and footnote.
  func height(of figure: TextDocument.Figure) -> Double {
    let sheets = sheets(of: figure)
    guard let first = sheets.first else { return 0 }
    return first.height + Self.captionGap
      + height(caption(figure, 0, of: sheets.count), captionStyle, width)
      + noteHeight(figure.source)
  }

  mutating func addFigure(_ figure: TextDocument.Figure) {
    let sheets = sheets(of: figure)
    for (number, sheet) in sheets.enumerated() {
      var caption = caption(figure, number, of: sheets.count)
      let source = number == 0 ? figure.source : ""
      let below = Self.captionGap + height(caption + "⁹⁹⁹", captionStyle, width)
      if sheet.height + below + noteHeight(source) > room, !isAtTop { finishPage() }
      caption += addNote(source)
      place(sheet.scene, scale: sheet.scale)
      y += Self.captionGap
      let own = height(caption, captionStyle, width)
      elements[items.count] = .init(tag: "Caption")
      add(.note, caption, captionStyle, theme.secondaryText, Rect(0, y, width, own))
      y += own + 14 * scale
    }
  }

  // MARK: Key figures

  private var valueStyle: TextStyle { style(20, .bold) }
  private var nameStyle: TextStyle { style(10) }
  private var detailStyle: TextStyle { style(9) }
  private static let columnGap = 14.0

  /// Four side by side.
  private func rows(of figures: [TextDocument.KeyFigure]) -> [[TextDocument.KeyFigure]] {
    stride(from: 0, to: figures.count, by: 4).map {
      Array(figures[$0..<min($0 + 4, figures.count)])
    }
  }

  private var keyWidth: Double { (width - 3 * Self.columnGap) / 4 }

  private func rowHeight(_ row: [TextDocument.KeyFigure]) -> Double {
    row.map { figure in
      8 + height(figure.value, valueStyle, keyWidth) + height(figure.name, nameStyle, keyWidth)
        + (figure.detail.isEmpty ? 0 : height(figure.detail, detailStyle, keyWidth))
    }.max() ?? 0
  }

  func height(of figures: [TextDocument.KeyFigure]) -> Double {
    rows(of: figures).first.map(rowHeight) ?? 0
  }

  mutating func addKeyFigures(_ figures: [TextDocument.KeyFigure]) {
    for row in rows(of: figures) {
      let own = rowHeight(row)
      if own > room, !isAtTop { finishPage() }
      for (column, figure) in row.enumerated() {
        let x = Double(column) * (keyWidth + Self.columnGap)
        addDecoration(
          Rect(x, y, keyWidth, 1.5), [.fill(.rectangle(Rect(0, 0, keyWidth, 1.5)), theme.accent)])
        var place = y + 8
        for (text, style, color) in [
          (figure.value, valueStyle, theme.text), (figure.name, nameStyle, theme.text),
          (figure.detail, detailStyle, theme.secondaryText),
        ] where !text.isEmpty {
          let height = height(text, style, keyWidth)
          add(.note, text, style, color, Rect(x, place, keyWidth, height))
          place += height
        }
      }
      y += own + 16 * scale
    }
  }
}
