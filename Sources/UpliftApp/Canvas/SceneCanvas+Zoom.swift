import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// 0.05…4.
  public var zoom: Double { view.zoom }

  private static let zoomSteps = [
    0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 2.5, 3, 4,
  ]

  /// - Parameter point: what stays where it is, in pixels; nil: what the keys are at, when it is in
  ///   sight, and remains so; else the middle of the view.
  public func setZoom(_ zoom: Double, around point: (x: Double, y: Double)? = nil) {
    let zoom = SceneView.bounded(zoom)
    guard zoom != view.zoom else { return }
    stopMotion()
    let body = view.region(of: .body)
    let kept = point == nil ? item(current).flatMap { view.shows($0) ? $0 : nil } : nil
    let middle = kept.map { view.frame(of: $0) } ?? body
    let fixed = point.map { Point($0.x, $0.y) } ?? Point(middle.midX, middle.midY)
    let place = Point(
      (view.scrolled.x + fixed.x) / view.zoom, (view.scrolled.y + fixed.y) / view.zoom)
    view.zoom = zoom
    view.scrolled = view.bounded(Point(place.x * zoom - fixed.x, place.y * zoom - fixed.y))
    if let kept { view.scrolled = view.scrolled(toShow: kept) }
    configureAdjustments()
    queueDraw()
    queueAllocate()
    updateAccessibilitySoon()
    onViewChanged?()
  }

  public func zoomIn() {
    setZoom(Self.zoomSteps.first { $0 > view.zoom * 1.01 } ?? SceneView.zoomRange.upperBound)
  }

  public func zoomOut() {
    setZoom(Self.zoomSteps.last { $0 < view.zoom * 0.99 } ?? SceneView.zoomRange.lowerBound)
  }

  public func zoomToActualSize() { setZoom(1) }

  /// All of the scene, at most at 100 %.
  public func fit() {
    guard view.size.width > 1 else {
      fitsWhenAllocated = true
      return
    }
    setZoom(view.fittingZoom)
    scroll(to: startOfScene)
  }

  /// The corner where reading begins.
  var startOfScene: Point {
    Point(view.scene.isMirrored ? view.contentSize.width : 0, 0)
  }

  /// Shows the beginning of the scene.
  public func scrollToStart() { scroll(to: startOfScene) }
}
