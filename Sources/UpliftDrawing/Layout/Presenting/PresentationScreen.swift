import Foundation

/// How large things are on a screen that a whole room looks at.
struct PresentationScreen {
  /// The least height of a card's type: a fiftieth of the screen's, which can be read from a
  /// distance of eight screen heights, and never less than what one can read at a desk.
  private static let leastShare = 1.0 / 50
  private static let leastPixels = 16.0
  /// The greatest, so that a single card does not shout.
  private static let greatestShare = 1.0 / 24
  /// Of the height, free on every side: many projectors cut something off.
  private static let margin = 0.018

  /// Pixels.
  let size: Size
  /// Free for the picture, in pixels.
  let area: Rect
  /// Pixels to a point at which a card's type is as small, and as large, as it may be.
  let leastZoom: Double
  let greatestZoom: Double

  /// - Parameter type: the size of a card's type, in points.
  init(_ size: Size, type: Double) {
    self.size = Size(max(size.width, 64), max(size.height, 64))
    let margin = (self.size.height * Self.margin).rounded()
    area = Rect(0, 0, self.size.width, self.size.height).inset(margin, margin)
    leastZoom = max(self.size.height * Self.leastShare, Self.leastPixels) / type
    greatestZoom = max(self.size.height * Self.greatestShare / type, leastZoom)
  }

  /// The largest zoom for which something fits, by halving; `least` when it fits at none.
  static func largestZoom(
    from least: Double, to greatest: Double, rounds: Int = 6, where fits: (Double) -> Bool
  ) -> Double {
    guard greatest > least else { return least }
    if fits(greatest) { return greatest }
    var low = least
    var high = greatest
    for _ in 0..<rounds {
      // Halving the ratio, not the difference: it is the ratio that one sees.
      let middle = (low * high).squareRoot()
      if fits(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// `count` things in as few rows as need be, all of nearly the same length.
  static func evenly(_ range: Range<Int>, atMost limit: Int) -> [Range<Int>] {
    guard !range.isEmpty else { return [range] }
    let rows = (range.count + max(1, limit) - 1) / max(1, limit)
    return (0..<rows).map { row in
      range.lowerBound + range.count * row / rows..<range.lowerBound + range.count * (row + 1)
        / rows
    }
  }

  /// Where the body of a scene is cut, so that each part and the column headers fill at most the
  /// free height. What is higher than that is continued with a few lines repeated.
  func cuts(of scene: Scene, zoom: Double) -> [ClosedRange<Double>] {
    let start = scene.header.height
    let capacity = max(1, area.height / zoom - start)
    guard scene.size.height - start > capacity + 0.01 else {
      return [start...max(start, scene.size.height)]
    }
    var whole: [ClosedRange<Double>] = []
    var lanes: [Double] = []
    var line: Double?
    for item in scene.items where item.band == .body || item.band == .rowHeader {
      if item.role == .lineLabel { line = line ?? item.frame.minY }
      if item.role == .laneHeader {
        // A line goes with the lane under it.
        lanes.append(line ?? item.frame.minY)
        line = nil
      }
      guard item.isWhole, item.frame.height > 0 else { continue }
      // A cluster that is higher than a page is cut between its notes.
      if item.role == .cluster, item.frame.height > capacity { continue }
      whole.append(item.frame.minY...item.frame.maxY)
    }
    return Self.cuts(
      from: start, to: scene.size.height, capacity: capacity, whole: whole, preferred: lanes)
  }

  /// Of the space of a page, so that a cut there is as good as one farther down.
  private static let wellFilled = 0.4
  /// Points of something higher than a page that are seen again on the next one.
  private static let repeated = 40.0

  /// Like `PageCuts.ranges`, but what no cut goes around is repeated on the next page.
  private static func cuts(
    from first: Double, to end: Double, capacity: Double, whole: [ClosedRange<Double>],
    preferred: [Double]
  ) -> [ClosedRange<Double>] {
    func crossing(_ cut: Double) -> [ClosedRange<Double>] {
      whole.filter { $0.lowerBound < cut - 0.01 && cut + 0.01 < $0.upperBound }
    }
    let gaps = Set(whole.map(\.upperBound)).filter { crossing($0).isEmpty }.sorted()
    let lanes = preferred.filter { crossing($0).isEmpty }.sorted()
    var ranges: [ClosedRange<Double>] = []
    var start = first
    while start + capacity < end - 0.01 {
      let limit = start + capacity
      let good = lanes.last { $0 <= limit && $0 >= start + wellFilled * capacity }
      if let cut = good ?? gaps.last(where: { $0 <= limit && $0 > start + 1 }) {
        ranges.append(start...cut)
        start = cut
        continue
      }
      ranges.append(start...limit)
      // What fits on a page begins again on the next one.
      let next = crossing(limit).map {
        $0.upperBound - $0.lowerBound <= capacity
          ? $0.lowerBound : limit - min(repeated, capacity / 4)
      }.min()
      start = max(next ?? limit, start + 1)
    }
    ranges.append(start...max(start, end))
    return ranges
  }
}
