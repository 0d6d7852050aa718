import UpliftDrawing

extension SceneView {
  /// What lies under a pixel of the view for something that is dragged one way: one that goes
  /// along the steps is over a column wherever the pointer is.
  func place(at pixel: Point, _ axis: DragAxis) -> ScenePlace {
    let body = region(of: .body)
    let inside = Point(
      min(max(pixel.x, 0), max(size.width - 1, 0)), min(max(pixel.y, 0), max(size.height - 1, 0)))
    switch axis {
    case .horizontal:
      let x = min(max(inside.x, body.minX), max(body.maxX - 1, body.minX))
      return place(at: Point(x, inside.y), in: .columnHeader)
    case .vertical:
      let top = region(of: ScenePane(band: .columnHeader)).maxY
      let y = min(max(inside.y, top), max(body.maxY - 1, top))
      return place(at: Point(inside.x, y), in: .rowHeader)
    case .both: return place(at: inside)
    }
  }

  /// What lies under a pixel of the view.
  func place(at pixel: Point) -> ScenePlace {
    let band = scene.band(
      at: Point(pixel.x / zoom, pixel.y / zoom), scroll: scroll, viewWidth: size.width / zoom,
      headerShift: headerShift / zoom)
    return place(at: pixel, in: band)
  }

  private func place(at pixel: Point, in band: Band) -> ScenePlace {
    let offset = offset(of: pane(at: pixel, in: band))
    return ScenePlace(band, Point((pixel.x - offset.x) / zoom, (pixel.y - offset.y) / zoom))
  }

  /// A frame of the scene in pixels of the view.
  func frame(_ frame: Rect, in band: Band) -> Rect {
    let offset = offset(of: pane(of: frame, in: band))
    return Rect(
      frame.x * zoom + offset.x, frame.y * zoom + offset.y, frame.width * zoom,
      frame.height * zoom)
  }

  /// Pixels from the body's edges within which a drag scrolls.
  private static let edge = 32.0

  /// Which way a drag at a pixel scrolls: −1, 0 or 1 along each axis.
  func scrolling(at pixel: Point, _ axis: DragAxis) -> Point {
    let body = region(of: .body)
    func direction(
      _ value: Double, _ lower: Double, _ upper: Double, _ length: Double, isOnly: Bool
    ) -> Double {
      // Over a header that takes things in, only the very edge of the view scrolls.
      if value < 2 || value < lower + Self.edge && (isOnly || value >= lower) { return -1 }
      if value > length - 2 || value > upper - Self.edge && (isOnly || value <= upper) { return 1 }
      return 0
    }
    let isOnly = axis != .both
    return Point(
      axis == .vertical
        ? 0 : direction(pixel.x, body.minX, body.maxX, size.width, isOnly: isOnly),
      axis == .horizontal
        ? 0 : direction(pixel.y, body.minY, body.maxY, size.height, isOnly: isOnly))
  }
}
