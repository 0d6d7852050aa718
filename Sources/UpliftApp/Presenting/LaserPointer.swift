import Gtk
import UpliftDrawing

/// A red dot that follows the pointer, with a short trail.
struct LaserPointer {
  /// For how long the trail is seen, in seconds.
  private static let trailTime = 0.22
  /// Of the dot, as a share of the screen's height.
  private static let radius = 1.0 / 110

  private var trail: [(point: Point, time: Double)] = []
  private(set) var isOn = false
  private var point: Point?

  /// Whether the trail still changes by itself.
  var isMoving: Bool { !trail.isEmpty }

  mutating func turnOn(at point: Point) {
    isOn = true
    self.point = point
    trail = []
  }

  mutating func turnOff() {
    isOn = false
    trail = []
  }

  /// - Parameters:
  ///   - time: in seconds.
  ///   - leavesTrail: false where nothing is to move by itself.
  mutating func move(to point: Point, time: Double, leavesTrail: Bool) {
    guard isOn else { return }
    if leavesTrail, let old = self.point { trail.append((old, time)) }
    self.point = point
  }

  mutating func fade(time: Double) {
    trail.removeAll { time - $0.time > Self.trailTime }
  }

  func draw(_ snapshot: Snapshot, height: Double, time: Double) {
    guard isOn, let point else { return }
    let radius = max(6, height * Self.radius)
    for spot in trail {
      let age = min(1, max(0, (time - spot.time) / Self.trailTime))
      Self.dot(
        snapshot, spot.point, radius * (0.9 - 0.5 * age), RGBA(1, 0.16, 0.1, 0.45 * (1 - age)))
    }
    let glow = Rectangle(point.x - radius, point.y - radius, 2 * radius, 2 * radius)
    snapshot.shadow(glow, radius: radius, y: 0, blur: radius * 2.2, RGBA(1, 0.1, 0.05, 0.85))
    Self.dot(snapshot, point, radius, RGBA(1, 0.13, 0.08, 1))
    Self.dot(snapshot, point, radius * 0.45, RGBA(1, 0.75, 0.7, 1))
  }

  private static func dot(_ snapshot: Snapshot, _ point: Point, _ radius: Double, _ color: RGBA) {
    snapshot.fill(
      Rectangle(point.x - radius, point.y - radius, 2 * radius, 2 * radius), radius: radius, color)
  }
}
