import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// In microseconds.
  private static let flashTime = 200_000.0

  /// Lights something up for a moment, so that whoever came from elsewhere sees it; not at all when
  /// the desktop wants no motion.
  public func flash(_ subject: ItemSubject) {
    guard item(subject) != nil, isMapped, Settings.standard?.enablesAnimations ?? false else {
      return
    }
    let isRunning = flashing != nil
    flashing = (subject, 1)
    flashBegan = nil
    guard !isRunning else { return }
    onTick { [weak self] time in
      guard let self, let current = flashing else { return false }
      let start = flashBegan ?? time
      flashBegan = start
      let share = Double(time - start) / Self.flashTime
      flashing = share < 1 ? (current.subject, 1 - share) : nil
      queueDraw()
      return share < 1
    }
  }

  func drawFlash(in pane: ScenePane, _ snapshot: Snapshot) {
    guard let flashing, let item = item(flashing.subject), view.pane(of: item) == pane
    else { return }
    let frame = view.frame(of: item).inset(-4, -4)
    snapshot.fill(
      Rectangle(frame), radius: 8 * view.zoom, RGBA(accent.with(alpha: 0.35 * flashing.strength)))
  }
}
