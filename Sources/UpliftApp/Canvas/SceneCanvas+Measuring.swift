import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// Draws frames of this size with GTK's software renderer, one after the other, and tells how
  /// long each took, for the benchmark. Needs a display, but no window.
  ///
  /// - Parameter path: for each frame, from 0 to `count` − 1, the zoom and the pixels scrolled away.
  public func measureFrames(
    _ count: Int, width: Int, height: Int,
    path: (Int) -> (zoom: Double, x: Double, y: Double)
  ) throws -> [Duration] {
    let renderer = try SoftwareRenderer()
    let old = view
    defer { view = old }
    view.size = Size(Double(width), Double(height))
    return (0..<count).map { frame in
      let place = path(frame)
      return ContinuousClock().measure {
        view.zoom = SceneView.bounded(place.zoom)
        view.scrolled = view.bounded(Point(place.x, place.y))
        let snapshot = Snapshot()
        drawScene(snapshot, inTiles: true)
        if let node = snapshot.takeNode() {
          _ = renderer.render(node, Rectangle(0, 0, Double(width), Double(height)))
        }
      }
    }
  }
}
