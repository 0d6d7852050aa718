import Gtk
import UpliftCore
import UpliftDrawing

/// The pointer hides when it rests; held down, it is a laser pointer.
extension PresentationWindow {
  func addPointer() {
    let motion = MotionController()
    motion.onMotion { [weak self] x, y in self?.pointerMoved(to: Point(x, y)) }
    canvas.addController(motion)
    let drag = DragController()
    drag.onBegin { [weak self] x, y in self?.press(at: Point(x, y)) }
    // A finger moves no pointer.
    drag.onUpdate { [weak self] dx, dy in
      guard let self else { return }
      pointerMoved(to: Point(pressPoint.x + dx, pressPoint.y + dy))
    }
    drag.onEnd { [weak self] _, _ in self?.release() }
    canvas.addController(drag)
    let scroll = ScrollController()
    scroll.onScroll { [weak self] dx, dy in
      self?.turn(abs(dy) >= abs(dx) ? dy : dx)
      return true
    }
    canvas.addController(scroll)
  }

  func press(at point: Point) {
    pointer = point
    pressPoint = point
    canvas.turnLaserOn(at: point)
    bar.hide()
    hidePointer()
  }

  func release() {
    guard !holdsLaser else { return }
    canvas.turnLaserOff()
    // A tap asks for the buttons.
    if abs(pointer.x - pressPoint.x) + abs(pointer.y - pressPoint.y) < 4 { bar.show() }
  }

  func toggleLaser() {
    holdsLaser = !canvas.laser.isOn
    if holdsLaser {
      canvas.turnLaserOn(at: pointer)
      bar.hide()
      hidePointer()
    } else {
      canvas.turnLaserOff()
    }
  }

  func pointerMoved(to point: Point) {
    // A window that comes to stand under the pointer is told of it too.
    let hasMoved = pointer != .zero && pointer != point
    pointer = point
    guard !canvas.laser.isOn else { return canvas.moveLaser(to: point) }
    guard hasMoved else { return }
    bar.show()
    positionFrame.isRevealed = false
    restPointer()
  }

  func restPointer() {
    if !isPointerShown {
      isPointerShown = true
      canvas.setCursor("default")
    }
    hidingPointer = Timeout.after(milliseconds: Self.pointerRest) { [weak self] in
      self?.hidePointer()
    }
  }

  private func hidePointer() {
    hidingPointer = nil
    guard isPointerShown else { return }
    isPointerShown = false
    canvas.setCursor("none")
  }

  private func turn(_ distance: Double) {
    turned += distance
    guard abs(turned) >= 1 else { return }
    if turned > 0 { goForward() } else { goBack() }
    turned = 0
  }
}
