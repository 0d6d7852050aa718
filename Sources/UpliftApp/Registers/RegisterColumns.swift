import Gtk

/// Where the columns of a register stand: side by side, the first of them always in sight, however
/// far the others are scrolled.
@MainActor final class RegisterColumns {
  private let layouts: [RegisterLayout]
  /// By which the table is scrolled sideways.
  var adjustment: Adjustment?

  init(_ layouts: [RegisterLayout]) { self.layouts = layouts }

  /// In logical pixels, like all else here.
  var leastWidth: Int { layouts.reduce(0) { $0 + $1.width } }

  /// What is left over goes to those that grow.
  func widths(in total: Int) -> [Int] {
    let growing = layouts.count(where: \.grows)
    let surplus = max(0, total - leastWidth)
    guard growing > 0, surplus > 0 else { return layouts.map(\.width) }
    var rest = surplus % growing
    return layouts.map { layout in
      guard layout.grows else { return layout.width }
      defer { rest -= 1 }
      return layout.width + surplus / growing + (rest > 0 ? 1 : 0)
    }
  }

  /// How far the other columns have gone below the first one; 0 as well where the first would take
  /// the room of the others and goes along with them.
  func hidden(in total: Int, isMirrored: Bool) -> Int {
    guard isPinned(in: total) else { return 0 }
    return min(scrolled(isMirrored: isMirrored), max(0, total - widths(in: total)[0]))
  }

  /// From where reading begins.
  private func scrolled(isMirrored: Bool) -> Int {
    guard let adjustment else { return 0 }
    let end = adjustment.upper - adjustment.pageSize
    return max(0, Int((isMirrored ? end - adjustment.value : adjustment.value).rounded()))
  }

  private func isPinned(in total: Int) -> Bool {
    guard let adjustment, let first = widths(in: total).first else { return false }
    return Double(first * 2) <= adjustment.pageSize
  }

  /// Scrolls sideways until a column is in sight, and not below the first one.
  func bringIntoSight(_ column: Int, in total: Int, isMirrored: Bool) {
    let widths = widths(in: total)
    guard let adjustment, adjustment.pageSize > 1, widths.indices.contains(column) else { return }
    let isPinned = isPinned(in: total)
    if isPinned, column == 0 { return }
    let first = isPinned ? widths[0] : 0
    let start = widths[..<column].reduce(0, +)
    let page = Int(adjustment.pageSize)
    let now = scrolled(isMirrored: isMirrored)
    var new = now
    if start + widths[column] > now + page { new = start + widths[column] - page }
    // Where it is wider than the room, its beginning is seen.
    if start - first < new { new = start - first }
    guard new != now else { return }
    let end = adjustment.upper - adjustment.pageSize
    adjustment.value = isMirrored ? end - Double(new) : Double(new)
  }
}
