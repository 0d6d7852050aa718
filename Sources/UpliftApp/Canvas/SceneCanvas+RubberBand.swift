import Gtk
import UpliftDrawing

/// A frame around what is to be selected.
struct RubberBand {
  /// In pixels of the whole scene, so that it stays there when the view scrolls.
  var start: Point
  /// In pixels of the view.
  var pointer: Point
  var adds: Bool
  /// What was selected before.
  var selection: Set<ItemSubject>
  var current: ItemSubject?
  var isTicking = false

  /// In pixels of the view.
  func frame(scrolled: Point) -> Rect {
    let start = Point(start.x - scrolled.x, start.y - scrolled.y)
    return Rect(
      min(start.x, pointer.x), min(start.y, pointer.y), abs(pointer.x - start.x),
      abs(pointer.y - start.y))
  }
}

extension SceneCanvas {
  /// Pixels that the pointer must have gone before a press is more than a click.
  private static let threshold = 6.0
  /// Pixels a second.
  private static let bandSpeed = 700.0

  func addRubberBand() {
    var start = Point.zero
    var isCancelled = false
    let drag = DragController()
    drag.onBegin { [weak self, weak drag] x, y in
      guard let self, let drag else { return }
      start = Point(x, y)
      isCancelled = false
      if isSpaceHeld || !isFree(start) { drag.deny() }
    }
    drag.onUpdate { [weak self, weak drag] dx, dy in
      guard let self, let drag else { return }
      let pointer = Point(start.x + dx, start.y + dy)
      if rubberBand == nil {
        guard !isCancelled, abs(dx) + abs(dy) > Self.threshold else { return }
        drag.claim()
        beginBand(from: start)
        isCancelled = true
      }
      moveBand(to: pointer, adds: drag.modifiers.contains(.control))
    }
    drag.onCancel { [weak self] in self?.endBand() }
    drag.onEnd { [weak self] _, _ in self?.endBand() }
    addController(drag)
  }

  func beginBand(from start: Point) {
    rubberBand = RubberBand(
      start: Point(start.x + view.scrolled.x, start.y + view.scrolled.y), pointer: start,
      adds: false, selection: selection, current: current)
  }

  func moveBand(to pointer: Point, adds: Bool) {
    guard rubberBand != nil else { return }
    rubberBand?.pointer = pointer
    rubberBand?.adds = adds
    selectInBand()
    scrollBandAtEdges()
  }

  func endBand() {
    rubberBand = nil
    queueDraw()
  }

  /// Escape: selected is what was before. False when there is no frame.
  func cancelBand() -> Bool {
    guard let band = rubberBand else { return false }
    endBand()
    select(band.selection, current: band.current)
    return true
  }

  /// Goes on while the pointer rests near an edge.
  private func scrollBandAtEdges() {
    guard let band = rubberBand, !band.isTicking, bandTarget(1) != view.scrolled else { return }
    rubberBand?.isTicking = true
    var last: Int64?
    onTick { [weak self] time in
      guard let self, rubberBand != nil, bandTarget(1) != view.scrolled else {
        self?.rubberBand?.isTicking = false
        return false
      }
      let elapsed = min(0.05, Double(time - (last ?? time)) / 1_000_000)
      last = time
      scroll(to: bandTarget(Self.bandSpeed * elapsed))
      selectInBand()
      return true
    }
  }

  private func bandTarget(_ distance: Double) -> Point {
    guard let band = rubberBand else { return view.scrolled }
    let direction = view.scrolling(at: band.pointer, .both)
    return view.bounded(
      Point(
        view.scrolled.x + direction.x * distance, view.scrolled.y + direction.y * distance))
  }

  /// Where there is nothing to take hold of.
  private func isFree(_ point: Point) -> Bool {
    if isOverEditor(point) || grip(at: point)?.edge != nil { return false }
    guard let index = view.item(at: point) else { return true }
    let item = view.scene.items[index]
    return item.band == .body && item.role == .cell
  }

  private func selectInBand() {
    guard let band = rubberBand else { return }
    let frame = band.frame(scrolled: view.scrolled)
    let caught = view.scene.items.filter { item in
      [.card, .note, .emotionPoint].contains(item.role)
        && view.frame(of: item).intersects(frame)
    }.compactMap(\.subject)
    let subjects = band.adds ? band.selection.union(caught) : Set(caught)
    if !caught.isEmpty || !band.adds { select(subjects, current: caught.last ?? current) }
    queueDraw()
  }
}
