import Foundation
import UpliftCore

/// Charts as pictures on pages, each laid out once for its width.
final class ChartSheets {
  /// Points on paper for a point of the picture: its type is then as large as that of tables.
  private static let usual = 0.85
  /// Of a high one: how much wider it may be laid out, and set smaller, to come onto a page.
  private static let spreads = [1.15, 1.3, 1.5, 1.75]

  private struct Key: Hashable {
    var name: String
    var width: Double
  }

  private var known: [Key: JourneySheets.Sheet] = [:]

  /// - Parameters:
  ///   - name: tells it from the others of its document.
  ///   - bounds: points that it does not exceed.
  func sheet(
    of chart: any Chart, named name: String, within bounds: Size, measuring: any TextMeasuring,
    theme: Theme, isMirrored: Bool
  ) -> JourneySheets.Sheet {
    let key = Key(name: name, width: bounds.width)
    if let sheet = known[key] { return sheet }
    func sheet(scale: Double) -> JourneySheets.Sheet {
      let scene = chart.scene(
        measuring: measuring, theme: theme,
        options: ChartOptions(
          width: bounds.width / scale, margin: 0, showsTitle: false, isMirrored: isMirrored))
      return JourneySheets.Sheet(
        scene: scene,
        scale: min(
          scale, bounds.width / max(1, scene.size.width),
          bounds.height / max(1, scene.size.height)))
    }
    var best = sheet(scale: Self.usual)
    for spread in Self.spreads where best.scale < Self.usual / spread {
      let wider = sheet(scale: Self.usual / spread)
      if wider.scale > best.scale { best = wider }
    }
    known[key] = best
    return best
  }
}
