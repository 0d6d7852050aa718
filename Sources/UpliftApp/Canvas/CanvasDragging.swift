import Gtk
import UpliftDrawing

/// A drag in progress on a canvas.
final class CanvasDragging {
  let drag: any CanvasDrag
  let grip: CanvasGrip
  /// In pixels of the view; may be outside of it.
  var pointer: Point
  var copies = false
  /// Items of `drag.subjects` that are in the grip's band.
  private(set) var items: [Int] = []
  private(set) var ghost: RenderNode?
  private var ghostDetail: SnapshotPainter.Detail?
  var isTicking = false
  /// How far the view was scrolled when it began.
  let start: Point

  /// Of many things those around the pointer are enough to see what is dragged.
  private static let largestGhost = 80

  init(_ drag: any CanvasDrag, _ grip: CanvasGrip, at pointer: Point, scrolled start: Point) {
    self.start = start
    self.drag = drag
    self.grip = grip
    self.pointer = pointer
  }

  func take(_ scene: Scene) {
    let subjects = drag.subjects
    ghost = nil
    ghostDetail = nil
    guard !subjects.isEmpty else { return items = [] }
    items = scene.items.indices.filter { index in
      let item = scene.items[index]
      guard item.band == grip.place.band, let subject = item.subject else { return false }
      return subjects.contains(subject)
    }
  }

  /// What follows the pointer, at 100 % and where it stands in the scene.
  func ghost(
    _ scene: Scene, _ nodes: NodeCache, _ detail: SnapshotPainter.Detail, accent: Color
  ) -> RenderNode? {
    if ghostDetail == detail { return ghost }
    ghostDetail = detail
    let centre = grip.place.point
    func distance(_ index: Int) -> Double {
      let frame = scene.items[index].frame
      return abs(frame.midX - centre.x) + abs(frame.midY - centre.y)
    }
    var near = items
    if near.count > Self.largestGhost {
      near = Array(near.sorted { distance($0) < distance($1) }.prefix(Self.largestGhost))
    }
    let snapshot = Snapshot()
    for index in near {
      let item = scene.items[index]
      guard let node = nodes.node(for: item.content, detail) else { continue }
      // Paper behind and a rim around it tell it from what it passes over.
      let radius = item.role == .card || item.role == .note ? 6.0 : 0
      let paper = Rectangle(item.frame)
      snapshot.fill(paper, radius: radius, RGBA(scene.background))
      snapshot.transformed(x: item.frame.x, y: item.frame.y) { snapshot.append(node) }
      snapshot.stroke(paper, radius: radius, width: 1.5, RGBA(accent))
    }
    ghost = snapshot.takeNode()
    return ghost
  }
}
