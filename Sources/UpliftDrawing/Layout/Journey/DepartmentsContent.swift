import UpliftCore

/// Draws who stands behind a step, in a cell of a lane of departments.
struct DepartmentsContent {
  private static let padding = 7.0
  private static let chipPadding = 7.0
  private static let chipGap = 4.0

  let measuring: any TextMeasuring
  let theme: Theme
  let isMirrored: Bool

  /// What stands in the cell, and how high it has to be.
  ///
  /// - Parameter names: none: a dash says so.
  func make(_ names: [String], width: Double) -> LayoutCache.SizedContent {
    let style = theme.type.evidence
    let room = width - 1 - 2 * Self.padding
    func placed(_ part: Rect) -> Rect {
      isMirrored ? Rect(width - part.maxX, part.y, part.width, part.height) : part
    }
    var primitives: [Primitive] = []
    guard !names.isEmpty else {
      let height = measuring.size(of: "–", style: style, width: room).height
      primitives.append(
        .text(
          TextBlock(
            "–", style: style, color: theme.secondaryText,
            frame: placed(Rect(Self.padding, Self.padding + 3, room, height)),
            alignment: isMirrored ? .trailing : .leading)))
      return LayoutCache.SizedContent(
        content: ItemContent(primitives), height: height + 2 * Self.padding + 6)
    }
    let tint = theme.card(.slate)
    var x = 0.0
    var top = Self.padding
    var bottom = top
    for name in names {
      let natural = measuring.naturalWidth(of: name, style: style).rounded(.up) + 1
      if x > 0, x + natural + 2 * Self.chipPadding > room {
        x = 0
        top = bottom + Self.chipGap
      }
      let textWidth = max(1, min(natural, room - 2 * Self.chipPadding))
      let height = measuring.size(of: name, style: style, width: textWidth).height
      let chip = placed(
        Rect(Self.padding + x, top, textWidth + 2 * Self.chipPadding, height.rounded(.up) + 6))
      let shape = Shape.roundedRectangle(chip, radius: min(9, chip.height / 2))
      primitives.append(.fill(shape, tint.fill))
      if let outline = tint.outline { primitives.append(.stroke(shape, outline, width: 1)) }
      primitives.append(
        .text(
          TextBlock(
            name, style: style, color: theme.text,
            frame: Rect(chip.x + Self.chipPadding, chip.y + 3, textWidth, height),
            alignment: .centre)))
      bottom = max(bottom, chip.maxY)
      x += chip.width + Self.chipGap
    }
    return LayoutCache.SizedContent(
      content: ItemContent(primitives), height: (bottom + Self.padding + 1).rounded(.up))
  }
}
