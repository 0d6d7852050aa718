extension Primitive {
  func moved(by delta: Point) -> Primitive {
    switch self {
    case .fill(let shape, let color): return .fill(shape.moved(by: delta), color)
    case .stroke(let shape, let color, let width, let dash):
      return .stroke(shape.moved(by: delta), color, width: width, dash: dash)
    case .text(var block):
      block.frame = block.frame.offset(by: delta)
      return .text(block)
    case .image(var block):
      block.frame = block.frame.offset(by: delta)
      block.clip = block.clip?.moved(by: delta)
      return .image(block)
    }
  }

  /// Flipped within an item of this width. Texts and pictures keep their own direction.
  func mirrored(in width: Double) -> Primitive {
    switch self {
    case .fill(let shape, let color): return .fill(shape.mirrored(in: width), color)
    case .stroke(let shape, let color, let line, let dash):
      return .stroke(shape.mirrored(in: width), color, width: line, dash: dash)
    case .text(var block):
      block.frame = block.frame.mirrored(in: width)
      return .text(block)
    case .image(var block):
      block.frame = block.frame.mirrored(in: width)
      block.clip = block.clip?.mirrored(in: width)
      return .image(block)
    }
  }

  /// What it covers.
  var extent: Rect? {
    switch self {
    case .fill(let shape, _): return shape.bounds
    case .stroke(let shape, _, let width, _):
      return shape.bounds.map {
        Rect($0.x - width / 2, $0.y - width / 2, $0.width + width, $0.height + width)
      }
    case .text(let block): return block.frame
    case .image(let block): return block.clip?.bounds ?? block.frame
    }
  }
}

extension Shape {
  func moved(by delta: Point) -> Shape {
    mapped {
      Point($0.x + delta.x, $0.y + delta.y)
    } rect: {
      $0.offset(by: delta)
    }
  }

  func mirrored(in width: Double) -> Shape {
    mapped {
      Point(width - $0.x, $0.y)
    } rect: {
      $0.mirrored(in: width)
    }
  }

  private func mapped(_ point: (Point) -> Point, rect: (Rect) -> Rect) -> Shape {
    switch self {
    case .rectangle(let frame): return .rectangle(rect(frame))
    case .roundedRectangle(let frame, let radius):
      return .roundedRectangle(rect(frame), radius: radius)
    case .ellipse(let frame): return .ellipse(rect(frame))
    case .path(let elements):
      return .path(
        elements.map { element in
          switch element {
          case .move(let place): .move(point(place))
          case .line(let place): .line(point(place))
          case .curve(let first, let second, let to):
            .curve(point(first), point(second), to: point(to))
          case .close: .close
          }
        })
    }
  }
}

extension Rect {
  func mirrored(in outer: Double) -> Rect { Rect(outer - maxX, y, width, height) }

  /// A square, or its circle, around a point.
  init(around middle: Point, radius: Double) {
    self.init(middle.x - radius, middle.y - radius, 2 * radius, 2 * radius)
  }

  func contains(_ other: Rect) -> Bool {
    other.minX >= minX - 0.01 && other.maxX <= maxX + 0.01 && other.minY >= minY - 0.01
      && other.maxY <= maxY + 0.01
  }
}
