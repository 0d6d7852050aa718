import UpliftCore

/// The small drawing that stands for a channel, so that it is known at a glance and without
/// colour.
enum ChannelMark {
  /// Points, wide and high.
  static let side = 11.0

  /// The mark with its upper left corner at `origin`.
  static func primitives(for mark: Channel.Mark, at origin: Point, color: Color) -> [Primitive] {
    let pen = MarkPen(origin: origin, color: color)
    switch mark {
    case .web:
      return [
        pen.ring(0.6, 0.6, 9.8, 9.8), pen.ring(3.4, 0.6, 4.2, 9.8),
        pen.line([(0.8, 5.5), (10.2, 5.5)]),
      ]
    case .app: return [pen.frame(2.1, 0.6, 6.8, 9.8, radius: 1.5), pen.solid(4.3, 8, 2.4, 1)]
    case .email:
      return [
        pen.frame(0.6, 2, 9.8, 7, radius: 0.8), pen.line([(0.9, 2.6), (5.5, 6), (10.1, 2.6)]),
      ]
    case .chat:
      return [
        pen.frame(0.6, 0.8, 7, 4.6, radius: 1.4), pen.fill([(2, 5.2), (4.2, 5.2), (2, 7.4)]),
        pen.bubble(4.2, 4.4, 6.4, 4.2), pen.fill([(7.4, 8.2), (9.4, 8.2), (9.4, 10.6)]),
      ]
    case .phone:
      return [
        .stroke(
          .path([
            .move(pen.point(1.6, 1.6)),
            .curve(pen.point(1.4, 6.4), pen.point(4.6, 9.6), to: pen.point(9.4, 9.4)),
          ]), color, width: 1.8),
        pen.solid(0.6, 0.6, 2.6, 3), pen.solid(7.4, 7.8, 3, 2.6),
      ]
    case .message:
      return [
        pen.frame(0.6, 1, 9.8, 6.6, radius: 1.6), pen.fill([(2.4, 7.4), (5, 7.4), (2.4, 10.4)]),
        pen.solid(2.6, 3.2, 5.8, 0.9), pen.solid(2.6, 5, 3.8, 0.9),
      ]
    case .post:
      return [
        pen.frame(0.6, 1.6, 9.8, 7.8, radius: 0.6), pen.solid(7, 3, 2, 2.2),
        pen.solid(2.2, 5.4, 3.8, 0.9), pen.solid(2.2, 7.1, 2.8, 0.9),
      ]
    case .parcel:
      return [
        pen.frame(0.6, 1.6, 9.8, 8.4, radius: 0.4), pen.line([(0.8, 4.4), (10.2, 4.4)]),
        pen.solid(4.7, 1.6, 1.6, 2.8),
      ]
    case .store:
      return [
        pen.fill([(1.6, 0.6), (9.4, 0.6), (10.8, 4.2), (0.2, 4.2)]),
        pen.line([(1.4, 4.2), (1.4, 10.2), (9.6, 10.2), (9.6, 4.2)]), pen.solid(4.3, 6.6, 2.4, 3.6),
      ]
    case .counter:
      return [
        pen.solid(0.2, 5, 10.6, 1.6), pen.line([(1.4, 6.6), (1.4, 10.2), (9.6, 10.2), (9.6, 6.6)]),
        pen.dot(3.9, 0.8, 3.2, 3.2),
      ]
    case .person:
      return [
        pen.dot(3.3, 0.4, 4.4, 4.4),
        .fill(
          .path([
            .move(pen.point(0.8, 10.6)),
            .curve(pen.point(0.8, 4.4), pen.point(10.2, 4.4), to: pen.point(10.2, 10.6)), .close,
          ]), color),
      ]
    case .event:
      return [
        pen.frame(0.6, 1.8, 9.8, 8.4, radius: 0.8), pen.solid(0.6, 1.8, 9.8, 2.4),
        pen.solid(2.6, 0.2, 1.2, 2.4), pen.solid(7.2, 0.2, 1.2, 2.4), pen.solid(5.8, 6.2, 2.4, 2.2),
      ]
    case .social:
      return [
        pen.line([(2.2, 5.5), (8.6, 2.2)]), pen.line([(2.2, 5.5), (8.6, 8.8)]),
        pen.dot(0.2, 3.5, 4, 4), pen.dot(6.8, 0.4, 3.6, 3.6), pen.dot(6.8, 7, 3.6, 3.6),
      ]
    case .device:
      return [
        pen.frame(0.6, 1, 9.8, 6.8, radius: 0.8), pen.solid(4.8, 7.8, 1.4, 1.6),
        pen.solid(2.8, 9.4, 5.4, 1),
      ]
    case .other: return [pen.ring(1.2, 1.2, 8.6, 8.6), pen.dot(4, 4, 3, 3)]
    }
  }
}

/// Draws in a small square.
struct MarkPen {
  let origin: Point
  let color: Color

  func point(_ x: Double, _ y: Double) -> Point { Point(origin.x + x, origin.y + y) }

  func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(origin.x + x, origin.y + y, width, height)
  }

  func fill(_ points: [(Double, Double)]) -> Primitive {
    .fill(.path(path(points) + [.close]), color)
  }

  func line(_ points: [(Double, Double)], width: Double = 1.1) -> Primitive {
    .stroke(.path(path(points)), color, width: width)
  }

  func ring(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Primitive {
    .stroke(.ellipse(rect(x, y, width, height)), color, width: 1.1)
  }

  func dot(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Primitive {
    .fill(.ellipse(rect(x, y, width, height)), color)
  }

  func frame(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double
  ) -> Primitive {
    .stroke(.roundedRectangle(rect(x, y, width, height), radius: radius), color, width: 1.1)
  }

  func bubble(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Primitive {
    .fill(.roundedRectangle(rect(x, y, width, height), radius: 1.4), color)
  }

  func solid(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Primitive {
    .fill(.rectangle(rect(x, y, width, height)), color)
  }

  private func path(_ points: [(Double, Double)]) -> [PathElement] {
    points.enumerated().map { index, place in
      let target = point(place.0, place.1)
      return index == 0 ? .move(target) : .line(target)
    }
  }
}
