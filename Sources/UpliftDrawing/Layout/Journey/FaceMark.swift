import UpliftCore

/// A face that shows an emotion.
enum FaceMark {
  /// Points, wide and high.
  static let side = 14.0

  /// - Parameter value: −2…+2.
  static func primitives(for value: Double, at origin: Point, color: Color) -> [Primitive] {
    let scale = Emotion.scale
    let mood = min(max(value, scale.lowerBound), scale.upperBound) / scale.upperBound
    let pen = MarkPen(origin: origin, color: color)
    // The corners of the mouth go the other way than its middle.
    let corner = 9.4 - 0.9 * mood
    let middle = 9.4 + 2.1 * mood
    return [
      .stroke(.ellipse(pen.rect(0.6, 0.6, side - 1.2, side - 1.2)), color, width: 1.2),
      pen.dot(4, 4.4, 1.7, 1.7), pen.dot(8.3, 4.4, 1.7, 1.7),
      .stroke(
        .path([
          .move(pen.point(4, corner)),
          .curve(pen.point(5.6, middle), pen.point(8.4, middle), to: pen.point(10, corner)),
        ]), color, width: 1.2),
    ]
  }
}
