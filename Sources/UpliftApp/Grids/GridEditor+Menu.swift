import Gtk
import UpliftCore

/// What the menu over a grid offers.
extension GridEditor {
  func menu() -> Menu {
    let cells = Menu()
    cells.append(tr("Cut"), action: "grid.cut")
    cells.append(tr("Copy"), action: "grid.copy")
    cells.append(tr("Paste"), action: "grid.paste")
    cells.append(tr("Fill down"), action: "grid.fill")
    cells.append(tr("Clear"), action: "grid.clear")
    let lines = Menu()
    lines.append(tr("Delete row"), action: "grid.delete-row")
    lines.append(tr("Delete column"), action: "grid.delete-column")
    let all = Menu()
    all.append(tr("Copy table with headings"), action: "grid.copy-all")
    return Menu().append(section: cells).append(section: lines).append(section: all)
  }

  func actions() -> ActionGroup {
    let group = ActionGroup()
    let changing = [
      group.addAction("cut") { [weak self] in self?.cut() },
      group.addAction("paste") { [weak self] in self?.paste() },
      group.addAction("fill") { [weak self] in self?.fillDown() },
      group.addAction("clear") { [weak self] in
        guard let self, let grid else { return }
        take(grid.clearing(view.selection))
      },
      group.addAction("delete-row") { [weak self] in self?.removeLine(column: false) },
      group.addAction("delete-column") { [weak self] in self?.removeLine(column: true) },
    ]
    group.addAction("copy") { [weak self] in self?.copy() }
    group.addAction("copy-all") { [weak self] in self?.copyAll() }
    for action in changing { action.isEnabled = !session.isReadOnly }
    return group
  }

  func openMenu(_ x: Double, _ y: Double) {
    endEditing()
    if let place = view.place(x: x, y: y), !view.selection.contains(place) { select(place) }
    popUpMenu(at: Rectangle(x, y, 1, 1))
  }

  func popUpMenu(at place: Rectangle) {
    let popover = Popover(menu: menu())
    popover.setParent(view)
    popover.pointTo(place)
    popover.hasArrow = false
    keep(popover)
    popover.popUp()
  }
}
