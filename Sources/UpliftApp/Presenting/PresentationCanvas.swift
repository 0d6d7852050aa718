import Foundation
import Gtk
import UpliftDrawing

/// Shows a page of a presentation, and the laser pointer over it.
@MainActor final class PresentationCanvas: DrawnWidget {
  /// The longest that one page moves to the next, in microseconds.
  private static let motionTime = 180_000.0
  /// How far it moves, in pixels.
  private static let distance = 28.0

  private(set) var page: PresentationPage?
  private let bands = SceneBands()
  private let nodes = NodeCache()
  private var node: RenderNode?
  private var previous: (node: RenderNode, direction: Point)?
  /// Of the motion from the last page, 0…1.
  private var progress = 1.0
  private var motion = 0
  private(set) var laser = LaserPointer()
  private var isFading = false
  private let clock = ContinuousClock()
  private lazy var started = clock.now

  /// Nothing but black.
  var isBlank = false {
    didSet {
      guard isBlank != oldValue else { return }
      queueDraw()
      updateAccessibleItems()
    }
  }
  var onSizeChanged: (() -> Void)?
  private var lastSize = (width: 0, height: 0)
  private(set) lazy var accessibleItems = AccessibleItems(of: self)
  var accessibleFrames: [ItemSubject: Rect] = [:]
  /// Of the ring around what has the focus.
  var accent = Color(hex: 0x2563a8)

  init() {
    super.init(role: .grid)
    isFocusable = true
    takesFocusOnClick = true
    expandsHorizontally = true
    expandsVertically = true
    accessibleItems.onFocusChanged = { [weak self] in self?.queueDraw() }
    // A picture is unpacked beside the drawing: the page is drawn again when it is there.
    nodes.textures.onChange = { [weak self] image in
      self?.nodes.forget(image)
      self?.node = nil
      self?.queueDraw()
    }
  }

  var size: Size { Size(Double(max(1, width)), Double(max(1, height))) }

  /// - Parameter direction: from where the page comes, each −1, 0 or 1; nil: it is simply there.
  func show(_ page: PresentationPage, from direction: Point?) {
    motion += 1
    let old = node
    self.page = page
    node = nil
    previous = nil
    progress = 1
    queueDraw()
    updateAccessibleItems()
    guard let direction, let old, isMapped, !isBlank,
      Settings.standard?.enablesAnimations ?? false
    else { return }
    previous = (old, direction)
    progress = 0
    move()
  }

  private func move() {
    let own = motion
    var began: Int64?
    onTick { [weak self] time in
      guard let self, motion == own else { return false }
      let elapsed = Double(time - (began ?? time))
      began = began ?? time
      progress = min(1, elapsed / Self.motionTime)
      if progress == 1 { previous = nil }
      queueDraw()
      return progress < 1
    }
  }

  override func measure(
    _ orientation: Orientation, forSize: Int
  ) -> (minimum: Int, natural: Int) {
    orientation == .horizontal ? (200, 1280) : (150, 720)
  }

  override func allocate(width: Int, height: Int) {
    placeAccessibleItems()
    guard (width, height) != lastSize else { return }
    lastSize = (width, height)
    node = nil
    previous = nil
    onSizeChanged?()
  }

  // MARK: Drawing

  override func draw(_ snapshot: Snapshot) {
    let bounds = Rectangle(0, 0, Double(width), Double(height))
    guard let page, !isBlank else {
      return snapshot.fill(bounds, RGBA(0, 0, 0))
    }
    snapshot.clipped(to: bounds) {
      snapshot.fill(bounds, RGBA(page.scene.background))
      if node == nil { node = makeNode(page) }
      let eased = 1 - pow(1 - progress, 3)
      if let previous {
        let away = -Self.distance * eased
        snapshot.withOpacity(1 - eased) {
          snapshot.transformed(x: previous.direction.x * away, y: previous.direction.y * away) {
            snapshot.append(previous.node)
          }
        }
        let rest = Self.distance * (1 - eased)
        if let node {
          snapshot.withOpacity(eased) {
            snapshot.transformed(x: previous.direction.x * rest, y: previous.direction.y * rest) {
              snapshot.append(node)
            }
          }
        }
      } else if let node {
        snapshot.append(node)
      }
      drawFocus(snapshot)
      laser.draw(snapshot, height: size.height, time: now)
    }
  }

  /// The page with its background, in software as pixels that are only copied from then on.
  private func makeNode(_ page: PresentationPage) -> RenderNode? {
    let snapshot = Snapshot()
    let background = RGBA(page.scene.background)
    snapshot.fill(Rectangle(0, 0, Double(width), Double(height)), background)
    bands.set(page.scene)
    nodes.beginFrame()
    let detail: SnapshotPainter.Detail =
      page.zoom < SceneCanvas.barZoom
      ? .blocks : page.zoom < SceneCanvas.legibleZoom ? .bars : .full
    for panel in page.panels {
      snapshot.clipped(to: Rectangle(page.frame(of: panel))) {
        snapshot.transformed(
          x: panel.origin.x - panel.source.x * page.zoom,
          y: panel.origin.y - panel.source.y * page.zoom, scale: page.zoom
        ) {
          bands.forEach(in: panel.band, panel.source) { frame, content in
            guard let node = nodes.node(for: content, detail) else { return }
            snapshot.transformed(x: frame.x, y: frame.y) { snapshot.append(node) }
          }
        }
      }
    }
    let made = snapshot.takeNode()
    guard isDrawnInSoftware else { return made }
    return made?.rasterised(
      width: width, height: height, scaleFactor: scaleFactor, background: background)
  }

  // MARK: Laser pointer

  private var now: Double {
    let passed = (clock.now - started).components
    return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
  }

  func turnLaserOn(at point: Point) {
    laser.turnOn(at: point)
    queueDraw()
  }

  func turnLaserOff() {
    laser.turnOff()
    queueDraw()
  }

  func moveLaser(to point: Point) {
    guard laser.isOn else { return }
    laser.move(
      to: point, time: now, leavesTrail: Settings.standard?.enablesAnimations ?? false)
    queueDraw()
    guard laser.isMoving, !isFading else { return }
    isFading = true
    onTick { [weak self] _ in
      guard let self else { return false }
      laser.fade(time: now)
      isFading = laser.isMoving
      queueDraw()
      return isFading
    }
  }
}
