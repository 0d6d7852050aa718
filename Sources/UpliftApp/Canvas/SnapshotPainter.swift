import Gtk
import UpliftDrawing

/// Draws items with GTK: the same primitives that go to paper. What Cairo alone can draw goes
/// through it.
struct SnapshotPainter {
  /// How closely somebody looks.
  enum Detail: Hashable {
    case full
    /// Too small to read: texts are bars.
    case bars
    /// Too small for bars.
    case blocks
  }

  /// Points; what is larger is drawn however small the picture is.
  private static let large = 200.0

  private static let context = PangoText.makeContext()
  private let shapes: CairoPainter?
  private let textures: TextureCache

  init(textures: TextureCache) {
    self.textures = textures
    shapes = PangoTextMeasuring().map { CairoPainter(measuring: $0) }
  }

  /// Nil when there is nothing to draw.
  func node(for content: ItemContent, _ detail: Detail) -> RenderNode? {
    let snapshot = Snapshot()
    // Neighbours that need Cairo share one surface.
    var pending: [Primitive] = []
    for primitive in content.primitives {
      if draw(primitive, detail, on: snapshot, flushing: { flush(&pending, on: snapshot) }) {
        continue
      }
      if let simple = simplified(primitive, detail) { pending.append(simple) }
    }
    flush(&pending, on: snapshot)
    return snapshot.takeNode()
  }

  /// Marks and dashes that are smaller than a letter are left out with the letters.
  private func simplified(_ primitive: Primitive, _ detail: Detail) -> Primitive? {
    let bounds = primitive.bounds
    return detail == .full || max(bounds.width, bounds.height) > Self.large ? primitive : nil
  }

  /// False: it is for Cairo.
  private func draw(
    _ primitive: Primitive, _ detail: Detail, on snapshot: Snapshot, flushing: () -> Void
  ) -> Bool {
    switch primitive {
    case .fill(.rectangle(let frame), let color):
      flushing()
      snapshot.fill(Rectangle(frame), RGBA(color))
    case .fill(.roundedRectangle(let frame, let radius), let color):
      flushing()
      if detail == .full {
        snapshot.fill(Rectangle(frame), radius: radius, RGBA(color))
      } else {
        snapshot.fill(Rectangle(frame), RGBA(color))
      }
    case .stroke(.rectangle(let frame), let color, let width, let dash) where dash.isEmpty:
      flushing()
      let outer = frame.inset(-width / 2, -width / 2)
      snapshot.stroke(Rectangle(outer), radius: 0, width: width, RGBA(color))
    case .stroke(.roundedRectangle(let frame, let radius), let color, let width, let dash)
    where dash.isEmpty:
      flushing()
      let outer = frame.inset(-width / 2, -width / 2)
      let corner = detail == .full ? radius + width / 2 : 0
      snapshot.stroke(Rectangle(outer), radius: corner, width: width, RGBA(color))
    case .text(let block):
      flushing()
      draw(block, detail, on: snapshot)
    case .image(let block):
      flushing()
      draw(block, on: snapshot)
    case .fill(let shape, let color):
      // The bar at a card's edge tells its kind, as a plain rectangle when it is small.
      guard detail != .full, shape.bounds.width <= 7 else {
        return false
      }
      flushing()
      snapshot.fill(Rectangle(shape.bounds), RGBA(color))
    case .stroke: return false
    }
    return true
  }

  private func draw(_ block: TextBlock, _ detail: Detail, on snapshot: Snapshot) {
    switch detail {
    case .full:
      guard let context = Self.context else { return }
      snapshot.transformed(x: block.frame.x, y: block.frame.y) {
        snapshot.text(adopting: PangoText.layout(for: block, in: context), RGBA(block.color))
      }
    case .bars:
      let lineHeight = block.style.size * 1.25
      let lines = max(1, Int((block.frame.height / lineHeight).rounded()))
      let color = RGBA(block.color.with(alpha: block.color.alpha * 0.35))
      for line in 0..<min(lines, 8) {
        let isLast = line == lines - 1
        let width = block.frame.width * (isLast ? 0.6 : 0.92)
        let x =
          switch block.alignment {
          case .leading: block.frame.x
          case .centre: block.frame.midX - width / 2
          case .trailing: block.frame.maxX - width
          }
        snapshot.fill(
          Rectangle(
            x, block.frame.y + (Double(line) + 0.3) * lineHeight, width, lineHeight * 0.45),
          color)
      }
    case .blocks: break
    }
  }

  private func draw(_ block: ImageBlock, on snapshot: Snapshot) {
    let draw = {
      switch textures.state(of: block.image) {
      case .ready(let texture): snapshot.texture(texture, Rectangle(block.frame))
      case .waiting: snapshot.fill(Rectangle(block.frame), RGBA(0.5, 0.53, 0.58, 0.12))
      case .broken:
        snapshot.fill(Rectangle(block.frame), RGBA(0.5, 0.53, 0.58, 0.25))
        let frame = block.frame
        let line = Shape.path([
          .move(Point(frame.minX, frame.maxY)), .line(Point(frame.maxX, frame.minY)),
        ])
        var cross = [Primitive.stroke(line, Color(0.5, 0.53, 0.58), width: 1)]
        flush(&cross, on: snapshot)
      }
    }
    switch block.clip {
    case .roundedRectangle(let frame, let radius):
      snapshot.clipped(to: Rectangle(frame), radius: radius, draw)
    case .ellipse(let frame):
      snapshot.clipped(
        to: Rectangle(frame), radius: min(frame.width, frame.height) / 2, draw)
    case .rectangle(let frame): snapshot.clipped(to: Rectangle(frame), draw)
    case .path(let elements):
      snapshot.clipped(to: Rectangle(Shape.path(elements).bounds), draw)
    case nil: draw()
    }
  }

  private func flush(_ primitives: inout [Primitive], on snapshot: Snapshot) {
    defer { primitives = [] }
    guard !primitives.isEmpty, let shapes else { return }
    let bounds = primitives.dropFirst().reduce(primitives[0].bounds) { $0.union($1.bounds) }
    guard bounds.width > 0, bounds.height > 0 else { return }
    snapshot.cairo(Rectangle(bounds)) { shapes.paint(primitives, at: .zero, on: $0) }
  }
}

extension Primitive {
  /// What it may colour.
  var bounds: Rect {
    switch self {
    case .fill(let shape, _): shape.bounds
    case .stroke(let shape, _, let width, _): shape.bounds.inset(-width, -width)
    case .text(let block): block.frame
    case .image(let block): block.clip?.bounds ?? block.frame
    }
  }
}

extension Shape {
  var bounds: Rect {
    switch self {
    case .rectangle(let frame), .roundedRectangle(let frame, _), .ellipse(let frame): return frame
    case .path(let elements):
      var points: [Point] = []
      for element in elements {
        switch element {
        case .move(let point), .line(let point): points.append(point)
        // The handles of a curve enclose it.
        case .curve(let first, let second, let to): points += [first, second, to]
        case .close: break
        }
      }
      guard let first = points.first else { return .zero }
      return points.dropFirst().reduce(Rect(first.x, first.y, 0, 0)) {
        $0.union(Rect($1.x, $1.y, 0, 0))
      }
    }
  }
}
