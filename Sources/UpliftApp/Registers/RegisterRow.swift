import Foundation
import Gtk
import UpliftCore

/// A record of a register as a row of cells.
@MainActor final class RegisterRow<Record: Ranked> {
  let id: UUID
  private(set) var record: Record
  let box = Box(.horizontal)
  private(set) var cells: [RegisterCell] = []

  /// - Parameters:
  ///   - press: a cell was clicked: its column, how often, and the keys that were held.
  ///   - open: somebody wants to go where a cell leads.
  init(
    _ record: Record, _ columns: [RegisterColumn<Record>],
    press: @escaping (UUID, Int, Int, Modifiers) -> Void,
    open: @escaping (UUID, Int) -> Void
  ) {
    id = record.id
    self.record = record
    let id = record.id
    box.addClass("table-row")
    box.addClass("register-row")
    for (place, column) in columns.enumerated() {
      let cell = RegisterCell(
        width: column.width, grows: column.grows, leads: column.leads
      ) { open(id, place) }
      let click = ClickController()
      click.onPressed { [weak click] count, _, _ in
        press(id, place, count, click?.modifiers ?? [])
      }
      cell.box.addController(click)
      cells.append(cell)
      box.append(cell.box)
    }
  }

  func show(_ record: Record, _ columns: [RegisterColumn<Record>], name: String) {
    self.record = record
    for (cell, column) in zip(cells, columns) {
      cell.show(
        column.text(record), heading: column.title, of: name, isMarked: column.isMarked(record),
        leads: column.target(record) != nil)
    }
  }

  /// As high as its highest text.
  func adaptHeight() {
    box.setSizeRequest(height: max(32, cells.map(\.textHeight).max() ?? 0))
  }

  func setSelected(_ isSelected: Bool) {
    box.setClass("selected", isSelected)
    for cell in cells { cell.box.setAccessibleSelected(isSelected) }
  }
}
