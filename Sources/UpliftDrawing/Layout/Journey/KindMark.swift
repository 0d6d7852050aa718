import UpliftCore

/// The small drawing that stands for a kind of lane, so that no kind is told by colour alone.
enum KindMark {
  /// Points, wide and high.
  static let side = 9.0

  /// The mark with its upper left corner at `origin`.
  static func primitives(for kind: Lane.Kind, at origin: Point, color: Color, isMirrored: Bool)
    -> [Primitive]
  {
    let pen = Pen(origin: origin, color: color)
    switch kind {
    case .actions:
      return [pen.fill(isMirrored ? [(8, 0), (0, 4.5), (8, 9)] : [(1, 0), (9, 4.5), (1, 9)])]
    case .thoughts:
      return [
        .fill(.roundedRectangle(pen.rect(0, 0.5, 9, 6), radius: 2.5), color),
        pen.fill([(1.8, 5.5), (4.8, 5.5), (1.8, 9)]),
      ]
    case .emotion: return [pen.line([(0, 6.5), (2.5, 2), (5.5, 7), (9, 1.5)])]
    case .touchpoints: return [pen.fill([(4.5, 0), (9, 4.5), (4.5, 9), (0, 4.5)])]
    case .channels:
      return [pen.line([(0, 2.5), (8, 2.5)]), pen.line([(1, 6.5), (9, 6.5)])]
        + [pen.fill([(6, 0), (9, 2.5), (6, 5)]), pen.fill([(3, 4), (0, 6.5), (3, 9)])]
    case .painPoints: return [pen.fill([(4.5, 0), (9, 9), (0, 9)])]
    case .opportunities:
      return [pen.fill([(4.5, 0), (9, 4.5), (6, 4.5), (6, 9), (3, 9), (3, 4.5), (0, 4.5)])]
    case .physicalEvidence:
      return [pen.box(0.6, 2, 7.8, 6.4), pen.fill([(0, 0), (9, 0), (9, 3), (0, 3)])]
    case .frontstage: return [pen.box(0.6, 0.6, 7.8, 7.8), pen.solid(0.6, 0.6, 7.8, 4)]
    case .backstage: return [pen.box(0.6, 0.6, 7.8, 7.8), pen.solid(0.6, 4.4, 7.8, 4)]
    case .support:
      return [pen.fill([(2.2, 0.5), (6.8, 0.5), (9, 4.5), (6.8, 8.5), (2.2, 8.5), (0, 4.5)])]
    case .metrics:
      return [pen.solid(0, 5, 2.2, 4), pen.solid(3.4, 2.5, 2.2, 6.5), pen.solid(6.8, 0, 2.2, 9)]
    case .images:
      return [
        pen.box(0.6, 0.6, 7.8, 7.8),
        pen.fill([(1.5, 7.5), (3.8, 3.6), (5.4, 5.8), (6.3, 4.8), (7.8, 7.5)]),
      ]
    case .text:
      return [pen.solid(0, 1, 9, 1.4), pen.solid(0, 3.9, 9, 1.4), pen.solid(0, 6.8, 5.5, 1.4)]
    case .departments:
      return [
        pen.solid(3, 0, 3, 3), pen.solid(0, 6, 3, 3), pen.solid(6, 6, 3, 3),
        pen.line([(4.5, 3), (4.5, 4.5)]), pen.line([(1.5, 6), (1.5, 4.5), (7.5, 4.5), (7.5, 6)]),
      ]
    }
  }

  private struct Pen {
    let origin: Point
    let color: Color

    func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
      Rect(origin.x + x, origin.y + y, width, height)
    }

    func fill(_ points: [(Double, Double)]) -> Primitive {
      .fill(.path(path(points) + [.close]), color)
    }

    func line(_ points: [(Double, Double)]) -> Primitive {
      .stroke(.path(path(points)), color, width: 1.4)
    }

    func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Primitive {
      .stroke(.rectangle(rect(x, y, width, height)), color, width: 1.1)
    }

    func solid(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Primitive {
      .fill(.rectangle(rect(x, y, width, height)), color)
    }

    private func path(_ points: [(Double, Double)]) -> [PathElement] {
      points.enumerated().map { index, place in
        let point = Point(origin.x + place.0, origin.y + place.1)
        return index == 0 ? .move(point) : .line(point)
      }
    }
  }
}
