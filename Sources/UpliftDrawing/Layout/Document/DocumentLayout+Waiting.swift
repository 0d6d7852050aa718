import UpliftCore

/// Figures that find no room where they come: they stand on the next page, and what comes after them
/// stands before them.
extension DocumentLayout {
  /// Whether a figure finds no room here while what comes after it does: it stands on the next page
  /// then.
  func mustWait(_ index: Int) -> Bool {
    guard isBook, case .figure = blocks[index], !isAtTop, least(at: index) > room else {
      return false
    }
    let next = index + (narrow(after: index) == nil ? 1 : 2)
    return canCome(next) && least(at: next) <= room
  }

  /// Before what comes next begins something new, or as soon as there is room.
  mutating func placeWaiting(before index: Int) {
    guard let first = waiting.first else { return }
    var isNew = index == blocks.count
    if !isNew, case .heading = blocks[index] { isNew = true }
    guard isNew || isAtTop || least(at: first) <= room else { return }
    placeWaiting()
  }

  /// Where a page begins, before what goes on from the one before it: no figure waits for the end of
  /// a table that is longer than the page.
  mutating func placeWaiting() {
    let all = waiting
    waiting = []
    for index in all { addFigures(at: index) }
  }

  mutating func addFigures(at index: Int) {
    guard case .figure(let figure) = blocks[index] else { return }
    if let other = narrow(after: index) {
      addFigures(figure, other, tail: tail(after: index + 1))
    } else {
      addFigure(figure, tail: tail(after: index))
    }
  }

  /// Whether a block may stand before a figure that is there before it.
  func canCome(_ index: Int) -> Bool {
    guard blocks.indices.contains(index) else { return false }
    switch blocks[index] {
    case .grid, .list, .facts, .paragraph: return true
    default: return false
    }
  }
}
