extension Scene {
  /// The topmost item with something to reach at `point`, in the scene's coordinates; nil when
  /// there is only decoration. Cells lie under their cards.
  public func item(at point: Point) -> Int? {
    items.lastIndex { $0.role != .decoration && $0.frame.contains(point) }
  }

  /// The topmost item of a band with something to reach at `point`, in the scene's coordinates.
  public func item(at point: Point, in band: Band) -> Int? {
    items.lastIndex {
      $0.band == band && $0.role != .decoration && $0.frame.contains(point)
    }
  }

  /// The band that lies at a point of a view that keeps the scene's headers in sight.
  ///
  /// - Parameters:
  ///   - point: in the view, in points at 100 %, from its upper left corner.
  ///   - scroll: the point of the scene that the view's upper left corner would show, had the
  ///     headers not been kept in sight.
  ///   - viewWidth: of the view, in points at 100 %; a mirrored scene's row headers stand at its
  ///     right edge.
  ///   - headerShift: points of the column headers that are scrolled away, for want of room.
  public func band(
    at point: Point, scroll: Point, viewWidth: Double, headerShift: Double = 0
  ) -> Band {
    let isInHeader = point.y < header.height - headerShift
    let isInRowHeader =
      isMirrored
      ? point.x >= rowHeaderOrigin(scroll: scroll, viewWidth: viewWidth)
      : point.x < header.width
    switch (isInHeader, isInRowHeader) {
    case (true, true): return .corner
    case (true, false): return .columnHeader
    case (false, true): return .rowHeader
    case (false, false): return .body
    }
  }

  /// Where the items of `band` are moved to in a view: add it to a frame of the scene.
  public func offset(of band: Band, scroll: Point, viewWidth: Double) -> Point {
    let frozenX =
      isMirrored
      ? rowHeaderOrigin(scroll: scroll, viewWidth: viewWidth) - (size.width - header.width) : 0
    return switch band {
    case .body: Point(-scroll.x, -scroll.y)
    case .columnHeader: Point(-scroll.x, 0)
    case .rowHeader: Point(frozenX, -scroll.y)
    case .corner: Point(frozenX, 0)
    }
  }

  /// The index of the item that stands for `subject`.
  public func index(of subject: ItemSubject) -> Int? {
    items.firstIndex { $0.subject == subject }
  }

  private func rowHeaderOrigin(scroll: Point, viewWidth: Double) -> Double {
    min(viewWidth, size.width - scroll.x) - header.width
  }
}
