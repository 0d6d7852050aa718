import Foundation
import UpliftCore

extension PriorityMatrix {
  /// The picture, and the way from a place in it back to value and effort.
  public struct Layout: Sendable {
    public let scene: Scene
    /// Pass it on while something is dragged, so that the axis stays.
    public let scale: EffortScale
    /// Where bubbles stand, in the picture; empty when there are none.
    public let plot: Rect
    /// The bubbles' circles, in the order of `bubbles`.
    public let circles: [Rect]
    /// Pass it on, too, so that the plot stays.
    public let labels: LabelStyle
    let isMirrored: Bool
    /// From the plot's edges to the ends of the axes: bubbles stand whole, and off the names of the
    /// quadrants.
    let padding: Size

    /// Where a bubble of this value and effort belongs.
    public func point(value: Double, effort: Double) -> Point {
      let across = scale.share(of: effort)
      let x = padding.width + across * (plot.width - 2 * padding.width)
      let up = (min(max(value, 1), 5) - 1) / 4
      return Point(
        isMirrored ? plot.maxX - x : plot.minX + x,
        plot.maxY - padding.height - up * (plot.height - 2 * padding.height))
    }

    /// Value, 1…5, and effort at a place; outside of the plot the nearest ones.
    public func values(at point: Point) -> (value: Double, effort: Double) {
      let x = isMirrored ? plot.maxX - point.x : point.x - plot.minX
      let across = (x - padding.width) / max(1, plot.width - 2 * padding.width)
      let up = (plot.maxY - padding.height - point.y) / max(1, plot.height - 2 * padding.height)
      return (1 + 4 * min(max(up, 0), 1), scale.effort(at: across))
    }

    /// The same as people would say them: value to a half, effort to a quarter of a month below
    /// 2, a half below 6, then whole months.
    public func roundValues(at point: Point) -> (value: Double, effort: Double) {
      let (value, effort) = values(at: point)
      let step = PriorityMatrix.step(at: effort)
      return ((value * 2).rounded() / 2, (effort / step).rounded() * step)
    }

    /// The bubble at a place: of those that it lies in, the one whose middle is nearest.
    public func bubble(at point: Point) -> Int? {
      circles.indices.filter { index in
        let circle = circles[index]
        return hypot(point.x - circle.midX, point.y - circle.midY) <= circle.width / 2 + 2
      }.min {
        hypot(point.x - circles[$0].midX, point.y - circles[$0].midY)
          < hypot(point.x - circles[$1].midX, point.y - circles[$1].midY)
      }
    }
  }

  public func layout(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Layout {
    var composer = PriorityMatrixComposer(
      matrix: self,
      chart: ChartComposer(title, texts: bubbles.map(\.title), measuring, theme, options))
    return composer.compose()
  }
}

extension PriorityMatrix {
  /// Person-months by which people tell efforts of this size apart.
  static func step(at effort: Double) -> Double { effort < 2 ? 0.25 : effort < 6 ? 0.5 : 1 }

  /// Value and effort of a bubble after steps of a key: a half of a value, and an effort as far as
  /// people tell it from the next. The value stays within 1…5, the effort 0 or more.
  public static func stepped(
    _ bubble: Bubble, value values: Int = 0, effort efforts: Int = 0
  ) -> (value: Double, effort: Double) {
    var effort = bubble.effort
    for _ in 0..<abs(efforts) {
      // On its way down a step begins just under the present effort.
      let step = step(at: efforts < 0 ? effort - 1e-9 : effort)
      let count = effort / step
      effort =
        efforts < 0
        ? ((count - 1e-9).rounded(.up) - 1) * step : ((count + 1e-9).rounded(.down) + 1) * step
      effort = min(max(0, effort), 1_000_000)
    }
    let value = values == 0 ? bubble.value : (bubble.value * 2).rounded() / 2 + Double(values) / 2
    return (min(max(1, value), 5), effort)
  }
}
