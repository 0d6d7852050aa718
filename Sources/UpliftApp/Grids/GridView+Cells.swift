import Gtk
import UpliftCore

/// The cells that exist: those that can be seen, one widget for one place after the other.
extension GridView {
  private var seen: (rows: [Int], columns: [Int]) {
    let width = width > 1 ? width : 900
    let height = height > 1 ? height : 600
    let x = max(0, scrolledFromStart.x - Self.margin)
    let y = max(0, scrolledFromStart.y - Self.margin)
    return (
      Array(-1..<geometry.pinned)
        + geometry.rows(from: y, height: height + 2 * Self.margin),
      [-1] + geometry.columns(from: x, width: width + 2 * Self.margin)
    )
  }

  /// Whether all that can be seen is there.
  var hasAll: Bool {
    let seen = seen
    return seen.rows.allSatisfy { row in
      seen.columns.allSatisfy { cells[GridPlace(row, $0)] != nil }
    }
  }

  /// Makes the cells that can be seen, and takes those that cannot for them.
  func realise(refills: Bool = false) {
    guard let grid, !isAllocating else { return }
    let seen = seen
    var wanted = Set(seen.rows.flatMap { row in seen.columns.map { GridPlace(row, $0) } })
    // The keyboard is on it.
    wanted.insert(selection.current)
    for (place, cell) in cells
    where !wanted.contains(place) || Self.sort(of: place) != cell.sort {
      cells[place] = nil
      put(away: cell)
    }
    var isHigher = false
    for place in wanted.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      guard place.row < rows.count, place.column < columns.count else { continue }
      let isKnown = cells[place] != nil
      guard refills || !isKnown else { continue }
      let cell = cells[place] ?? take(Self.sort(of: place))
      cells[place] = cell
      fill(cell, place, grid)
      if adapt(cell, place) { isHigher = true }
    }
    realiseAboves(seen.columns)
    mark()
    if isHigher {
      queueResize()
    } else if refills {
      queueAllocate()
    }
  }

  private func realiseAboves(_ seen: [Int]) {
    guard geometry.hasAbove else {
      for cell in aboves.values { put(away: cell) }
      aboves = [:]
      return
    }
    let wanted = Set(seen.filter { $0 >= 0 }.map { firstColumn(above: $0) })
      .filter { columns.indices.contains($0) && !columns[$0].above.isEmpty }
    for (column, cell) in aboves where !wanted.contains(column) {
      aboves[column] = nil
      put(away: cell)
    }
    for column in wanted {
      let cell = aboves[column] ?? take(.above)
      aboves[column] = cell
      cell.show(plain: columns[column].above)
    }
  }

  private static func sort(of place: GridPlace) -> GridCellView.Sort {
    place.isRowHeading
      ? .rowHeading
      : place.isColumnHeading ? .columnHeading : place.isHeading ? .corner : .cell
  }

  private func take(_ sort: GridCellView.Sort) -> GridCellView {
    let cell = spares[sort]?.popLast() ?? GridCellView(sort)
    if !cell.box.hasParent { cell.box.setParent(self) }
    cell.box.isVisible = true
    return cell
  }

  private func put(away cell: GridCellView) {
    if (spares[cell.sort]?.count ?? 0) < 80 {
      cell.box.isVisible = false
      cell.box.isFocusable = false
      spares[cell.sort, default: []].append(cell)
    } else {
      cell.box.unparent()
    }
  }

  private func fill(_ view: GridCellView, _ place: GridPlace, _ grid: any RecordGrid) {
    let spoken = grid.spoken(at: place)
    switch view.sort {
    case .cell:
      view.show(cell: grid.cell(at: place), grid.kind(at: place), spoken: spoken)
      view.box.setAccessiblePosition(row: place.row + 1, column: place.column + 1)
    case .rowHeading:
      let line = rows[place.row]
      view.show(line: line, title: line.fullTitle, spoken: spoken)
    case .columnHeading:
      let line = columns[place.column]
      view.show(
        line: line, title: line.title,
        isCentred: !line.isNew && line.detail.isEmpty
          && grid.kind(at: GridPlace(geometry.pinned, place.column)) != .text, spoken: spoken)
    case .corner, .above: view.show(plain: grid.corner)
    }
    view.box.setAccessibleDescription(
      place.isHeading
        ? ""
        : tr(
          "row {row} of {rows}, column {column} of {columns}",
          [
            "row": place.row + 1, "rows": rows.count, "column": place.column + 1,
            "columns": columns.count,
          ]))
  }

  /// - Returns: whether its row is higher now.
  private func adapt(_ cell: GridCellView, _ place: GridPlace) -> Bool {
    guard isMapped, self.width > 1, self.width == lastWidth else { return false }
    if cell.sort == .columnHeading {
      let above = geometry.hasAbove ? GridGeometry.aboveHeight : 0
      return geometry.growHead(
        to: cell.height(forWidth: geometry.widths[place.column]) + above)
    }
    guard place.row >= 0 else { return false }
    let width = place.column < 0 ? geometry.headWidth : geometry.widths[place.column]
    let height = cell.height(forWidth: width)
    guard geometry.grow(row: place.row, to: height) else { return false }
    known[rows[place.row].id] = height
    return true
  }
}
