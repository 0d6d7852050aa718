import UpliftCore

/// Tables of records.
extension DocumentLayout {
  /// What every row of a table on this page needs to know.
  struct GridPlace {
    let grid: TextDocument.Grid
    let setting: GridSetting
    /// Points from where the lines of the text begin.
    var x = 0.0
    var width: Double
    let headerHeight: Double
    /// Points of a line of its titles.
    let headerLine: Double
  }

  private var padding: Double { (isBook ? 3 : document.isCompact ? 3.5 : 5) * scale }

  private func rowPadding(_ grid: TextDocument.Grid) -> Double {
    (isBook ? grid.isDense ? 0.9 : 1.3 : document.isCompact ? 1.5 : grid.isDense ? 2.5 : 5) * scale
  }

  /// - Parameter width: points of the table.
  func setting(of grid: TextDocument.Grid, width: Double) -> GridSetting {
    let sizes =
      grid.isDense
      ? isBook ? [7.5] : [9, 8.25] : isBook ? [7.5] : [10, 9.25, 8.5, 8]
    func setting(_ size: Double) -> GridSetting {
      GridSetting(
        grid, inner: width - Double(grid.columns.count) * 2 * padding,
        header: style(isBook ? 7.5 : size - 0.5, .semibold), cell: style(size),
        measuring: measuring)
    }
    var best = setting(sizes[0])
    for size in sizes.dropFirst() where !best.fits { best = setting(size) }
    return best
  }

  private var captionStyle: TextStyle { style(isBook ? 9 : 11, isBook ? .medium : .semibold) }

  private func rowHeight(_ texts: [String], _ widths: [Double], _ style: TextStyle) -> Double {
    zip(texts, widths).map { height($0, style, $1) }.max() ?? 0
  }

  private func height(of row: [String], _ place: GridPlace) -> Double {
    let padding = rowPadding(place.grid)
    return place.grid.isGroup(row)
      ? height(row[0], groupStyle(place.setting), place.width - 2 * self.padding) + 2 * padding
        + groupGap
      : rowHeight(row, place.setting.widths, place.setting.cell) + 2 * padding
  }

  /// Of the title over some rows.
  private func groupStyle(_ setting: GridSetting) -> TextStyle {
    TextStyle(size: setting.cell.size, weight: .semibold, family: family)
  }

  private var groupGap: Double { 3 * scale }

  private func place(of grid: TextDocument.Grid, at index: Int?, width: Double) -> GridPlace {
    let setting = grids.setting(of: index, width: width) { self.setting(of: grid, width: width) }
    return GridPlace(
      grid: grid, setting: setting, width: width,
      headerHeight: grid.hasHeader
        ? rowHeight(grid.columns.map(\.title), setting.widths, setting.header)
          + 2 * rowPadding(grid) : 0, headerLine: height("M", setting.header, 4000))
  }

  /// Points that its caption, its header and its first two rows, or one that is high, take; a row that is higher than a
  /// page is cut.
  func beginning(of grid: TextDocument.Grid, at index: Int?) -> Double {
    var place = place(of: grid, at: index, width: width)
    let columns = columns(of: place, at: index)
    if columns > 1 { place = self.place(of: grid, at: index, width: columnWidth(columns)) }
    let caption = grid.caption.isEmpty ? 0 : height(grid.caption, captionStyle, width) + 4 * scale
    let head = caption + place.headerHeight + noteHeight(grid.source)
    var rows: [Double] = []
    var count = 0
    for row in grid.rows {
      rows.append(height(of: row, place))
      count += grid.isGroup(row) ? 0 : 1
      // One of many lines need not have another with it.
      if count == 2 || count == 1 && (rows.last ?? 0) > 2.9 * place.headerLine { break }
    }
    // Side by side they find a little more room, with the title over them.
    if columns > 1 {
      return head + leastHeight(ofFirst: 0, place)
    }
    // Of rows that can never stand together on a page, the first.
    let sum = rows.reduce(0, +)
    let wanted = head + sum <= fullHeight - Self.headingRoom ? sum : rows.first ?? 0
    return head + min(wanted, max(40, fullHeight - Self.headingRoom - head))
  }

