import UpliftCore

/// How well something is known, as a dot: full when observed, half when reported, a ring when
/// assumed.
enum EvidenceMark {
  /// Points across.
  static let diameter = 7.0

  static func primitives(for level: EvidenceLevel, at origin: Point, theme: Theme) -> [Primitive] {
    let circle = Rect(origin.x, origin.y, diameter, diameter)
    let ring = circle.inset(0.6, 0.6)
    switch level {
    case .observed: return [.fill(.ellipse(circle), theme.evidence)]
    case .reported:
      return [
        .fill(.path(leftHalf(of: circle)), theme.evidence),
        .stroke(.ellipse(ring), theme.evidence, width: 1.2),
      ]
    case .assumed: return [.stroke(.ellipse(ring), theme.secondaryText, width: 1.2)]
    }
  }

  private static func leftHalf(of circle: Rect) -> [PathElement] {
    // The length of a Bézier handle that makes a quarter of a circle.
    let handle = circle.width / 2 * 0.5523
    let top = Point(circle.midX, circle.minY)
    let left = Point(circle.minX, circle.midY)
    let bottom = Point(circle.midX, circle.maxY)
    return [
      .move(top),
      .curve(Point(top.x - handle, top.y), Point(left.x, left.y - handle), to: left),
      .curve(Point(left.x, left.y + handle), Point(bottom.x - handle, bottom.y), to: bottom),
      .close,
    ]
  }
}
