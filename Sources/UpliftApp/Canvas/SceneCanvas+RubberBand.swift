import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// Pixels that the pointer must have gone before a press is more than a click.
  private static let threshold = 6.0

  func addRubberBand() {
    var start = Point.zero
    let drag = DragController()
    drag.onBegin { [weak self, weak drag] x, y in
      guard let self, let drag else { return }
      start = Point(x, y)
      if isSpaceHeld || !isFree(start) { drag.deny() }
    }
    drag.onUpdate { [weak self, weak drag] dx, dy in
      guard let self, let drag, rubberBand != nil || abs(dx) + abs(dy) > Self.threshold else {
        return
      }
      if rubberBand == nil { drag.claim() }
      let band = Rect(
        min(start.x, start.x + dx), min(start.y, start.y + dy), abs(dx), abs(dy))
      rubberBand = band
      select(in: band, adds: drag.modifiers.contains(.control))
    }
    drag.onEnd { [weak self] _, _ in
      guard let self else { return }
      rubberBand = nil
      queueDraw()
    }
    addController(drag)
  }

  /// Where there is nothing to take hold of.
  private func isFree(_ point: Point) -> Bool {
    if isOverEditor(point) || grip(at: point)?.edge != nil { return false }
    guard let index = view.item(at: point) else { return true }
    let item = view.scene.items[index]
    return item.band == .body && item.role == .cell
  }

  private func select(in band: Rect, adds: Bool) {
    let caught = view.scene.items.filter { item in
      (item.role == .card || item.role == .note) && view.frame(of: item).intersects(band)
    }.compactMap(\.subject)
    let subjects = adds ? selection.union(caught) : Set(caught)
    if !caught.isEmpty || !adds { select(subjects, current: caught.last ?? current) }
    queueDraw()
  }
}
