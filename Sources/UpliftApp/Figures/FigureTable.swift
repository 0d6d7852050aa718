import Gtk
import UpliftCore

/// What a figure shows as a table of words and numbers, for who would rather read.
@MainActor final class FigureTable {
  private let box = Box(.vertical)
  let widget: ScrolledWindow
  private var shown: TextDocument.Grid?
  /// More make a list that nobody reads to its end; the file has them all.
  private static let mostRows = 400

  init() {
    widget = ScrolledWindow(box)
    widget.setPolicy(horizontal: .automatic, vertical: .automatic)
    box.setMargins(16)
  }

  func show(_ table: TextDocument.Grid, rule: String) {
    guard table != shown else { return }
    shown = table
    box.removeAll()
    let grid = Grid(rowSpacing: 0, columnSpacing: 0)
    grid.addClass("figure-table")
    grid.setAccessibleRole(.table)
    grid.setAccessibleLabel(table.caption)
    grid.verticalAlignment = .start
    for (index, column) in table.columns.enumerated() {
      grid.attach(
        cell(column.title, column, isHeader: true), column: index, row: 0)
    }
    for (row, values) in table.rows.prefix(Self.mostRows).enumerated() {
      for (index, column) in table.columns.enumerated() {
        let text = values.indices.contains(index) ? values[index] : ""
        grid.attach(cell(text, column, isHeader: false), column: index, row: row + 1)
      }
    }
    box.append(grid)
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

  private func cell(_ text: String, _ column: TextDocument.Grid.Column, isHeader: Bool) -> Label {
    let label = Label(text, classes: ["figure-cell", isHeader ? "figure-header" : "figure-value"])
    label.alignment = column.isFigure ? 1 : 0
    label.wraps = true
    label.verticalAlignment = .start
    label.setWidthInCharacters(maximum: column.isFigure ? 14 : 44)
    label.setAccessibleRole(isHeader ? .columnHeader : .cell)
    return label
  }
}
