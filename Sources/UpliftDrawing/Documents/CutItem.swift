import CPango

/// An item of which a sheet shows a part: its ground is cut by the sheet's edge; its texts, marks
/// and pictures stand together in that part, smaller when there is no room.
struct CutItem {
  /// Smaller, they are left to a sheet that shows more of the item.
  private static let leastScale = 0.4
  /// Points around them, at the most.
  private static let padding = 6.0

  private let item: SceneItem
  private let isMirrored: Bool
  /// As large as the item, or nearly.
  private let ground: [Primitive]
  private let rest: [Primitive]
  /// Of the rest, relative to the item.
  private let bounds: Rect

  init(_ item: SceneItem, isMirrored: Bool, measuring: any TextMeasuring) {
    self.item = item
    self.isMirrored = isMirrored
    let frame = item.frame
    var ground: [Primitive] = []
    var rest: [Primitive] = []
    var bounds: Rect?
    for primitive in item.content.primitives {
      let own = primitive.bounds(measuring)
      let isGround =
        own.map { $0.width > frame.width - 4 || $0.height > frame.height - 4 } ?? true
      // A mark at the far end of a card over many steps stays there.
      let isFar =
        own.map {
          isMirrored
            ? $0.maxX < frame.width - CardContent.longestLine - 24
            : $0.minX > CardContent.longestLine + 24
        } ?? false
      if primitive.isShape, isGround || isFar {
        ground.append(primitive)
      } else {
        rest.append(primitive)
        if let own { bounds = bounds?.union(own) ?? own }
      }
    }
    self.ground = ground
    self.rest = rest
    self.bounds = bounds ?? .zero
  }

  /// - Parameters:
  ///   - clip: what the sheet shows, in the scene's coordinates.
  ///   - largest: how much of the item's height the sheet shows that shows the most of it.
  func paint(
    within clip: Rect, largest: Double, with painter: CairoPainter, on cairo: OpaquePointer
  ) {
    let frame = item.frame
    painter.paint(ground, at: frame.origin, on: cairo)
    let left = max(clip.minX, frame.minX)
    let top = max(clip.minY, frame.minY)
    let part = Rect(
      left, top, min(clip.maxX, frame.maxX) - left, min(clip.maxY, frame.maxY) - top)
    let inset = Size(min(Self.padding, bounds.minX), min(Self.padding, bounds.minY))
    let room = part.inset(max(0, inset.width), max(0, inset.height))
    guard room.width > 1, room.height > 1, bounds.width > 0, bounds.height > 0 else { return }
    let scale = min(1, room.width / bounds.width, room.height / bounds.height)
    guard scale >= Self.leastScale || part.height >= largest - 1 else { return }
    let size = Size(bounds.width * scale, bounds.height * scale)
    let place = frame.origin
    // Where they would stand, moved into the part.
    let x = min(max(place.x + bounds.x, room.minX), room.maxX - size.width)
    let start = isMirrored ? min(place.x + bounds.maxX, room.maxX) - size.width : x
    let y = min(max(place.y + bounds.y, room.minY), room.maxY - size.height)
    cairo_save(cairo)
    cairo_translate(cairo, max(start, room.minX), y)
    cairo_scale(cairo, scale, scale)
    painter.paint(rest, at: Point(-bounds.x, -bounds.y), on: cairo)
    cairo_restore(cairo)
  }
}

extension Primitive {
  fileprivate var isShape: Bool {
    switch self {
    case .fill, .stroke: true
    case .text, .image: false
    }
  }

  /// Nil when it draws nothing.
  fileprivate func bounds(_ measuring: any TextMeasuring) -> Rect? {
    switch self {
    case .fill(let shape, _), .stroke(let shape, _, _, _): shape.bounds
    case .text(let block): block.inked(measuring)
    case .image(let block): block.frame
    }
  }
}

extension TextBlock {
  /// The part of the frame that its lines take.
  fileprivate func inked(_ measuring: any TextMeasuring) -> Rect {
    let width = min(
      measuring.size(of: text, style: style, width: frame.width).width, frame.width)
    let isRightToLeft = TextDirection.isRightToLeft(text) ?? false
    let left =
      switch alignment {
      case .leading: isRightToLeft ? frame.maxX - width : frame.minX
      case .trailing: isRightToLeft ? frame.minX : frame.maxX - width
      case .centre: frame.midX - width / 2
      }
    return Rect(left, frame.y, width, frame.height)
  }
}
