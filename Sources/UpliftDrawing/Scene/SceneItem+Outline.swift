extension SceneItem {
  /// The shape of what is no rectangle: a stage's arrow. Nil for everything else.
  ///
  /// - Parameter inset: points that it is smaller on every side.
  public func outline(inset: Double) -> Shape? {
    guard role == .stageHeader, frame.width > 2 * inset, frame.height > 2 * inset else {
      return nil
    }
    for case .fill(.path(let path), _) in content.primitives {
      func moved(_ point: Point) -> Point {
        Point(
          inset + point.x * (frame.width - 2 * inset) / frame.width,
          inset + point.y * (frame.height - 2 * inset) / frame.height)
      }
      return .path(
        path.map { element in
          switch element {
          case .move(let point): .move(moved(point))
          case .line(let point): .line(moved(point))
          case .curve(let a, let b, let to): .curve(moved(a), moved(b), to: moved(to))
          case .close: .close
          }
        })
    }
    return nil
  }
}