  mutating func addGrid(_ grid: TextDocument.Grid, at index: Int? = nil) {
    guard !grid.columns.isEmpty else { return }
    if beginning(of: grid, at: index) > room, !isAtTop { finishPage() }
    let note = addNote(grid.source)
    if !grid.caption.isEmpty || !note.isEmpty {
      if isBook { elements[items.count] = .init(tag: "Caption") }
      flow(grid.caption + note, captionStyle, isBook ? theme.secondaryText : theme.text)
      y += (isBook ? 2 : 4) * scale
    }
    let whole = place(of: grid, at: index, width: width)
    let columns = columns(of: whole, at: index)
    if columns > 1 {
      addRows(of: grid, at: index, columns: columns)
    } else {
      addRows(whole, tail: tail(after: index))
    }
    y += (isBook ? 6.5 : 12) * scale
  }

  /// - Parameter tail: points that must be left under the last row.
  private mutating func addRows(_ place: GridPlace, tail: Double) {
    let (grid, setting) = (place.grid, place.setting)
    let rowPadding = rowPadding(grid)
    addHeader(place)
    let full = fullHeight - place.headerHeight
    var group: [String]?
    for (index, row) in grid.rows.enumerated() {
      let isGroup = grid.isGroup(row)
      if isGroup { group = row }
      var rest = row
      while true {
        let needed = height(of: rest, place)
        // A title stands with the first of its rows.
        let with =
          isGroup && index + 1 < grid.rows.count
          ? min(height(of: grid.rows[index + 1], place), full / 2)
          : roomUnder(index, needed, place, tail, full)
        if needed + with > room, needed <= full || room < 40, !isAtTop {
          finishPage()
          placeWaiting()
          addHeader(place, isRepeated: true)
          if !isGroup, let group {
            addRow(group, place, height(of: group, place), isRepeated: true)
          }
        }
        guard needed > room else {
          addRow(rest, place, needed)
          break
        }
        if isGroup {
          addGroupInParts(row[0], place)
          break
        }
        // Higher than a page: each cell goes on under itself.
        var heads: [String] = []
        var tails: [String] = []
        for (text, width) in zip(rest, setting.widths) {
          let cut = TextFlow.split(
            text, style: setting.cell, width: width, height: room - 2 * rowPadding,
            measuring: measuring)
          heads.append(cut.head)
          tails.append(cut.rest)
        }
        guard heads.contains(where: { !$0.isEmpty }) else { break }
        addRow(heads, place, room)
        finishPage()
        addHeader(place, isRepeated: true)
        rest = tails
        if tails.allSatisfy(\.isEmpty) { break }
      }
    }
  }

  /// Points that must be left under one of the last two rows, which stand together, with the rule
  /// under the table.
  private func roomUnder(
    _ index: Int, _ needed: Double, _ place: GridPlace, _ tail: Double, _ full: Double
  ) -> Double {
    let rows = place.grid.rows
    guard index > (tail > 0 ? 0 : 2), index >= rows.count - 2 else { return 0 }
    let rest = (index == rows.count - 1 ? 0 : height(of: rows[index + 1], place)) + tail
    return needed + rest < full / 2 ? rest : 0
  }

  /// A title that no page holds.
  private mutating func addGroupInParts(_ title: String, _ place: GridPlace) {
    flow(title, groupStyle(place.setting), theme.text, inset: padding)
  }

  private mutating func addHeader(_ place: GridPlace, isRepeated: Bool = false) {
    guard place.grid.hasHeader else { return }
    addRow(
      place.grid.columns.map(\.title), place, place.headerHeight, isHeader: true,
      isRepeated: isRepeated)
  }

