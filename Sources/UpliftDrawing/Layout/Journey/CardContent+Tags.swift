import UpliftCore

/// The tags of a card: small squares of their colours with their names, as far as there is room.
extension CardContent {
  /// Points.
  private static let side = 7.0
  private static let squareGap = 4.0
  private static let entryGap = 8.0
  private static let lineGap = 2.0

  /// - Parameters:
  ///   - frame: where they begin, and how wide they may be.
  ///   - y: where they end.
  func tagRows(_ tags: [Tag], in frame: Rect, y: inout Double) -> [Primitive] {
    var primitives: [Primitive] = []
    let style = theme.type.evidence
    let textLeft = Self.side + Self.squareGap
    let line = measuring.size(of: "x", style: style, width: 100).height
    var x = 0.0
    var top = frame.y
    var bottom = frame.y
    for tag in tags {
      let name = tag.name.isEmpty ? "–" : tag.name
      let natural = measuring.naturalWidth(of: name, style: style).rounded(.up) + 1
      if x > 0, x + textLeft + natural > frame.width {
        x = 0
        top = bottom + Self.lineGap
      }
      let width = max(1, min(natural, frame.width - x - textLeft))
      let height = measuring.size(of: name, style: style, width: width).height
      func placed(_ part: Rect) -> Rect {
        isMirrored
          ? Rect(2 * frame.x + frame.width - part.maxX, part.y, part.width, part.height) : part
      }
      let square = placed(
        Rect(frame.x + x, top + max(0, (line - Self.side) / 2), Self.side, Self.side))
      let color = tag.colour.map { theme.card($0).strong } ?? theme.secondaryText
      primitives.append(.fill(.roundedRectangle(square, radius: 2), color))
      primitives.append(
        .text(
          TextBlock(
            name, style: style, color: theme.secondaryText,
            frame: placed(Rect(frame.x + x + textLeft, top, width, height)),
            alignment: alignment(of: name))))
      bottom = max(bottom, top + max(height, Self.side))
      x += textLeft + width + Self.entryGap
    }
    y = bottom.rounded(.up)
    return primitives
  }
}
