import UpliftCore

/// Tables of many short rows, beside themselves.
extension DocumentLayout {
  private static let mostColumns = 4
  private static let columnGap = 20.0
  /// Fewer rows stand under one another.
  private static let leastRows = 8

  func gridColumnWidth(_ columns: Int) -> Double {
    (width - Double(columns - 1) * Self.columnGap) / Double(columns)
  }

  /// Points that the rows take side by side when they are evenly spread; nil when a word would be
  /// broken.
  private func height(of grid: TextDocument.Grid, at index: Int?, columns: Int) -> Double? {
    let place = place(of: grid, at: index, width: gridColumnWidth(columns))
    guard place.setting.fits else { return nil }
    return place.headerHeight
      + grid.rows.reduce(0) { $0 + height(of: $1, place) } / Double(columns)
  }

  func columns(of place: GridPlace, at index: Int?) -> Int {
    grids.columnCount(of: index) { columnCount(of: place, at: index) }
  }

  /// Points that rows side by side must find, from one on, under their header.
  func leastHeight(ofFirst row: Int, _ place: GridPlace) -> Double {
    let rows = place.grid.rows
    let group = rows.filter(place.grid.isGroup).map { height(of: $0, place) }.max() ?? 0
    return group + rows[row...].prefix(8).map { height(of: $0, place) }.reduce(0, max) + 20
  }

  /// How many times a table of many short rows stands beside itself: as often as makes it lower.
  private func columnCount(of place: GridPlace, at index: Int?) -> Int {
    let grid = place.grid
    guard isBook || grid.standsBeside, place.setting.fits, grid.rows.count >= Self.leastRows,
      grid.rows.count <= 400
    else { return 1 }
    let paddings = Double(grid.columns.count) * 2 * padding
    let most = grid.standsBeside ? Double.infinity : 1.5
    var best = (count: 1, height: Double.infinity)
    for columns in 2...min(Self.mostColumns, grid.rows.count / 4)
    where place.setting.natural + paddings < most * gridColumnWidth(columns) {
      if best.height == .infinity {
        best.height = place.headerHeight + grid.rows.reduce(0) { $0 + height(of: $1, place) }
      }
      guard let height = height(of: grid, at: index, columns: columns) else { break }
      if height < (isBook ? 0.82 : 0.98) * best.height { best = (columns, height) }
    }
    return best.count
  }

  /// As columns of equal height, down and then across.
  mutating func addRows(of grid: TextDocument.Grid, at index: Int?, columns: Int) {
    let place = place(of: grid, at: index, width: gridColumnWidth(columns))
    let heights = grid.rows.map { height(of: $0, place) }
    let groupHeight =
      grid.rows.filter(grid.isGroup).map { height(of: $0, place) }.max() ?? 0
    var next = 0
    var isFirst = true
    while next < grid.rows.count {
      if room < place.headerHeight + leastHeight(ofFirst: next, place), !isAtTop { finishPage() }
      var available = room - place.headerHeight
      let rest = heights[next...].reduce(0, +)
      // The rule under the table does not stand alone on the next page.
      let tail = tail(after: index)
      if tail > 0, end(from: next, heights, grid, available, columns) == grid.rows.count,
        end(from: next, heights, grid, available - tail, columns) < grid.rows.count,
        available - tail > leastHeight(ofFirst: next, place)
      {
        available -= tail
      }
      var limit = min(available, rest / Double(columns) + groupHeight)
      while limit < available, end(from: next, heights, grid, limit, columns) < grid.rows.count {
        limit += 4
      }
      limit = min(limit, available)
      // Not one or two rows alone on the next page.
      func left(_ limit: Double) -> Int {
        grid.rows.count - end(from: next, heights, grid, limit, columns)
      }
      if (1...2).contains(left(limit)) {
        var less = limit
        while less > available / 2, left(less) < 4 { less -= 4 }
        if left(less) >= 4 { limit = less }
      }
      let top = y
      var lowest = y
      for column in 0..<columns where next < grid.rows.count {
        var own = place
        own.x = Double(column) * (place.width + Self.columnGap)
        y = top
        addHeader(own, isRepeated: !isFirst)
        isFirst = false
        let stop = end(from: next, heights, grid, limit, 1)
        if stop > next, !grid.isGroup(grid.rows[next]),
          let group = grid.rows[..<next].last(where: grid.isGroup)
        {
          addRow(group, own, height(of: group, own), isRepeated: true)
        }
        for row in next..<max(stop, next + 1) { addRow(grid.rows[row], own, heights[row]) }
        next = max(stop, next + 1)
        lowest = max(lowest, y)
      }
      y = lowest
      if next < grid.rows.count {
        finishPage()
        placeWaiting(
          beforeRest: place.headerHeight + groupHeight + tail
            + heights[next...].reduce(0, +) / Double(columns))
      }
    }
  }

  /// The row after the last one that stands in so many columns of a height.
  private func end(
    from start: Int, _ heights: [Double], _ grid: TextDocument.Grid, _ limit: Double,
    _ columns: Int
  ) -> Int {
    var next = start
    for _ in 0..<columns where next < heights.count {
      var sum = 0.0
      if !grid.isGroup(grid.rows[next]),
        let group = grid.rows[..<next].lastIndex(where: grid.isGroup)
      {
        sum = heights[group]
      }
      let first = next
      while next < heights.count, sum + heights[next] <= limit || next == first {
        sum += heights[next]
        next += 1
      }
      // A title does not stand alone at the foot.
      if next < heights.count, next - first > 1, grid.isGroup(grid.rows[next - 1]) { next -= 1 }
    }
    return next
  }
}
