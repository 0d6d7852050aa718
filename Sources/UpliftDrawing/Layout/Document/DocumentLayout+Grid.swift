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

  var padding: Double { (isBook ? 3 : document.isCompact ? 3.5 : 5) * scale }

  /// Of a page: a higher row is cut where the page ends rather than leave so much of it empty.
  private static let wholeRow = 0.3

  /// Points that a row, or its first part, must find.
  private func leastHeight(of row: [String], _ place: GridPlace) -> Double {
    let own = height(of: row, place)
    return own > fullHeight * Self.wholeRow ? leastPart(place) : own
  }

  private func leastPart(_ place: GridPlace) -> Double {
    5 * place.headerLine + 2 * rowPadding(place.grid)
  }

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

  func height(of row: [String], _ place: GridPlace) -> Double {
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

  func place(of grid: TextDocument.Grid, at index: Int?, width: Double) -> GridPlace {
    let setting = grids.setting(of: index, width: width) { self.setting(of: grid, width: width) }
    return GridPlace(
      grid: grid, setting: setting, width: width,
      headerHeight: grid.hasHeader
        ? rowHeight(grid.columns.map(\.title), setting.widths, setting.header)
          + 2 * rowPadding(grid) : 0, headerLine: height("M", setting.header, 4000))
  }

  /// Points that its caption, its header and its first two rows, or one that is high, take.
  func beginning(of grid: TextDocument.Grid, at index: Int?) -> Double {
    var place = place(of: grid, at: index, width: width)
    let columns = columns(of: place, at: index)
    if columns > 1 { place = self.place(of: grid, at: index, width: gridColumnWidth(columns)) }
    let caption = grid.caption.isEmpty ? 0 : height(grid.caption, captionStyle, width) + 4 * scale
    let head = caption + place.headerHeight + noteHeight(grid.source)
    var rows: [Double] = []
    var count = 0
    for row in grid.rows {
      rows.append(leastHeight(of: row, place))
      count += grid.isGroup(row) ? 0 : 1
      // One of many lines need not have another with it.
      if count == 2 || count == 1 && (rows.last ?? 0) > 2.9 * place.headerLine { break }
    }
    // Side by side they find a little more room, with the title over them.
    if columns > 1 {
      return head + leastHeight(ofFirst: 0, place)
    }
    // Of a high one a part; of rows that can never stand together on a page, the first.
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
          ? leastHeight(of: grid.rows[index + 1], place)
          : roomUnder(index, needed, place, tail, full)
        let isWhole = needed <= full * Self.wholeRow
        if needed + with > room, isWhole || room < leastPart(place), !isAtTop {
          finishPage()
          placeWaiting(beforeRest: heightOfRest(from: index, rest, place) + tail)
          addHeader(place, isRepeated: true)
          if !isGroup, let group {
            addRow(group, place, height(of: group, place), isRepeated: true)
          }
        }
        guard needed > room else {
          addRow(rest, place, needed)
          break
        }
        guard !isGroup else {
          addGroupInParts(row[0], place)
          break
        }
        // Each cell goes on under itself.
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

  /// Points of what is left of a table on a new page, under its header.
  private func heightOfRest(from index: Int, _ row: [String], _ place: GridPlace) -> Double {
    ([row] + place.grid.rows[(index + 1)...].prefix(200)).reduce(place.headerHeight) {
      $0 + height(of: $1, place)
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

  mutating func addHeader(_ place: GridPlace, isRepeated: Bool = false) {
    guard place.grid.hasHeader else { return }
    addRow(
      place.grid.columns.map(\.title), place, place.headerHeight, isHeader: true,
      isRepeated: isRepeated)
  }

  mutating func addRow(
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
