import UpliftCore

/// Marks of a card with their names, side by side as far as there is room: its channels, its tags.
extension CardContent {
  private static let lineGap = 2.0

  struct MarkedName {
    var name: String
    /// The mark, its upper left corner at a place of the card.
    var mark: (Point) -> [Primitive]
  }

  /// - Parameters:
  ///   - side: of the marks, in points; so the gaps.
  ///   - frame: where they begin, and how wide they may be.
  ///   - y: where they end.
  func rows(
    of marks: [MarkedName], side: Double, gap: Double, entryGap: Double, in frame: Rect,
    y: inout Double
  ) -> [Primitive] {
    var primitives: [Primitive] = []
    let style = theme.type.evidence
    let textLeft = side + gap
    let line = measuring.size(of: "x", style: style, width: 100).height
    var x = 0.0
    var top = frame.y
    var bottom = frame.y
    for entry in marks {
      let natural = measuring.naturalWidth(of: entry.name, style: style).rounded(.up) + 1
      if x > 0, x + textLeft + natural > frame.width {
        x = 0
        top = bottom + Self.lineGap
      }
      let width = max(1, min(natural, frame.width - x - textLeft))
      let height = measuring.size(of: entry.name, style: style, width: width).height
      func placed(_ part: Rect) -> Rect {
        isMirrored
          ? Rect(2 * frame.x + frame.width - part.maxX, part.y, part.width, part.height) : part
      }
      let square = placed(Rect(frame.x + x, top + max(0, (line - side) / 2), side, side))
      primitives += entry.mark(square.origin)
      primitives.append(
        .text(
          TextBlock(
            entry.name, style: style, color: theme.secondaryText,
            frame: placed(Rect(frame.x + x + textLeft, top, width, height)),
            alignment: alignment(of: entry.name))))
      bottom = max(bottom, top + max(height, side))
      x += textLeft + width + entryGap
    }
    y = bottom.rounded(.up)
    return primitives
  }
}
