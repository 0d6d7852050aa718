import UpliftCore

/// Figures that find no room where they come: they stand on the next page, and what comes after them
/// stands before them.
extension DocumentLayout {
  /// Whether a figure finds no room here while what comes after it does: it stands on the next page
  /// then.
  func mustWait(_ index: Int) -> Bool {
    guard isBook, !isAtTop, leastUpright(at: index) > room else { return false }
    let next = next(after: index)
    return canCome(next) && least(at: next) <= room
  }

  /// Points that a figure must find where it may not be put on a page of its own.
  private func leastUpright(at index: Int) -> Double {
    guard case .figure(let figure) = blocks[index] else { return 0 }
    return together(at: index).count == 1 ? leastHeightUpright(of: figure) : least(at: index)
  }

  /// Before what comes next begins something new, or as soon as there is room.
  mutating func placeWaiting(before index: Int) {
    guard let first = waiting.first else { return }
    // A table's rule is under it.
    if !isAtTop, blocks.indices.contains(index), case .rule = blocks[index] { return }
    guard startsAnew(index) || isAtTop || leastUpright(at: first) <= room else { return }
    placeWaiting()
  }

  /// Whether what comes next is no more about the figures that wait. What stands under a small
  /// heading still is, as long as there is room for it.
  private func startsAnew(_ index: Int) -> Bool {
    guard index < blocks.count else { return true }
    guard case .heading(let level, _) = blocks[index] else { return false }
    return level < 4 || least(at: index) > room
  }

  /// Where a page begins, before what goes on from the one before it: no figure waits for the end of
  /// a table that is longer than the page.
  ///
  /// - Parameter rest: points of what is left of the table: when the figures find room under it, it is
  ///   not interrupted.
  mutating func placeWaiting(beforeRest rest: Double) {
    let wanted = waiting.reduce(0) { $0 + max(leastUpright(at: $1), least(at: $1)) + figureSpace }
    if rest + wanted > fullHeight { placeWaiting() }
  }

  private mutating func placeWaiting() {
    let all = waiting
    waiting = []
    for index in all { addFigures(at: index) }
  }

  mutating func addFigures(at index: Int) {
    let figures = together(at: index)
    let tail = tail(after: next(after: index) - 1)
    if figures.count > 1 {
      addFigures(figures, tail: tail)
    } else if let figure = figures.first {
      addFigure(figure, tail: tail)
    }
  }

  /// Whether a block may stand before a figure that is there before it.
  func canCome(_ index: Int) -> Bool {
    guard blocks.indices.contains(index) else { return false }
    switch blocks[index] {
    case .grid, .list, .facts, .paragraph: return true
    case .heading(let level, _): return level > 3
    default: return false
    }
  }
}
