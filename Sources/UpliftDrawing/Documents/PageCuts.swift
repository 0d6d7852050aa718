/// Where a picture is cut into pages, along one direction.
enum PageCuts {
  /// Ranges that follow each other without a gap from `start` to `end`, none longer than
  /// `capacity`, and none ending inside one of `whole` as long as these are shorter than that.
  ///
  /// - Parameter preferred: where a cut is best, if the page is then filled well enough.
  static func ranges(
    from start: Double, to end: Double, capacity: Double, whole: [ClosedRange<Double>],
    preferred: [Double] = []
  ) -> [ClosedRange<Double>] {
    let blocks = merged(whole)
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
      var cut = good ?? limit
      if good == nil,
        let block = blocks.first(where: { $0.lowerBound < limit && limit < $0.upperBound })
      {
        // A block that is longer than a page has to be cut somewhere.
        if block.lowerBound > position + 0.01 { cut = block.lowerBound }
      }
      ranges.append(position...cut)
      position = cut
    }
    return ranges.isEmpty ? [start...max(start, end)] : ranges
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
