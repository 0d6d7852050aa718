/// Rows of a scene that stay in sight: each scrolls with the others until it would go under the
/// headers, and stands there from then on, under those before it. Lengths are pixels of the view.
public struct StuckRows: Equatable, Sendable {
  /// Of the rows that stand still now, the first ones: where each begins in the view.
  public private(set) var tops: [Double] = []
  /// Where they end, and what scrolls begins.
  public private(set) var bottom: Double

  /// - Parameters:
  ///   - rows: begin and end of each in the whole picture, from top to bottom.
  ///   - header: where the headers end in the view.
  ///   - room: what may stand still; those that need more go up, the first ones first.
  ///   - scrolled: how much of the picture is scrolled away.
  public init(
    _ rows: [ClosedRange<Double>], under header: Double, room: Double, scrolled: Double
  ) {
    bottom = header
    var heights = 0.0
    var shift = 0.0
    for row in rows {
      let height = row.upperBound - row.lowerBound
      let past = header + heights - (row.lowerBound - scrolled)
      heights += height
      shift = max(shift, min(past, max(0, heights - room)))
    }
    heights = 0
    for row in rows {
      let top = header + heights - shift
      guard row.lowerBound - scrolled < top else { break }
      heights += row.upperBound - row.lowerBound
      tops.append(top)
      bottom = header + heights - shift
    }
  }
}
