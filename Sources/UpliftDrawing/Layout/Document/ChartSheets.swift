import Foundation
import UpliftCore

/// Charts as pictures on pages, each laid out once for its width.
final class ChartSheets {
  /// Points on paper for a point of the picture: its type is then as large as that of tables.
  private static let usual = 0.73
  /// Of a high one: how much wider it may be laid out, and set smaller, to come onto a page.
  private static let spreads = [1.15, 1.3, 1.5, 1.75]

  private struct Key: Hashable {
    var name: String
    var width: Double
  }

  /// Smaller than that it goes on on the next page instead, if it can be parted.
  private static let least = 0.62

  private var known: [Key: [JourneySheets.Sheet]] = [:]

  /// - Parameters:
  ///   - name: tells it from the others of its document.
  ///   - bounds: points that no sheet exceeds.
  func sheets(
    of chart: any Chart, named name: String, within bounds: Size, measuring: any TextMeasuring,
    theme: Theme, isMirrored: Bool, showsRule: Bool
  ) -> [JourneySheets.Sheet] {
    let key = Key(name: name, width: bounds.width)
    if let sheets = known[key] { return sheets }
    func sheet(_ chart: any Chart, scale: Double) -> JourneySheets.Sheet {
      let width = bounds.width / scale
      let scene = chart.scene(
        measuring: measuring, theme: theme,
        options: ChartOptions(
          width: width, height: Self.height(of: chart, width: width), margin: 0, showsTitle: false,
          isMirrored: isMirrored, isTight: true, showsRule: showsRule))
      return JourneySheets.Sheet(
        scene: scene,
        scale: min(
          scale, bounds.width / max(1, scene.size.width),
          bounds.height / max(1, scene.size.height)), words: chart.words)
    }
    func sheets(_ chart: any Chart) -> [JourneySheets.Sheet] {
      var best = sheet(chart, scale: Self.usual)
      for spread in Self.spreads where best.scale < Self.usual / spread {
        let wider = sheet(chart, scale: Self.usual / spread)
        if wider.scale > best.scale { best = wider }
      }
      // One that a high page makes smaller is laid out as wide as the page is then.
      if best.scale < Self.usual * 0.99 {
        let filled = sheet(chart, scale: best.scale)
        if filled.scale > best.scale * 0.99 { best = filled }
      }
      guard best.scale < Self.least, let (upper, lower) = Self.halves(of: chart) else {
        return [best]
      }
      return sheets(upper) + sheets(lower)
    }
    let all = sheets(chart)
    known[key] = all
    return all
  }

  /// The two halves of a chart that can be parted, each as a picture; else none.
  func halves(
    of chart: any Chart, named name: String, within bounds: Size, measuring: any TextMeasuring,
    theme: Theme, isMirrored: Bool, showsRule: Bool
  ) -> [JourneySheets.Sheet] {
    guard let (upper, lower) = Self.halves(of: chart) else { return [] }
    let all = [upper, lower].enumerated().map { index, half in
      sheets(
        of: half, named: "\(name) \(index)/2", within: bounds, measuring: measuring, theme: theme,
        isMirrored: isMirrored, showsRule: showsRule)
    }
    return all.allSatisfy { $0.count == 1 } ? all.flatMap(\.self) : []
  }

  private static func halves(of chart: any Chart) -> (any Chart, any Chart)? {
    func halves<One: SplitChart>(_ chart: One) -> (any Chart, any Chart)? {
      chart.halves.map { ($0.0, $0.1) }
    }
    return (chart as? any SplitChart).flatMap { halves($0) }
  }

  /// On a page a picture of few figures is no higher than they need.
  private static func height(of chart: any Chart, width: Double) -> Double? {
    guard width > 400 else { return nil }
    switch chart {
    case let bars as BarChart: return bars.direction == .upright ? width * 0.3 : nil
    case is ParetoChart: return width * 0.36
    case is ReadinessRadar: return width * 0.4
    case is PriorityMatrix: return width * 0.76
    default: return nil
    }
  }
}
