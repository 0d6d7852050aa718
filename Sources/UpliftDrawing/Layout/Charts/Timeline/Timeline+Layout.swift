import Foundation
import UpliftCore

extension Timeline {
  /// What of a bar a hand takes hold of.
  public enum Grip: Hashable, Sendable {
    case start, end, whole
  }

  public struct Hit: Hashable, Sendable {
    /// In the order of `bars`.
    public var bar: Int
    public var isPilot: Bool
    public var grip: Grip

    public init(bar: Int, isPilot: Bool, grip: Grip) {
      self.bar = bar
      self.isPilot = isPilot
      self.grip = grip
    }
  }

  /// The picture, and the way from a place in it back to days and bars.
  public struct Layout: Sendable {
    struct PlacedRun: Sendable {
      var bar: Int
      var isPilot: Bool
      var frame: Rect
    }

    public let scene: Scene
    /// What is shown; nil when there is no day at all.
    public let range: ClosedRange<CalendarDay>?
    let scale: DayScale?
    let runs: [PlacedRun]
    let isMirrored: Bool
    /// The rows of the bars, in the order of `bars`, in the picture.
    public let rows: [Rect]
    /// The calendar with all that stands under it, without the titles; empty when there is none.
    public let area: Rect

    private static let gripWidth = 6.0

    private func unmirrored(_ x: Double) -> Double { isMirrored ? scene.size.width - x : x }

    /// The day at a place; nil when none is shown.
    public func day(atX x: Double) -> CalendarDay? { scale?.day(at: unmirrored(x)) }

    /// Where a day begins: its left edge, or its right one in a mirrored picture.
    public func x(of day: CalendarDay) -> Double? { scale.map { unmirrored($0.x(of: day)) } }

    /// The part of a bar at a place. The last points of either end move that end alone.
    public func hit(at point: Point) -> Hit? {
      let place = Point(unmirrored(point.x), point.y)
      return runs.last {
        Rect($0.frame.x - 3, $0.frame.y, $0.frame.width + 6, $0.frame.height).contains(place)
      }.map { run in
        let grip = min(Self.gripWidth, run.frame.width / 4)
        let part: Grip =
          place.x < run.frame.minX + grip
          ? .start : place.x > run.frame.maxX - grip ? .end : .whole
        return Hit(bar: run.bar, isPilot: run.isPilot, grip: part)
      }
    }

    /// The part of the picture in which a part of a bar stands; nil when it has no days.
    public func frame(of hit: Hit) -> Rect? {
      guard let run = runs.last(where: { $0.bar == hit.bar && $0.isPilot == hit.isPilot }) else {
        return nil
      }
      var frame = run.frame
      let grip = min(Self.gripWidth, frame.width / 4)
      switch hit.grip {
      case .whole: break
      case .start: frame.width = grip
      case .end:
        frame.x = frame.maxX - grip
        frame.width = grip
      }
      return isMirrored ? frame.mirrored(in: scene.size.width) : frame
    }

    /// Whether a place is under the calendar, not in the column of titles.
    public func isInCalendar(_ x: Double) -> Bool {
      scale.map { unmirrored(x) >= $0.minX && unmirrored(x) <= $0.maxX } ?? false
    }

    /// The row at a place, in the order of `bars`.
    public func row(at point: Point) -> Int? { rows.firstIndex { $0.contains(point) } }

    /// Start and end of a run after a hand took it from one x to another. It lasts a day at least.
    public func dragged(
      _ start: CalendarDay, _ end: CalendarDay, _ grip: Grip, fromX: Double, toX: Double
    ) -> (start: CalendarDay, end: CalendarDay) {
      guard let from = day(atX: fromX), let to = day(atX: toX) else { return (start, end) }
      let days = from.days(until: to)
      switch grip {
      case .start: return (min(start.advanced(by: days), end), end)
      case .end: return (start, max(end.advanced(by: days), start))
      case .whole: return (start.advanced(by: days), end.advanced(by: days))
      }
    }
  }

  public func layout(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Layout {
    let texts = groups.map(\.title) + bars.map(\.title) + milestones.map(\.title)
    var composer = TimelineComposer(
      timeline: self, chart: ChartComposer(title, texts: texts, measuring, theme, options))
    return composer.compose()
  }
}
