import Gtk
import UpliftCore

/// Clicks, drags and what the pointer rests on.
extension GridEditor {
  func addPointer() {
    let click = ClickController()
    click.onPressed { [weak self, weak click] count, x, y in
      self?.pressed(x, y, count: count, click?.modifiers ?? [])
    }
    view.addController(click)
    let menu = ClickController(button: .secondary)
    menu.onPressed { [weak self] _, x, y in self?.openMenu(x, y) }
    view.addController(menu)
    let drag = DragController()
    drag.onUpdate { [weak self] dx, dy in self?.dragged(dx, dy) }
    drag.onBegin { [weak self] x, y in
      guard let self else { return }
      dragPoint = (x, y)
      dragStart = editing == nil ? view.place(x: x, y: y) : nil
    }
    drag.onEnd { [weak self] _, _ in self?.dragStart = nil }
    view.addController(drag)
    let motion = MotionController()
    motion.onMotion { [weak self] x, y in self?.hover(x, y) }
    view.addController(motion)
  }

  private func pressed(_ x: Double, _ y: Double, count: Int, _ modifiers: Modifiers) {
    if let editing, let frame = editing.editor.widget.frame(in: view), x >= frame.x,
      x <= frame.x + frame.width, y >= frame.y, y <= frame.y + frame.height
    {
      return
    }
    endEditing()
    guard let place = view.place(x: x, y: y) else {
      view.focusCurrent()
      return
    }
    select(place, extends: modifiers.contains(.shift))
    if count == 2 || (isNew(place) && count == 1) { edit(place) }
  }

  private func dragged(_ dx: Double, _ dy: Double) {
    guard let dragStart, editing == nil, abs(dx) + abs(dy) > 8,
      let place = view.place(x: dragPoint.x + dx, y: dragPoint.y + dy)
    else { return }
    view.select(GridSelection(place, anchor: dragStart))
    view.focusCurrent()
    onCurrent?()
  }

  /// The whole text, and why a cell is marked.
  private func hover(_ x: Double, _ y: Double) {
    let place = view.place(x: x, y: y)
    guard place != hovered, let grid else { return }
    hovered = place
    guard let place else {
      view.tooltip = ""
      return
    }
    var parts: [String] = []
    if place.isHeading {
      let line =
        place.isRowHeading
        ? grid.rows[place.row] : place.isColumnHeading ? grid.columns[place.column] : nil
      if let line, line.fullTitle.count > 16 { parts.append(line.fullTitle) }
      if let line { parts.append(line.detail) }
    } else {
      let cell = grid.cell(at: place)
      if cell.text.count > 8 { parts.append(cell.text) }
      parts += [cell.mark, cell.note]
    }
    view.tooltip = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
