import UpliftCore

/// How well something is known, as a dot: full when observed, half when reported, a ring when
/// assumed. Rings are discs with a smaller one in the colour of the ground: a third of what two
/// circles and a line take in a PDF.
enum EvidenceMark {
  /// Points across.
  static let diameter = 7.0
  /// Of a ring, in points.
  private static let thickness = 1.2

  /// - Parameter ground: what the dot lies on.
  static func primitives(
    for level: EvidenceLevel, at origin: Point, ground: Color, theme: Theme
  ) -> [Primitive] {
    let circle = Rect(origin.x, origin.y, diameter, diameter)
    let hole = circle.inset(thickness, thickness)
    switch level {
    case .observed: return [.fill(.ellipse(circle), theme.evidence)]
    case .reported:
      return [
        .fill(.ellipse(circle), theme.evidence), .fill(.path(rightHalf(of: hole)), ground),
      ]
    case .assumed:
      return [.fill(.ellipse(circle), theme.secondaryText), .fill(.ellipse(hole), ground)]
    }
  }

  private static func rightHalf(of circle: Rect) -> [PathElement] {
    // The length of a Bézier handle that makes a quarter of a circle.
    let handle = circle.width / 2 * 0.5523
    let top = Point(circle.midX, circle.minY)
    let right = Point(circle.maxX, circle.midY)
    let bottom = Point(circle.midX, circle.maxY)
    return [
      .move(top),
      .curve(Point(top.x + handle, top.y), Point(right.x, right.y - handle), to: right),
      .curve(Point(right.x, right.y + handle), Point(bottom.x + handle, bottom.y), to: bottom),
      .close,
    ]
  }
}
