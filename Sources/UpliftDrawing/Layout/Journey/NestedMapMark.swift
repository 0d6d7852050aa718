/// A step that opens another map: a small map inside a frame, with an arrow into it.
enum NestedMapMark {
  /// Points.
  static let side = 13.0

  static func primitives(at origin: Point, color: Color, isMirrored: Bool) -> [Primitive] {
    func point(_ x: Double, _ y: Double) -> Point {
      Point(origin.x + (isMirrored ? side - x : x), origin.y + y)
    }
    let frame: [PathElement] = [
      .move(point(7, 1)), .line(point(1, 1)), .line(point(1, 12)), .line(point(12, 12)),
      .line(point(12, 6)),
    ]
    let arrow: [PathElement] = [
      .move(point(5, 8)), .line(point(12, 1)), .move(point(8.5, 1)), .line(point(12, 1)),
      .line(point(12, 4.5)),
    ]
    return [
      .stroke(.path(frame), color, width: 1.4), .stroke(.path(arrow), color, width: 1.4),
    ]
  }
}
