import Gtk
import UpliftCore

/// Headings and pinned rows are drawn over what scrolls under them.
extension GridView {
  func drawAll(_ snapshot: Snapshot) {
    let head = Double(geometry.headWidth)
    let top = Double(geometry.headHeight)
    let pinned = Double(geometry.pinnedHeight)
    let (width, height) = (Double(width), Double(height))
    func clip(_ x: Double, _ y: Double, _ isWanted: (GridPlace) -> Bool) {
      let area = mirrored(Rectangle(x, y, max(0, width - x), max(0, height - y)))
      drawCells(snapshot, in: area, isWanted)
    }
    let isPinned = { (place: GridPlace) in place.row >= 0 && place.row < self.geometry.pinned }
    clip(head, top + pinned) { !$0.isHeading && !isPinned($0) }
    clip(0, top + pinned) { $0.isRowHeading && !isPinned($0) }
    clip(head, top) { !$0.isHeading && isPinned($0) }
    clip(0, top) { $0.isRowHeading && isPinned($0) }
    clip(head, 0) { $0.isColumnHeading }
    let area = mirrored(Rectangle(head, 0, max(0, width - head), top))
    snapshot.clipped(to: area) {
      for cell in aboves.values { draw(child: cell.box, snapshot) }
    }
    clip(0, 0) { $0.isHeading && !$0.isRowHeading && !$0.isColumnHeading }
    if let editor { draw(child: editor.widget, snapshot) }
  }

  private func drawCells(
    _ snapshot: Snapshot, in area: Rectangle, _ isWanted: (GridPlace) -> Bool
  ) {
    snapshot.clipped(to: area) {
      for (place, cell) in cells where isWanted(place) { draw(child: cell.box, snapshot) }
    }
  }
}
