import UpliftCore

/// Figures that stand large over a section.
extension DocumentLayout {
  private var valueStyle: TextStyle { style(18, .bold) }
  private var nameStyle: TextStyle { style(9.5) }
  private var detailStyle: TextStyle { style(8.5) }
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
        // What it is called is read before the figure that stands over it.
        let valueHeight = height(figure.value, valueStyle, keyWidth)
        let nameHeight = height(figure.name, nameStyle, keyWidth)
        var place = y + 8 + valueHeight
        add(.note, figure.name, nameStyle, theme.text, Rect(x, place, keyWidth, nameHeight))
        place += nameHeight
        add(
          .note, figure.value, valueStyle, theme.text, Rect(x, y + 8, keyWidth, valueHeight))
        guard !figure.detail.isEmpty else { continue }
        add(
          .note, figure.detail, detailStyle, theme.secondaryText,
          Rect(x, place, keyWidth, height(figure.detail, detailStyle, keyWidth)))
      }
      y += own + (document.isCompact ? 4 : 16) * scale
    }
  }
}
