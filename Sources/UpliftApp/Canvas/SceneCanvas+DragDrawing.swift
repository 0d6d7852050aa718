import Gtk
import UpliftDrawing

/// What is seen of a drag: an overlay, so that nothing is laid out or drawn anew under it.
extension SceneCanvas {
  private static let ghostOpacity = 0.85

  func drawDrag(_ snapshot: Snapshot) {
    guard let dragging else { return }
    let background = RGBA(view.scene.background.with(alpha: 0.62))
    let band = dragging.grip.place.band
    if !dragging.copies, !dragging.items.isEmpty {
      for index in dragging.items {
        let item = view.scene.items[index]
        let region = view.region(of: view.pane(of: item))
        let frame = view.frame(of: item)
        guard frame.intersects(region) else { continue }
        snapshot.clipped(to: Rectangle(region)) { snapshot.fill(Rectangle(frame), background) }
      }
    }
    if let preview = dragging.drag.preview { draw(preview, snapshot) }
    for mark in dragging.drag.marks { draw(mark, snapshot) }
    drawGhost(dragging, band, snapshot)
  }

  private func draw(_ preview: SceneItem, _ snapshot: Snapshot) {
    let pane = view.pane(of: preview)
    let offset = view.offset(of: pane)
    guard let node = nodes.node(for: preview.content, .full) else { return }
    snapshot.clipped(to: Rectangle(view.region(of: pane))) {
      snapshot.transformed(x: offset.x, y: offset.y, scale: view.zoom) {
        snapshot.transformed(x: preview.frame.x, y: preview.frame.y) { snapshot.append(node) }
      }
    }
  }

  private func draw(_ mark: DropMark, _ snapshot: Snapshot) {
    let region = view.region(of: view.pane(of: mark.frame, in: mark.band))
    var frame = view.frame(mark.frame, in: mark.band)
    guard frame.inset(-4, -4).intersects(region) else { return }
    snapshot.clipped(to: Rectangle(region)) {
      switch mark.shape {
      case .bar:
        // As thick at any zoom as one can see.
        let isUpright = frame.height > frame.width
        let thickness = max(3, isUpright ? frame.width : frame.height)
        frame =
          isUpright
          ? Rect(frame.midX - thickness / 2, frame.y, thickness, frame.height)
          : Rect(frame.x, frame.midY - thickness / 2, frame.width, thickness)
        snapshot.fill(Rectangle(frame), RGBA(accent))
      case .area:
        snapshot.fill(Rectangle(frame), RGBA(accent.with(alpha: 0.09)))
        snapshot.stroke(
          Rectangle(frame.inset(1, 1)), radius: 4, width: 1.5, RGBA(accent.with(alpha: 0.6)))
      case .outline:
        let radius = 6 * view.zoom
        snapshot.fill(Rectangle(frame), radius: radius, RGBA(accent.with(alpha: 0.14)))
        snapshot.stroke(Rectangle(frame), radius: radius, width: 2, RGBA(accent))
      }
    }
  }

  private func drawGhost(_ dragging: CanvasDragging, _ band: Band, _ snapshot: Snapshot) {
    guard let ghost = dragging.ghost(view.scene, nodes, detail, accent: accent) else { return }
    let grip = dragging.grip.place.point
    let offset = view.offset(of: view.pane(of: Rect(grip.x, grip.y, 0, 0), in: band))
    let axis = dragging.drag.axis
    let x = axis == .vertical ? offset.x : dragging.pointer.x - grip.x * view.zoom
    let y = axis == .horizontal ? offset.y : dragging.pointer.y - grip.y * view.zoom
    snapshot.withOpacity(Self.ghostOpacity) {
      snapshot.transformed(x: x, y: y, scale: view.zoom) { snapshot.append(ghost) }
    }
  }

  // MARK: Edges

  /// Where something can be made wider, while it is pointed at or selected by itself.
  func drawEdges(in pane: ScenePane, _ snapshot: Snapshot) {
    guard pane.band == .body, dragging == nil, editing == nil else { return }
    var shown: Set<Int> = []
    if let hovered, view.scene.items.indices.contains(hovered) { shown.insert(hovered) }
    if selection.count == 1, let index = marked.first { shown.insert(index) }
    for index in shown
    where view.pane(of: view.scene.items[index]) == pane && hasEdges(view.scene.items[index]) {
      let frame = view.frame(of: view.scene.items[index])
      let height = min(18, max(8, frame.height - 12))
      for x in [frame.minX, frame.maxX] {
        let pill = Rect(x - 2.5, frame.midY - height / 2, 5, height)
        snapshot.fill(
          Rectangle(pill.inset(-1, -1)), radius: 3.5, RGBA(view.scene.background))
        snapshot.fill(Rectangle(pill), radius: 2.5, RGBA(accent))
      }
    }
  }
}
