import Gtk
import UpliftDrawing

/// A few values as little bars, the newest in the accent colour. What they are is said by what
/// stands around it.
@MainActor final class Sparkline: DrawnWidget {
  /// Logical pixels.
  private static let height = 22
  private static let barWidth = 4
  private static let gap = 2
  private static let olderOpacity = 0.55

  private let values: [Double]
  private let theme: Theme

  init(_ values: [Double], isDark: Bool) {
    self.values = values
    theme = isDark ? .dark : .light
    super.init(role: .presentation)
    receivesPointer = false
  }

  override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    let own =
      orientation == .horizontal
      ? values.count * (Self.barWidth + Self.gap) - Self.gap : Self.height
    return (own, own)
  }

  override func draw(_ snapshot: Snapshot) {
    let lowest = min(0, values.min() ?? 0)
    let highest = max(0, values.max() ?? 0)
    guard highest > lowest else { return }
    let scale = Double(height) / (highest - lowest)
    let zero = highest * scale
    let step = Double(Self.barWidth + Self.gap)
    for (index, value) in values.enumerated() {
      // Nothing is a line, so that one sees that there was a month.
      let length = max(abs(value) * scale, 1)
      let top = min(value >= 0 ? zero - length : zero, Double(height) - 1)
      let place = isRightToLeft ? values.count - 1 - index : index
      let colour = index == values.count - 1 ? theme.accent : theme.secondaryText
      snapshot.fill(
        Rectangle(Double(place) * step, max(top, 0), Double(Self.barWidth), length),
        RGBA(
          colour.red, colour.green, colour.blue,
          index == values.count - 1 ? colour.alpha : colour.alpha * Self.olderOpacity))
    }
  }
}
