import Foundation
import Gtk
import UpliftDrawing

/// What a press does once it is released where it was.
enum PendingClick {
  case select(ItemSubject)
  case toggle(ItemSubject)
}

extension SceneCanvas {
  func addPointerControllers() {
    addMotion()
    addResizing()
    addClicks()
    addPanning()
    addRubberBand()
    addDragging()
    addZooming()
  }

  private func addMotion() {
    let motion = MotionController()
    motion.onMotion { [weak self] x, y in
      guard let self else { return }
      pointer = Point(x, y)
      guard dragging == nil else { return }
      let index = view.item(at: pointer)
      hover(index)
      showCursor(at: pointer, over: index)
    }
    motion.onLeave { [weak self] in
      guard let self else { return }
      hover(nil)
      showCursor(at: pointer, over: nil)
    }
    addController(motion)
  }

  private func hover(_ index: Int?) {
    let target = index.flatMap { view.scene.items[$0].subject == nil ? nil : $0 }
    if target == nil { quiet = nil }
    guard target != hovered else { return }
    hovered = target
    let subject = target.flatMap { view.scene.items[$0].subject }
    // What was just put down has said all of it on its way.
    if subject != quiet {
      quiet = nil
      delegate?.canvas(self, pointsAt: subject)
    }
    queueDraw()
  }

  /// What was said of the place under the pointer holds no more.
  func pointAtNothing() {
    guard hovered != nil else { return }
    hovered = nil
    delegate?.canvas(self, pointsAt: nil)
  }

  private func addClicks() {
    let click = ClickController()
    click.onPressed { [weak self, weak click] count, x, y in
      guard let self, let click, !isSpaceHeld else { return }
      press(at: Point(x, y), count: count, click.modifiers)
    }
    click.onReleased { [weak self] _, _, _ in self?.releasePending() }
    addController(click)
    let secondary = ClickController(button: .secondary)
    secondary.onPressed { [weak self] _, x, y in
      guard let self else { return }
      if let index = view.item(at: Point(x, y)), let subject = view.scene.items[index].subject,
        !selection.contains(subject)
      {
        endEditing()
        select(subject, reveals: false)
      }
      delegate?.canvas(self, wantsMenuAt: x, y)
    }
    addController(secondary)
  }

  private func press(at point: Point, count: Int, _ modifiers: Modifiers) {
    pendingClick = nil
    // A press inside the editor is for the editor.
    if isOverEditor(point) { return }
    endEditing()
    grabFocus()
    guard let index = view.item(at: point), let subject = view.scene.items[index].subject else {
      if modifiers.isEmpty { select(nil) }
      return
    }
    if let tool {
      select(subject, reveals: false)
      tool.clicked(subject, modifiers)
    } else if view.scene.items[index].role == .mark, modifiers.isEmpty {
      delegate?.canvas(self, follows: subject)
    } else if modifiers.contains(.control) {
      // It may become a drag that copies what is selected.
      if selection.contains(subject) { pendingClick = .toggle(subject) } else { toggle(subject) }
    } else if modifiers.contains(.shift) {
      extendSelection(to: subject)
    } else if count == 1, selection.count > 1, selection.contains(subject) {
      // It may become a drag of all that is selected.
      pendingClick = .select(subject)
    } else {
      select(subject, reveals: false)
      if count == 2 || view.scene.items[index].role == .button { beginEditing() }
    }
  }

  private func releasePending() {
    switch pendingClick {
    case .select(let subject): select(subject, reveals: false)
    case .toggle(let subject): toggle(subject)
    case nil: break
    }
    pendingClick = nil
  }

  private func addPanning() {
    for button in [PointerButton.middle, .primary] {
      let drag = DragController(button: button)
      drag.onBegin { [weak self, weak drag] _, _ in
        guard let self, let drag else { return }
        guard button == .middle || isSpaceHeld else {
          drag.deny()
          return
        }
        drag.claim()
        stopMotion()
        panStart = view.scrolled
        setCursor("grabbing")
      }
      drag.onUpdate { [weak self] dx, dy in
        guard let self else { return }
        scroll(to: Point(panStart.x - dx, panStart.y - dy))
      }
      drag.onEnd { [weak self] _, _ in
        guard let self else { return }
        setCursor(isSpaceHeld ? "grab" : "default")
      }
      addController(drag)
    }
  }

  private func addZooming() {
    let scroll = ScrollController()
    scroll.onScroll { [weak self, weak scroll] _, dy in
      guard let self, let scroll, scroll.modifiers.contains(.control) else {
        self?.stopMotion()
        return false
      }
      setZoom(view.zoom * pow(1.12, -dy), around: (pointer.x, pointer.y))
      return true
    }
    addController(scroll)
    let pinch = ZoomController()
    pinch.onBegin { [weak self] in
      guard let self else { return }
      zoomStart = view.zoom
    }
    pinch.onScale { [weak self] factor, x, y in
      guard let self else { return }
      setZoom(zoomStart * factor, around: (x, y))
    }
    addController(pinch)
  }
}