  private mutating func addRow(
    _ texts: [String], _ place: GridPlace, _ rowHeight: Double, isHeader: Bool = false,
    isRepeated: Bool = false
  ) {
    let (grid, setting) = (place.grid, place.setting)
    let rowPadding = rowPadding(grid)
    let isGroup = !isHeader && grid.isGroup(texts)
    let gap = isGroup ? groupGap : 0
    var x = place.x
    for (index, text) in texts.enumerated() where index < setting.widths.count {
      let role: ItemRole =
        isRepeated ? .decoration : isHeader ? .stageHeader : index == 0 ? .laneHeader : .cell
      let style = isHeader ? setting.header : isGroup ? groupStyle(setting) : setting.cell
      let width = isGroup ? place.width - 2 * padding : setting.widths[index]
      let isTrailing = grid.columns[index].isFigure && !isGroup
      let own = isHeader ? balanced(text, style, width) : width
      add(
        role, text, style, isGroup ? theme.accent : theme.text,
        Rect(
          x + padding + (isTrailing ? width - own : 0), y + rowPadding + gap, own,
          rowHeight - 2 * rowPadding - gap),
        alignment: isTrailing ? .trailing : .leading,
        label: isRepeated
          ? ItemLabel.none
          : role == .cell
            ? .cellText(PlaceLabel(lane: texts[0], step: grid.columns[index].title), text)
            : .text(text))
      x += width + 2 * padding
    }
    y += rowHeight
    let line = isHeader ? 1.0 : 0.5
    addDecoration(
      Rect(place.x, y - line, place.width, line),
      [
        .fill(
          .rectangle(Rect(0, 0, place.width, line)), isHeader ? theme.text : theme.line)
      ])
  }

  /// The width at which the lines of a title are about equally long: none has a short word alone.
  private func balanced(_ text: String, _ style: TextStyle, _ width: Double) -> Double {
    let whole = height(text, style, width)
    guard whole > 1.5 * height("M", style, 4000) else { return width }
    let longest = TextFlow.unbroken(in: text).map { measuring.naturalWidth(of: $0, style: style) }
    var low = min(width, (longest.max() ?? width) + 1)
    var high = width
    while high - low > 1 {
      let middle = (low + high) / 2
      if height(text, style, middle) > whole + 0.1 { low = middle } else { high = middle }
    }
    return high
  }

  // MARK: Side by side

  private static let mostColumns = 4
  private static let columnGap = 20.0
  /// Fewer rows stand under one another.
  private static let leastRows = 8

  private func columnWidth(_ columns: Int) -> Double {
    (width - Double(columns - 1) * Self.columnGap) / Double(columns)
  }

  /// Points that the rows take side by side when they are evenly spread; nil when a word would be
  /// broken.
  private func height(of grid: TextDocument.Grid, at index: Int?, columns: Int) -> Double? {
    let place = place(of: grid, at: index, width: columnWidth(columns))
    guard place.setting.fits else { return nil }
    return place.headerHeight
      + grid.rows.reduce(0) { $0 + height(of: $1, place) } / Double(columns)
  }

  private func columns(of place: GridPlace, at index: Int?) -> Int {
    grids.columnCount(of: index) { columnCount(of: place, at: index) }
  }

  /// Points that rows side by side must find, from one on, under their header.
  private func leastHeight(ofFirst row: Int, _ place: GridPlace) -> Double {
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
    where place.setting.natural + paddings < most * columnWidth(columns) {
      if best.height == .infinity {
        best.height = place.headerHeight + grid.rows.reduce(0) { $0 + height(of: $1, place) }
      }
      guard let height = height(of: grid, at: index, columns: columns) else { break }
      if height < (isBook ? 0.82 : 0.98) * best.height { best = (columns, height) }
    }
    return best.count
  }

  /// As columns of equal height, down and then across.
  private mutating func addRows(of grid: TextDocument.Grid, at index: Int?, columns: Int) {
    let place = place(of: grid, at: index, width: columnWidth(columns))
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
        placeWaiting()
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

  /// A map's table would be too wide for a page: its lanes stand under each step.
  mutating func addTable(_ table: TextDocument.Table) {
    for (index, column) in table.columns.enumerated() {
      let filled = table.rows.filter { index < $0.cells.count && !$0.cells[index].isEmpty }
      guard !filled.isEmpty else { continue }
      addGrid(
        TextDocument.Grid(
          column, [.init(table.caption, weight: 1), .init("", weight: 3)],
          filled.map { row in
            [row.header, row.cells[index].map(\.text).joined(separator: "\n")]
          }))
    }
  }
}
