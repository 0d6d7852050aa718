/// Where pages end in a layout whose column headers are repeated on each.
struct PageRuler {
  /// Something that stands this close to a page's head has nowhere better to go.
  private static let headMargin = 7.0

  /// Where the first page's body begins.
  let start: Double
  /// Of a page's body; infinite when there is one endless page.
  let capacity: Double

  /// - Parameter pageHeight: with the column headers; nil for one endless page.
  init(start: Double, pageHeight: Double?) {
    self.start = start
    // A header that fills the page leaves room for nothing; then the scale is wrong, not this.
    capacity = pageHeight.map { max($0 - start, 1) } ?? .infinity
  }

  /// True when something of this height may stand at `y`.
  func fits(_ height: Double, at y: Double) -> Bool {
    // At the head of a page everything has to stand, however high.
    capacity == .infinity || y + height <= next(after: y) + 0.001 || isHead(y)
  }

  /// Where the page after the one at `y` begins.
  func next(after y: Double) -> Double {
    guard capacity != .infinity else { return y }
    return start + (((y - start) / capacity + 1e-9).rounded(.down) + 1) * capacity
  }

  private func isHead(_ y: Double) -> Bool {
    let page = ((y - start) / capacity + 1e-9).rounded(.down)
    return y - start - page * capacity < Self.headMargin
  }
}
