import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// Below this zoom nobody can read, and texts are drawn as bars.
  static let legibleZoom = 0.38
  /// Below this one bars are less than a pixel high.
  static let barZoom = 0.12

  var detail: SnapshotPainter.Detail {
    view.zoom < Self.barZoom ? .blocks : view.zoom < Self.legibleZoom ? .bars : .full
  }

  func drawScene(_ snapshot: Snapshot, inTiles: Bool) {
    nodes.beginFrame()
    if inTiles { tiles.beginFrame(scaleFactor: scaleFactor) }
    isIncomplete = false
    hasDrawnTile = false
    let start = ContinuousClock.now
    let bounds = Rectangle(0, 0, view.size.width, view.size.height)
    snapshot.clipped(to: bounds) {
      snapshot.fill(bounds, RGBA(view.scene.background))
      for pane in view.panes {
        let region = view.region(of: pane)
        guard region.width > 0, region.height > 0 else { continue }
        snapshot.clipped(to: Rectangle(region)) {
          if pane.band != .body { snapshot.fill(Rectangle(region), RGBA(view.scene.background)) }
          if inTiles {
            drawTiles(of: pane, snapshot, since: start)
          } else {
            drawItems(of: pane, snapshot)
          }
          drawStaying(in: pane, snapshot)
          drawMarks(in: pane, snapshot)
          drawEdges(in: pane, snapshot)
          drawFlash(in: pane, snapshot)
          drawDrop(in: pane, snapshot)
        }
      }
    }
    if let rubberBand {
      let frame = Rectangle(rubberBand.frame(scrolled: view.scrolled))
      snapshot.fill(frame, RGBA(accent.with(alpha: 0.1)))
      snapshot.stroke(frame, radius: 0, width: 1, RGBA(accent))
    }
    drawResizing(snapshot)
    if inTiles { finishTiles() }
  }

  private func drawItems(of pane: ScenePane, _ snapshot: Snapshot) {
    let offset = view.offset(of: pane)
    let detail = detail
    snapshot.transformed(x: offset.x, y: offset.y, scale: view.zoom) {
      bands.forEach(in: pane.band, view.visible(pane)) { frame, content in
        guard let node = nodes.node(for: content, detail) else { return }
        snapshot.transformed(x: frame.x, y: frame.y) { snapshot.append(node) }
      }
    }
  }

  /// What is pointed at, selected and focused.
  private func drawMarks(in pane: ScenePane, _ snapshot: Snapshot) {
    if let hovered, view.scene.items.indices.contains(hovered) {
      let item = view.scene.items[hovered]
      if view.pane(of: item) == pane, let subject = item.subject, !selection.contains(subject) {
        let color = accent.with(alpha: 0.45)
        if !drawStageRing(item, color, width: 1, snapshot) {
          snapshot.stroke(
            Rectangle(markFrame(item)), radius: markRadius(item), width: 1, RGBA(color))
        }
      }
    }
    guard !selection.isEmpty || current != nil else { return }
    let hasFocus = containsFocus || editing != nil
    for index in marked where view.pane(of: view.scene.items[index]) == pane {
      let item = view.scene.items[index]
      guard let subject = item.subject, editing?.subject != subject else { continue }
      let frame = markFrame(item)
      guard frame.intersects(view.region(of: pane)) else { continue }
      drawSelection(item, frame, isCurrent: subject == current, hasFocus: hasFocus, snapshot)
    }
  }

  private func drawSelection(
    _ item: SceneItem, _ frame: Rect, isCurrent: Bool, hasFocus: Bool, _ snapshot: Snapshot
  ) {
    let radius = markRadius(item)
    if selection.count > 1 {
      snapshot.fill(Rectangle(frame), radius: radius, RGBA(accent.with(alpha: 0.07)))
    }
    let isSelected = item.subject.map { selection.contains($0) } ?? false
    let color = accent.with(alpha: isCurrent && hasFocus && isSelected ? 1 : 0.6)
    if drawStageRing(item, color, width: isCurrent && isSelected ? 2 : 1.5, snapshot) { return }
    // A light rim tells the ring from an item of nearly its colour.
    snapshot.stroke(
      Rectangle(frame.inset(1, 1)), radius: max(0, radius - 1), width: 2,
      RGBA(view.scene.background.with(alpha: 0.9)))
    snapshot.stroke(
      Rectangle(frame.inset(-1, -1)), radius: radius + 1, width: isCurrent && isSelected ? 2 : 1.5,
      RGBA(color))
  }

  /// What the ring around a stage is drawn from.
  struct StageRing: Equatable {
    var content: ObjectIdentifier
    var color: Color
    var width: Double
    var zoom: Double
  }

  /// Along the edge of a stage's arrow. False: it is none.
  private func drawStageRing(
    _ item: SceneItem, _ color: Color, width: Double, _ snapshot: Snapshot
  ) -> Bool {
    guard let shape = item.outline(inset: 3 / view.zoom) else { return false }
    let key = StageRing(
      content: ObjectIdentifier(item.content), color: color, width: width, zoom: view.zoom)
    let ring: ItemContent
    if let stageRing, stageRing.key == key {
      ring = stageRing.content
    } else {
      // Light, so that it is seen on the stage's own colour, with the accent along it.
      let rim = view.scene.background.with(alpha: width > 1 ? 0.95 : 0.6)
      ring = ItemContent([
        .stroke(shape, rim, width: (width + 2) / view.zoom),
        .stroke(shape, color, width: width / view.zoom),
      ])
      stageRing = (key, ring)
    }
    guard let node = nodes.node(for: ring, .full) else { return true }
    let offset = view.offset(of: view.pane(of: item))
    snapshot.transformed(x: offset.x, y: offset.y, scale: view.zoom) {
      snapshot.transformed(x: item.frame.x, y: item.frame.y) { snapshot.append(node) }
    }
    return true
  }

  /// Around what stands free; inside what has neighbours.
  private func markFrame(_ item: SceneItem) -> Rect {
    let frame = view.frame(of: item)
    switch item.role {
    case .card, .note, .emotionPoint, .cluster: return frame.inset(-2, -2)
    // Its words stand close to its edges.
    case .lineLabel: return frame.inset(1, -2)
    default: return frame.inset(2, 2)
    }
  }

  private func markRadius(_ item: SceneItem) -> Double {
    switch item.role {
    case .emotionPoint: view.frame(of: item).width / 2 + 2
    case .card, .note, .cluster: 6 * view.zoom + 2
    default: 4
    }
  }
}
