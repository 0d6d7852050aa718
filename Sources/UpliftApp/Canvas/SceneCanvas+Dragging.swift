import Gtk
import UpliftDrawing

/// Taking hold of something, dragging it and letting it go.
extension SceneCanvas {
  /// Pixels that the pointer must have gone before a press is more than a click.
  private static let threshold = 6.0
  /// Pixels a second.
  private static let scrollSpeed = 700.0

  public var isDragging: Bool { dragging != nil }

  func addDragging() {
    var start = Point.zero
    var hasBegun = false
    let gesture = DragController()
    gesture.onBegin { [weak self, weak gesture] x, y in
      guard let self, let gesture else { return }
      start = Point(x, y)
      hasBegun = false
      if isSpaceHeld || grip(at: start) == nil || isOverEditor(start) { gesture.deny() }
    }
    gesture.onUpdate { [weak self, weak gesture] dx, dy in
      guard let self, let gesture else { return }
      let pointer = Point(start.x + dx, start.y + dy)
      if !hasBegun {
        guard abs(dx) + abs(dy) > Self.threshold else { return }
        hasBegun = true
        guard beginDrag(from: start, to: pointer) else {
          gesture.deny()
          return
        }
        gesture.claim()
      }
      if leaves(at: pointer) {
        // None of them sees the release.
        resetControllers()
      } else {
        drag(to: pointer, copies: gesture.modifiers.contains(.control))
      }
    }
    gesture.onCancel { [weak self] in self?.cancelDrag() }
    gesture.onEnd { [weak self] _, _ in self?.endDrag() }
    addController(gesture)
  }

  // MARK: Grips

  /// What could be taken hold of at a pixel; nil where there is nothing.
  func grip(at point: Point) -> CanvasGrip? { grip(at: point, over: view.item(at: point)) }

  /// - Parameter index: of what is at the pixel.
  private func grip(at point: Point, over index: Int?) -> CanvasGrip? {
    guard let index, resizableEdge(at: point) == nil else { return nil }
    let item = view.scene.items[index]
    let place = view.place(at: point)
    if let (subject, edge) = edge(at: point, item) {
      return CanvasGrip(subject: subject, edge: edge, place: place)
    }
    guard item.role != .cell, let subject = item.subject else { return nil }
    return CanvasGrip(subject: subject, place: place)
  }

  /// Pixels beside an edge that belong to it.
  private static let edgeReach = (inside: 6.0, outside: 3.0)
  /// Pixels; what is narrower has no edges to take hold of.
  static let leastWidthWithEdges = 36.0

  private func edge(at point: Point, _ item: SceneItem) -> (ItemSubject, CanvasGrip.Edge)? {
    guard item.role == .cell else { return edge(of: item, at: point) }
    for offset in [Self.edgeReach.outside, -Self.edgeReach.outside] {
      guard let index = view.item(at: Point(point.x + offset, point.y)) else { continue }
      if let found = edge(of: view.scene.items[index], at: point) { return found }
    }
    return nil
  }

  private func edge(of item: SceneItem, at point: Point) -> (ItemSubject, CanvasGrip.Edge)? {
    guard hasEdges(item), let subject = item.subject else { return nil }
    let frame = view.frame(of: item)
    if point.x < frame.minX + Self.edgeReach.inside { return (subject, .left) }
    if point.x > frame.maxX - Self.edgeReach.inside { return (subject, .right) }
    return nil
  }

  func hasEdges(_ item: SceneItem) -> Bool {
    guard item.role == .card, let subject = item.subject,
      item.frame.width * view.zoom >= Self.leastWidthWithEdges
    else { return false }
    return delegate?.canvas(self, hasEdges: subject) ?? false
  }

  func isOverEditor(_ point: Point) -> Bool {
    guard let editing else { return false }
    return editor.frame(of: editing, in: self).contains(point)
  }

  /// Shows, before anything is pressed, what a press would do.
  ///
  /// - Parameter index: of what is at the pixel.
  func showCursor(at point: Point, over index: Int?) {
    guard !isSpaceHeld, dragging == nil else { return }
    var cursor: String?
    if let edge = resizeCursor(at: point) {
      cursor = edge
    } else if let grip = grip(at: point, over: index) {
      cursor = delegate?.canvas(self, cursorOver: grip)
    }
    setHoverCursor(cursor ?? "default")
  }

