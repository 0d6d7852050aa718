import Gtk

/// A line of a register's table: its headings, its filters or a record. The first cell stays in
/// sight; the others go by beside it, and below it they are neither seen nor touched.
final class RegisterTableLine: DrawnWidget {
  private let columns: RegisterColumns
  private let cells: [Widget]
  private let others = RegisterTableLineRest()

  init(_ columns: RegisterColumns, _ cells: [Widget]) {
    self.columns = columns
    self.cells = cells
    super.init()
    cells.first?.setParent(self)
    for cell in cells.dropFirst() { cell.setParent(others) }
    others.setParent(self)
    onMap { [weak self] in self?.showEdge() }
  }

  override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    switch orientation {
    case .horizontal: return (columns.leastWidth, columns.leastWidth)
    case .vertical:
      let widths = columns.widths(in: forSize)
      let height = zip(cells, widths).reduce(0) { highest, cell in
        max(highest, cell.0.minimumSize(forWidth: cell.1).height)
      }
      return (height, height)
    }
  }

  override func allocate(width: Int, height: Int) {
    let widths = columns.widths(in: width)
    guard let first = cells.first, let own = widths.first else { return }
    let hidden = columns.hidden(in: width, isMirrored: isRightToLeft)
    let rest = max(0, width - own - hidden)
    place(first, x: Double(isRightToLeft ? rest : hidden), y: 0, width: own, height: height)
    var x = -hidden
    others.places = zip(cells.dropFirst(), widths.dropFirst()).map { cell, width in
      defer { x += width }
      return (cell, isRightToLeft ? rest - x - width : x, width)
    }
    place(others, x: Double(isRightToLeft ? 0 : hidden + own), y: 0, width: rest, height: height)
    // Its size may be what it was, and its cells elsewhere all the same.
    others.allocate(width: rest, height: height)
  }

  /// The table was scrolled sideways.
  func scrolled() {
    queueAllocate()
    showEdge()
  }

  private func showEdge() {
    others.setClass("scrolled", columns.hidden(in: width, isMirrored: isRightToLeft) > 0)
  }
}

/// The cells of a line behind the first one.
private final class RegisterTableLineRest: DrawnWidget {
  /// Each with its left edge and its width, in logical pixels.
  var places: [(cell: Widget, x: Int, width: Int)] = []

  init() {
    super.init()
    clipsContents = true
    addClass("register-rest")
  }

  override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    (0, 0)
  }

  override func allocate(width: Int, height: Int) {
    for (cell, x, width) in places {
      place(cell, x: Double(x), y: 0, width: width, height: height)
    }
  }
}
