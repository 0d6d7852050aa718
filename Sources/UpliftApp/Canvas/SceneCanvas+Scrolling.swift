import Foundation
import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// The longest that the view moves by itself, in microseconds.
  private static let motionTime = 180_000.0

  func scroll(to point: Point) {
    stopMotion()
    let target = view.bounded(point)
    view.scrolled = target
    if let horizontalAdjustment, let verticalAdjustment {
      horizontalAdjustment.value = target.x
      verticalAdjustment.value = target.y
    } else {
      queueDraw()
    }
  }

  /// Brings a subject into sight, gently unless the desktop wants no motion.
  public func reveal(_ subject: ItemSubject) {
    guard let item = item(subject) else { return }
    bringIntoSight(item)
    // A page that is shown again gets its size later.
    revealing = subject
    queueDraw()
  }

  private func bringIntoSight(_ item: SceneItem) {
    let target = view.scrolled(toShow: item)
    guard target != view.scrolled else { return }
    guard isMapped, Settings.standard?.enablesAnimations ?? false else {
      scroll(to: target)
      return
    }
    moveView(to: target)
  }

  private func moveView(to target: Point) {
    stopMotion()
    let own = motion
    let start = view.scrolled
    var began: Int64?
    onTick { [weak self] time in
      guard let self, self.motion == own else { return false }
      let elapsed = Double(time - (began ?? time))
      began = began ?? time
      let share = min(1, elapsed / Self.motionTime)
      let eased = 1 - pow(1 - share, 3)
      horizontalAdjustment?.value = start.x + (target.x - start.x) * eased
      verticalAdjustment?.value = start.y + (target.y - start.y) * eased
      return share < 1
    }
  }

  /// Whoever scrolls by hand wins over a motion.
  func stopMotion() {
    motion += 1
    revealing = nil
  }
}
