/// A card that says where it is known from: a sheet with two lines on it.
enum SourceMark {
  /// Points.
  static let side = 9.0

  static func primitives(at origin: Point, color: Color) -> [Primitive] {
    func line(_ y: Double) -> Primitive {
      .stroke(
        .path([
          .move(Point(origin.x + 2.8, origin.y + y)), .line(Point(origin.x + 6.2, origin.y + y)),
        ]), color, width: 1)
    }
    return [
      .stroke(
        .roundedRectangle(Rect(origin.x + 1, origin.y + 0.5, 7, 8), radius: 1), color, width: 1),
      line(3.2), line(5.8),
    ]
  }
}
