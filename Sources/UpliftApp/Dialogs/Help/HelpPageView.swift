import Gtk

/// A page of help, laid out.
struct HelpPageView {
  let widget: Widget

  /// - Parameter follow: gets a link; false lets the desktop open it.
  init(_ page: HelpPage, follow: @escaping (String) -> Bool) {
    let column = Box(.vertical, spacing: 8)
    column.addClass("help-column")
    func label(_ text: String, _ classes: [String]) -> Label {
      let label = Label("", classes: classes)
      label.setMarkup(HelpMarkup.pango(text))
      label.wraps = true
      label.alignment = 0
      label.onLink(follow)
      return label
    }
    column.append(label(page.title, ["help-title"]))
    for block in page.blocks {
      switch block {
      case .heading(let level, let text):
        column.append(label(text, [level < 3 ? "help-heading" : "help-subheading"]))
      case .paragraph(let text): column.append(label(text, ["help-text"]))
      case .item(let level, let marker, let text):
        let mark = Label(marker, classes: ["help-text", "dim"])
        mark.verticalAlignment = .start
        mark.setWidthInCharacters(minimum: 2)
        mark.alignment = 1
        let words = label(text, ["help-text"])
        words.expandsHorizontally = true
        let row = Box(.horizontal, spacing: 8, [mark, words])
        row.setMargins(start: 20 * level)
        column.append(row)
      case .code(let text):
        let code = Label(text, classes: ["help-code"])
        code.alignment = 0
        code.isSelectable = true
        code.wraps = true
        column.append(code)
      case .quote(let text): column.append(label(text, ["notice"]))
      case .table(let header, let rows):
        let grid = Grid(rowSpacing: 0, columnSpacing: 0)
        grid.addClass("help-table")
        for (row, cells) in ([header] + rows).enumerated() {
          for (place, text) in cells.enumerated() {
            let cell = label(text, row == 0 ? ["help-cell", "help-header"] : ["help-cell"])
            cell.expandsHorizontally = place == cells.count - 1
            if place == 0 { cell.setWidthInCharacters(minimum: 14, maximum: 26) }
            cell.verticalAlignment = .fill
            grid.attach(cell, column: place, row: row)
          }
        }
        column.append(grid)
      }
    }
    widget = column
  }
}
