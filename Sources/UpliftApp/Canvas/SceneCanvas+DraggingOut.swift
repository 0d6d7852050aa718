import Gtk
import UpliftDrawing

/// A drag that has left the window. It comes back as it was, or ends in another program.
final class CanvasDraggingOut {
  let dragging: CanvasDragging
  let drag: OutgoingDrag

  init(_ dragging: CanvasDragging, _ drag: OutgoingDrag) {
    self.dragging = dragging
    self.drag = drag
  }
}

/// What is dragged past the edge of the window can be let go in another program, as a picture or as
/// a text.
extension SceneCanvas {
  /// Pixels beyond the window: who drags along its edge is not leaving yet.
  private static let leaving = 4.0
  /// Pixels; of what is larger the part around the pointer goes along.
  private static let largestIcon = Size(480, 320)

  /// True: the window system has taken the drag over.
  func leaves(at pointer: Point) -> Bool {
    guard let dragging, !dragging.items.isEmpty,
      isOutsideWindow(x: pointer.x, y: pointer.y, by: Self.leaving),
      let offer = delegate?.canvas(self, offersDragged: dragging.drag.subjects)
    else { return false }
    let icon = icon(of: dragging)
    let begun = OutgoingDrag.begin(
      from: self, offer.types, icon: icon?.texture, hold: icon?.hold ?? (0, 0), offer.make)
    guard let begun else { return false }
    let out = CanvasDraggingOut(dragging, begun)
    draggingOut = out
    self.dragging = nil
    setHoverCursor("default")
    // The edge that it crossed was not meant to scroll.
    if view.scrolled != dragging.start { scroll(to: dragging.start) }
    queueDraw()
    begun.onEnd { [weak self] _ in
      guard let self, draggingOut === out else { return }
      draggingOut = nil
      // What was let go over this canvas has been dropped already.
      guard dragging === out.dragging else { return out.dragging.drag.cancel() }
      cancelDrag()
    }
    return true
  }

  /// Over this canvas again: it goes on as if it had never left. False: it is another drag.
  func resumesDrag(of target: DropTarget, at pointer: Point) -> Bool {
    guard let out = draggingOut, out.drag.isOver(target) else { return false }
    if dragging !== out.dragging {
      guard out.dragging.drag.follow(view.scene) else { return true }
      out.dragging.take(view.scene)
      dragging = out.dragging
    }
    drag(to: pointer, copies: false)
    return true
  }

  /// It goes away once more.
  func suspendDrag() {
    guard let out = draggingOut, dragging === out.dragging else { return }
    dragging = nil
    queueDraw()
  }

  private func icon(of dragging: CanvasDragging) -> (texture: Texture, hold: (x: Int, y: Int))? {
    let grip = dragging.grip.place.point
    guard let first = dragging.items.first,
      let ghost = dragging.ghost(view.scene, nodes, .full, accent: accent),
      let renderer = try? SoftwareRenderer()
    else { return nil }
    var frame = dragging.items.dropFirst().reduce(view.scene.items[first].frame) {
      $0.union(view.scene.items[$1].frame)
    }
    let size = Size(
      min(frame.width, Self.largestIcon.width), min(frame.height, Self.largestIcon.height))
    frame = Rect(
      min(max(grip.x - size.width / 2, frame.minX), frame.maxX - size.width),
      min(max(grip.y - size.height / 2, frame.minY), frame.maxY - size.height),
      size.width, size.height)
    return renderer.render(ghost, Rectangle(frame)).map {
      ($0, (Int(grip.x - frame.x), Int(grip.y - frame.y)))
    }
  }
}
