/// A smooth curve through points that never swings beyond them: between two points it rises, or
/// falls, or is level. (Fritsch and Carlson 1980, with the tangents of Steffen 1990.)
struct MonotoneCurve {
  /// From left to right, no two with the same x.
  let points: [Point]
  private let slopes: [Double]

  /// - Parameter points: from left to right, no two with the same x.
  init(_ points: [Point]) {
    self.points = points
    guard points.count > 1 else {
      slopes = points.map { _ in 0 }
      return
    }
    let secants = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    let widths = zip(points, points.dropFirst()).map { $1.x - $0.x }
    var slopes = [Double](repeating: 0, count: points.count)
    for index in 1..<points.count - 1 where secants[index - 1] * secants[index] > 0 {
      let before = secants[index - 1]
      let after = secants[index]
      let mean =
        (before * widths[index] + after * widths[index - 1]) / (widths[index - 1] + widths[index])
      let steepest = 2 * min(abs(before), abs(after))
      slopes[index] = mean < 0 ? max(mean, -steepest) : min(mean, steepest)
    }
    self.slopes = slopes
  }

  /// One cubic Bézier segment between two neighbouring points.
  struct Segment {
    var start: Point
    var first: Point
    var second: Point
    var end: Point

    /// The part of it between two x, which lie on it; x is linear along it.
    func clipped(from left: Double, to right: Double) -> Segment {
      let width = end.x - start.x
      let tail = split(at: (max(left, start.x) - start.x) / width).1
      let rest = tail.end.x - tail.start.x
      guard rest > 0 else { return tail }
      return tail.split(at: min(1, (min(right, end.x) - tail.start.x) / rest)).0
    }

    private func split(at share: Double) -> (Segment, Segment) {
      func mix(_ a: Point, _ b: Point) -> Point {
        Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
      }
      let a = mix(start, first)
      let b = mix(first, second)
      let c = mix(second, end)
      let d = mix(a, b)
      let e = mix(b, c)
      let middle = mix(d, e)
      return (
        Segment(start: start, first: a, second: d, end: middle),
        Segment(start: middle, first: e, second: c, end: end)
      )
    }
  }

  private func segment(_ index: Int) -> Segment {
    let start = points[index]
    let end = points[index + 1]
    let third = (end.x - start.x) / 3
    return Segment(
      start: start, first: Point(start.x + third, start.y + slopes[index] * third),
      second: Point(end.x - third, end.y - slopes[index + 1] * third), end: end)
  }

  /// The part of the curve between `left` and `right`, as connected segments; none when it does
  /// not reach there.
  func segments(from left: Double, to right: Double) -> [Segment] {
    guard points.count > 1 else { return [] }
    return (0..<points.count - 1).compactMap { index in
      guard points[index].x < right, points[index + 1].x > left else { return nil }
      return segment(index).clipped(from: left, to: right)
    }
  }
}

extension [MonotoneCurve.Segment] {
  /// As a path that begins with a move.
  var path: [PathElement] {
    guard let first else { return [] }
    return [.move(first.start)] + map { .curve($0.first, $0.second, to: $0.end) }
  }
}
