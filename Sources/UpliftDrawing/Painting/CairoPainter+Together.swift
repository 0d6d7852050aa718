import CPango

/// Many cards painted as a few shapes. A PDF says each colour, line and scale once for all of them,
/// and not again for each card: most of what a large map's file holds, and of the time that it takes.
extension CairoPainter {
  /// How a shape is painted.
  private enum Ink: Equatable {
    case fill(Color)
    case stroke(Color, width: Double, dash: [Double])
    /// The same shape is filled, and then stroked.
    case both(fill: Color, stroke: Color, width: Double, dash: [Double])
    /// Circles, so many points across.
    case dots(Color, diameter: Double)

    /// What is filled closes by itself.
    var closes: Bool { if case .fill = self { false } else { true } }
  }

  private struct Layer {
    let ink: Ink
    var shapes: [(shape: Shape, origin: Point)] = []
  }

  /// Paints all that `items` draw besides texts: each item's shapes in their order, whatever the
  /// order of the items, none of which overlaps another one. They hold no pictures.
  func paintShapes(of items: ArraySlice<SceneItem>, on cairo: OpaquePointer) {
    for layer in Self.layers(of: items) { paint(layer, on: cairo) }
  }

  /// Paints an item's texts alone.
  func paintTexts(of item: SceneItem, on cairo: OpaquePointer) {
    let texts = item.content.primitives.filter(\.isText)
    paint(texts, at: item.frame.origin, on: cairo)
  }

  /// Every shape lies over those that its item draws before it.
  private static func layers(of items: ArraySlice<SceneItem>) -> [Layer] {
    var layers: [Layer] = []
    for item in items {
      var lowest = 0
      var index = 0
      let primitives = item.content.primitives
      while index < primitives.count {
        let next = index + 1 < primitives.count ? primitives[index + 1] : nil
        guard let (shape, ink, count) = shape(primitives[index], next) else {
          index += 1
          continue
        }
        let place = layers.indices[lowest...].first { layers[$0].ink == ink } ?? layers.count
        if place == layers.count { layers.append(Layer(ink: ink)) }
        layers[place].shapes.append((shape, item.frame.origin))
        lowest = place
        index += count
      }
    }
    return layers
  }

  /// What a primitive paints, with the one after it if both are of one shape; nil for a text.
  private static func shape(
    _ primitive: Primitive, _ next: Primitive?
  ) -> (shape: Shape, ink: Ink, count: Int)? {
    switch primitive {
    case .fill(let shape, let fill):
      if case .stroke(shape, let stroke, let width, let dash) = next {
        return (shape, .both(fill: fill, stroke: stroke, width: width, dash: dash), 2)
      }
      if case .ellipse(let frame) = shape, frame.width == frame.height {
        return (shape, .dots(fill, diameter: frame.width), 1)
      }
      return (shape, .fill(fill), 1)
    case .stroke(let shape, let color, let width, let dash):
      return (shape, .stroke(color, width: width, dash: dash), 1)
    case .text, .image: return nil
    }
  }

  private func paint(_ layer: Layer, on cairo: OpaquePointer) {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(cairo, &matrix)
    cairo_new_path(cairo)
    for (shape, origin) in layer.shapes {
      // A reader of the file puts straight lines on whole pixels, each path for itself.
      if shape.isStraight { paintPath(with: layer.ink, on: cairo) }
      cairo_translate(cairo, origin.x, origin.y)
      if case .dots = layer.ink, case .ellipse(let frame) = shape {
        addDot(frame, on: cairo)
      } else {
        add(shape, closes: layer.ink.closes, on: cairo)
      }
      cairo_set_matrix(cairo, &matrix)
      if shape.isStraight { paintPath(with: layer.ink, on: cairo) }
    }
    paintPath(with: layer.ink, on: cairo)
  }

  private func paintPath(with ink: Ink, on cairo: OpaquePointer) {
    guard cairo_has_current_point(cairo) != 0 else { return }
    switch ink {
    case .dots(let color, let diameter):
      setColor(color, on: cairo)
      strokeDots(diameter: diameter, on: cairo)
    case .fill(let color):
      setColor(color, on: cairo)
      cairo_fill(cairo)
    case .stroke(let color, let width, let dash):
      setColor(color, on: cairo)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      stroke(width: width, dash: dash, on: cairo)
    case .both(let fill, let color, let width, let dash):
      setColor(fill, on: cairo)
      cairo_fill_preserve(cairo)
      setColor(color, on: cairo)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      stroke(width: width, dash: dash, on: cairo)
    }
  }
}

extension Primitive {
  var isText: Bool { if case .text = self { true } else { false } }
}

extension Shape {
  /// Made of straight lines alone.
  fileprivate var isStraight: Bool {
    switch self {
    case .rectangle: true
    case .roundedRectangle, .ellipse: false
    case .path(let elements):
      elements.allSatisfy { if case .curve = $0 { false } else { true } }
    }
  }
}

extension [SceneItem] {
  /// Cards beyond which another path is begun, so that a reader of the file has none too large.
  private static let mostTogether = 48

  /// The items in their order, cards together that can be painted so.
  var paintedTogether: [ArraySlice<SceneItem>] {
    var groups: [ArraySlice<SceneItem>] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      if self[start].isPaintedWithOthers {
        while end < endIndex, end - start < Self.mostTogether, self[end].isPaintedWithOthers,
          self[end].band == self[start].band,
          !self[start..<end].contains(where: { $0.frame.intersects(self[end].frame) })
        {
          end += 1
        }
      }
      groups.append(self[start..<end])
      start = end
    }
    return groups
  }
}

extension SceneItem {
  /// What a link's place is found by must be painted with it, and pictures between the shapes.
  fileprivate var isPaintedWithOthers: Bool {
    role == .card && content.link == nil && content.images.isEmpty
  }
}
