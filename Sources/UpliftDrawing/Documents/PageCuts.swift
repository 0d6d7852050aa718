/// Where a picture is cut into pages, along one direction.
enum PageCuts {
  /// Ranges from `start` to `end`, none longer than `capacity`. They follow each other without a
  /// gap, and none ends inside one of `whole`, unless these overlap each other for longer than
  /// that: then the next range begins so early that what was cut is whole in it. What is longer
  /// than a range is cut wherever another cut is best.
  ///
  /// - Parameters:
  ///   - preferred: where a cut is best, if the page is then filled well enough.
  ///   - grid: the only places, besides the ends of `whole`, where a range may begin or end.
  static func ranges(
    from start: Double, to end: Double, capacity: Double, whole: [ClosedRange<Double>],
    preferred: [Double] = [], grid: [Double] = []
  ) -> [ClosedRange<Double>] {
    let short = whole.filter { $0.upperBound - $0.lowerBound <= capacity + 0.01 }
    let blocks = merged(short)
    var ranges: [ClosedRange<Double>] = []
    var position = start
    while position < end - 0.01 {
      let limit = position + capacity
      guard limit < end - 0.01 else {
        ranges.append(position...end)
        break
      }
      let good = preferred.last {
        $0 <= limit && $0 >= position + 0.4 * capacity && !isInside($0, blocks)
      }
      if let good {
        ranges.append(position...good)
        position = good
      } else if let block = blocks.first(where: { $0.lowerBound < limit && limit < $0.upperBound })
      {
        if block.lowerBound > position + 0.01,
          block.upperBound - block.lowerBound <= capacity + 0.01
            || block.lowerBound >= position + 0.6 * capacity
        {
          ranges.append(position...block.lowerBound)
          position = block.lowerBound
        } else {
          let (cut, next) = cutThrough(short, from: position, to: limit, grid: grid)
          ranges.append(position...cut)
          position = next
        }
      } else {
        ranges.append(position...limit)
        position = limit
      }
    }
    return ranges.isEmpty ? [start...max(start, end)] : ranges
  }

  /// The cut, as far on as possible, that goes through the fewest of `whole`, and where the next
  /// range begins.
  private static func cutThrough(
    _ whole: [ClosedRange<Double>], from position: Double, to limit: Double, grid: [Double]
  ) -> (cut: Double, next: Double) {
    let near = whole.filter { $0.upperBound > position && $0.lowerBound < limit }
    func crossing(_ cut: Double) -> [ClosedRange<Double>] {
      near.filter { $0.lowerBound < cut - 0.01 && cut + 0.01 < $0.upperBound }
    }
    let least = position + 0.5 * (limit - position)
    let places = (grid.isEmpty ? near.flatMap { [$0.lowerBound, $0.upperBound] } : grid)
      .filter { $0 > least && $0 <= limit }
    var best = limit
    var fewest = crossing(limit).count
    for place in Set(places).sorted(by: >) {
      let cut = crossing(place)
      // What began on this range could not be whole on the next one.
      guard cut.allSatisfy({ $0.lowerBound > position + 0.01 }) else { continue }
      if cut.count < fewest || best == limit {
        best = place
        fewest = cut.count
      }
    }
    let first = crossing(best).map(\.lowerBound).min() ?? best
    let aligned = grid.last { $0 <= first + 0.01 } ?? first
    return (best, aligned > position + 0.01 ? aligned : max(first, position + 1))
  }

  /// The length of the longest stretch that no cut may go through.
  static func longest(_ whole: [ClosedRange<Double>]) -> Double {
    merged(whole).map { $0.upperBound - $0.lowerBound }.max() ?? 0
  }

  private static func isInside(_ cut: Double, _ blocks: [ClosedRange<Double>]) -> Bool {
    blocks.contains { $0.lowerBound < cut - 0.01 && cut + 0.01 < $0.upperBound }
  }

  /// Overlapping ranges become one; those that only touch stay apart.
  private static func merged(_ ranges: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    var result: [ClosedRange<Double>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound < last.upperBound - 0.01 {
        result[result.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
