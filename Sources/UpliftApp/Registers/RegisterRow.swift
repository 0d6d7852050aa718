import Foundation
import Gtk
import UpliftCore

/// A row of cells, which shows one record after the other.
@MainActor final class RegisterRow<Record: Ranked> {
  private(set) var record: Record?
  /// Of the record; another one each time as long as there is none.
  var id: UUID { record?.id ?? none }
  private let none = UUID()
  /// Among all that are shown.
  private(set) var place = -1
  let box: RegisterTableLine
  let cells: [RegisterCell]
  private let columns: [RegisterColumn<Record>]

  /// - Parameters:
  ///   - press: a cell was clicked: its column, how often, and the keys that were held.
  ///   - open: somebody wants to go where a cell leads.
  ///   - drag: the row is dragged by so many pixels; nil: it was let go.
  init(
    _ columns: [RegisterColumn<Record>], _ places: RegisterColumns,
    press: @escaping (UUID, Int, Int, Modifiers) -> Void,
    open: @escaping (UUID, Int) -> Void,
    drag: @escaping (UUID, Double?) -> Void
  ) {
    self.columns = columns
    var opens: ((Int) -> Void)?
    cells = columns.enumerated().map { place, column in
      RegisterCell(column.layout) { opens?(place) }
    }
    box = RegisterTableLine(places, cells.map(\.box))
    opens = { [weak self] place in
      if let self { open(id, place) }
    }
    box.setAccessibleRole(.row)
    box.addClass("table-row")
    box.addClass("register-row")
    for (place, cell) in cells.enumerated() {
      let click = ClickController()
      click.onPressed { [weak self, weak click] count, _, _ in
        if let self { press(id, place, count, click?.modifiers ?? []) }
      }
      cell.box.addController(click)
    }
    let dragging = DragController()
    dragging.onUpdate { [weak self] _, dy in
      if let self { drag(id, dy) }
    }
    dragging.onEnd { [weak self] _, _ in
      if let self { drag(id, nil) }
    }
    box.addController(dragging)
  }

  /// - Parameter count: of all rows.
  func show(
    _ record: Record, at place: Int, of count: Int, name: String, isSelected: Bool
  ) {
    self.record = record
    self.place = place
    box.setClass("last", place == count - 1)
    box.setAccessibleLabel(name)
    box.setAccessiblePosition(row: place + 1)
    for (index, (cell, column)) in zip(cells, columns).enumerated() {
      cell.show(
        column.text(record), of: name, isMarked: column.isMarked(record),
        leads: column.leads && column.target(record) != nil, line: column.line?(record) ?? nil)
      cell.box.setAccessiblePosition(row: place + 1, column: index + 1)
      cell.box.setAccessibleDescription(
        tr(
          "row {row} of {rows}, column {column} of {columns}",
          ["row": place + 1, "rows": count, "column": index + 1, "columns": columns.count]))
    }
    setSelected(isSelected)
  }

  /// As high as its highest text, in logical pixels.
  ///
  /// - Parameter widths: of the columns, as they are now.
  @discardableResult
  func adaptHeight(_ widths: [Int]) -> Int {
    let height = cells.enumerated().reduce(RegisterCell.leastHeight) { highest, cell in
      max(
        highest,
        cell.element.textHeight(
          widths.indices.contains(cell.offset) ? widths[cell.offset] : nil))
    }
    box.setSizeRequest(height: height)
    // The line below it.
    return height + 1
  }

  func setSelected(_ isSelected: Bool) {
    box.setClass("selected", isSelected)
    for cell in cells { cell.box.setAccessibleSelected(isSelected) }
  }
}
