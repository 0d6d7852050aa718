/// Lines across a frame, from the lower left to the upper right, that tell it from a filled one
/// without a colour.
enum Hatching {
  /// - Parameter spacing: points from line to line, sideways.
  static func lines(in frame: Rect, spacing: Double = 6) -> [PathElement] {
    guard frame.width > 0, frame.height > 0 else { return [] }
    var elements: [PathElement] = []
    var start = frame.minX - frame.height
    while start < frame.maxX {
      // From (start, maxY) up to (start + height, minY), cut at the sides.
      let from = max(start, frame.minX)
      let to = min(start + frame.height, frame.maxX)
      if to - from > 0.5 {
        elements.append(.move(Point(from, frame.maxY - (from - start))))
        elements.append(.line(Point(to, frame.maxY - (to - start))))
      }
      start += spacing
    }
    return elements
  }
}

/// Small signs of charts.
enum ChartMark {
  static func diamond(_ middle: Point, _ radius: Double) -> Shape {
    .path([
      .move(Point(middle.x, middle.y - radius)), .line(Point(middle.x + radius, middle.y)),
      .line(Point(middle.x, middle.y + radius)), .line(Point(middle.x - radius, middle.y)), .close,
    ])
  }

  static func triangle(_ middle: Point, _ radius: Double) -> Shape {
    .path([
      .move(Point(middle.x, middle.y - radius)),
      .line(Point(middle.x + radius, middle.y + radius * 0.85)),
      .line(Point(middle.x - radius, middle.y + radius * 0.85)), .close,
    ])
  }

  static func line(_ from: Point, _ to: Point) -> Shape { .path([.move(from), .line(to)]) }
}
