extension Shape {
  /// The smallest rectangle around its points and handles; nil when it has none.
  var bounds: Rect? {
    switch self {
    case .rectangle(let frame), .ellipse(let frame), .roundedRectangle(let frame, _): return frame
    case .path(let elements):
      let points = elements.flatMap { element -> [Point] in
        switch element {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let to): [first, second, to]
        case .close: []
        }
      }
      guard let first = points.first else { return nil }
      return points.reduce(Rect(first.x, first.y, 0, 0)) { $0.union(Rect($1.x, $1.y, 0, 0)) }
    }
  }
}
