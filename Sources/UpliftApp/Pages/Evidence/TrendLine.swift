import Gtk
import UpliftDrawing

/// The newest values of a metric as a little line that ends in a dot, with its target dashed. What
/// they are is said by what stands around it.
@MainActor final class TrendLine: DrawnWidget {
  /// So many are seen.
  static let longest = 12
  /// Logical pixels.
  private let measures: (width: Int, height: Int)
  private static let edge = 4.0

  private var values: [Double] = []
  private var target: Double?
  private let painter = PangoTextMeasuring().map { CairoPainter(measuring: $0) }

  /// - Parameters: width and height in logical pixels.
  init(width: Int, height: Int) {
    measures = (width, height)
    super.init(role: .presentation)
    receivesPointer = false
  }

  /// - Parameter values: oldest first.
  func show(_ values: [Double], target: Double?) {
    self.values = values.suffix(Self.longest)
    self.target = target
    queueDraw()
  }

  override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    let own = orientation == .horizontal ? measures.width : measures.height
    return (own, own)
  }

  override func draw(_ snapshot: Snapshot) {
    guard let painter, values.count > 1 else { return }
    let theme = Settings.standard?.prefersDark == true ? Theme.dark : .light
    let all = values + (target.map { [$0] } ?? [])
    let lowest = all.min() ?? 0
    let span = max((all.max() ?? 0) - lowest, .leastNonzeroMagnitude)
    let (width, height) = (Double(width), Double(height))
    let room = height - 2 * Self.edge
    func y(_ value: Double) -> Double {
      all.allSatisfy { $0 == lowest }
        ? height / 2 : Self.edge + room * (1 - (value - lowest) / span)
    }
    let step = (width - 2 * Self.edge) / Double(values.count - 1)
    let points = values.enumerated().map { index, value in
      let x = Self.edge + step * Double(index)
      return Point(isRightToLeft ? width - x : x, y(value))
    }
    var primitives: [Primitive] = []
    if let target {
      primitives.append(
        .stroke(
          .path([.move(Point(0, y(target))), .line(Point(width, y(target)))]),
          theme.secondaryText, width: 1, dash: [2, 3]))
    }
    primitives.append(
      .stroke(
        .path([.move(points[0])] + points.dropFirst().map { .line($0) }), theme.accent, width: 1.5))
    if let last = points.last {
      primitives.append(.fill(.ellipse(Rect(last.x - 3, last.y - 3, 6, 6)), theme.accent))
    }
    snapshot.cairo(Rectangle(0, 0, width, height)) { painter.paint(primitives, at: .zero, on: $0) }
  }
}
