import UpliftCore

/// Narrow figures, two side by side.
extension DocumentLayout {
  /// Figures that are placed at once: one, two side by side, or the third of three as well, which
  /// stands under the lower of the first two. None when there is no figure.
  func together(at index: Int) -> [TextDocument.Figure] {
    guard let first = figure(at: index) else { return [] }
    guard let second = narrow(after: index) else { return [first] }
    guard let third = figure(at: index + 2), third.isNarrow,
      figure(at: index + 3)?.isNarrow != true,
      sheets(of: third, width: narrowWidth).count == 1
    else { return [first, second] }
    let all = [first, second, third]
    return height(of: all) <= height(of: [first, second]) + 24 ? all : [first, second]
  }

  /// Where the blocks after a block, or after figures that are placed at once, begin.
  func next(after index: Int) -> Int { index + max(1, together(at: index).count) }

  private func figure(at index: Int) -> TextDocument.Figure? {
    guard blocks.indices.contains(index), case .figure(let figure) = blocks[index] else {
      return nil
    }
    return figure
  }

  /// The second of two figures that stand side by side; nil when the first stands alone.
  private func narrow(after index: Int) -> TextDocument.Figure? {
    guard let figure = figure(at: index), figure.isNarrow, let other = self.figure(at: index + 1),
      other.isNarrow
    else { return nil }
    // Of an odd number the first two stand side by side.
    var before = 0
    while self.figure(at: index - before - 1)?.isNarrow == true { before += 1 }
    guard before.isMultiple(of: 2) else { return nil }
    // One that is so much higher that half of the page would be empty stands by itself.
    let both = [figure, other].map { sheets(of: $0, width: narrowWidth) }
    guard both.allSatisfy({ $0.count == 1 }) else { return nil }
    let heights = both.map { $0[0].height }
    let most = heights.max() ?? 0
    return most < fullHeight * 0.36 || (heights.min() ?? 0) > most * 0.5 ? other : nil
  }

  // MARK: Places

  /// Those of the left column and of the right one.
  private func columns(
    of figures: [TextDocument.Figure], _ share: Double
  ) -> [[TextDocument.Figure]] {
    var columns = figures.prefix(2).map { [$0] }
    guard figures.count == 3, columns.count == 2 else { return columns }
    let heights = columns.map { height(ofColumn: $0, share) }
    columns[heights[1] <= heights[0] ? 1 : 0].append(figures[2])
    return columns
  }

  /// Captions of the first two begin their pictures at one height.
  private func captionHeight(of figures: [TextDocument.Figure]) -> Double {
    figures.prefix(2).map { captionHeight($0.caption, width: narrowWidth) }.max() ?? 0
  }

  private func pictureHeight(_ figure: TextDocument.Figure) -> Double {
    sheets(of: figure, width: narrowWidth).first?.height ?? 0
  }

  /// Without the caption of the first.
  private func height(ofColumn column: [TextDocument.Figure], _ share: Double) -> Double {
    column.reduce(0) { $0 + pictureHeight($1) * share }
      + column.dropFirst().reduce(0) {
        $0 + figureSpace + captionHeight($1.caption, width: narrowWidth) + Self.captionGap
      }
  }

  /// - Parameter share: of the size at which they fill half of the width.
  func height(of figures: [TextDocument.Figure], share: Double = leastFigureShare) -> Double {
    let high = columns(of: figures, 1).map { height(ofColumn: $0, share) }.max() ?? 0
    return captionHeight(of: figures) + Self.captionGap + high
      + figures.reduce(0) { $0 + noteHeight($1.source) }
  }

  /// - Parameter tail: points that must be left under them.
  mutating func addFigures(_ figures: [TextDocument.Figure], tail: Double) {
    if height(of: figures) + tail > room, !isAtTop { finishPage() }
    // A little smaller rather than leave the rest of the page empty.
    let (whole, least) = (height(of: figures, share: 1), height(of: figures, share: 0))
    let share = (room - tail - least) / max(1, whole - least)
    let scale = min(1, max(Self.leastFigureShare, share))
    let start = y
    let captions = captionHeight(of: figures)
    var end = y
    for (number, column) in columns(of: figures, 1).enumerated() {
      let x = Double(number) * (narrowWidth + Self.figureGap)
      y = start
      for (place, figure) in column.enumerated() {
        if place > 0 { y += figureSpace }
        addCaption(figure.caption + addNote(figure.source), x: x, width: narrowWidth)
        if place == 0 { y = start + captions }
        y += Self.captionGap
        guard let sheet = sheets(of: figure, width: narrowWidth).first else { continue }
        self.place(
          sheet.scene, scale: sheet.scale * scale, x: x, words: spoken(sheet, figure.caption))
      }
      end = max(end, y)
    }
    y = end + figureSpace
  }
}