  func setHoverCursor(_ name: String) {
    guard name != hoverCursor else { return }
    hoverCursor = name
    setCursor(name)
  }

  // MARK: From the first move to the last

  /// False: what is there stays where it is.
  func beginDrag(from start: Point, to pointer: Point) -> Bool {
    guard dragging == nil, let grip = grip(at: start),
      let drag = delegate?.canvas(self, dragFrom: grip)
    else { return false }
    pendingClick = nil
    stopMotion()
    quiet = grip.subject
    pointAtNothing()
    let new = CanvasDragging(drag, grip, at: pointer, scrolled: view.scrolled)
    new.take(view.scene)
    dragging = new
    return true
  }

  func drag(to pointer: Point, copies: Bool) {
    guard let dragging else { return }
    dragging.pointer = pointer
    dragging.copies = copies
    self.pointer = pointer
    moveDrag()
    scrollAtEdges()
  }

  /// Ctrl was pressed or let go while the pointer rests.
  func setDragCopies(_ copies: Bool) {
    guard let dragging, dragging.copies != copies else { return }
    dragging.copies = copies
    moveDrag()
  }

  private func moveDrag() {
    guard let dragging else { return }
    if isInside(dragging.pointer) || !dragging.drag.leave() {
      let place = view.place(at: dragging.pointer, dragging.drag.axis)
      dragging.drag.move(to: place, copies: dragging.copies)
    }
    setHoverCursor(dragging.drag.cursor)
    queueDraw()
  }

  /// Whoever lets go of a thing outside the picture gives up. A value or an edge goes as far as it
  /// can.
  func endDrag() {
    guard let dragging else { return }
    guard isInside(dragging.pointer) || !dragging.drag.givesUpOutside else { return cancelDrag() }
    stopDragging()
    dragging.drag.drop()
  }

  /// Pixels beyond the edge that still are a drag to the edge.
  private static let overshoot = 40.0

  private func isInside(_ pixel: Point) -> Bool {
    Rect(0, 0, view.size.width, view.size.height).inset(-Self.overshoot, -Self.overshoot)
      .contains(pixel)
  }

  /// As if nothing had been dragged.
  func cancelDrag() {
    guard let dragging else { return }
    stopDragging()
    dragging.drag.cancel()
    if view.scrolled != dragging.start { scroll(to: dragging.start) }
  }

  private func stopDragging() {
    dragging = nil
    setHoverCursor("default")
    queueDraw()
  }

  /// After a new scene: the drag goes on with it, or is over.
  func followDrag() {
    guard let dragging else { return }
    guard dragging.drag.follow(view.scene) else { return cancelDrag() }
    dragging.take(view.scene)
    moveDrag()
  }

  // MARK: Edges

  /// Goes on while the pointer rests near an edge.
  private func scrollAtEdges() {
    guard let dragging, !dragging.isTicking, canScroll(dragging) else { return }
    dragging.isTicking = true
    var last: Int64?
    onTick { [weak self, weak dragging] time in
      guard let self, let dragging, self.dragging === dragging, canScroll(dragging) else {
        dragging?.isTicking = false
        return false
      }
      // Microseconds; after a pause it goes on from where it is.
      let elapsed = min(0.05, Double(time - (last ?? time)) / 1_000_000)
      last = time
      scrollDrag(dragging, Self.scrollSpeed * elapsed)
      return true
    }
  }

  private func canScroll(_ dragging: CanvasDragging) -> Bool {
    scrolled(dragging, 1) != view.scrolled
  }

  private func scrolled(_ dragging: CanvasDragging, _ distance: Double) -> Point {
    let direction = view.scrolling(at: dragging.pointer, dragging.drag.axis)
    return view.bounded(
      Point(
        view.scrolled.x + direction.x * distance, view.scrolled.y + direction.y * distance))
  }

  private func scrollDrag(_ dragging: CanvasDragging, _ distance: Double) {
    scroll(to: scrolled(dragging, distance))
    moveDrag()
  }
}
