import Foundation
import UpliftCore

/// A point of an emotion curve that goes up and down with the pointer, and takes its neighbours'
/// curve along.
struct EmotionDrag {
  /// Values that the pointer gives are multiples of this.
  static let grain = 0.25

  /// Of the persona's curve, from left to right.
  private let points: [Point]
  private let index: Int
  /// Which of the curves it is, for its colour, unless its persona has one of its own.
  private let curve: Int
  private let swatch: Swatch?
  /// Where the scale's ends stand.
  private let top: Double
  private let bottom: Double
  private let columnWidth: Double
  private let frame: Rect

  init?(
    _ stepID: UUID, _ personaID: UUID?, contents: JourneyContents, scene: Scene,
    grid: JourneyGrid, options: JourneyLayout.Options
  ) {
    var points: [(step: UUID, point: Point)] = []
    for item in scene.items where item.role == .emotionPoint {
      guard case .emotion(let step, let persona) = item.subject, persona?.id == personaID else {
        continue
      }
      let centre = grid.flipped(Point(item.frame.midX, item.frame.midY))
      // Of two lanes of emotions the first one is shown.
      if !points.contains(where: { $0.step == step.id }) { points.append((step.id, centre)) }
    }
    points.sort { $0.point.x < $1.point.x }
    guard let index = points.firstIndex(where: { $0.step == stepID }),
      let column = grid.column(of: stepID),
      let row = grid.rows.first(where: {
        $0.minY <= points[index].point.y && points[index].point.y < $0.maxY
      })
    else { return nil }
    self.points = points.map(\.point)
    self.index = index
    curve = contents.emotionPersonas.firstIndex { $0 == personaID } ?? 0
    swatch = contents.personas.first { $0.id == personaID }?.colour
    columnWidth = grid.columns[column].maxX - grid.columns[column].minX
    let margin = JourneyComposer.emotionMargin
    top = row.minY + margin
    // The curve may be as high as its lane: what the points' places say counts.
    let known = points.compactMap { entry -> (share: Double, y: Double)? in
      let all = contents.emotions[entry.step] ?? []
      guard let emotion = all.first(where: { $0.personaID == personaID }) else { return nil }
      let scale = Emotion.scale
      let value = min(max(emotion.value, scale.lowerBound), scale.upperBound)
      return (
        (scale.upperBound - value) / (scale.upperBound - scale.lowerBound), entry.point.y
      )
    }.max { $0.share < $1.share }
    if let known, known.share > 0 {
      bottom = top + (known.y - top) / known.share
    } else {
      let own = contents.lanes.first { $0.id == row.reference.id }?.height
      bottom = row.minY + JourneyComposer.curveHeight(own, options) - margin
    }
    let reach = 2.5 * columnWidth
    let x = points[index].point.x
    let left = index > 1 ? points[index - 2].point.x : x - reach
    let right = index + 2 < points.count ? points[index + 2].point.x : x + reach
    frame = Rect(
      max(grid.header.width, left), row.minY,
      min(grid.size.width, right) - max(grid.header.width, left), bottom + margin - row.minY)
  }

  /// On the scale, in grains.
  func value(at y: Double) -> Double {
    let scale = Emotion.scale
    let length = scale.upperBound - scale.lowerBound
    let exact = scale.upperBound - (y - top) / max(bottom - top, 1) * length
    let rounded = (exact / Self.grain).rounded() * Self.grain
    return min(max(rounded, scale.lowerBound), scale.upperBound)
  }

  private func y(of value: Double) -> Double {
    let scale = Emotion.scale
    let share = (scale.upperBound - value) / (scale.upperBound - scale.lowerBound)
    return top + share * (bottom - top)
  }

  /// The curve as it would be, over the paled one.
  func preview(_ value: Double, _ theme: Theme, _ grid: JourneyGrid) -> SceneItem {
    var points = points
    points[index].y = y(of: value)
    // Only the neighbours' tangents depend on a point.
    let near = points[max(0, index - 3)...min(points.count - 1, index + 3)]
    let segments = MonotoneCurve(Array(near)).segments(from: frame.minX, to: frame.maxX)
    let target = grid.flipped(frame)
    func local(_ point: Point) -> Point {
      let point = grid.flipped(point)
      return Point(point.x - target.x, point.y - target.y)
    }
    let path = segments.path.map { element -> PathElement in
      switch element {
      case .move(let point): .move(local(point))
      case .line(let point): .line(local(point))
      case .curve(let a, let b, let to): .curve(local(a), local(b), to: local(to))
      case .close: .close
      }
    }
    let color = swatch.map { theme.card($0).strong } ?? theme.curve(curve)
    var primitives: [Primitive] = [
      .fill(
        .rectangle(Rect(0, 0, target.width, target.height - 1)), theme.surface.with(alpha: 0.62))
    ]
    if !path.isEmpty { primitives.append(.stroke(.path(path), color, width: 2.2)) }
    let centre = local(points[index])
    let disc = Shape.ellipse(Rect(centre.x - 6.5, centre.y - 6.5, 13, 13))
    primitives += [.fill(disc, color), .stroke(disc, theme.surface, width: 2)]
    primitives += label(JourneyWords.emotion(value), beside: centre, theme)
    return SceneItem(frame: target, content: ItemContent(primitives), isWhole: false)
  }

  private func label(_ text: String, beside point: Point, _ theme: Theme) -> [Primitive] {
    let style = theme.type.step
    let size = Size(Double(text.count) * style.size * 0.65 + 12, style.size * 1.5)
    let frame = Rect(point.x + 12, point.y - size.height / 2, size.width, size.height)
    return [
      .fill(.roundedRectangle(frame, radius: 4), theme.text),
      .text(
        TextBlock(
          text, style: style, color: theme.surface,
          frame: Rect(frame.x, frame.y + style.size * 0.13, frame.width, style.size * 1.25),
          alignment: .centre)),
    ]
  }
}

extension JourneyDropPlanner {
  /// What is drawn instead of the ghost: the curve as it would be. Nil when no point is dragged.
  public func preview(for target: JourneyDropTarget) -> SceneItem? {
    guard case .emotion(let value) = target else { return nil }
    return emotion?.preview(value, theme, grid)
  }
}
