/// A point of a scene whose headers may be kept in sight: where it is, in the scene's coordinates,
/// and in which band. In a column header only x says something, in a row header only y.
public struct ScenePlace: Hashable, Sendable {
  public var band: Band
  public var point: Point

  public init(_ band: Band, _ point: Point) {
    self.band = band
    self.point = point
  }
}

/// What shows, over a scene, where something would land.
public struct DropMark: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    /// A line between two things.
    case bar
    /// A place that takes it in.
    case area
    /// The shape that something would have.
    case outline
  }

  public var shape: Shape
  public var band: Band
  /// In the scene's coordinates.
  public var frame: Rect

  public init(_ shape: Shape, _ band: Band, _ frame: Rect) {
    self.shape = shape
    self.band = band
    self.frame = frame
  }
}

/// In which directions something can be dragged.
public enum DragAxis: Hashable, Sendable {
  case horizontal, vertical, both
}
