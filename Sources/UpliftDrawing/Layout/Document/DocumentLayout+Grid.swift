import UpliftCore

/// Tables of records.
extension DocumentLayout {
  private var padding: Double { 5 * scale }

  private func rowPadding(_ grid: TextDocument.Grid) -> Double {
    (grid.isDense ? 2 : isBook ? 3 : 5) * scale
  }

  /// How a table is set: one with many columns in smaller type, so that no word is broken.
  private struct Setting {
    var header: TextStyle
    var cell: TextStyle
    /// Points of each column's text.
    var widths: [Double]
    /// Every column holds its longest word.
    var fits: Bool
  }

  private func setting(of grid: TextDocument.Grid) -> Setting {
    let sizes =
      grid.isDense ? [8, 7.5] : isBook ? [9, 8.5, 8, 7.5] : [10, 9.25, 8.5, 7.75]
    var setting = setting(of: grid, size: sizes[0])
    for size in sizes.dropFirst() where !setting.fits {
      setting = self.setting(of: grid, size: size)
    }
    return setting
  }

  /// Points that each column gets: no column is narrower than its longest word, as long as all fit;
  /// what is left goes to those with longer texts, but not as much as they are longer.
  private func setting(of grid: TextDocument.Grid, size: Double) -> Setting {
    let cellStyle = style(size)
    let headerStyle = style(size - 0.5, .semibold)
    func setting(_ widths: [Double], fits: Bool = true) -> Setting {
      Setting(header: headerStyle, cell: cellStyle, widths: widths, fits: fits)
    }
    let count = grid.columns.count
    let inner = width - Double(count) * 2 * padding
    var least: [Double] = []
    var wanted: [Double] = []
    for column in grid.columns.indices {
      let title = grid.columns[column].title
      var word = Self.words(title).map { measuring.naturalWidth(of: $0, style: headerStyle) }
      var whole = measuring.naturalWidth(of: title, style: headerStyle)
      for row in grid.rows.prefix(200) where column < row.count {
        word += Self.words(row[column]).map { measuring.naturalWidth(of: $0, style: cellStyle) }
        whole = max(
          whole, measuring.naturalWidth(of: String(row[column].prefix(300)), style: cellStyle))
      }
      let narrowest = min((word.max() ?? 0) + 1, inner / Double(max(count, 1)) * 1.6)
      least.append(narrowest)
      wanted.append(max(0, whole + 1 - narrowest))
    }
    let needed = least.reduce(0, +)
    guard needed < inner else {
      return setting(least.map { $0 / needed * inner }, fits: false)
    }
    let total = wanted.reduce(0, +)
    // All texts have their line: what is left is shared by all.
    if total <= inner - needed {
      let spare = (inner - needed - total) / Double(count)
      return setting(zip(least, wanted).map { $0 + $1 + spare })
    }
    var widths = least
    var open = Set(wanted.indices.filter { wanted[$0] > 0 })
    var spare = inner - needed
    while !open.isEmpty, spare > 0.01 {
      let shares = open.sorted().map { ($0, wanted[$0].squareRoot()) }
      let sum = shares.reduce(0) { $0 + $1.1 }
      let full = shares.filter { least[$0.0] + wanted[$0.0] <= widths[$0.0] + spare * $0.1 / sum }
      guard let first = full.first else {
        for (column, share) in shares { widths[column] += spare * share / sum }
        break
      }
      // What one column does not need the others get.
      spare -= least[first.0] + wanted[first.0] - widths[first.0]
      widths[first.0] = least[first.0] + wanted[first.0]
      open.remove(first.0)
    }
    return setting(widths)
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).prefix(60).map(String.init)
  }

  private var captionStyle: TextStyle { style(isBook ? 9.5 : 11, isBook ? .medium : .semibold) }

  private func rowHeight(_ texts: [String], _ widths: [Double], _ style: TextStyle) -> Double {
    zip(texts, widths).map { height($0, style, $1) }.max() ?? 0
  }

  /// Points that its caption, its header and its first two rows take; a row that is higher than a
  /// page is cut.
  func beginning(of grid: TextDocument.Grid) -> Double {
    let setting = setting(of: grid)
    let widths = setting.widths
    let padding = rowPadding(grid)
    let caption = grid.caption.isEmpty ? 0 : height(grid.caption, captionStyle, width) + 4 * scale
    let head =
      caption + rowHeight(grid.columns.map(\.title), widths, setting.header) + 2 * padding
      + noteHeight(grid.source)
    let rows = grid.rows.prefix(2).map { rowHeight($0, widths, setting.cell) + 2 * padding }
    // Of rows that can never stand together on a page, the first.
    let sum = rows.reduce(0, +)
    let wanted = head + sum <= fullHeight - Self.headingRoom ? sum : rows.first ?? 0
    return head + min(wanted, max(40, fullHeight - Self.headingRoom - head))
  }

  mutating func addGrid(_ grid: TextDocument.Grid) {
    guard !grid.columns.isEmpty else { return }
    let setting = setting(of: grid)
    let widths = setting.widths
    if beginning(of: grid) > room, !isAtTop { finishPage() }
    let note = addNote(grid.source)
    if !grid.caption.isEmpty || !note.isEmpty {
      if isBook { elements[items.count] = .init(tag: "Caption") }
      flow(grid.caption + note, captionStyle, isBook ? theme.secondaryText : theme.text)
      y += 4 * scale
    }
    let headers = grid.columns.map(\.title)
    let rowPadding = rowPadding(grid)
    let headerHeight = rowHeight(headers, widths, setting.header) + 2 * rowPadding
    addRow(headers, grid, setting, headerHeight, isHeader: true)
    let full = fullHeight - headerHeight
    for row in grid.rows {
      var rest = row
      while true {
        let needed = rowHeight(rest, widths, setting.cell) + 2 * rowPadding
        if needed > room, needed <= full || room < 40 {
          finishPage()
          addRow(headers, grid, setting, headerHeight, isHeader: true, isRepeated: true)
        }
        guard needed > room else {
          addRow(rest, grid, setting, needed)
          break
        }
        // Higher than a page: each cell goes on under itself.
        var heads: [String] = []
        var tails: [String] = []
        for (text, width) in zip(rest, widths) {
          let cut = TextFlow.split(
            text, style: setting.cell, width: width, height: room - 2 * rowPadding,
            measuring: measuring)
          heads.append(cut.head)
          tails.append(cut.rest)
        }
        guard heads.contains(where: { !$0.isEmpty }) else { break }
        addRow(heads, grid, setting, room)
        finishPage()
        addRow(headers, grid, setting, headerHeight, isHeader: true, isRepeated: true)
        rest = tails
        if tails.allSatisfy(\.isEmpty) { break }
      }
    }
    y += 12 * scale
  }

  private mutating func addRow(
    _ texts: [String], _ grid: TextDocument.Grid, _ setting: Setting, _ rowHeight: Double,
    isHeader: Bool = false, isRepeated: Bool = false
  ) {
    let widths = setting.widths
    let rowPadding = rowPadding(grid)
    var x = 0.0
    for (index, text) in texts.enumerated() where index < widths.count {
      let role: ItemRole =
        isRepeated ? .decoration : isHeader ? .stageHeader : index == 0 ? .laneHeader : .cell
      let style = isHeader ? setting.header : setting.cell
      add(
        role, text, style, theme.text,
        Rect(x + padding, y + rowPadding, widths[index], rowHeight - 2 * rowPadding),
        alignment: grid.columns[index].isFigure ? .trailing : .leading,
        label: isRepeated
          ? ItemLabel.none
          : role == .cell
            ? .cellText(PlaceLabel(lane: texts[0], step: grid.columns[index].title), text)
            : .text(text))
      x += widths[index] + 2 * padding
    }
    y += rowHeight
    let line = isHeader ? 1.0 : 0.5
    addDecoration(
      Rect(0, y - line, width, line),
      [
        .fill(
          .rectangle(Rect(0, 0, width, line)), isHeader ? theme.text : theme.line)
      ])
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
