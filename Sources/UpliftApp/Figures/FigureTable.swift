import Gtk
import UpliftCore

/// What a figure shows as a table of words and numbers, for who would rather read. Arrows walk
/// through its cells, and each says aloud to which row and column it belongs.
@MainActor final class FigureTable {
  let box = Box(.vertical)
  let widget: ScrolledWindow
  private var shown: TextDocument.Grid?
  /// By row, without the headings.
  private(set) var cells: [[Box]] = []
  /// Where the keyboard is, or comes to.
  private var current = (row: 0, column: 0)
  private var later: Timeout?
  /// More make a list that nobody reads to its end; the file has them all.
  private static let mostRows = 400

  init() {
    widget = ScrolledWindow(box)
    widget.setPolicy(horizontal: .automatic, vertical: .automatic)
    box.setMargins(16)
    let keys = KeyController()
    keys.onPressed { [weak self] key, modifiers in
      modifiers.isEmpty ? self?.go(key) ?? false : false
    }
    box.addController(keys)
    let click = ClickController()
    click.onPressed { [weak self] _, x, y in self?.press(x, y) }
    box.addController(click)
    // Tab passes boxes by and stops at what scrolls them.
    let focus = FocusController()
    focus.onEnter { [weak self] in
      // Once it has come.
      self?.later = Timeout.whenIdle {
        if self?.widget.isFocused ?? false { self?.takeFocus() }
      }
    }
    widget.addController(focus)
  }

  func press(_ x: Double, _ y: Double) {
    for (row, cells) in cells.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard let frame = cell.frame(in: box), x >= frame.x, x < frame.x + frame.width,
          y >= frame.y, y < frame.y + frame.height
        else { continue }
        return focus(row, column)
      }
    }
  }

  func go(_ key: Key) -> Bool {
    guard let last = cells.indices.last, cells[last].indices.contains(current.column) else {
      return false
    }
    let along = box.isRightToLeft ? -1 : 1
    switch key {
    case .up, .keypadUp: focus(current.row - 1, current.column)
    case .down, .keypadDown: focus(current.row + 1, current.column)
    case .left, .keypadLeft: focus(current.row, current.column - along)
    case .right, .keypadRight: focus(current.row, current.column + along)
    case .home, .keypadHome: focus(current.row, 0)
    case .end, .keypadEnd: focus(current.row, cells[current.row].count - 1)
    default: return false
    }
    return true
  }

  /// One cell at a time is a stop of Tab.
  private func focus(_ row: Int, _ column: Int) {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return }
    cells[current.row][current.column].isFocusable = false
    current = (row, column)
    cells[row][column].isFocusable = true
    cells[row][column].grabFocus()
  }

  @discardableResult
  func takeFocus() -> Bool {
    guard cells.indices.contains(current.row),
      cells[current.row].indices.contains(current.column)
    else { return false }
    return cells[current.row][current.column].grabFocus()
  }

  func show(_ table: TextDocument.Grid, rule: String) {
    guard table != shown else { return }
    shown = table
    let hadFocus = box.containsFocus
    box.removeAll()
    let grid = Grid(rowSpacing: 0, columnSpacing: 0)
    grid.addClass("figure-table")
    grid.setAccessibleRole(.table)
    grid.setAccessibleLabel(table.caption)
    grid.verticalAlignment = .start
    for (index, column) in table.columns.enumerated() {
      let heading = cell(column.title, column, isHeader: true)
      // The corner over the names of the rows may be empty.
      heading.setAccessibleLabel(column.title.isEmpty ? table.caption : column.title)
      grid.attach(heading, column: index, row: 0)
    }
    let rows = Array(table.rows.prefix(Self.mostRows))
    grid.setAccessibleSize(rows: rows.count, columns: table.columns.count)
    cells = rows.enumerated().map { row, values in
      table.columns.enumerated().map { index, column in
        let text = values.indices.contains(index) ? values[index] : ""
        // A label takes no focus.
        let frame = Box(.horizontal, [cell(text, column, isHeader: false)])
        frame.addClass("figure-frame")
        frame.setAccessibleRole(.cell)
        name(frame, text, values.first ?? "", column.title, (row, index), of: table, rows.count)
        grid.attach(frame, column: index, row: row + 1)
        return frame
      }
    }
    box.append(grid)
    current = (
      min(current.row, max(0, cells.count - 1)),
      min(current.column, max(0, table.columns.count - 1))
    )
    if !cells.isEmpty, cells[current.row].indices.contains(current.column) {
      cells[current.row][current.column].isFocusable = true
    }
    if hadFocus { takeFocus() }
    if table.rows.isEmpty { box.append(PageParts.dim(tr("There is nothing in it yet."))) }
    if table.rows.count > Self.mostRows {
      box.append(
        PageParts.dim(
          tr(
            "The first {count} of {total} rows. An export has them all.",
            ["count": Self.mostRows, "total": table.rows.count])))
    }
    if !rule.isEmpty {
      let words = PageParts.dim(rule)
      words.setMargins(top: 12)
      box.append(words)
    }
  }

  private func name(
    _ frame: Box, _ text: String, _ row: String, _ column: String, _ place: (row: Int, column: Int),
    of table: TextDocument.Grid, _ rows: Int
  ) {
    let value = text.isEmpty ? tr("empty") : text
    let words =
      place.column == 0
      ? value
      : [
        row, column.isEmpty ? value : tr("{column}: {value}", ["column": column, "value": value]),
      ]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    frame.setAccessibleLabel(words)
    frame.setAccessiblePosition(row: place.row + 1, column: place.column + 1)
    frame.setAccessibleDescription(
      tr(
        "row {row} of {rows}, column {column} of {columns}",
        [
          "row": place.row + 1, "rows": rows, "column": place.column + 1,
          "columns": table.columns.count,
        ]))
  }

  private func cell(_ text: String, _ column: TextDocument.Grid.Column, isHeader: Bool) -> Label {
    let label = Label(text, classes: ["figure-cell", isHeader ? "figure-header" : "figure-value"])
    label.alignment = column.isFigure ? 1 : 0
    label.wraps = true
    label.verticalAlignment = .start
    label.setWidthInCharacters(maximum: column.isFigure ? 14 : 44)
    label.expandsHorizontally = true
    // GTK tells screen readers nothing of a column's header.
    if isHeader { label.setAccessibleRole(.heading) }
    return label
  }
}
