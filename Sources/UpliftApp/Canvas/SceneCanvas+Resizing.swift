import Foundation
import Gtk
import UpliftDrawing

/// Lanes are made higher, and columns wider, by dragging the edge of their headers.
extension SceneCanvas {
  /// An edge that has been taken hold of.
  struct Resizing {
    var subject: ItemSubject
    /// True: a lower edge goes up and down; else a column's edge goes sideways.
    var isVertical: Bool
    /// Of the item as it stands, in pixels.
    var frame: Rect
    /// Where the edge would be, in pixels.
    var edge: Double
  }

  /// Pixels on either side of an edge at which it can be taken hold of.
  private static let reach = 4.0
  /// Pixels that something keeps at least while it is dragged.
  private static let least = 16.0

  func addResizing() {
    let drag = DragController()
    drag.setPhase(.capture)
    drag.onBegin { [weak self, weak drag] x, y in
      guard let self, let drag else { return }
      guard !isSpaceHeld, let edge = resizableEdge(at: Point(x, y)) else {
        drag.deny()
        return
      }
      drag.claim()
      endEditing()
      grabFocus()
      resizing = edge
      resizingStart = edge.edge
      queueDraw()
    }
    drag.onUpdate { [weak self] dx, dy in
      guard let self, let start = resizing else { return }
      let edge = resizingStart + (start.isVertical ? dy : dx)
      let frame = start.frame
      resizing?.edge =
        start.isVertical
        ? max(edge, frame.minY + Self.least)
        : view.scene.isMirrored
          ? min(edge, frame.maxX - Self.least) : max(edge, frame.minX + Self.least)
      queueDraw()
    }
    drag.onEnd { [weak self] _, _ in self?.finishResizing() }
    addController(drag)
  }

  private func finishResizing() {
    guard let done = resizing else { return }
    resizing = nil
    queueDraw()
    guard done.edge != resizingStart else { return }
    let length =
      done.isVertical
      ? done.edge - done.frame.minY
      : view.scene.isMirrored ? done.frame.maxX - done.edge : done.edge - done.frame.minX
    delegate?.canvas(self, resized: done.subject, to: length / view.zoom)
  }

  /// Escape: everything stays as it is. False when nothing is being resized.
  func cancelResizing() -> Bool {
    guard resizing != nil else { return false }
    resizing = nil
    queueDraw()
    return true
  }

  /// The edge of a lane's or a step's header at a pixel of the view.
  func resizableEdge(at point: Point) -> Resizing? {
    let headers = view.panes.filter { $0.band == .columnHeader || $0.band == .rowHeader }
      .map(view.region(of:))
    guard headers.contains(where: { $0.contains(point) }) else { return nil }
    for item in view.scene.items where item.role == .laneHeader || item.role == .stepHeader {
      guard let subject = item.subject, view.shows(item) else { continue }
      let frame = view.frame(of: item)
      let isVertical = item.role == .laneHeader
      let edge = isVertical ? frame.maxY : view.scene.isMirrored ? frame.minX : frame.maxX
      let isNear =
        isVertical
        ? abs(point.y - edge) <= Self.reach && point.x >= frame.minX && point.x < frame.maxX
        : abs(point.x - edge) <= Self.reach && point.y >= frame.minY && point.y < frame.maxY
      guard isNear, view.region(of: view.pane(of: item)).contains(point),
        delegate?.canvas(self, canResize: subject) ?? false
      else { continue }
      return Resizing(subject: subject, isVertical: isVertical, frame: frame, edge: edge)
    }
    return nil
  }

  /// What the pointer looks like over an edge; nil where there is none.
  func resizeCursor(at point: Point) -> String? {
    (resizing ?? resizableEdge(at: point)).map { $0.isVertical ? "row-resize" : "col-resize" }
  }

  func drawResizing(_ snapshot: Snapshot) {
    guard let resizing else { return }
    let line =
      resizing.isVertical
      ? Rect(0, resizing.edge - 1, view.size.width, 2)
      : Rect(resizing.edge - 1, 0, 2, view.size.height)
    snapshot.fill(Rectangle(line), RGBA(accent))
  }
}
